package org.shouwang.workflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Which versions of the processes new cases start with. */
@Component
public class Deployed {

    private final RepositoryService repository;

    Deployed(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param since when this version came into force */
    public record Version(String process, String name, int version, Instant since) {}

    public List<Version> latest() {
        Map<String, Instant> since = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(
                        Deployment::getId,
                        deployment -> deployment.getDeploymentTime().toInstant()));
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(definition -> new Version(
                        definition.getKey(),
                        definition.getName() == null ? definition.getKey() : definition.getName(),
                        definition.getVersion(),
                        since.getOrDefault(definition.getDeploymentId(), Instant.EPOCH)))
                .toList();
    }
}

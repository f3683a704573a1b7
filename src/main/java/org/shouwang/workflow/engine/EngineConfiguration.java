package org.shouwang.workflow.engine;

import java.time.Clock;
import java.util.List;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as this house wants it: our clock, our few beans, our projection of its tasks. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> engine(
            ListableBeanFactory beans, Clock clock, ObjectProvider<TaskProjection> projection) {
        return engine -> {
            engine.setBeans(new BeansForProcesses(beans));
            engine.setClock(new EngineClock(clock));
            engine.setEventListeners(List.of(new TaskEvents(projection)));
            engine.setDeploymentResources(new org.springframework.core.io.Resource[0]);
            // Two people completing one task: the loser must notice at once, not at commit with a half-told story.
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
        };
    }
}

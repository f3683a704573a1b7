package org.shouwang.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.workflow.Operations;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.Faults;
import org.shouwang.workflow.engine.Deployed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 流程与表单, for programs: by which files the county works, whether changed ones are right, and to take them over. */
@RestController
@RequestMapping("/api/v1/processes")
class ProcessesApi {

    private final Catalogues catalogues;
    private final Operations operations;
    private final Deployed deployed;
    private final Actors actors;

    ProcessesApi(Catalogues catalogues, Operations operations, Deployed deployed, Actors actors) {
        this.catalogues = catalogues;
        this.operations = operations;
        this.deployed = deployed;
        this.actors = actors;
    }

    /**
     * @param sha256 of all files together
     * @param files SHA-256 of each by its path
     * @param versions by which new cases start
     */
    record Files(String sha256, Map<String, String> files, List<Deployed.Version> versions) {}

    /**
     * @param applied whether they are in force now
     * @param sha256 of what is in force
     * @param faults file, place and reason; empty when there is none
     */
    record Result(boolean applied, String sha256, List<Fault> faults) {}

    @GetMapping
    @Requires("processes.read")
    Files files() {
        Catalogue current = catalogues.current();
        Map<String, String> files = new TreeMap<>();
        current.files()
                .all()
                .keySet()
                .forEach(path -> files.put(path, current.files().sha256(path)));
        return new Files(current.sha256(), files, deployed.latest());
    }

    @PostMapping("/check")
    @Requires("processes.apply")
    Result check() {
        return new Result(false, catalogues.current().sha256(), catalogues.check());
    }

    /** All of them or none: with a fault, 422 and everything stays as it was. */
    @PostMapping("/apply")
    @Requires("processes.apply")
    ResponseEntity<Result> apply() {
        try {
            return ResponseEntity.ok(
                    new Result(true, operations.apply(actors.current()).sha256(), List.of()));
        } catch (Faults refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(new Result(false, catalogues.current().sha256(), refused.faults()));
        }
    }
}

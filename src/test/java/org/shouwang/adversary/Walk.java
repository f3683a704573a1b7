package org.shouwang.adversary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.Visitor;

/** Tries doors, several people side by side, counts them, and keeps what was wrong. */
final class Walk {

    private static final Set<Integer> REFUSED = Set.of(403, 404);

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger tried = new AtomicInteger();

    int tried() {
        return tried.get();
    }

    List<String> wrong() {
        return wrong;
    }

    /** Every way to read a matter, by everybody. */
    Walk read(List<Scene> scenes) {
        for (Scene scene : scenes) {
            everybody(who -> {
                readCase(scene, who);
                readParts(scene, who);
            });
        }
        return this;
    }

    private void readCase(Scene scene, String who) {
        boolean may = scene.readers().contains(who);
        String page = "/cases/" + scene.caseId();
        for (String tab : List.of("", "/timeline", "/records", "/people", "/services", "/files", "/process")) {
            expect(scene, who, page + tab, may, () -> Visitor.of(who).get(page + tab));
        }
        for (String part : List.of("", "/journal", "/records", "/clocks", "/process")) {
            api(scene, who, "/cases/" + scene.caseId() + part, may);
        }
    }

    private void readParts(Scene scene, String who) {
        boolean may = scene.readers().contains(who);
        // The police work on the case; the lead as it came in is not theirs to read.
        boolean lead = may && !who.equals("police") || who.equals(scene.reporter()) && mayAsk(who);
        api(scene, who, "/attachments/" + scene.photo(), may);
        if (!may) {
            String photo = "/attachments/" + scene.photo();
            expect(scene, who, photo, false, () -> Visitor.of(who).get(photo));
        }
        both(scene, who, "/persons/" + scene.person(), scene.keepers().contains(who));
        api(scene, who, "/reports/" + scene.report(), lead);
        String receipt = "/report/receipt/" + scene.report();
        expect(scene, who, receipt, who.equals(scene.reporter()), () -> Visitor.of(who)
                .get(receipt));
        for (String task : scene.tasks()) {
            both(scene, who, "/tasks/" + task, scene.workers().contains(who));
        }
        for (String task : scene.tasks()) {
            if (!scene.workers().contains(who)) {
                String page = "/tasks/" + task + "/reassign";
                expect(scene, who, page, false, () -> Visitor.of(who).get(page));
                api(scene, who, "/tasks/" + task + "/officers", false);
            }
        }
        for (String record : scene.records()) {
            if (!may) {
                both(scene, who, "/cases/" + scene.caseId() + "/records/" + record, false);
            }
        }
    }

    /** Reading one's own report over the API is for those who report; the offices that only count do not. */
    private static boolean mayAsk(String who) {
        return !Set.of("committee", "statistics", "auditor", "admin").contains(who);
    }

    /** Every way to change a matter, by everybody it is not for. */
    Walk change(List<Scene> scenes) {
        for (Scene scene : scenes) {
            everybody(who -> {
                turn(scene, who);
                if (!scene.workers().contains(who)) {
                    scene.tasks().forEach(task -> work(scene, who, task));
                }
            });
        }
        return this;
    }

    private void turn(Scene scene, String who) {
        for (String turn : List.of("review", "new-harm", "reopen")) {
            if (!scene.turners().of(turn).contains(who)) {
                String path = "/cases/" + scene.caseId() + "/" + turn;
                Map<String, String> why = Map.of("reason", "试一试");
                expect(scene, who, "POST api " + path, false, () -> Api.as(who).post("/api/v1" + path, why));
                expect(scene, who, "POST " + path, false, () -> Visitor.of(who).post(path, why));
            }
        }
    }

    private void work(Scene scene, String who, String task) {
        Map<String, Object> body = Map.of("reason", "试一试");
        for (String act : List.of("claim", "release", "draft", "complete", "reassign")) {
            String path = "/tasks/" + task + "/" + act;
            Object sent = act.equals("reassign") ? Map.of("officer", UUID.randomUUID()) : body;
            expect(scene, who, "POST api " + path, false, () -> Api.as(who).post("/api/v1" + path, sent));
            Map<String, String> form =
                    act.equals("reassign") ? Map.of("officer", UUID.randomUUID().toString()) : Map.of("reason", "试一试");
            expect(scene, who, "POST " + path, false, () -> Visitor.of(who).post(path, form));
        }
    }

    /** Every list and search, by everybody: the child's name stands only where it may. */
    Walk lists(List<Scene> scenes) {
        everybody(who -> {
            for (String path : List.of(
                    "/inbox?box=mine",
                    "/inbox?box=team",
                    "/cases?state=all",
                    "/board",
                    "/board/print",
                    "/notices",
                    "/reports/mine",
                    "/board/lists/late",
                    "/board/lists/visits",
                    "/board/lists/leads",
                    "/board/lists/placed",
                    "/board/lists/unplaced",
                    "/placements?state=all",
                    "/placements?state=all&place=police",
                    "/board/lists/cases",
                    "/supervision-requests",
                    "/journal",
                    "/operations")) {
                silent(scenes, who, path, Visitor.of(who).get(path).text());
            }
            for (String path : List.of(
                    "/api/v1/tasks?box=mine&limit=100",
                    "/api/v1/tasks?box=team&limit=100",
                    "/api/v1/tasks?box=overdue&limit=100",
                    "/api/v1/cases?state=all&limit=100",
                    "/api/v1/supervision/board",
                    "/api/v1/supervision-requests",
                    "/api/v1/placements?state=all&limit=100",
                    "/api/v1/journal/verification")) {
                silent(scenes, who, path, Api.as(who).get(path).text());
            }
            scenes.forEach(scene -> search(scene, who));
        });
        return this;
    }

    private static void everybody(Consumer<String> tries) {
        Scene.EVERYBODY.parallelStream().forEach(tries);
    }

    private void search(Scene scene, String who) {
        Map<String, Object> cases = Map.of("q", scene.child(), "state", "all");
        found(scene, who, "api cases/search", scene.hearers(), Api.as(who).post("/api/v1/cases/search", cases));
        Map<String, Object> person = Map.of("q", scene.child());
        found(scene, who, "api persons/search", scene.finders(), Api.as(who).post("/api/v1/persons/search", person));
        Map<String, String> form = Map.of("q", scene.child());
        ids(scene, who, "persons/search", scene.finders(), Visitor.of(who).post("/persons/search", form));
        ids(scene, who, "cases/search", scene.hearers(), Visitor.of(who).post("/cases/search", form));
    }

    private void found(Scene scene, String who, String what, Set<String> may, Answer answer) {
        tried.incrementAndGet();
        int hits = answer.json().path("items").size();
        if (!may.contains(who) && hits > 0) {
            wrong.add(who + " found " + scene + " by " + what);
        }
    }

    private void ids(Scene scene, String who, String what, Set<String> may, Answer answer) {
        tried.incrementAndGet();
        boolean named = answer.text().contains(scene.person().toString())
                || answer.text().contains(scene.caseId().toString());
        if (!may.contains(who) && named) {
            wrong.add(who + " found " + scene + " by " + what);
        }
    }

    private void silent(List<Scene> scenes, String who, String path, String text) {
        for (Scene scene : scenes) {
            tried.incrementAndGet();
            if (!scene.hearers().contains(who) && text.contains(scene.child())) {
                wrong.add(who + " reads of " + scene + " at " + path);
            }
        }
    }

    private void both(Scene scene, String who, String path, boolean may) {
        api(scene, who, path, may);
        expect(scene, who, path, may, () -> Visitor.of(who).get(path));
    }

    private void api(Scene scene, String who, String path, boolean may) {
        expect(scene, who, "api " + path, may, () -> Api.as(who).get("/api/v1" + path));
    }

    private void expect(Scene scene, String who, String what, boolean may, Supplier<Answer> door) {
        Answer answer = door.get();
        tried.incrementAndGet();
        boolean right = may ? answer.status() == 200 : REFUSED.contains(answer.status());
        boolean tells = !may && answer.text().contains(scene.child());
        if (!right || tells) {
            wrong.add(who + (may ? " may" : " may not") + ": " + what + " of " + scene + " answered " + answer.status()
                    + (tells ? " and named the child" : ""));
        }
    }
}

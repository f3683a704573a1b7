package org.shouwang.officers.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.officers.Logins;
import org.shouwang.officers.Made;
import org.shouwang.officers.NewOfficer;
import org.shouwang.officers.NewPost;
import org.shouwang.officers.OfficerFile;
import org.shouwang.officers.OfficerLists;
import org.shouwang.officers.OfficerPage;
import org.shouwang.officers.OfficerPosts;
import org.shouwang.officers.OfficerRow;
import org.shouwang.officers.Officers;
import org.shouwang.officers.PostRow;
import org.shouwang.web.Costly;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers, their posts and logins, for programs: the same acts as on the pages. */
@RestController
@RequestMapping("/api/v1")
class OfficerApi {

    private static final int PAGE = 30;
    private static final int MOST = 100;

    private final OfficerLists lists;
    private final Officers officers;
    private final OfficerPosts posts;
    private final Logins logins;
    private final Actors actors;

    OfficerApi(OfficerLists lists, Officers officers, OfficerPosts posts, Logins logins, Actors actors) {
        this.lists = lists;
        this.officers = officers;
        this.posts = posts;
        this.logins = logins;
        this.actors = actors;
    }

    record Line(
            UUID id,
            String username,
            String name,
            boolean active,
            @Nullable String unit,
            @Nullable String role,
            String login) {

        static Line of(OfficerRow row) {
            return new Line(
                    row.id(),
                    row.username(),
                    row.name(),
                    row.active(),
                    row.unit(),
                    row.role(),
                    row.login().key());
        }
    }

    record Page(List<Line> items, @Nullable UUID next) {

        static Page of(OfficerPage page) {
            return new Page(page.items().stream().map(Line::of).toList(), page.next());
        }
    }

    record One(
            UUID id,
            String username,
            String name,
            @Nullable String phone,
            boolean active,
            String login,
            List<PostRow> posts) {

        static One of(OfficerFile file) {
            return new One(
                    file.id(),
                    file.username(),
                    file.name(),
                    file.phone(),
                    file.active(),
                    file.login().key(),
                    file.posts());
        }
    }

    record Question(
            @Nullable String q,
            @Nullable UUID after,
            @Nullable Integer limit) {}

    record Asked(
            @Nullable String username,
            @Nullable String name,
            @Nullable String phone) {}

    record Ended(@Nullable String until) {}

    record Secret(String secret) {}

    @GetMapping("/officers")
    @Requires("officer.read")
    Page list(
            @RequestParam(required = false) @Nullable UUID agency,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "" + PAGE) int limit) {
        return Page.of(lists.page("", agency, after, checked(limit), actors.current()));
    }

    @PostMapping("/officers/search")
    @Requires("officer.read")
    @Costly
    Page search(@RequestBody Question asked) {
        int limit = asked.limit() == null ? PAGE : checked(asked.limit());
        return Page.of(lists.page(text(asked.q()), null, asked.after(), limit, actors.current()));
    }

    @GetMapping("/officers/{id}")
    @Requires("officer.read")
    One one(@PathVariable UUID id) {
        return One.of(officers.read(id, actors.current()));
    }

    @PostMapping("/officers")
    @Requires("officer.manage")
    ResponseEntity<Made> add(
            @RequestBody Asked asked,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        NewOfficer officer = new NewOfficer(text(asked.username()), text(asked.name()), text(asked.phone()));
        return created("/api/v1/officers/", officers.add(key, officer, actors.current()));
    }

    @PostMapping("/officers/{id}/posts")
    @Requires("officer.manage")
    ResponseEntity<Made> give(
            @PathVariable UUID id,
            @RequestBody PostInput asked,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        NewPost post = asked.asked();
        return created("/api/v1/posts/", posts.add(key, id, post, actors.current()));
    }

    /** {@code until} is the last day; without it the post ends at once. */
    @PostMapping("/posts/{post}/end")
    @Requires("officer.manage")
    Made end(@PathVariable UUID post, @RequestBody Ended asked) {
        posts.end(posts.holder(post), post, PostInput.date("until", asked.until()), actors.current());
        return new Made(post);
    }

    @PostMapping("/officers/{id}/deactivate")
    @Requires("officer.manage")
    Made deactivate(@PathVariable UUID id) {
        officers.setActive(id, false, actors.current());
        return new Made(id);
    }

    @PostMapping("/officers/{id}/activate")
    @Requires("officer.manage")
    Made activate(@PathVariable UUID id) {
        officers.setActive(id, true, actors.current());
        return new Made(id);
    }

    @PostMapping("/officers/{id}/end-sessions")
    @Requires("officer.login")
    Made endSessions(@PathVariable UUID id) {
        logins.endSessions(id, actors.current());
        return new Made(id);
    }

    @PostMapping("/officers/{id}/secret")
    @Requires("officer.login")
    ResponseEntity<Secret> secret(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Secret(logins.issue(id, actors.current())));
    }

    private static ResponseEntity<Made> created(String at, Made made) {
        return ResponseEntity.created(URI.create(at + made.id())).body(made);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        return limit;
    }
}

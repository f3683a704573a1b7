package org.shouwang.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.notification.Notice;
import org.shouwang.notification.NoticeTexts;
import org.shouwang.notification.Notices;
import org.shouwang.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An officer's own notices, for programs. */
@RestController
@RequestMapping("/api/v1/notices")
@Requires("notice.read")
class NoticeApi {

    private static final int MOST = 100;

    private final Notices notices;
    private final NoticeTexts texts;
    private final Actors actors;

    NoticeApi(Notices notices, NoticeTexts texts, Actors actors) {
        this.notices = notices;
        this.texts = texts;
        this.actors = actors;
    }

    /** @param link a path of this product */
    record Item(UUID id, String code, String text, Instant at, boolean unread, String link) {}

    /** @param next the id to ask on with as {@code after}; null at the end */
    record Page(List<Item> items, @Nullable UUID next) {}

    /** The newest first. */
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<Notice> found = after == null ? notices.latest(officer(), limit) : notices.before(officer(), after, limit);
        List<Item> items = found.stream().map(notice -> item(notice, locale)).toList();
        return new Page(items, items.size() == limit ? items.get(limit - 1).id() : null);
    }

    /** Marks one as seen and says where it leads. */
    @PostMapping("/{id}/read")
    Map<String, String> read(@PathVariable UUID id) {
        return Map.of("link", notices.follow(officer(), id).orElseThrow(Refusal::notFound));
    }

    /** Marks all as seen. */
    @PostMapping("/read")
    Map<String, Integer> readAll() {
        notices.readAll(officer());
        return Map.of("unread", notices.unread(officer()));
    }

    private UUID officer() {
        return actors.current().officer().id();
    }

    private Item item(Notice notice, Locale locale) {
        return new Item(
                notice.id(),
                notice.code(),
                texts.sentence(notice.code(), locale),
                notice.at(),
                notice.unread(),
                notice.link());
    }
}

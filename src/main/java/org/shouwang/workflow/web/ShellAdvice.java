package org.shouwang.workflow.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.notification.Notices;
import org.shouwang.web.NavItem;
import org.shouwang.web.Shell;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.Box;
import org.shouwang.workflow.inbox.InboxLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The bars around every page: only what one's roles may open. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private static final List<Entry> ITEMS = List.of(
            new Entry("inbox.read", NavItem.to("inbox", "/inbox", "inbox")),
            new Entry("report.submit", NavItem.to("report", "/report", "report")),
            new Entry("hotline.read", NavItem.to("hotline", "/hotline", "phone")),
            new Entry("case.list", NavItem.to("cases", "/cases", "file")),
            new Entry("board.read", NavItem.to("board", "/board", "board")));
    private static final List<Entry> MORE = List.of(
            new Entry("report.submit", NavItem.to("tracking", "/reports/mine", "search")),
            new Entry("placement.list", NavItem.to("placements", "/placements", "bed")),
            new Entry("hint.read", NavItem.to("hints", "/hints", "search")),
            new Entry("merge.decide", NavItem.to("merges", "/merge-candidates", "me")),
            new Entry("source-list.send", NavItem.to("source-lists", "/source-lists", "clip")),
            new Entry("police.liaison", NavItem.to("police-desk", "/police-desk", "clip")),
            new Entry("check.read", NavItem.to("checks", "/check-plans", "check")),
            new Entry("late-report.record", NavItem.to("late-reports", "/late-reports", "clock")),
            new Entry("case.emergency", NavItem.to("emergency", "/emergency", "warn")),
            new Entry("delegation.own", NavItem.to("delegations", "/delegations", "sun")),
            new Entry("officer.read", NavItem.to("posts", "/posts", "me")),
            new Entry("retention.read", NavItem.to("retention", "/retention", "table")),
            new Entry("juvenile.open", NavItem.to("juvenile", "/juvenile", "lock")),
            new Entry("journal.verify", NavItem.to("journal", "/journal", "table")),
            new Entry("operations.read", NavItem.to("operations", "/operations", "clock")),
            new Entry("access.read", NavItem.to("access", "/access-matrix", "lock")),
            new Entry("processes.read", NavItem.to("processes", "/processes", "file")));

    private final Actors actors;
    private final Access access;
    private final Divisions divisions;
    private final Notices notices;
    private final InboxLists inbox;
    private final Catalogues catalogues;
    private final Clock clock;

    ShellAdvice(
            Actors actors,
            Access access,
            Divisions divisions,
            Notices notices,
            InboxLists inbox,
            Catalogues catalogues,
            Clock clock) {
        this.actors = actors;
        this.access = access;
        this.divisions = divisions;
        this.notices = notices;
        this.inbox = inbox;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    private record Entry(String act, NavItem item) {}

    @ModelAttribute("shell")
    @Nullable
    Shell shell(Locale locale) {
        return actors.find().map(actor -> shell(actor, locale)).orElse(null);
    }

    /** For the mark on paper: who took it out and when; not on documents people sign. */
    @ModelAttribute("printedAt")
    ZonedDateTime printedAt() {
        return ZonedDateTime.now(clock);
    }

    private Shell shell(Actor actor, Locale locale) {
        Post post = actor.mainPost().orElse(null);
        return new Shell(
                post == null ? "" : county(post.division()),
                actor.officer().name(),
                post == null ? "" : roleName(post.role(), locale),
                post == null ? "" : post.agencyName(),
                notices.unread(actor.officer().id()),
                allowed(ITEMS).stream().map(item -> counted(item, actor)).toList(),
                allowed(MORE));
    }

    private String county(String division) {
        return divisions.upwards(division).stream()
                .filter(each -> each.level().equals("county"))
                .map(Division::name)
                .findFirst()
                .orElse("");
    }

    private String roleName(String role, Locale locale) {
        return catalogues
                .current()
                .roles()
                .find(role)
                .map(found -> locale.getLanguage().equals("en") ? found.en() : found.zh())
                .orElse(role);
    }

    private List<NavItem> allowed(List<Entry> entries) {
        List<NavItem> items = new ArrayList<>();
        for (Entry entry : entries) {
            if (access.may(entry.act())) {
                items.add(entry.item());
            }
        }
        return items;
    }

    private NavItem counted(NavItem item, Actor actor) {
        return item.key().equals("inbox")
                ? new NavItem(item.key(), item.href(), item.icon(), inbox.count(actor, Box.MINE))
                : item;
    }
}

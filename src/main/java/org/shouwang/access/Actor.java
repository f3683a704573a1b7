package org.shouwang.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts: an officer with the posts that hold today, most important first.
 *
 * @param barred cases and reports this officer is kept off because of a conflict of interest (回避)
 * @param emergencies cases this officer reads in an emergency (紧急查阅), until each ends
 */
public record Actor(Officer officer, List<Post> posts, Set<UUID> barred, List<Emergency> emergencies) {

    public Actor {
        posts = List.copyOf(posts);
        barred = Set.copyOf(barred);
        emergencies = List.copyOf(emergencies);
    }

    public boolean holds(String role) {
        return posts.stream().anyMatch(post -> post.role().equals(role));
    }

    /** Under whose names tasks and parts in cases are this officer's to work on: the own, and of those stood in for. */
    public Set<UUID> names() {
        Set<UUID> names = new LinkedHashSet<>(Set.of(officer.id()));
        posts.stream().filter(Post::named).map(this::holder).forEach(names::add);
        return names;
    }

    UUID holder(Post post) {
        return post.actingFor() == null ? officer.id() : post.actingFor();
    }

    /** The emergency access to a subject that runs, if there is one; to what is sealed only one made for that. */
    public Optional<Emergency> emergency(Subject subject) {
        return emergencies.stream()
                .filter(each -> each.subject().equals(subject.id()))
                .filter(each -> each.juvenile() || !subject.sealed())
                .findFirst();
    }

    /** The post that speaks for this officer where none is named, if there is any. */
    public Optional<Post> mainPost() {
        return posts.stream().findFirst();
    }
}

package org.shouwang.access;

import java.util.List;
import java.util.Optional;

/** Who acts: an officer with the posts that hold today, most important first. */
public record Actor(Officer officer, List<Post> posts) {

    public Actor {
        posts = List.copyOf(posts);
    }

    public boolean holds(String role) {
        return posts.stream().anyMatch(post -> post.role().equals(role));
    }

    /** The post that speaks for this officer where none is named, if there is any. */
    public Optional<Post> mainPost() {
        return posts.stream().findFirst();
    }
}

package org.shouwang.officers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Programs;

/** An officer with all posts, those that have ended last. */
public record OfficerFile(
        UUID id,
        String username,
        String name,
        @Nullable String phone,
        boolean active,
        LoginState login,
        List<PostRow> posts) {

    public OfficerFile {
        posts = List.copyOf(posts);
    }

    /** Posts that hold today or will. */
    public List<PostRow> standing(LocalDate today) {
        return posts.stream().filter(post -> !post.ended(today)).toList();
    }

    public boolean program() {
        return Programs.isOne(username);
    }

    @Override
    public String toString() {
        return "OfficerFile[" + id + "]";
    }
}

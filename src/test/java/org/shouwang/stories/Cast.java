package org.shouwang.stories;

import java.util.HashMap;
import java.util.Map;

/** Everybody who has a part in a story: each logs in once and stays at the same screen until it ends. */
final class Cast implements AutoCloseable {

    private final Map<String, Someone> people = new HashMap<>();

    Someone atDesk(String username) {
        return people.computeIfAbsent(username, Someone::atDesk);
    }

    Someone onPhone(String username) {
        return people.computeIfAbsent(username, Someone::onPhone);
    }

    @Override
    public void close() {
        people.values().forEach(Someone::close);
    }
}

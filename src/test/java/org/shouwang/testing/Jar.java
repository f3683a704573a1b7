package org.shouwang.testing;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cookies as a browser keeps them on this machine, where a plain address is as good as a secure one. */
final class Jar extends CookieHandler {

    private final List<HttpCookie> cookies = new ArrayList<>();

    @Override
    public synchronized Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
        String sent = cookies.stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? Map.of() : Map.of("Cookie", List.of(sent));
    }

    @Override
    public synchronized void put(URI uri, Map<String, List<String>> headers) {
        headers.forEach((name, values) -> {
            if ("set-cookie".equalsIgnoreCase(name)) {
                values.forEach(value -> HttpCookie.parse("Set-Cookie: " + value).forEach(this::keep));
            }
        });
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getPath() == null) {
            cookie.setPath("/");
        }
        cookies.removeIf(known ->
                known.getName().equals(cookie.getName()) && known.getPath().equals(cookie.getPath()));
        if (cookie.getMaxAge() != 0) {
            cookies.add(cookie);
        }
    }

    synchronized List<HttpCookie> all() {
        return List.copyOf(cookies);
    }
}

package org.shouwang.workflow.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of roles.yaml, in the file's order. */
public final class Roles {

    private static final Set<String> TIERS = Set.of("village", "township", "county", "agency", "system", "client");

    private final Map<String, Role> roles;

    private Roles(Map<String, Role> roles) {
        this.roles = roles;
    }

    public static Roles of(Collection<Role> roles) {
        Map<String, Role> byKey = new LinkedHashMap<>();
        roles.forEach(role -> byKey.put(role.key(), role));
        return new Roles(byKey);
    }

    public static Roles read(ProcessFiles files, List<Fault> faults) {
        List<Role> roles = new ArrayList<>();
        files.yaml("roles.yaml", faults).ifPresent(file -> file.entries().forEach(entry -> {
            Role role = new Role(entry.text("key"), entry.text("zh"), entry.text("en"), entry.text("tier"));
            if (!TIERS.contains(role.tier())) {
                entry.fault("tier", "tier is " + role.tier() + "; it must be one of " + String.join(", ", sorted()));
            }
            if (roles.stream().anyMatch(other -> other.key().equals(role.key()))) {
                entry.fault("key", "the role " + role.key() + " is there twice");
            }
            roles.add(role);
        }));
        return of(roles);
    }

    private static List<String> sorted() {
        return TIERS.stream().sorted().toList();
    }

    public Optional<Role> find(String key) {
        return Optional.ofNullable(roles.get(key));
    }

    public boolean has(String key) {
        return roles.containsKey(key);
    }

    public Set<String> keys() {
        return Set.copyOf(roles.keySet());
    }

    public Collection<Role> all() {
        return List.copyOf(roles.values());
    }

    public String name(String key, Locale locale) {
        return find(key).map(role -> role.name(locale)).orElse(key);
    }
}

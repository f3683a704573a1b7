package org.shouwang.access;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an access matrix may name, so that a wrong name is found when the file is read and not when somebody is refused.
 *
 * @param acts whether something asks for this act
 * @param roles keys of all roles
 * @param stages codes of {@code STAGE}
 * @param forms of each form its fields, each with its data class; empty text for none
 */
public record MatrixNames(
        Predicate<String> acts, Set<String> roles, Set<String> stages, Map<String, Map<String, String>> forms) {}

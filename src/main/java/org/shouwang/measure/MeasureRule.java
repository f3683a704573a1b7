package org.shouwang.measure;

import java.util.List;

/**
 * Who may issue one measure on a guardian.
 *
 * @param key {@code GUARDIAN_MEASURE} code
 * @param organs {@code ORGAN} codes; nobody else issues it
 * @param basis the article that says so, in words
 * @param mark how well that is known, as in {@code clocks.yaml}
 */
record MeasureRule(String key, List<String> organs, String basis, String mark) {

    MeasureRule {
        organs = List.copyOf(organs);
    }
}

package org.shouwang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code processes/access-matrix.csv}: who may do what, row by row, written by hand. What no row allows is refused.
 * Replaced whole when the county's files are taken over.
 */
@Component
public class AccessMatrix {

    private volatile Matrix current = Matrix.NOTHING;

    /** Takes over a file that {@link Matrix#read} found right. */
    public void take(String csv, MatrixNames names) {
        List<String> faults = new ArrayList<>();
        Matrix read = Matrix.read(csv, names, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("access-matrix.csv: " + faults);
        }
        current = read;
    }

    /** All rules in force, in the order of the file. */
    public List<Rule> all() {
        return current.rules();
    }

    /** The rules of one act, in the order of the file. */
    public List<Rule> rules(String act) {
        return current.rules(act);
    }

    /** Every act that some role may do. */
    public Set<String> acts() {
        return current.acts();
    }
}

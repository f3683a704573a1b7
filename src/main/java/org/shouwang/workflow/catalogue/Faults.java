package org.shouwang.workflow.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The files under processes/ cannot be taken over; lists every fault, one a line. */
public final class Faults extends RuntimeException {

    private final List<Fault> faults;

    public Faults(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "processes/ has " + faults.size() + " fault(s):\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** Does nothing when there are none. */
    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    public List<Fault> faults() {
        return faults;
    }
}

package org.shouwang.spreadsheet;

/** A file that is no table we can read; what stands in it is not told. */
public final class UnreadableTable extends Exception {

    UnreadableTable(String reason) {
        super(reason);
    }
}

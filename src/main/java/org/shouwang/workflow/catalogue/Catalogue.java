package org.shouwang.workflow.catalogue;

import java.util.List;

/**
 * The county's files as one whole: what is in force belongs together. Other rooms read their own kind out of
 * {@link #files()}.
 *
 * @param sha256 of all files together: two nodes with the same value work by the same rules
 */
public record Catalogue(ProcessFiles files, Codes codes, Roles roles, String sha256) {

    public static Catalogue read(ProcessFiles files, List<Fault> faults) {
        return new Catalogue(files, Codes.read(files, faults), Roles.read(files, faults), files.sha256());
    }
}

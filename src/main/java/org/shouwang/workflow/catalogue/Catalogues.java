package org.shouwang.workflow.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Holds the catalogue in force. Files are read at start and when an administrator asks for it; with a single fault in
 * them the start stops or the take-over does not happen.
 */
@Component
public class Catalogues implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

    private final @Nullable Path dir;
    // Asked late: the rooms that listen may themselves need the catalogue.
    private final ObjectProvider<CatalogueListener> rooms;
    private volatile Catalogue current;

    Catalogues(@Value("${shouwang.processes:}") String dir, ObjectProvider<CatalogueListener> rooms) {
        this.dir = dir.isBlank() ? null : Path.of(dir);
        this.rooms = rooms;
        List<Fault> faults = new ArrayList<>();
        this.current = Catalogue.read(ProcessFiles.read(this.dir), faults);
        Faults.refuse(faults);
    }

    /** Stops the start when a room finds a fault; runs before the first request and the first job. */
    @Override
    public void afterSingletonsInstantiated() {
        List<Fault> faults = new ArrayList<>();
        rooms.orderedStream().forEach(room -> room.check(current, faults));
        Faults.refuse(faults);
        rooms.orderedStream().forEach(room -> room.take(current));
        LOG.info(
                "Works by {} files of processes/, sha256 {}",
                current.files().all().size(),
                current.sha256());
    }

    public Catalogue current() {
        return current;
    }

    /** What would keep the files as they are now from being taken over; an empty list means nothing. */
    public List<Fault> check() {
        return faults(dir);
    }

    /** As {@link #check()}, for the files in another folder. */
    public List<Fault> check(Path folder) {
        return faults(folder);
    }

    private List<Fault> faults(@Nullable Path folder) {
        try {
            List<Fault> faults = new ArrayList<>();
            checked(ProcessFiles.read(folder), faults);
            return faults;
        } catch (Faults e) {
            return e.faults();
        }
    }

    /**
     * Reads the files again and takes them over whole.
     *
     * @return the catalogue now in force
     * @throws Faults when there are any; everything stays as it was
     */
    public synchronized Catalogue reload() {
        List<Fault> faults = new ArrayList<>();
        Catalogue candidate = checked(ProcessFiles.read(dir), faults);
        Faults.refuse(faults);
        takeOver(candidate);
        LOG.info("Took over processes/, sha256 {}", candidate.sha256());
        return candidate;
    }

    private Catalogue checked(ProcessFiles files, List<Fault> faults) {
        Catalogue candidate = Catalogue.read(files, faults);
        rooms.orderedStream().forEach(room -> room.check(candidate, faults));
        return candidate;
    }

    private void takeOver(Catalogue candidate) {
        Catalogue before = current;
        List<CatalogueListener> taken = new ArrayList<>();
        try {
            for (CatalogueListener room : rooms.orderedStream().toList()) {
                taken.add(room);
                room.take(candidate);
            }
            current = candidate;
        } catch (RuntimeException e) {
            // Half the rooms on new files and half on old ones would be worse than either.
            taken.forEach(room -> room.take(before));
            throw e;
        }
    }
}

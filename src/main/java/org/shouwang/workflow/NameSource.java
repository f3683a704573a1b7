package org.shouwang.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what to show for ids that forms hold: of people, for instance. */
public interface NameSource {

    /** Names of those ids this source knows and the current officer may see named. */
    Map<String, String> names(Collection<UUID> ids);
}

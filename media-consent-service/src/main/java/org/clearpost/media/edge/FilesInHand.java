package org.clearpost.media.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts the files held in memory: so many at once, and of one group never all of them. */
public final class FilesInHand {

    private final int atOnce;
    private final int perGroup;
    private final Map<UUID, Integer> ofGroup = new HashMap<>();
    private int all;

    public FilesInHand(int atOnce, int perGroup) {
        this.atOnce = atOnce;
        this.perGroup = perGroup;
    }

    /** Whether there was room for one more; then it must be put back. */
    public synchronized boolean take(UUID group) {
        if (all >= atOnce || ofGroup.getOrDefault(group, 0) >= perGroup) {
            return false;
        }
        all++;
        ofGroup.merge(group, 1, Integer::sum);
        return true;
    }

    public synchronized void putBack(UUID group) {
        all--;
        int left = ofGroup.getOrDefault(group, 0) - 1;
        if (left > 0) {
            ofGroup.put(group, left);
        } else {
            ofGroup.remove(group);
        }
    }
}

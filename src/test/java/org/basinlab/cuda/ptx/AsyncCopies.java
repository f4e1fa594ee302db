package org.basinlab.cuda.ptx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a warp's threads copy asynchronously to shared memory. It arrives there when they wait for it
 * and not before, the latest that a GPU may take; so a wait that is missing shows.
 */
final class AsyncCopies {
    private final List<Copy> copies = new ArrayList<>();
    private final int[] committed = new int[Warp.LANES];

    private static final class Copy {
        private final AsyncCopy instruction;
        private final long[] targets;
        private final byte[] data;
        private final int[] groups;
        private int pending;

        Copy(AsyncCopy instruction, int mask, long[] targets, byte[] data, int[] groups) {
            this.instruction = instruction;
            this.pending = mask;
            this.targets = targets;
            this.data = data;
            this.groups = groups;
        }
    }

    void clear() {
        copies.clear();
        Arrays.fill(committed, 0);
    }

    void add(AsyncCopy instruction, int mask, long[] targets, byte[] data) {
        copies.add(new Copy(instruction, mask, targets, data, committed.clone()));
    }

    /** {@code cp.async.commit_group}. */
    void commit(int mask) {
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            committed[Integer.numberOfTrailingZeros(todo)]++;
        }
    }

    /** {@code cp.async.wait_group}: all but the last so many groups arrive. */
    void arrive(Warp warp, int mask, int allBut) {
        for (var copy : copies) {
            int arriving = 0;
            for (int todo = copy.pending & mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                if (copy.groups[lane] < committed[lane] - allBut) {
                    arriving |= 1 << lane;
                }
            }
            if (arriving != 0) {
                copy.instruction.arrive(warp, arriving, copy.targets, copy.data);
                copy.pending &= ~arriving;
            }
        }
        copies.removeIf(copy -> copy.pending == 0);
    }
}

package org.basinlab.sweep;

/**
 * What a sweep did.
 *
 * @param folder          where its rows are
 * @param rows            of what was asked: all of them are there
 * @param finishedEarlier how many of these were there before
 * @param otherRows       that the folder holds besides, asked for earlier and not now
 * @param batches         that were run now
 * @param seconds         that it took
 * @param rowsPerSecond   of those run now; NaN where there was none
 */
public record SweepResult(
        String folder,
        long rows,
        long finishedEarlier,
        long otherRows,
        int batches,
        double seconds,
        double rowsPerSecond) {}

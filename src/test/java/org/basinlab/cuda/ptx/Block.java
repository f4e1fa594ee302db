package org.basinlab.cuda.ptx;

/** A block of threads; one object executes one block after the other. */
final class Block {
    final SharedMemory shared;
    private final Launch launch;
    private final Warp[] warps;
    private int x;
    private int y;
    private int z;
    private int number;
    private int epoch;
    private long loops;
    private int votes;
    private int voters;
    private int nextVotes;
    private int nextVoters;

    Block(Launch launch) {
        this.launch = launch;
        shared = new SharedMemory(this, launch.sharedBytes(), launch.program().finest(), launch.checks());
        warps = new Warp[(int) ((launch.block().count() + Warp.LANES - 1) / Warp.LANES)];
        for (int i = 0; i < warps.length; i++) {
            warps[i] = new Warp(this, i);
        }
        for (var warp : warps) {
            SpecialRows.fillFixed(warp, launch);
        }
    }

    Launch launch() {
        return launch;
    }

    Program program() {
        return launch.program();
    }

    /** The number that stands for this block among those of all launches. */
    int stamp() {
        return launch.firstStamp() + number;
    }

    /** Counts barriers, through all blocks that this object executes. */
    int epoch() {
        return epoch;
    }

    /** Executes one block; returns how many instructions its warps did. */
    long execute(int blockNumber) {
        number = blockNumber;
        var grid = launch.grid();
        x = blockNumber % grid.x();
        y = blockNumber / grid.x() % grid.y();
        z = blockNumber / grid.x() / grid.y();
        loops = 0;
        epoch++;
        shared.clear();
        int threads = (int) launch.block().count();
        for (var warp : warps) {
            warp.begin(Math.min(Warp.LANES, threads - warp.number * Warp.LANES));
            SpecialRows.fillBlock(warp, x, y, z);
        }
        var again = true;
        while (again) {
            again = false;
            for (var warp : warps) {
                if (warp.live() != 0) {
                    again |= warp.turn() == Warp.Status.AT_BARRIER;
                }
            }
            release();
        }
        long executed = 0;
        for (var warp : warps) {
            executed += warp.executed();
        }
        return executed;
    }

    private void release() {
        epoch++;
        for (var warp : warps) {
            warp.epoch = 0;
        }
        votes = nextVotes;
        voters = nextVoters;
        nextVotes = 0;
        nextVoters = 0;
    }

    void vote(int set, int asked) {
        nextVotes += set;
        nextVoters += asked;
    }

    /** Of the threads at the last barrier, those with the predicate set. */
    int votes() {
        return votes;
    }

    int voters() {
        return voters;
    }

    /** Counts a backward branch, of which a block may do so many. */
    void countLoop(Warp warp, int mask) {
        if (++loops > launch.loopLimit()) {
            throw warp.fault(
                    Fault.Kind.OTHER,
                    Integer.numberOfTrailingZeros(mask),
                    "the block does not end (" + launch.loopLimit() + " backward branches)");
        }
    }

    Fault fault(Fault.Kind kind, int line, int thread, String what) {
        var block = launch.block();
        int tx = thread % block.x();
        int ty = thread / block.x() % block.y();
        int tz = thread / block.x() / block.y();
        return new Fault(
                kind,
                "kernel %s, line %d, block (%d,%d,%d), thread (%d,%d,%d): %s"
                        .formatted(program().name(), line, x, y, z, tx, ty, tz, what));
    }
}

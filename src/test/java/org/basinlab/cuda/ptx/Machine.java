package org.basinlab.cuda.ptx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Executes kernels over a memory. Blocks run on several threads; those of a kernel with atomics, one after the other. */
public final class Machine {
    private static final long LOOP_LIMIT = 1L << 30;

    private final DeviceMemory memory;
    private Checks checks = Checks.ALL;
    private int threads = Runtime.getRuntime().availableProcessors();
    private long loopLimit = LOOP_LIMIT;
    private long executed;

    public Machine(DeviceMemory memory) {
        this.memory = memory;
    }

    public DeviceMemory memory() {
        return memory;
    }

    /** Sets what is checked; everything at first. */
    public Machine checks(Checks newChecks) {
        checks = newChecks;
        return this;
    }

    /** Sets on how many threads blocks run; at first, on as many as there are processors. */
    public Machine threads(int newThreads) {
        threads = newThreads;
        return this;
    }

    /** Sets how many backward branches a block's warps may do before it counts as one that never ends. */
    public Machine loopLimit(long newLimit) {
        loopLimit = newLimit;
        return this;
    }

    /** Instructions executed so far, each counted once for a whole warp. */
    public long executedWarpInstructions() {
        return executed;
    }

    /**
     * Executes a kernel to its end. Of several blocks with a fault, the lowest one's is thrown.
     *
     * @throws Fault if a thread does what it must not
     */
    public void launch(Program program, Dim grid, Dim block, int dynamicShared, byte[] parameters) {
        int blocks = Math.toIntExact(grid.count());
        var launch = new Launch(
                program,
                grid,
                block,
                dynamicShared,
                parameters.clone(),
                memory,
                checks,
                memory.stamps(blocks + 1),
                loopLimit);
        int workers = program.atomics() ? 1 : Math.min(threads, blocks);
        var run = new Run(launch, blocks);
        if (workers <= 1) {
            run.work();
        } else {
            run.workOn(workers);
        }
        executed += run.executed.get();
        if (run.failure instanceof Error error) {
            throw error;
        }
        if (run.failure != null) {
            throw (RuntimeException) run.failure;
        }
    }

    private static final class Run {
        private final Launch launch;
        private final int blocks;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong executed = new AtomicLong();
        private int failed = Integer.MAX_VALUE;
        private volatile Throwable failure;

        Run(Launch launch, int blocks) {
            this.launch = launch;
            this.blocks = blocks;
        }

        /** Blocks are begun in their order, so that all below a failed one have their turn. */
        void work() {
            var block = new Block(launch);
            while (failure == null) {
                int number = next.getAndIncrement();
                if (number >= blocks) {
                    return;
                }
                try {
                    executed.addAndGet(block.execute(number));
                } catch (RuntimeException | Error e) {
                    fail(number, e);
                }
            }
        }

        private synchronized void fail(int number, Throwable e) {
            if (number < failed) {
                failed = number;
                failure = e;
            }
        }

        void workOn(int workers) {
            var done = new CountDownLatch(workers - 1);
            for (int i = 1; i < workers; i++) {
                var thread = new Thread(
                        () -> {
                            try {
                                work();
                            } finally {
                                done.countDown();
                            }
                        },
                        "emulated-gpu-" + i);
                thread.setDaemon(true);
                thread.start();
            }
            work();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted within a launch", e);
            }
        }
    }
}

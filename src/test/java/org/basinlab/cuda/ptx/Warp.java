package org.basinlab.cuda.ptx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * 32 threads, or fewer at a block's end. Each lane has its own program counter; of the lanes that
 * can go on, those at the lowest one do, until they meet others: code as compilers lay it out comes
 * together so. Lanes wait at an instruction that needs others until those are there, wherever the
 * compiler put the code that those still have to execute.
 */
final class Warp {
    static final int LANES = 32;

    private static final int UNSET_32 = 0xffc0_dead;
    private static final long UNSET_64 = 0xfff8_dead_dead_deadL;

    /** How a turn ended. */
    enum Status {
        AT_BARRIER,
        ENDED
    }

    final int[][] r;
    final long[][] q;
    final int[] p;
    final int[] pcs = new int[LANES];
    final long[] address = new long[LANES];
    final int[] at = new int[LANES];
    final LocalMemory local;
    final Allocation[] near;
    final Block block;
    final AsyncCopies copies = new AsyncCopies();

    /** Where the lanes' data lies that the last resolved access found, at {@link #at}. */
    byte[] data;

    /** The lanes' carry flags. */
    int carry;

    /** Counts the barriers of this warp since the last of the block. */
    int epoch;

    final int number;
    private final Program program;
    private final Instruction[] code;
    private final List<int[]> variable32;
    private final List<long[]> variable64;
    private int live;
    private int parked;
    private int pc;
    private BlockBarrier barrier;
    private int atBarrier;
    private long executed;

    Warp(Block block, int number) {
        this.block = block;
        this.number = number;
        program = block.program();
        code = program.code();
        var registers = program.registers();
        r = new int[registers.rows32()][LANES];
        q = new long[registers.rows64()][LANES];
        p = new int[registers.predicates()];
        registers.constants32().forEach((row, value) -> Arrays.fill(r[row], value));
        registers.constants64().forEach((row, value) -> Arrays.fill(q[row], value));
        variable32 = rowsBut(r, Special.values().length, registers.constants32().keySet());
        variable64 = rowsBut(q, 0, registers.constants64().keySet());
        local = new LocalMemory(program.localBytes());
        near = new Allocation[program.accesses()];
    }

    private static <T> List<T> rowsBut(T[] rows, int first, Set<Integer> constant) {
        return IntStream.range(first, rows.length)
                .filter(row -> !constant.contains(row))
                .mapToObj(row -> rows[row])
                .toList();
    }

    /** Makes the warp's lanes threads of a new block; registers hold what is NaN and no address. */
    void begin(int lanes) {
        live = lanes == LANES ? -1 : (1 << lanes) - 1;
        parked = 0;
        carry = 0;
        epoch = 0;
        barrier = null;
        executed = 0;
        Arrays.fill(pcs, 0);
        Arrays.fill(p, 0);
        for (var row : variable32) {
            Arrays.fill(row, UNSET_32);
        }
        for (var row : variable64) {
            Arrays.fill(row, UNSET_64);
        }
        local.clear();
        copies.clear();
    }

    int live() {
        return live;
    }

    /** Instructions executed, each once for all lanes. */
    long executed() {
        return executed;
    }

    /** The thread's number in its block. */
    int thread(int lane) {
        return number * LANES + lane;
    }

    /** Executes until all lanes have ended or wait for the block. */
    Status turn() {
        if (barrier != null) {
            barrier.execute(this, atBarrier);
            advance(atBarrier);
            barrier = null;
        }
        while (live != 0) {
            int ready = live & ~parked;
            if (ready != 0) {
                group(ready);
            } else if (allAtBlockBarrier()) {
                return Status.AT_BARRIER;
            } else if (!goesOnWithoutTheEnded()) {
                throw divergence();
            }
        }
        return Status.ENDED;
    }

    /** Executes the lanes at the lowest program counter until they meet others or part. */
    private void group(int ready) {
        int lowest = Integer.MAX_VALUE;
        int limit = Integer.MAX_VALUE;
        int mask = 0;
        for (int todo = ready; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int place = pcs[lane];
            if (place < lowest) {
                limit = lowest;
                lowest = place;
                mask = 1 << lane;
            } else if (place == lowest) {
                mask |= 1 << lane;
            } else if (place < limit) {
                limit = place;
            }
        }
        pc = lowest;
        while (pc < limit && mask != 0) {
            mask = step(mask);
        }
        move(mask, pc);
    }

    /** Executes one instruction for {@code mask}; returns the lanes that stay together, at {@link #pc}. */
    private int step(int mask) {
        var instruction = code[pc];
        executed++;
        int doing = instruction.guard < 0 ? mask : mask & (p[instruction.guard] ^ instruction.flip);
        if (doing == 0) {
            pc++;
            return mask;
        }
        switch (instruction.kind()) {
            case PLAIN -> {
                instruction.execute(this, doing);
                pc++;
                return mask;
            }
            case BRANCH -> {
                int target = ((Control.Branch) instruction).label.target;
                if (target <= pc) {
                    block.countLoop(this, doing);
                }
                if (doing == mask) {
                    pc = target;
                    return mask;
                }
                move(doing, target);
                move(mask & ~doing, pc + 1);
                return 0;
            }
            case TABLE -> {
                move(mask, pc + 1);
                instruction.execute(this, doing);
                return 0;
            }
            case EXIT -> {
                live &= ~doing;
                pc++;
                return mask & ~doing;
            }
            case WARP_BARRIER -> {
                return meet((WarpBarrier) instruction, mask, doing);
            }
            default -> {
                move(mask, pc + 1);
                move(doing, pc);
                parked |= doing;
                return 0;
            }
        }
    }

    private int meet(WarpBarrier instruction, int mask, int doing) {
        if (doing == -1 && instruction.isOfAll(this)) {
            instruction.execute(this, -1);
            epoch++;
            pc++;
            return mask;
        }
        move(mask, pc + 1);
        move(doing, pc);
        parked |= doing;
        release(instruction);
        return 0;
    }

    /** Executes what lanes wait for at {@link #pc} for those whose others are all there; whether there were any. */
    private boolean release(WarpBarrier instruction) {
        int here = 0;
        for (int todo = parked & live; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            if (pcs[lane] == pc) {
                here |= 1 << lane;
            }
        }
        var released = false;
        for (int todo = here; todo != 0; ) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int members = members(instruction, lane);
            int same = 0;
            for (int others = members & here; others != 0; others &= others - 1) {
                int other = Integer.numberOfTrailingZeros(others);
                if (members(instruction, other) == members) {
                    same |= 1 << other;
                }
            }
            if (same == members) {
                instruction.execute(this, members);
                epoch++;
                advance(members);
                released = true;
            }
            todo &= ~(same | 1 << lane);
        }
        return released;
    }

    /** Lanes that waited for others may go on when those have ended. */
    private boolean goesOnWithoutTheEnded() {
        for (int todo = parked & live; todo != 0; todo &= todo - 1) {
            pc = pcs[Integer.numberOfTrailingZeros(todo)];
            if (code[pc] instanceof WarpBarrier instruction && release(instruction)) {
                return true;
            }
        }
        return false;
    }

    private int members(WarpBarrier instruction, int lane) {
        int members = instruction.members(this, lane);
        if ((members & 1 << lane) == 0) {
            throw fault(Fault.Kind.OTHER, lane, "a member mask without the thread itself");
        }
        if ((members & ~live) != 0) {
            if (instruction.forgivesTheEnded()) {
                return members & live;
            }
            throw fault(
                    Fault.Kind.OTHER, lane, "a warp-wide instruction that names lanes which are not there or ended");
        }
        return members;
    }

    private boolean allAtBlockBarrier() {
        int first = Integer.numberOfTrailingZeros(live);
        if (!(code[pcs[first]] instanceof BlockBarrier found)) {
            return false;
        }
        for (int todo = live; todo != 0; todo &= todo - 1) {
            if (pcs[Integer.numberOfTrailingZeros(todo)] != pcs[first]) {
                return false;
            }
        }
        pc = pcs[first];
        barrier = found;
        atBarrier = live;
        found.arrive(this, live);
        return true;
    }

    private Fault divergence() {
        int first = Integer.numberOfTrailingZeros(live);
        var lines = new TreeMap<Integer, Integer>();
        for (int todo = live; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            lines.merge(code[pcs[lane]].line, 1 << lane, (a, b) -> a | b);
        }
        var waiting = new StringBuilder();
        lines.forEach(
                (line, lanes) -> waiting.append(String.format(", lanes %08x of the warp at line %d", lanes, line)));
        pc = pcs[first];
        return fault(Fault.Kind.OTHER, first, "threads wait for others that never come" + waiting);
    }

    private void advance(int mask) {
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            pcs[Integer.numberOfTrailingZeros(todo)]++;
        }
        parked &= ~mask;
    }

    private void move(int mask, int target) {
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            pcs[Integer.numberOfTrailingZeros(todo)] = target;
        }
    }

    /** A fault of the instruction that the warp executes. */
    Fault fault(Fault.Kind kind, int lane, String what) {
        return block.fault(kind, code[pc].line, thread(lane), what);
    }
}

package org.basinlab.cuda.ptx;

/** An instruction that accesses memory. */
abstract class Access extends Instruction {
    /** What it does there. */
    enum Mode {
        READ,
        /** Through the cache that does not see this launch's writes. */
        READ_CONSTANT,
        WRITE,
        ATOMIC
    }

    final Space space;
    final Place place;
    final int bytes;
    final int number;
    final Mode mode;

    /**
     * An access.
     *
     * @param bytes  how many each lane accesses, a power of two
     * @param number its number among the kernel's accesses
     */
    Access(Space space, Place place, int bytes, int number, Mode mode) {
        this.space = space;
        this.place = place;
        this.bytes = bytes;
        this.number = number;
        this.mode = mode;
    }

    @Override
    final void execute(Warp warp, int mask) {
        place.addresses(warp, warp.address);
        perform(warp, mask);
    }

    /** Accesses the addresses in {@link Warp#address}. */
    final void perform(Warp warp, int mask) {
        int todo = mask;
        while (todo != 0) {
            int found = resolve(warp, todo);
            move(warp, found);
            todo &= ~found;
        }
    }

    /**
     * Finds and checks the memory of as many lanes as access the same: leaves it in {@link Warp#data} and
     * {@link Warp#at}.
     *
     * @return those lanes
     */
    private int resolve(Warp warp, int mask) {
        return switch (space) {
            case GLOBAL, CONST -> GlobalMemory.resolve(warp, this, mask);
            case SHARED -> warp.block.shared.resolve(warp, this, mask);
            case LOCAL -> warp.local.resolve(warp, this, mask);
            case PARAM -> Parameters.resolve(warp, this, mask);
            case GENERIC -> generic(warp, mask);
        };
    }

    private int generic(Warp warp, int mask) {
        var actual = Space.ofAddress(warp.address[Integer.numberOfTrailingZeros(mask)]);
        int same = 0;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            if (Space.ofAddress(warp.address[lane]) == actual) {
                warp.address[lane] -= actual.window();
                same |= 1 << lane;
            }
        }
        int found = switch (actual) {
            case SHARED -> warp.block.shared.resolve(warp, this, same);
            case LOCAL -> warp.local.resolve(warp, this, same);
            default -> GlobalMemory.resolve(warp, this, same);
        };
        for (int todo = same & ~found; todo != 0; todo &= todo - 1) {
            warp.address[Integer.numberOfTrailingZeros(todo)] += actual.window();
        }
        return found;
    }

    /** Moves data between registers and {@link Warp#data}. */
    abstract void move(Warp warp, int mask);

    Fault misaligned(Warp warp, int lane) {
        return warp.fault(
                Fault.Kind.MISALIGNED,
                lane,
                "%s of %d bytes at 0x%x, which is no multiple of them".formatted(verb(), bytes, warp.address[lane]));
    }

    String verb() {
        return switch (mode) {
            case READ, READ_CONSTANT -> "read";
            case WRITE -> "write";
            case ATOMIC -> "atomic";
        };
    }
}

package org.basinlab.cuda.ptx;

/** PTX's state spaces that have addresses; {@code GENERIC} is the address space that holds global, shared and local. */
enum Space {
    CONST,
    GLOBAL,
    SHARED,
    LOCAL,
    PARAM,
    GENERIC;

    /** Where a block's shared memory begins among the generic addresses. */
    static final long SHARED_WINDOW = 0x7000_0000_0000L;

    /** Where a thread's local memory begins among the generic addresses. */
    static final long LOCAL_WINDOW = 0x7100_0000_0000L;

    /** Addresses of a kernel's parameters begin here; below lie those of functions, in local memory. */
    static final long KERNEL_PARAMETERS = 0x1_0000_0000L;

    private static final long WINDOW_BYTES = 0x100_0000_0000L;

    /** The space that {@code word} names, without its dot; null if it names none. */
    static Space of(String word) {
        return switch (word) {
            case "const" -> CONST;
            case "global" -> GLOBAL;
            case "shared", "shared::cta" -> SHARED;
            case "local" -> LOCAL;
            case "param", "param::func", "param::entry" -> PARAM;
            default -> null;
        };
    }

    /** The space in which a generic address lies. */
    static Space ofAddress(long generic) {
        if (generic - SHARED_WINDOW >= 0 && generic - SHARED_WINDOW < WINDOW_BYTES) {
            return SHARED;
        }
        return generic - LOCAL_WINDOW >= 0 && generic - LOCAL_WINDOW < WINDOW_BYTES ? LOCAL : GLOBAL;
    }

    /** What is added to an address in this space to make it generic. */
    long window() {
        return switch (this) {
            case SHARED -> SHARED_WINDOW;
            case LOCAL -> LOCAL_WINDOW;
            default -> 0;
        };
    }
}

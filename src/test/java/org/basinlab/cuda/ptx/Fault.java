package org.basinlab.cuda.ptx;

/** What ends a launch on the device: the message says which kernel, line of PTX, block and thread. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kinds of faults, with the driver's result that a program sees. */
    enum Kind {
        ADDRESS(700),
        MISALIGNED(716),
        ASSERTION(710),
        OTHER(719);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private final int code;

    Fault(Kind kind, String message) {
        super(message, null, false, false);
        this.code = kind.code;
    }

    /** CUDA's number for the error, as cuStreamSynchronize returns it. */
    public int code() {
        return code;
    }
}

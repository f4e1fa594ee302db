package org.basinlab.cuda.ptx;

/** PTX that cannot be executed: not PTX, or an instruction that the emulator does not know. */
public final class PtxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    PtxException(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** The line of the PTX, from 1. */
    public int line() {
        return line;
    }
}

package org.basinlab.cuda;

/** A call of the CUDA driver that failed; the message names the call, CUDA's own error and what CUDA says of it. */
public final class CudaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int OUT_OF_MEMORY = 2;

    private final int code;

    CudaException(String call, String error, int code) {
        super(call + ": " + error);
        this.code = code;
    }

    /** What a user is told. */
    @Override
    public String toString() {
        return "the GPU failed (" + getMessage() + "); see what nvidia-smi says of it";
    }

    /** CUDA's number for the error (a CUresult), never 0. */
    public int code() {
        return code;
    }

    /** Whether the device's memory did not suffice: nothing is broken, less may fit. */
    public boolean isOutOfMemory() {
        return code == OUT_OF_MEMORY;
    }
}

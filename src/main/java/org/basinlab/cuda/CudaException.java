package org.basinlab.cuda;

/** A call of the CUDA driver that failed; the message names the call and CUDA's own error. */
public final class CudaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    CudaException(String call, String error, int code) {
        super(call + ": " + error);
        this.code = code;
    }

    /** CUDA's number for the error (a CUresult), never 0. */
    public int code() {
        return code;
    }
}

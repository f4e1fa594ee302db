package org.basinlab.cuda;

import java.util.Arrays;

/** The driver's results that the emulated one gives, with their names and texts. */
enum CudaResult {
    SUCCESS(0, "no error"),
    INVALID_VALUE(1, "invalid argument"),
    OUT_OF_MEMORY(2, "out of memory"),
    NOT_INITIALIZED(3, "initialization error"),
    DEINITIALIZED(4, "driver shutting down"),
    STUB_LIBRARY(34, "CUDA driver is a stub library"),
    DEVICE_UNAVAILABLE(46, "CUDA-capable device(s) is/are busy or unavailable"),
    NO_DEVICE(100, "no CUDA-capable device is detected"),
    INVALID_DEVICE(101, "invalid device ordinal"),
    INVALID_IMAGE(200, "device kernel image is invalid"),
    INVALID_CONTEXT(201, "invalid device context"),
    NO_BINARY_FOR_GPU(209, "no kernel image is available for execution on the device"),
    ECC_UNCORRECTABLE(214, "uncorrectable ECC error encountered"),
    INVALID_PTX(218, "a PTX JIT compilation failed"),
    JIT_COMPILER_NOT_FOUND(221, "PTX JIT compiler library not found"),
    UNSUPPORTED_PTX_VERSION(222, "the provided PTX was compiled with an unsupported toolchain."),
    INVALID_SOURCE(300, "device kernel image is invalid"),
    FILE_NOT_FOUND(301, "file not found"),
    INVALID_HANDLE(400, "invalid resource handle"),
    NOT_FOUND(500, "named symbol not found"),
    NOT_READY(600, "device not ready"),
    ILLEGAL_ADDRESS(700, "an illegal memory access was encountered"),
    LAUNCH_OUT_OF_RESOURCES(701, "too many resources requested for launch"),
    LAUNCH_TIMEOUT(702, "the launch timed out and was terminated"),
    CONTEXT_IS_DESTROYED(709, "context is destroyed"),
    ASSERT(710, "device-side assert triggered"),
    HARDWARE_STACK_ERROR(714, "hardware stack error"),
    ILLEGAL_INSTRUCTION(715, "an illegal instruction was encountered"),
    MISALIGNED_ADDRESS(716, "misaligned address"),
    LAUNCH_FAILED(719, "unspecified launch failure"),
    NOT_SUPPORTED(801, "operation not supported"),
    SYSTEM_DRIVER_MISMATCH(803, "system has unsupported display driver / cuda driver combination"),
    UNKNOWN(999, "unknown error");

    private final int code;
    private final String text;

    CudaResult(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String cName() {
        return this == SUCCESS ? "CUDA_SUCCESS" : "CUDA_ERROR_" + name();
    }

    String text() {
        return text;
    }

    /** The one of that number; null if there is none. */
    static CudaResult of(int code) {
        return Arrays.stream(values()).filter(r -> r.code == code).findFirst().orElse(null);
    }
}

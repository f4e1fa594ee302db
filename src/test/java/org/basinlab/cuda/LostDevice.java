package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an engine says of a device that is lost while it works. */
public final class LostDevice {
    private LostDevice() {}

    /**
     * It says so, whenever it is asked.
     *
     * @param work  of the engine, under which the device is lost: error 719
     * @param close of the engine
     */
    public static void saysSoAndStaysLost(ThrowingCallable work, ThrowingCallable close) {
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(work)
                    .isInstanceOf(CudaException.class)
                    .hasMessageContaining("CUDA_ERROR_LAUNCH_FAILED")
                    .extracting(Object::toString)
                    .asString()
                    .startsWith("the GPU failed (")
                    .contains("nvidia-smi");
        }
        assertThatThrownBy(close).isInstanceOf(CudaException.class);
    }
}

package org.basinlab.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.basinlab.cuda.ComputeCapability;

/** What can compute on an NVIDIA GPU, and on which: by compute capability, with no GPU needed to ask. */
public enum GpuEngine {
    /**
     * ND4J's CUDA 11.6 backend, 1.0.0-M2.1. Its library holds machine code for nine compute
     * capabilities and no PTX that a driver could translate for others.
     */
    ND4J("nd4j-cuda-11.6", true) {
        @Override
        public boolean drives(ComputeCapability gpu) {
            return ND4J_BUILT.stream().anyMatch(gpu::executes);
        }

        @Override
        public String explain(ComputeCapability gpu) {
            return drives(gpu)
                    ? "ND4J's CUDA 11.6 backend can drive it, in a build with -Pcuda"
                    : "ND4J's CUDA 11.6 backend cannot drive compute capability " + gpu
                            + " (it knows the cards from 3.7 to 8.9)";
        }
    },

    /** Basin's own kernels, PTX that the driver translates. */
    KERNELS("cuda", true) {
        @Override
        public boolean drives(ComputeCapability gpu) {
            return gpu.isAtLeast(KERNELS_OLDEST);
        }

        @Override
        public String explain(ComputeCapability gpu) {
            return drives(gpu)
                    ? "Basin's own kernels (--engine cuda) run on it, with a driver for CUDA 11.0 or newer"
                    : "Basin's own kernels need compute capability " + KERNELS_OLDEST + " or newer";
        }
    };

    private static final List<ComputeCapability> ND4J_BUILT = Stream.of(
                    "3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6")
            .map(ComputeCapability::of)
            .toList();
    private static final ComputeCapability KERNELS_OLDEST = new ComputeCapability(7, 5);

    private final String label;
    private final boolean ready;

    GpuEngine(String label, boolean ready) {
        this.label = label;
        this.ready = ready;
    }

    /** The name that {@code doctor} prints. */
    public String label() {
        return label;
    }

    /** Whether this version of Basin has the engine. */
    public boolean ready() {
        return ready;
    }

    /** Whether the engine computes on a GPU of this capability. */
    public abstract boolean drives(ComputeCapability gpu);

    /** One clause, in plain words: whether it does, and why not. */
    public abstract String explain(ComputeCapability gpu);

    /** The engines of this version of Basin that drive such a GPU; empty where none does. */
    public static List<GpuEngine> forGpu(ComputeCapability gpu) {
        return Arrays.stream(values())
                .filter(engine -> engine.ready && engine.drives(gpu))
                .toList();
    }
}

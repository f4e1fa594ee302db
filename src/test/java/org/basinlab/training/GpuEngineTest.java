package org.basinlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.cuda.ComputeCapability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpuEngineTest {
    @ParameterizedTest
    @CsvSource({
        "3.5, false, false",
        "3.7, true, false",
        "5.0, true, false",
        "5.2, true, false",
        "5.3, false, false",
        "6.0, true, false",
        "6.1, true, false",
        "7.0, true, false",
        "7.2, false, false",
        "7.5, true, true",
        "8.0, true, true",
        "8.6, true, true",
        "8.7, false, true",
        "8.9, true, true",
        "9.0, false, true",
        "10.0, false, true",
        "12.0, false, true",
        "12.1, false, true"
    })
    void eachEngineKnowsItsGpus(String capability, boolean nd4j, boolean kernels) {
        var gpu = ComputeCapability.of(capability);
        assertThat(GpuEngine.ND4J.drives(gpu)).isEqualTo(nd4j);
        assertThat(GpuEngine.KERNELS.drives(gpu)).isEqualTo(kernels);
        assertThat(GpuEngine.ND4J.explain(gpu)).contains(nd4j ? "can drive it" : "cannot drive");
        assertThat(GpuEngine.KERNELS.explain(gpu)).contains(kernels ? "run on it" : "need compute capability 7.5");
        assertThat(GpuEngine.forGpu(gpu).contains(GpuEngine.ND4J)).isEqualTo(nd4j);
        assertThat(GpuEngine.forGpu(gpu)).allMatch(GpuEngine::ready);
    }
}

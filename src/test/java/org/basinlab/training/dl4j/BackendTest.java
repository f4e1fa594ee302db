package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What Maven's profiles chose is what is on the class path: in every build, whichever it is. */
class BackendTest {
    private static final Map<String, String> BACKENDS = Map.of(
            "nd4j-native", "org.nd4j.linalg.cpu.nativecpu.CpuBackend",
            "nd4j-cuda-11.6", "org.nd4j.linalg.jcublas.JCublasBackend");

    @Test
    void exactlyTheBackendOfThisBuildIsOnTheClassPath() throws IOException {
        var build = new Properties();
        try (var in = BackendTest.class.getResourceAsStream("/org/basinlab/build.properties")) {
            build.load(in);
        }
        assertThat(BACKENDS).containsKey(build.getProperty("backend"));
        assertThat(Nd4jBackends.onClassPath())
                .singleElement()
                .satisfies(backend ->
                        assertThat(backend.getClass().getName()).isEqualTo(BACKENDS.get(build.getProperty("backend"))));
    }
}

package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeCapabilityTest {
    @Test
    void ordersByNumberNotByText() {
        assertThat(ComputeCapability.of("12.0")).isGreaterThan(ComputeCapability.of("9.0"));
        assertThat(ComputeCapability.of("8.9")).isGreaterThan(ComputeCapability.of("8.6"));
        assertThat(ComputeCapability.of("8.6")).hasToString("8.6").isEqualTo(new ComputeCapability(8, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "9.", "sm_90", "8.10", "0.5", "-1.0", "8,6"})
    void refusesOtherForms(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ComputeCapability.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "8.6, 8.6, true",
        "8.9, 8.6, true",
        "8.0, 8.6, false",
        "9.0, 8.6, false",
        "7.0, 8.0, false",
        "8.7, 8.6, false",
        "8.9, 8.7, false",
        "8.7, 8.7, true"
    })
    void executesCodeOfItsGenerationFromItsVariantDown(String gpu, String built, boolean executes) {
        assertThat(ComputeCapability.of(gpu).executes(ComputeCapability.of(built)))
                .isEqualTo(executes);
    }
}

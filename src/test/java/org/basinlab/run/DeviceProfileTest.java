package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Properties;
import org.basinlab.cuda.ComputeCapability;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceProfileTest {
    @Test
    void everyFileLoadsAndNoneOverlapsTheNext() {
        var profiles = DeviceProfile.names().stream().map(DeviceProfile::named).toList();
        assertThat(profiles).hasSize(6);
        assertThat(profiles.get(0).oldest()).isEmpty();
        for (int i = 2; i < profiles.size(); i++) {
            var before = profiles.get(i - 1).newest().orElseThrow();
            assertThat(profiles.get(i).oldest().orElseThrow()).isGreaterThan(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7.0, cpu, older than every class",
        "7.5, turing, 7.5",
        "8.0, ampere, 8.0",
        "8.6, ampere, 8.6",
        "8.9, ada, 8.9",
        "9.0, hopper, 9.0",
        "10.0, blackwell, 10.0",
        "12.0, blackwell, 12.0",
        "13.0, blackwell, newer than this class"
    })
    void theGpuDecides(String capability, String name, String because) {
        var choice = DeviceProfile.forDevice(Optional.of(ComputeCapability.of(capability)));
        assertThat(choice.profile().name()).isEqualTo(name);
        assertThat(choice.because()).contains(because);
    }

    @Test
    void withoutAGpuItIsTheCpu() {
        assertThat(DeviceProfile.forDevice(Optional.empty()))
                .isEqualTo(new DeviceProfile.Choice(DeviceProfile.named("cpu"), "no GPU"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNames() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> DeviceProfile.named("volta"))
                .withMessage("no device profile volta; there are cpu, turing, ampere, ada, hopper, blackwell");
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> DeviceProfile.named("../basin"));
    }

    @ParameterizedTest
    @CsvSource({
        "capability.from, 8, a compute capability such as 8.6",
        "capability.from, none, both none",
        "capability.to, 7.5, at least capability.from",
        "memory.fraction, 0, above 0",
        "memory.fraction, 1.5, above 0",
        "memory.fraction, NaN, above 0",
        "memory.fraction, half, a number",
        "replicas, 0, 1 to 65535",
        "chunk, 1e3, a whole number",
        "chunk, -1, 1 to 4096",
        "threads.per.block, 100, a multiple of 32",
        "blocks.per.multiprocessor, 0, 1 to 32",
        "threads, -1, 0 (one a core)"
    })
    void aWrongValueIsRefusedByKey(String key, String value, String cure) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> profile(key, value))
                .withMessageStartingWith("device profile test: ")
                .withMessageContaining(key)
                .withMessageContaining(cure);
    }

    @Test
    void aMissingOrUnknownKeyIsRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> profile("chunk", null))
                .withMessage("device profile test: key chunk is missing; add it, a whole number");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> profile("chunks", "64"))
                .withMessageContaining("unknown key chunks; there are blocks.per.multiprocessor");
    }

    /** A sound profile for a GPU but for one key. */
    private static DeviceProfile profile(String key, String value) {
        var properties = new Properties();
        properties.setProperty("capability.from", "8.0");
        properties.setProperty("capability.to", "8.7");
        properties.setProperty("memory.fraction", "0.8");
        properties.setProperty("replicas", "16");
        properties.setProperty("chunk", "64");
        properties.setProperty("threads.per.block", "256");
        properties.setProperty("blocks.per.multiprocessor", "2");
        properties.setProperty("threads", "0");
        if (value == null) {
            properties.remove(key);
        } else {
            properties.setProperty(key, value);
        }
        return new DeviceProfileFile("test", properties).profile();
    }
}

package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.basinlab.data.MnistDigests;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class P4SettingTest {
    private static final LocalizeConfig P4 = LocalizeConfig.p4(1);

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(P4.with(DigitGroups.parse("1,7:6,9")), "digits 1,7:6,9, not 1,7:6,8"),
                Arguments.of(P4.with(DigitGroups.parse("6,8:1,7")), "digits 6,8:1,7, not 1,7:6,8"),
                Arguments.of(
                        P4.with(StandardActivation.RELU, StandardActivation.SIGMOID),
                        "activation relu,sigmoid, not softplus"),
                Arguments.of(P4.with(NetworkChoice.P4.withConvolutions(new Filters(8, 5))), "a convolutional network"),
                Arguments.of(P4.with(NetworkChoice.P4.withHidden(99)), "99 hidden units, not 100"),
                Arguments.of(P4.with(NetworkChoice.P4.withHidden(100, 100)), "2 hidden layers, not one of 100 units"),
                Arguments.of(begun(Initialization.GLOROT, BiasInitialization.HE), "initialization glorot, not He's"),
                Arguments.of(begun(Initialization.LECUN, BiasInitialization.HE), "initialization lecun, not He's"),
                Arguments.of(begun(Initialization.HE, BiasInitialization.ZERO), "biases begin at zero, not as He's"),
                Arguments.of(initialNetwork(), "begun from a trained network"),
                Arguments.of(
                        P4.with(P4.schedule().withLengths(11_999, null)),
                        "phase 1 from 11999 images, not 12000 or 1200"),
                Arguments.of(
                        P4.with(schedule(0.25, Balance.CAP, ForkBalance.NONE)),
                        "tallies from 0.25 of phase 1 on, not from half or from the start"),
                Arguments.of(P4.with(P4.schedule().withLengths(12_000, 500)), "forks cut to 500 images"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsP4IsNamed(LocalizeConfig config, String difference) {
        assertThat(P4Setting.whatDiffers(config, MnistDigests.SHA_256)).isEqualTo("Not P4's setting: " + difference);
    }

    static Stream<LocalizeConfig> left() {
        return Stream.of(
                P4,
                P4.with(P4.schedule().withLearningRate(0.1)),
                P4.with(P4.schedule().withLengths(1200, null)),
                P4.with(schedule(0, Balance.CAP, ForkBalance.NONE)),
                P4.with(schedule(0.5, Balance.NONE, ForkBalance.ALTERNATE)),
                P4.with(StandardActivation.RELU, StandardActivation.SOFTPLUS),
                P4.with(new NetworkChoice(
                        List.of(100),
                        List.of(),
                        StandardActivation.IDENTITY,
                        Loss.CROSS_ENTROPY,
                        Initialization.HE_UNIFORM,
                        BiasInitialization.HE,
                        Precision.FLOAT64)),
                P4.with(6, 0, 2),
                P4.withData("elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("left")
    void whatP4LeavesOpenDoesNotDiffer(LocalizeConfig config) {
        assertThat(P4Setting.whatDiffers(config, MnistDigests.SHA_256)).isEmpty();
    }

    @Test
    void otherImagesAndSeveralDifferencesAreAllNamed() {
        assertThat(P4Setting.whatDiffers(P4, Map.of("made", "up")))
                .isEqualTo("Not P4's setting: other images than MNIST's");
        assertThat(P4Setting.whatDiffers(P4.with(NetworkChoice.P4.withHidden(3)), Map.of()))
                .isEqualTo("Not P4's setting: 3 hidden units, not 100; other images than MNIST's");
    }

    private static LocalizeConfig begun(Initialization init, BiasInitialization biases) {
        var p4 = NetworkChoice.P4;
        return P4.with(new NetworkChoice(
                p4.hidden(), p4.convolutions(), p4.outputActivation(), p4.loss(), init, biases, p4.dtype()));
    }

    private static LocalizeConfig initialNetwork() {
        return new LocalizeConfig(
                P4.network(),
                P4.activations(),
                P4.schedule(),
                P4.digits(),
                P4.data(),
                "network",
                FigureColour.NONE,
                new Replication(1, 1, 0, "auto", 0));
    }

    private static Schedule schedule(double tallyFrom, Balance balance, ForkBalance forks) {
        return new Schedule(0.001, 12_000, balance, tallyFrom, null, forks);
    }
}

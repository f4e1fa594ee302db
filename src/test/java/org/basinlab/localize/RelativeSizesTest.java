package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.UpdateTally;
import org.junit.jupiter.api.Test;

class RelativeSizesTest {
    private static final NetworkSpec SPEC =
            NetworkSpec.dense(List.of(1, 1), StandardActivation.RELU, StandardActivation.RELU, Loss.MSE);

    @Test
    void twoClassesAGroupIsTheDifferenceOfTwoForks() {
        var sizes = RelativeSizes.of(
                new UpdateTally(new double[][] {{3, 0}, {1, 0}}),
                Map.of(1, net(5, 1), 7, net(2, 1), 6, net(1, 1), 8, net(2, 1)),
                DigitGroups.P4);
        assertThat(sizes.r()[0]).isCloseTo(0.75, within(1e-15));
        assertThat(sizes.c()[0]).isCloseTo(3, within(1e-15));
        assertThat(sizes.d()[0]).isCloseTo(1, within(1e-15));
        assertThat(sizes.q()[0]).isCloseTo(0.75, within(1e-15));
        assertThat(sizes.r()[1]).as("never updated").isNaN();
        assertThat(sizes.q()[1]).as("no different").isNaN();
    }

    @Test
    void moreClassesAreTheMeanOverPairs() {
        var sizes = RelativeSizes.of(
                new UpdateTally(new double[][] {{1, 1}, {1, 1}}),
                Map.of(0, net(0, 0), 1, net(1, 0), 2, net(5, 0), 3, net(0, 0), 4, net(2, 1)),
                DigitGroups.parse("0,1,2:3,4"));
        // |0 - 1|, |0 - 5|, |1 - 5|.
        assertThat(sizes.c()[0]).isCloseTo(10.0 / 3, within(1e-15));
        assertThat(sizes.d()[0]).isCloseTo(2, within(1e-15));
    }

    private static Parameters net(double weight, double bias) {
        return new Parameters(SPEC, new double[] {weight, bias});
    }
}

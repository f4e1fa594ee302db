package org.basinlab.inner;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.causal.MechanismOp;
import org.basinlab.causal.OpSample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpSeenTest {
    /** One case each: Op is the logarithm of frozen over free; 0 and 0 is undefined. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 1, true", // half is taken away, nothing by the broken one
        "1, 1.99, 1, 1, false", // less than half
        "1, 4, 1, 2, true",
        "1, 4, 1, 2.1, false", // not enough above the broken one
        "0, 1, 1, 1000, true", // an infinite Op is above every finite one
        "0, 1, 0, 1, false", // but not above another infinite one
        "1, 2, 0, 0, true", // broken so far that nothing changes at all
        "1, 2, 1, 0, true", // the broken one makes changes
        "1, 0, 1, 0, false",
        "0, 0, 1, 1, false", // nothing is defined
        "2, 1, 8, 1, false" // above the broken one, yet taking nothing away
    })
    void seenIfItTakesHalfAwayAndTwiceWhatTheBrokenOneDoes(
            double free, double frozen, double brokenFree, double brokenFrozen, boolean seen) {
        var op = new MechanismOp(
                "a maximum",
                "an input",
                "value",
                "the comparisons",
                0,
                one(free, frozen),
                one(brokenFree, brokenFrozen),
                "");
        var result = OpSeen.of(Part.CIRCUIT, op);
        assertThat(result.seen()).isEqualTo(seen);
        assertThat(result.undefined()).isEqualTo(free == 0 && frozen == 0 ? 1 : 0);
    }

    private static OpSample one(double free, double frozen) {
        return OpSample.of(new double[] {free}, new double[] {frozen}, 0);
    }
}

package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.training.DatapointStream;
import org.junit.jupiter.api.Test;

/** Which images go where, against counts taken from the files themselves. */
class StreamsTest {
    private static final LabelledImages MNIST = ImageFolder.train(Path.of("data/mnist"));

    @Test
    void phase1HasBothGroupsInEqualNumberInFileOrder() {
        var stream = Streams.phase1(MNIST, Schedule.P4, DigitGroups.P4);
        assertThat(stream.length()).isEqualTo(4670);
        assertThat(Arrays.stream(stream.groups()).filter(g -> g == 1).count()).isEqualTo(2335);
        assertThat(stream.order()).isSorted();
        assertThat(stream.order()[stream.length() - 1]).isLessThan(12_000);
        checkGroups(stream, DigitGroups.P4, -1);
    }

    @Test
    void unbalancedPhase1KeepsAll() {
        var stream = Streams.phase1(
                MNIST, new Schedule(0.1, 12_000, Balance.NONE, 0.5, null, ForkBalance.NONE), DigitGroups.P4);
        assertThat(stream.length()).isEqualTo((int) count(0, 12_000, 1, 7, 6, 8));
    }

    @Test
    void forksHaveTheRestWithoutOneClass() {
        for (var leftOut : DigitGroups.P4.all()) {
            var stream = Streams.fork(MNIST, Schedule.P4, DigitGroups.P4, leftOut);
            var others = DigitGroups.P4.all().stream()
                    .filter(d -> !d.equals(leftOut))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(stream.length()).isEqualTo((int) count(12_000, 60_000, others));
            assertThat(stream.order()[0]).isGreaterThanOrEqualTo(12_000);
            checkGroups(stream, DigitGroups.P4, leftOut);
        }
        assertThat(Streams.fork(MNIST, Schedule.P4, DigitGroups.P4, 7).length()).isEqualTo(14_825);
    }

    @Test
    void forksMayBeShortAndAlternate() {
        var schedule = new Schedule(0.1, 12_000, Balance.CAP, 0.5, 501, ForkBalance.ALTERNATE);
        var stream = Streams.fork(MNIST, schedule, DigitGroups.P4, 1);
        assertThat(stream.length()).isEqualTo(501);
        for (var s = 0; s < stream.length(); s++) {
            assertThat(stream.groups()[s]).isEqualTo(s % 2);
        }
        var whole = new Schedule(0.1, 12_000, Balance.CAP, 0.5, null, ForkBalance.ALTERNATE);
        assertThat(Streams.fork(MNIST, whole, DigitGroups.P4, 1).length())
                .isEqualTo((int) (2 * Math.min(count(12_000, 60_000, 7), count(12_000, 60_000, 6, 8))));
    }

    @Test
    void groupsMayHaveMoreThanTwoClasses() {
        var digits = DigitGroups.parse("0,1,2:3,4,5,9");
        checkGroups(Streams.phase1(MNIST, Schedule.P4, digits), digits, -1);
        checkGroups(Streams.fork(MNIST, Schedule.P4, digits, 4), digits, 4);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> Streams.phase1(MNIST, Schedule.P4, DigitGroups.parse("1,12:6,8")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 12 has no image");
        assertThatThrownBy(() -> Streams.phase1(
                        MNIST, new Schedule(0.1, 60_000, Balance.CAP, 0.5, null, ForkBalance.NONE), DigitGroups.P4))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("leaves the forks nothing");
    }

    private static void checkGroups(DatapointStream stream, DigitGroups digits, int leftOut) {
        for (var s = 0; s < stream.length(); s++) {
            var digit = MNIST.label(stream.order()[s]);
            assertThat(stream.groups()[s]).isEqualTo(digits.first().contains(digit) ? 0 : 1);
            assertThat(digits.all()).contains(digit);
            assertThat(digit).isNotEqualTo(leftOut);
        }
    }

    private static long count(int from, int to, int... digits) {
        var count = 0L;
        for (var i = from; i < to; i++) {
            for (var digit : digits) {
                count += MNIST.label(i) == digit ? 1 : 0;
            }
        }
        return count;
    }
}

package org.basinlab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.basinlab.experiment.InputException;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorTest {
    private static final Detector DETECTOR = new Detector(Tolerances.of(6, 0.1));

    private static Cloud cloud(int inputs, int part) {
        return Cloud.uniform(inputs, 512, 9, part);
    }

    private static Detection look(Parameters network) {
        var inputs = network.spec().inputs();
        return DETECTOR.in(network, cloud(inputs, Draws.LOOKED_AT), cloud(inputs, Draws.JUDGED));
    }

    private static Parameters network(List<Integer> widths, double... values) {
        return new Parameters(
                NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE), values);
    }

    @ParameterizedTest
    @EnumSource(
            value = PlantedKind.class,
            names = {"THREE_UNITS", "TWO_UNITS", "MINIMUM"})
    void findsAllOfACleanCircuitAndRebuildsTheNetwork(PlantedKind kind) {
        for (var k : new int[] {2, 3, 4, 5, 8}) {
            var planted = new Planting(kind, k, 2, 6, 0, 0, k).planted();
            var found = look(planted.network());

            assertThat(found.comparators().stream()
                            .map(FoundComparator::comparison)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(planted.comparators());
            assertThat(found.composition().root().name()).isEqualTo(planted.root());
            assertThat(found.composition().leaves()).hasSize(k);
            assertThat(found.composition().whole()).isTrue();
            // Least squares of some twenty unknowns on 256 points: rounding, some hundred times 2^-53.
            assertThat(found.rebuilt().worst()).isLessThan(1e-12);
            // The root is the output itself, correlated in rounding of sums over 512 points.
            assertThat(found.composition().explains()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void readsEveryFormOfMaxOfTwo() {
        // relu(a-b) + relu(b) - relu(-b); relu(b-a) + a, a carried with a bias; half of both.
        var three = network(List.of(2, 3, 1), 1, -1, 0, 1, 0, -1, 0, 0, 0, 1, 1, -1, 0);
        var other = network(List.of(2, 2, 1), -1, 1, 1, 0, 0, 1, 1, 1, -1);
        var both = network(List.of(2, 4, 1), 1, -1, -1, 1, 1, 1, -1, -1, 0, 0, 0, 0, 0.5, 0.5, 0.5, -0.5, 0);
        for (var network : List.of(three, other, both)) {
            var found = look(network);
            assertThat(found.comparators()).hasSize(1);
            var comparator = found.comparators().get(0);
            assertThat(comparator.selected().name()).isEqualTo("max(x0, x1)");
            // acos near 1 keeps half the digits: sqrt(2^-52) radians are 1e-6 degrees.
            assertThat(comparator.angle()).isLessThan(1e-5);
            // relu(b) and -relu(-b) bend at the same place, and cancel to rounding.
            assertThat(comparator.share()).isCloseTo(1, within(1e-12));
            assertThat(found.rebuilt().worst()).isLessThan(1e-12);
            assertThat(found.isWholeMaximum(2)).isTrue();
        }
        assertThat(look(both).comparators().get(0).units()).containsExactly(0, 1);
    }

    @Test
    void bendsThatCancelAreNoComparator() {
        // relu(a-b) - relu(b-a) = a - b.
        var found = look(network(List.of(2, 2, 1), 1, -1, -1, 1, 0, 0, 1, -1, 0));
        assertThat(found.rebuilt().linear()).isCloseTo(1, within(1e-12));
        assertThat(found.comparators()).isEmpty();
    }

    @Test
    void tellsMinAndMaxAndAbsoluteValue() {
        // b - relu(b-a), b carried with a bias.
        var min = look(network(List.of(2, 2, 1), -1, 1, 0, 1, 0, 1, -1, 1, -1));
        assertThat(min.comparators().get(0).selected().name()).isEqualTo("min(x0, x1)");
        assertThat(min.composition().whole()).isTrue();
        assertThat(min.isWholeMaximum(2)).isFalse();

        var absolute = look(network(List.of(2, 2, 1), 1, -1, -1, 1, 0, 0, 1, 1, 0));
        assertThat(absolute.comparators()).hasSize(1);
        // The correlation of |a - b| with max(a, b) is exactly 1/2; a standard error of its square over 512 points is
        // 0.035.
        assertThat(absolute.composition().explains()).isCloseTo(0.25, within(0.12));
        assertThat(absolute.composition().whole()).isFalse();
    }

    @Test
    void anglesOfNearMissesAreTheirClosedForms() {
        // cos = <z, d> / |z| |d| with <x_i, x_j> = delta_ij / 3: degrees 7.43 and 13.76.
        var scaled = Math.toDegrees(Math.acos(2.3 / Math.sqrt(2 * (1 + 1.69))));
        var shifted = Math.toDegrees(Math.acos(Math.sqrt(2.0 / 3 / (2.0 / 3 + 0.04))));
        var points = Cloud.uniform(2, 20_000, 3, Draws.LOOKED_AT);
        var a = points.columns().get(0);
        var b = points.columns().get(1);
        var near = new double[a.length];
        var off = new double[a.length];
        for (var p = 0; p < a.length; p++) {
            near[p] = 1.3 * b[p] - a[p];
            off[p] = a[p] - b[p] - 0.2;
        }
        var candidates = Candidates.of(List.of(new Signal.Input(0), new Signal.Input(1)), points, 0.02);
        // The angle's own standard error over n points is about its size / sqrt(n): 0.1 degrees at most.
        assertThat(candidates.nearest(near).angle()).isCloseTo(scaled, within(0.3));
        assertThat(candidates.nearest(off).angle()).isCloseTo(shifted, within(0.3));
    }

    @Property(tries = 60)
    void sameUnderPermutationAndScale(
            @ForAll PlantedKind kind,
            @ForAll @IntRange(min = 2, max = 5) int k,
            @ForAll @LongRange(max = 1000) long seed) {
        var network = new Planting(kind, k, 1, 4, 0.3, 0.03, seed).planted().network();
        var moved = Regauged.of(network, seed + 7);
        var domain = cloud(network.spec().inputs(), Draws.LOOKED_AT);
        var judged = cloud(network.spec().inputs(), Draws.JUDGED);
        assertThat(moved.values()).isNotEqualTo(network.values());

        var one = DETECTOR.in(network, domain, judged);
        var other = DETECTOR.in(moved, domain, judged);

        assertThat(names(other)).isEqualTo(names(one));
        for (var c = 0; c < one.comparators().size(); c++) {
            // Sums in another order: rounding alone, but for the angle, whose acos near 0 keeps half the digits.
            assertThat(other.comparators().get(c).share())
                    .isCloseTo(one.comparators().get(c).share(), within(1e-9));
            assertThat(other.comparators().get(c).angle())
                    .isCloseTo(one.comparators().get(c).angle(), within(1e-5));
        }
        assertThat(other.rebuilt().explained()).isCloseTo(one.rebuilt().explained(), within(1e-9));
    }

    private static List<FoundComparator.Comparison> names(Detection found) {
        return found.comparators().stream().map(FoundComparator::comparison).toList();
    }

    @Property(tries = 40)
    void regaugedIsTheSameFunction(@ForAll @LongRange(max = 1000) long seed) {
        var network = new Planting(PlantedKind.RANDOM, 4, 1, 4, 0.3, 0, seed)
                .planted()
                .network();
        var moved = Regauged.of(network, seed + 1);
        var points = cloud(network.spec().inputs(), Draws.JUDGED);
        var one = ReluTrace.outputs(network, points)[0];
        var other = ReluTrace.outputs(moved, points)[0];
        for (var p = 0; p < one.length; p++) {
            // Three layers of sums of some ten terms of size 1 to 10.
            assertThat(other[p]).isCloseTo(one[p], within(1e-12));
        }
    }

    @Test
    void effectsAddUpToWhatLinearUnitsWouldLose() {
        // With one hidden layer effects are exact: outputs less effects of all are linear in the inputs.
        var network = new Planting(PlantedKind.THREE_UNITS, 2, 1, 5, 0.5, 0.1, 4)
                .planted()
                .network();
        var points = cloud(3, Draws.LOOKED_AT);
        var trace = ReluTrace.of(network, points);
        var rest = trace.outputs().get(0).clone();
        var all = trace.effect(0, IntStream.range(0, trace.units(0)).boxed().toList());
        for (var p = 0; p < rest.length; p++) {
            rest[p] -= all[p];
        }
        // Nothing but rounding is left of a linear function after a linear fit.
        assertThat(Rebuilt.of(List.of(rest), points, List.of()).worst()).isLessThan(1e-12);
        assertThat(Rebuilt.of(trace.outputs(), points, List.of()).worst()).isGreaterThan(0.1);
    }

    @Test
    void refusesOtherNetworks() {
        var tanh = new Parameters(
                NetworkSpec.dense(List.of(2, 2, 1), StandardActivation.TANH, StandardActivation.IDENTITY, Loss.MSE),
                new double[9]);
        assertThatThrownBy(() -> look(tanh))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("layer 0")
                .hasMessageContaining("relu");
        var linear = network(List.of(2, 1), 1, 1, 0);
        assertThatThrownBy(() -> look(linear))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hidden layers");
    }
}

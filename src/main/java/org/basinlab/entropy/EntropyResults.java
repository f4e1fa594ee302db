package org.basinlab.entropy;

import java.util.List;
import org.basinlab.stats.Interval;

/**
 * What a run of the optimizing strength found. Everything in bits, where nothing else is said.
 *
 * @param kind       {@code reversible}, {@code deterministic}, {@code stochastic} or {@code continuous}
 * @param a          variables of A
 * @param b          variables of B
 * @param states     joint states; null for the continuous system
 * @param bits       over all steps
 * @param rows       from step 0 to the last
 * @param cycles     of a deterministic finite system; null for others
 * @param tables     the laws by the states of A and B, where they are few; else empty
 * @param epsilon    P6's family; null but for the two thermostats
 * @param continuous null for finite systems
 */
public record EntropyResults(
        String kind,
        List<String> a,
        List<String> b,
        Integer states,
        Bits bits,
        List<Row> rows,
        Ends cycles,
        List<LawTable> tables,
        EpsilonFamily epsilon,
        Continuous continuous) {
    public EntropyResults {
        a = List.copyOf(a);
        b = List.copyOf(b);
        rows = List.copyOf(rows);
        tables = List.copyOf(tables);
    }

    /**
     * After so many steps: entropies of P and of P', the strengths, and the terms that make the entropies up ({@link
     * Course.Side}). Null for what has no closed form.
     */
    public record Row(
            int step,
            double next,
            double decorrelatedNext,
            double strength,
            double adjustedStrength,
            double a,
            double b,
            double mutualInformation,
            Double decorrelatedA,
            Double decorrelatedB,
            Double decorrelatedMutualInformation,
            double noise,
            double loss,
            double decorrelatedNoise,
            double decorrelatedLoss) {}

    /**
     * Where a deterministic system ends.
     *
     * @param count    of cycles
     * @param onCycles states that are on one
     * @param listed   the cycles, as far as they are listed: up to {@value EntropyNumbers#LISTED} states in all
     */
    public record Ends(int count, int onCycles, List<End> listed) {
        public Ends {
            listed = List.copyOf(listed);
        }
    }

    /**
     * A cycle.
     *
     * @param states in the order in which they follow each other
     * @param basin  how many joint states end in it
     */
    public record End(List<String> states, int basin) {
        public End {
            states = List.copyOf(states);
        }
    }

    /**
     * A law.
     *
     * @param law     {@code start}, {@code next}, {@code decorrelated} or {@code decorrelated_next}
     * @param rows    states of A
     * @param columns states of B
     * @param cells   probabilities, row by row
     */
    public record LawTable(String law, List<String> rows, List<String> columns, List<List<Double>> cells) {}

    /**
     * The continuous thermostats.
     *
     * @param polygons  of the linear one, from the square on
     * @param variances P6's versions with variances, by steps before P, as long as rounding lets the determinant be
     *     told
     * @param estimates nearest-neighbour estimates of the linear one, beside the exact numbers
     * @param nonlinear adjusted strength of saturating ones
     */
    public record Continuous(
            List<Polygon> polygons, List<VarianceRow> variances, List<Estimate> estimates, List<Nonlinear> nonlinear) {
        public Continuous {
            polygons = List.copyOf(polygons);
            variances = List.copyOf(variances);
            estimates = List.copyOf(estimates);
            nonlinear = List.copyOf(nonlinear);
        }
    }

    /** The corners after some steps, and the differential entropies of the uniform law on the polygon. */
    public record Polygon(
            int step,
            List<LinearThermostat.Point> corners,
            double area,
            double entropy,
            double entropyOfThermostat,
            double entropyOfRoom,
            double mutualInformation) {}

    /** With V the determinant of the covariance, its trace, and the room's variance; natural logarithms. */
    public record VarianceRow(
            int before,
            double determinantStrength,
            double determinantAdjusted,
            double traceStrength,
            double traceAdjusted,
            double roomStrength,
            double roomAdjusted) {}

    /**
     * A number by nearest neighbours.
     *
     * @param what  {@code start}, {@code next}, ... as in {@link Bits}
     * @param exact in closed form
     * @param mean  over the repeats
     * @param ci95  of the mean
     */
    public record Estimate(String what, double exact, double mean, double standardError, Interval ci95) {}

    /**
     * Adjusted strength of a saturating thermostat, one step from the law that one step makes of a square.
     *
     * @param weight   w, of the present reading
     * @param exact    by quadrature
     * @param mean     over the repeats
     * @param ci95     of the mean
     * @param repeated each repeat's estimate
     */
    public record Nonlinear(
            double weight,
            double gain,
            double side,
            double exact,
            double mean,
            double standardError,
            Interval ci95,
            List<Double> repeated) {
        public Nonlinear {
            repeated = List.copyOf(repeated);
        }
    }
}

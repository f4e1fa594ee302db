package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.operator.EscapeTimeFit.Law;

/**
 * Mean escape times against temperature, 1 / rate: what law do they follow?
 *
 * @param temperatures T, ascending, positive
 * @param rates        of escape a step, positive, one a temperature
 */
public record EscapeTimes(double[] temperatures, double[] rates) {
    public EscapeTimes {
        temperatures = temperatures.clone();
        rates = rates.clone();
        require(temperatures.length >= 3, "a law needs at least 3 temperatures, got %s", temperatures.length);
        require(temperatures.length == rates.length, "each temperature needs one rate");
        for (var i = 0; i < rates.length; i++) {
            require(temperatures[i] > 0, "--temperature must be positive, got %s", temperatures[i]);
            require(i == 0 || temperatures[i - 1] < temperatures[i], "temperatures must ascend");
            require(rates[i] > 0, "the escape rate at T = %s is %s: it has no logarithm", temperatures[i], rates[i]);
        }
    }

    /**
     * Every law by least squares on log(time).
     *
     * @param action A
     * @param factor by which a law may miss a time and still hold
     */
    public List<EscapeTimeFit> fits(double action, double factor) {
        require(factor > 1 && Double.isFinite(factor), "a law holds within a factor above 1, got %s", factor);
        require(Double.isFinite(action), "the action must be finite, got %s", action);
        return Arrays.stream(Law.values()).map(law -> fit(law, action, factor)).toList();
    }

    private EscapeTimeFit fit(Law law, double action, double factor) {
        var n = rates.length;
        var fit = new Fit(law, action, 0, n);
        var from = Double.NaN;
        var to = Double.NaN;
        for (var first = 0; first < n; first++) {
            for (var end = n; end - first > 2; end--) {
                var wider = !(temperatures[end - 1] / temperatures[first] <= to / from);
                if (wider && new Fit(law, action, first, end).worst() <= Math.log(factor)) {
                    from = temperatures[first];
                    to = temperatures[end - 1];
                }
            }
        }
        return new EscapeTimeFit(law, fit.coefficients, fit.sd(), from, to, factor);
    }

    /** Over temperatures [from, to). */
    private final class Fit {
        final double[] coefficients;
        final double[] residuals;

        Fit(Law law, double action, int from, int to) {
            var x = new double[to - from][1];
            var y = new double[to - from];
            for (var i = from; i < to; i++) {
                var t = temperatures[i];
                x[i - from][0] = switch (law) {
                    case LINEAR -> t;
                    case RECIPROCAL -> 1 / t;
                    case LARGE_DEVIATION -> Math.log(t);
                };
                y[i - from] = -Math.log(rates[i]) - (law == Law.LARGE_DEVIATION ? action / t : 0);
            }
            var line = new OLSMultipleLinearRegression();
            line.newSampleData(y, x);
            coefficients = line.estimateRegressionParameters();
            residuals = line.estimateResiduals();
        }

        double worst() {
            return Arrays.stream(residuals).map(Math::abs).max().orElseThrow();
        }

        double sd() {
            var squares = Arrays.stream(residuals).map(r -> r * r).sum();
            return Math.sqrt(squares / (residuals.length - 2));
        }
    }

    /**
     * The local slope d log(time) / d(1/T) between neighbouring temperatures.
     *
     * @param temperature the middle: 1/T is the mean of theirs
     * @param slope       in units of T; tends to A as T to 0
     */
    public record Slope(double temperature, double slope) {}

    /** One fewer than there are temperatures, ascending. */
    public List<Slope> slopes() {
        return IntStream.range(1, rates.length)
                .mapToObj(i -> {
                    var a = 1 / temperatures[i - 1];
                    var b = 1 / temperatures[i];
                    return new Slope(2 / (a + b), Math.log(rates[i] / rates[i - 1]) / (a - b));
                })
                .toList();
    }

    /**
     * The slope at T = 0, from a line in T through the slopes at the lowest temperatures: by the large-deviation law the
     * slope is A - c T. Its error is that of the line's intercept, NaN for two slopes, and does not tell of curvature.
     *
     * @param lowest how many slopes, at least 2
     */
    public Estimate slopeAtZero(int lowest) {
        var slopes = slopes();
        require(
                lowest >= 2 && lowest <= slopes.size(),
                "from 2 to %s slopes can be used, got %s",
                slopes.size(),
                lowest);
        var line = new SimpleRegression();
        slopes.stream().limit(lowest).forEach(s -> line.addData(s.temperature(), s.slope()));
        return new Estimate(line.getIntercept(), line.getInterceptStdErr());
    }
}

package org.basinlab.knowledge.split;

import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;

/** The parameters of a network, in half the memory where it computes in single precision: nothing is lost. */
final class Held {
    private final float[] singles;
    private final double[] doubles;

    private Held(float[] singles, double[] doubles) {
        this.singles = singles;
        this.doubles = doubles;
    }

    static Held of(Parameters parameters, Precision precision) {
        if (!precision.isSingle()) {
            return new Held(null, parameters.values());
        }
        var singles = new float[parameters.values().length];
        for (var p = 0; p < singles.length; p++) {
            singles[p] = (float) parameters.values()[p];
        }
        return new Held(singles, null);
    }

    Parameters parameters(NetworkSpec spec) {
        if (singles == null) {
            return new Parameters(spec, doubles);
        }
        var values = new double[singles.length];
        for (var p = 0; p < values.length; p++) {
            values[p] = singles[p];
        }
        return new Parameters(spec, values);
    }

    double get(int p) {
        return singles == null ? doubles[p] : singles[p];
    }

    /** Squared distance of some parameters from as many of another, in double precision. */
    double squared(int from, Held other, int otherFrom, int count) {
        // Four sums, so that an addition need not wait for the one before.
        var s0 = 0.0;
        var s1 = 0.0;
        var s2 = 0.0;
        var s3 = 0.0;
        var k = 0;
        if (singles != null) {
            for (; k + 3 < count; k += 4) {
                var d0 = (double) singles[from + k] - other.singles[otherFrom + k];
                var d1 = (double) singles[from + k + 1] - other.singles[otherFrom + k + 1];
                var d2 = (double) singles[from + k + 2] - other.singles[otherFrom + k + 2];
                var d3 = (double) singles[from + k + 3] - other.singles[otherFrom + k + 3];
                s0 += d0 * d0;
                s1 += d1 * d1;
                s2 += d2 * d2;
                s3 += d3 * d3;
            }
        }
        for (; k < count; k++) {
            var d = get(from + k) - other.get(otherFrom + k);
            s0 += d * d;
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Squared distance of the way from a start to here from the way from another start to another end. */
    double squaredChange(Held start, Held other, Held otherStart) {
        var sum = 0.0;
        if (start == otherStart) {
            return squared(0, other, 0, count());
        }
        if (singles == null) {
            for (var p = 0; p < doubles.length; p++) {
                var d = doubles[p] - start.doubles[p] - (other.doubles[p] - otherStart.doubles[p]);
                sum += d * d;
            }
        } else {
            for (var p = 0; p < singles.length; p++) {
                var d = (double) singles[p] - start.singles[p] - ((double) other.singles[p] - otherStart.singles[p]);
                sum += d * d;
            }
        }
        return sum;
    }

    private int count() {
        return singles == null ? doubles.length : singles.length;
    }

    /** Pearson's correlation of all parameters with another's. */
    double correlation(Held other) {
        var n = count();
        var meanOwn = 0.0;
        var meanOther = 0.0;
        for (var p = 0; p < n; p++) {
            meanOwn += get(p) / n;
            meanOther += other.get(p) / n;
        }
        var own = 0.0;
        var others = 0.0;
        var both = 0.0;
        for (var p = 0; p < n; p++) {
            var a = get(p) - meanOwn;
            var b = other.get(p) - meanOther;
            own += a * a;
            others += b * b;
            both += a * b;
        }
        return both / Math.sqrt(own * others);
    }
}

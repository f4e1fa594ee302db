package org.basinlab.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.Values;

/**
 * Op of one node over a plane of starts, parameters or time: the landscapes of P8.
 *
 * @param from n
 * @param node m
 * @param x    from left to right
 * @param y    from the bottom up
 * @param op   Op, row by row from the least y; NaN for 0/0
 * @param sign the sign of Comp
 */
public record OpMap(String from, String node, Axis x, Axis y, double[] op, byte[] sign) {
    /**
     * Runs a trajectory from every point of the plane; one for all times, where an axis is time.
     *
     * @param question  from its start where no axis says otherwise
     * @param steps     after which m is looked at, where no axis is time
     * @param engine    that can run the map's {@link #ensemble}
     * @param progress  advanced by each trajectory
     * @return a map of each node m
     */
    public static List<OpMap> of(
            Question question,
            Axis x,
            Axis y,
            long steps,
            Precision precision,
            Trajectories engine,
            Progress progress) {
        return new Drawing(question, x, y, steps, precision).drawn(engine, progress);
    }

    /** What such a map has run. */
    public static Ensemble ensemble(Question question, Axis x, Axis y, long steps, Precision precision) {
        return new Drawing(question, x, y, steps, precision).ensemble;
    }

    /** Comp of a point: 0 or infinite where out of range. */
    public double comp(int point) {
        return sign[point] == 0 && op[point] < 0 ? Double.POSITIVE_INFINITY : sign[point] * Math.exp(-op[point]);
    }

    /** Whether Comp goes through a pole between two neighbouring points: it changes its sign and is not small on both sides. */
    public boolean passesInfinity(int point, int next) {
        return Comp.passesInfinity(comp(point), comp(next));
    }

    /** How many trajectories a map needs. */
    public static int trajectories(Axis x, Axis y) {
        return points(x) * points(y);
    }

    private static int points(Axis axis) {
        return axis.isTime() ? 1 : axis.range().points();
    }

    private static final class Drawing {
        private final Question question;
        private final DynamicalSystem system;
        private final Axis x;
        private final Axis y;
        private final List<OpMap> maps = new ArrayList<>();
        private final TreeMap<Long, List<Integer>> rows = new TreeMap<>();
        private final Ensemble ensemble;

        Drawing(Question question, Axis x, Axis y, long steps, Precision precision) {
            this.question = question;
            system = question.stepping().system();
            this.x = x;
            this.y = y;
            var time = x.isTime() ? x : y.isTime() ? y : null;
            var last = steps;
            if (time != null) {
                for (var i = 0; i < time.range().points(); i++) {
                    var step = question.stepping().steps(time.range().at(i));
                    rows.computeIfAbsent(step, unused -> new ArrayList<>()).add(i);
                }
                last = rows.lastKey();
            }
            ensemble = new Ensemble(
                    question.stepping(),
                    Math.max(1, last),
                    trajectories(x, y),
                    values(system.variables(), system.start()),
                    values(system.parameters(), system.parameterValues()),
                    precision,
                    Tangents.BOTH,
                    question.from(),
                    question.frozen(),
                    question.window(),
                    time == null ? 0 : stride());
        }

        /**
         * Nothing yet: at time 0, before any step, a change is where it was made and nowhere else. Nodes that are computed are not
         * looked at then.
         */
        private OpMap blank(String m, int points) {
            var map = new OpMap(question.from(), m, x, y, new double[points], new byte[points]);
            var made = m.equals(question.from());
            Arrays.fill(map.op(), made ? 0 : Double.NaN);
            Arrays.fill(map.sign(), (byte) (made ? 1 : 0));
            return map;
        }

        List<OpMap> drawn(Trajectories engine, Progress progress) {
            var points = x.range().points() * y.range().points();
            question.to().forEach(m -> maps.add(blank(m, points)));
            engine.run(ensemble, this::look, progress);
            return List.copyOf(maps);
        }

        /** The largest number of steps after which looks miss none of the times. */
        private long stride() {
            var stride = 0L;
            for (var step : rows.keySet()) {
                stride = gcd(step, stride);
            }
            return Math.max(1, stride);
        }

        private static long gcd(long a, long b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        private Values values(List<String> names, double[] fixed) {
            return new Values() {
                @Override
                public double at(int which, int trajectory) {
                    var name = names.get(which);
                    if (x.name().equals(name)) {
                        return x.range().at(trajectory % points(x));
                    }
                    return y.name().equals(name) ? y.range().at(trajectory / points(x)) : fixed[which];
                }

                @Override
                public boolean varies(int which) {
                    return x.name().equals(names.get(which)) || y.name().equals(names.get(which));
                }
            };
        }

        private void look(Flown part) {
            if (rows.isEmpty()) {
                put(part, null);
            } else {
                rows.getOrDefault(part.step(), List.of()).forEach(time -> put(part, time));
            }
        }

        /** Takes what trajectories came to: at one of the times, or at the end. */
        private void put(Flown part, Integer time) {
            for (var k = 0; k < part.count(); k++) {
                var trajectory = part.first() + k;
                var column = x.isTime() ? time : trajectory % points(x);
                var row = y.isTime() ? time : trajectory / points(x);
                var point = row * x.range().points() + column;
                for (var map : maps) {
                    var node = system.node(map.node());
                    map.op()[point] = part.op(node, k);
                    map.sign()[point] = (byte) part.compSign(node, k);
                }
            }
        }
    }
}

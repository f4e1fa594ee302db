package org.basinlab.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.EscapeOperator;
import org.basinlab.walkers.Start;

/**
 * How wrong each equation is for SGD in P1's pit, which defeated P2's solver: escape from the pit of l1 over its barrier
 * after some steps, and the rate of passage to W = 1.5, against the transition operator.
 *
 * @param escapes one a temperature, equation and number of steps
 * @param rates   one a temperature and equation
 */
record PitErrors(List<CurrentResults.EscapeError> escapes, List<CurrentResults.RateError> rates) {
    private static final int[] STEPS = {100, 1000};
    /** And half as many to estimate the error by. */
    private static final int CELLS = 800;

    private static final double BEYOND = 1.5;
    /** Far to the left of the pit, where the drift leads to it and there is no noise. */
    private static final double LOW = 0.5;

    private static final int QUADRATURE = 6000;
    /** The modified equations expand in T G'; where 1 + T G' is no more than this on the way out, they are out of range. */
    private static final double IN_RANGE = 0.5;

    private static final int PLACES = 1000;

    PitErrors {
        escapes = List.copyOf(escapes);
        rates = List.copyOf(rates);
    }

    /** At some temperatures, the progress advancing by one each. */
    static PitErrors of(List<Double> temperatures, int threads, Progress progress) {
        var tasks = new ArrayList<Callable<PitErrors>>();
        for (var temperature : temperatures) {
            tasks.add(() -> {
                var errors = at(temperature);
                progress.advance(1);
                return errors;
            });
        }
        var all = Threads.all(threads, tasks);
        return new PitErrors(
                all.stream().flatMap(errors -> errors.escapes.stream()).toList(),
                all.stream().flatMap(errors -> errors.rates.stream()).toList());
    }

    private static PitErrors at(double temperature) {
        var pocket = LandscapeChoice.PIT.pocket();
        var step = new SgdStep(Pit.PUBLISHED, temperature);
        var exact = new EscapeOperator(step, pocket.pit(), pocket.barrier()).escapes(STEPS);
        var rate = new EscapeOperator(step, pocket.pit(), BEYOND).rates().firstPassage();
        var escapes = new ArrayList<CurrentResults.EscapeError>();
        var rates = new ArrayList<CurrentResults.RateError>();
        for (var convention : NoiseConvention.values()) {
            var equation = convention.equation(step);
            var inRange = !convention.modified() || smallestFactor(temperature) > IN_RANGE;
            var times = Arrays.stream(STEPS).asDoubleStream().toArray();
            var problem = FokkerPlanck.of(
                    equation, new Start.Point(pocket.pit()), pocket.barrier(), times[times.length - 1], CELLS / 2);
            var coarse = problem.run(times, Progress.NONE);
            var looks = FokkerPlanck.on(
                            equation,
                            problem.start(),
                            pocket.barrier(),
                            problem.mesh().halved())
                    .run(times, Progress.NONE);
            for (var k = 0; k < STEPS.length; k++) {
                var state = looks.get(k).state();
                var sgd = exact.get(k).atEnd();
                escapes.add(new CurrentResults.EscapeError(
                        temperature,
                        convention,
                        STEPS[k],
                        state.escaped(),
                        Math.abs(state.escaped() - coarse.get(k).state().escaped()),
                        sgd,
                        state.escaped() / sgd,
                        inRange,
                        state.mass(),
                        state.minimum()));
            }
            var ours = rate(equation, pocket);
            rates.add(new CurrentResults.RateError(
                    temperature, convention, ours, rate, ours == null ? null : ours / rate, inRange));
        }
        return new PitErrors(escapes, rates);
    }

    /** Null where the equation never leaves. */
    private static Double rate(Equation equation, LandscapeChoice.Pocket pocket) {
        try {
            return PassageTime.of(equation, LOW, pocket.pit(), BEYOND, QUADRATURE)
                    .rate();
        } catch (InputException e) {
            // It says where there is no noise to climb with: the table has no rate then.
            return null;
        }
    }

    /** Of 1 + T G' from the pit to the barrier. */
    static double smallestFactor(double temperature) {
        var pocket = LandscapeChoice.PIT.pocket();
        var smallest = Double.POSITIVE_INFINITY;
        for (var i = 0; i <= PLACES; i++) {
            var w = pocket.pit() + (pocket.barrier() - pocket.pit()) * i / PLACES;
            smallest = Math.min(smallest, 1 + temperature * Pit.PUBLISHED.curvature(w));
        }
        return smallest;
    }
}

package org.basinlab.current;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.basinlab.current.CurrentResults.Remedy;
import org.basinlab.experiment.Threads;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.EscapeOperator;

/** P2's remedy for high temperatures, several small steps with each datapoint drawn, in P1's pit. */
final class PitRemedy {
    static final int INNER_STEPS = 8;
    private static final double[] TEMPERATURES = {0.015, 0.02, 0.025};
    private static final double BEYOND = 1.5;
    private static final double LOW = 0.5;
    private static final int QUADRATURE = 6000;

    private PitRemedy() {}

    static List<Remedy> of(int threads) {
        return Threads.all(
                threads,
                DoubleStream.of(TEMPERATURES)
                        .mapToObj(temperature -> (Callable<Remedy>) () -> at(temperature))
                        .toList());
    }

    private static Remedy at(double temperature) {
        var pit = LandscapeChoice.PIT.pocket().pit();
        var plain = new SgdStep(Pit.PUBLISHED, temperature);
        return new Remedy(
                temperature,
                INNER_STEPS,
                rate(new SgdStep(Pit.PUBLISHED, temperature, 1, INNER_STEPS), pit),
                rate(plain, pit),
                PassageTime.of(NoiseConvention.STRATONOVICH.equation(plain), LOW, pit, BEYOND, QUADRATURE)
                        .rate());
    }

    private static double rate(SgdStep step, double start) {
        return new EscapeOperator(step, start, BEYOND).rates().firstPassage();
    }
}

package org.basinlab.doctor;

import java.util.Locale;
import org.basinlab.cuda.Device;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.cuda.CudaWalkers;

/** Walkers on the pit and on formulas, on a GPU and on the CPU. */
final class WalkerKernels {
    private static final int WALKERS = 700;
    private static final int STEPS = 300;
    private static final int FEW_STEPS = 10;
    private static final double TEMPERATURE = 0.0125;

    /** A step stretches what two differ by 1.5 times at most, ten of them 60 times; roundings are 1e-7. */
    private static final double CLOSE = 1e-4;

    private static final Landscape FORMULAS =
            Landscape.of(Formulas.parse("-exp(-(W-2)^2)"), Formulas.parse("W^4/4-W^2/2"));

    private WalkerKernels() {}

    static KernelCheck.Compared on(Device device) {
        try (var ours = new CudaWalkers(device, 0.5, 1)) {
            var exact = furthest(ours, walk(Pit.PUBLISHED, STEPS, Precision.FLOAT64))
                    + furthest(ours, walk(FORMULAS, STEPS, Precision.FLOAT64))
                    + furthest(ours, walk(FORMULAS, STEPS, Precision.FLOAT32));
            var near = furthest(ours, walk(Pit.PUBLISHED, FEW_STEPS, Precision.FLOAT32));
            return new KernelCheck.Compared(
                    !(exact > 0) && near < CLOSE,
                    String.format(
                            Locale.ROOT,
                            "walkers on %s are %s; in float32 on the pit within %.1g",
                            ours.gpu(),
                            exact > 0 ? "not the CPU's, by " + exact : "the CPU's to the last bit",
                            near));
        }
    }

    private static Walk walk(Landscape landscape, int steps, Precision precision) {
        return new Walk(
                new SgdStep(landscape, TEMPERATURE),
                new Start.Point(1),
                Double.POSITIVE_INFINITY,
                new int[] {steps},
                WALKERS,
                1,
                precision,
                null);
    }

    /** NaN counts as infinitely far. */
    private static double furthest(CudaWalkers engine, Walk walk) {
        var ours = engine.ends(walk);
        var theirs = new VectorWalkers(1).ends(walk);
        var furthest = 0.0;
        for (var i = 0; i < WALKERS; i++) {
            var off = Math.abs(ours[i] - theirs[i]);
            furthest = Math.max(furthest, Double.isNaN(off) ? Double.POSITIVE_INFINITY : off);
        }
        return furthest;
    }
}

package org.basinlab.trajectories.cuda;

import org.basinlab.dynamics.Stepping;
import org.basinlab.landscape.cuda.TapeCode;

/**
 * The time after so many steps as PTX, with the bits of {@link Stepping#time}: in double precision, steps over whole steps a
 * unit of time where there are such, else steps times the step; then rounded to the type.
 */
final class Clock {
    private static final String TEXT = """
            {
            .reg .f64 %seconds;
            cvt.rn.f64.s64 %seconds, $step;
            $operation.rn.f64 %seconds, %seconds, $number;
            $rounded.f64 $time, %seconds;
            }
            """;

    private Clock() {}

    /** Register {@code time} becomes the time after the steps that register {@code step} counts, of 64 bits. */
    static String of(Stepping stepping, boolean single, String time, String step) {
        var perUnit = Math.rint(1 / stepping.step());
        var whole = perUnit * stepping.step() == 1;
        return Gaps.filled(
                TEXT,
                "step",
                step,
                "operation",
                whole ? "div" : "mul",
                "number",
                new TapeCode(false).literal(whole ? perUnit : stepping.step()),
                "rounded",
                single ? "cvt.rn.f32" : "mov",
                "time",
                time);
    }
}

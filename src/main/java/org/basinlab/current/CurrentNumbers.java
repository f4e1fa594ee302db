package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.current.CurrentResults.Exact;
import org.basinlab.current.CurrentResults.Exponent;
import org.basinlab.current.CurrentResults.Moments;
import org.basinlab.current.CurrentResults.Solved;

/** A run's results from what was computed. */
final class CurrentNumbers {
    private CurrentNumbers() {}

    static CurrentResults of(CurrentConfig config, ProbabilityCurrent.Course course, ProbabilityCurrent.Cases cases) {
        var looks = course.looks();
        var mesh = looks.get(0).mesh();
        return new CurrentResults(
                mesh.low(),
                mesh.high(),
                mesh.cells(),
                config.hasBarrier() ? config.barrierAt() : null,
                looks.stream()
                        .map(look -> solved(look.state(), config.hasBarrier()))
                        .toList(),
                course.walkers(),
                exact(config, course.exact()),
                moments(config),
                course.conventions(),
                end(course.end()),
                cases.pit().escapes(),
                cases.pit().rates(),
                cases.validations(),
                cases.remedy(),
                cases.exponents().stream()
                        .map(c -> new Exponent(c.innerSteps(), c.measured(), c.error(), c.expected()))
                        .toList(),
                widths(cases.widths()),
                plane(cases.plane()));
    }

    private static Solved solved(State state, boolean barrier) {
        return new Solved(
                state.time(),
                state.mean(),
                state.sd(),
                state.mass(),
                state.minimum(),
                barrier ? state.escaped() : null);
    }

    private static List<Exact> exact(CurrentConfig config, ExactLaw.Laws laws) {
        var rows = new ArrayList<Exact>();
        for (var k = 0; k < laws.fine().size(); k++) {
            var fine = laws.fine().get(k);
            var coarse = laws.coarse().get(k);
            rows.add(new Exact(
                    fine.steps(),
                    fine.mean(),
                    fine.sd(),
                    config.hasBarrier() ? fine.escaped() : null,
                    fine.outside(),
                    Math.abs(fine.mean() - coarse.mean()),
                    Math.abs(fine.sd() - coarse.sd()),
                    config.hasBarrier() ? Math.abs(fine.escaped() - coarse.escaped()) : null));
        }
        return rows;
    }

    private static List<Moments> moments(CurrentConfig config) {
        var step = config.step();
        if (!LinearMoments.exist(step)) {
            return null;
        }
        var start = config.startMoments();
        var rows = new ArrayList<Moments>();
        for (var time : config.times()) {
            var sgd = start.after(step, time);
            var equation = start.under(config.convention(), step, time);
            rows.add(new Moments(time, sgd.mean(), sgd.sd(), equation.mean(), equation.sd()));
        }
        return rows;
    }

    private static CurrentResults.End end(EndState end) {
        if (end instanceof EndState.Density density) {
            return new CurrentResults.End(true, density.mean(), density.sd(), null, null);
        }
        var undefined = (EndState.Undefined) end;
        return new CurrentResults.End(false, null, null, undefined.at(), undefined.reason());
    }

    private static CurrentResults.Widths widths(TwoWidths widths) {
        var t = widths.temperature();
        var x = widths.exponent();
        return new CurrentResults.Widths(
                t,
                x,
                widths.ratio(),
                widths.error(),
                TwoWidths.ratio(NoiseConvention.ITO, t, x),
                TwoWidths.ratio(NoiseConvention.STRATONOVICH, t, x),
                TwoWidths.ratio(NoiseConvention.FICK, t, x),
                TwoWidths.ratio(NoiseConvention.MODIFIED, t, x));
    }

    private static CurrentResults.Plane plane(TwoParameters plane) {
        return new CurrentResults.Plane(
                plane.cells(),
                plane.circulation(),
                plane.circulationExact(),
                plane.curl(),
                plane.curlExact(),
                plane.flow(),
                plane.curvatureTurning(),
                plane.curvatureCurved());
    }
}

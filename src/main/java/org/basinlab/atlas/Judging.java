package org.basinlab.atlas;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.localize.Published;
import org.basinlab.stats.Holm;

/**
 * Which settings hold the published pair: chosen on one set of seeds, judged on another.
 *
 * <p>Among hundreds of settings some would come near the pair by chance. So the first half of the seeds only
 * <em>chooses</em>: settings whose networks learned and one of whose networks could be the published one. That is so if
 * the pair is no further out than one network more would be (Hotelling's T^2 of the two r, p above {@value #LEVEL}), or
 * if at least that share of the networks is within {@value PublishedPair#MARGIN} of the pair in both R^2. The other
 * seeds know nothing of that choice and <em>judge</em>:
 *
 * <ul>
 *   <li><em>sure</em> if the mean pair is shown to be within {@value PublishedPair#MARGIN} of the published one in both
 *       R^2, signs included (equivalence p, adjusted by Holm for the number of chosen settings, at most
 *       {@value #LEVEL});
 *   <li>else <em>possible</em> if by them, too, a network could be the published one;
 *   <li>else <em>ruled out</em>.
 * </ul>
 *
 * <p>So the chance that even one setting is called sure whose mean is not there is at most {@value #LEVEL}, however many
 * there are. Ruling out is not adjusted, for that would leave more settings possible, not fewer; of settings that do
 * hold the pair, one in twenty is not chosen and one in twenty ruled out.
 */
final class Judging {
    /** Of every test. */
    static final double LEVEL = 0.05;

    private final AtlasConfig config;

    Judging(AtlasConfig config) {
        this.config = config;
    }

    /** Every setting, judged. */
    List<SettingResult> of(List<Runs> runs) {
        var halves = runs.stream().map(this::halves).toList();
        var mean = Holm.adjusted(halves.stream()
                .mapToDouble(h -> h.chosen() ? h.judging().pMean() : Double.NaN)
                .toArray());
        return IntStream.range(0, runs.size())
                .mapToObj(i -> result(runs.get(i), halves.get(i), mean[i]))
                .toList();
    }

    /** Settings that the choosing networks choose; the judging ones need not be there yet. */
    List<Setting> chosen(List<Runs> runs) {
        return runs.stream()
                .filter(of -> halves(of).chosen())
                .map(Runs::setting)
                .toList();
    }

    private record Halves(Half choosing, Half judging, boolean chosen) {}

    private Halves halves(Runs runs) {
        var choosers = runs.networks().stream()
                .filter(network -> config.chooses(network.seed()))
                .toList();
        var judges = runs.networks().stream()
                .filter(network -> !config.chooses(network.seed()))
                .toList();
        var choosing = Half.of(choosers);
        return new Halves(choosing, Half.of(judges), Learning.of(choosers) == Learning.LEARNED && choosing.possible());
    }

    private SettingResult result(Runs runs, Halves halves, double mean) {
        var common = runs.networks().stream()
                .filter(network -> config.common(network.seed()))
                .toList();
        var usable = common.stream().filter(Network::usable).toList();
        return new SettingResult(
                runs.setting().options(),
                runs.setting().contradictions(),
                Learning.of(common),
                common.size(),
                (int) common.stream().filter(Network::diverged).count(),
                usable.size(),
                StatUtils.mean(common.stream()
                        .filter(network -> !network.diverged())
                        .mapToDouble(Network::testAccuracy)
                        .toArray()),
                Spread.of(usable, network -> network.weightsR() * network.weightsR()),
                Spread.of(usable, network -> network.biasesR() * network.biasesR()),
                Spread.of(usable, Network::ownPart),
                Spread.of(usable, Network::perPixelMean),
                below(usable.stream().mapToDouble(Network::weightsSigned).toArray(), Published.WEIGHTS_R2),
                below(usable.stream().mapToDouble(Network::biasesSigned).toArray(), Published.BIASES_R2),
                Half.near(usable),
                halves.choosing(),
                halves.judging(),
                mean,
                holding(halves, mean));
    }

    private static Holding holding(Halves halves, double mean) {
        if (!halves.chosen()) {
            return Holding.NOT_CHOSEN;
        }
        if (mean <= LEVEL) {
            return Holding.SURE;
        }
        return halves.judging().possible() ? Holding.POSSIBLE : Holding.RULED_OUT;
    }

    private static double below(double[] values, double published) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] < published ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}

package org.basinlab;

// README: begin
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.Progress;
import org.basinlab.localize.DigitGroups;
import org.basinlab.localize.Localization;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.LocalizeResults;
import org.basinlab.localize.NetworkStore;
import org.basinlab.localize.ParameterMap;
import org.basinlab.localize.ParameterSet;
import org.basinlab.localize.RelativeSizes;
import org.basinlab.localize.Replica;
import org.basinlab.localize.Statistic;
import org.basinlab.network.Activation;
import org.basinlab.training.dl4j.Dl4jTrainer;

class LibraryExample {
    /** An activation: z^2 for z > 0, else 0. */
    record SquaredRelu() implements Activation {
        @Override
        public double value(double z) {
            return z > 0 ? z * z : 0;
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 2 * z : 0;
        }
    }

    /** A statistic: Kendall's tau of r and q over the hidden biases that have both. */
    record Kendall() implements Statistic {
        @Override
        public String name() {
            return "hidden_biases_tau";
        }

        @Override
        public double of(RelativeSizes sizes, ParameterMap parameters) {
            var biases = IntStream.of(parameters.members(ParameterSet.HIDDEN_BIASES))
                    .filter(p -> !Double.isNaN(sizes.r()[p] + sizes.q()[p]))
                    .toArray();
            return new KendallsCorrelation()
                    .correlation(
                            IntStream.of(biases).mapToDouble(p -> sizes.r()[p]).toArray(),
                            IntStream.of(biases).mapToDouble(p -> sizes.q()[p]).toArray());
        }
    }

    static Replica run(int phase1Images, int forkLength) {
        var p4 = LocalizeConfig.p4(1);
        var config = p4.with(DigitGroups.parse("3,5,8:4,9"))
                .with(new SquaredRelu())
                .with(p4.network().withHidden(40))
                .with(p4.schedule().withLengths(phase1Images, forkLength));
        var experiment =
                new Localization(Dl4jTrainer::new, new ImageFolders(), NetworkStore.NONE).measuring(new Kendall());
        var results = (LocalizeResults)
                experiment.run(config, Progress.NONE, table -> {}).results();
        return results.replicas().get(0);
    }
}
// README: end

package org.basinlab;

// README: begin
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.Progress;
import org.basinlab.localize.DigitGroups;
import org.basinlab.localize.Localization;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.LocalizeResults;
import org.basinlab.localize.NetworkStore;
import org.basinlab.network.Activation;
import org.basinlab.training.dl4j.Dl4jTrainer;

class LibraryExample {
    static double weightsR2(int phase1Images, int forkLength) {
        var p4 = LocalizeConfig.p4(1);
        var config = p4.with(DigitGroups.parse("3,5:4,9"))
                .with(p4.network().withActivation(Activation.RELU))
                .with(p4.schedule().withLengths(phase1Images, forkLength));
        var experiment = new Localization(Dl4jTrainer::new, new ImageFolders(), NetworkStore.NONE);
        var results = (LocalizeResults)
                experiment.run(config, Progress.NONE, table -> {}).results();
        return results.replicas().get(0).weights().r2();
    }
}
// README: end

package org.basinlab.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.data.MnistDigests;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.StandardActivation;

/**
 * Whether a run is in the setting P4 describes. What contradicts it (digits, hidden units and their activation, He
 * initialization, 12 000 or 1200 images for phase 1, its second half or all of it tallied, forks over the rest of
 * the training set, data) makes its claims untestable; what P4 leaves open does not.
 */
final class P4Setting {
    private P4Setting() {}

    /** What contradicts P4, in words; empty where nothing does. */
    static String whatDiffers(LocalizeConfig config, Map<String, String> digests) {
        var differing = new ArrayList<String>();
        if (!config.digits().equals(DigitGroups.P4)) {
            differing.add("digits " + config.digits() + ", not " + DigitGroups.P4);
        }
        if (!config.activations().contains(StandardActivation.SOFTPLUS)) {
            differing.add("activation " + config.options().get("activation") + ", not softplus");
        }
        network(config.network(), differing);
        if (config.initialNetwork() != null) {
            differing.add("begun from a trained network");
        }
        schedule(config.schedule(), differing);
        if (!MnistDigests.isMnist(digests)) {
            differing.add("other images than MNIST's");
        }
        return differing.isEmpty() ? "" : "Not P4's setting: " + String.join("; ", differing);
    }

    private static void network(NetworkChoice network, List<String> differing) {
        if (!network.convolutions().isEmpty()) {
            differing.add("a convolutional network");
        }
        if (!network.hidden().equals(NetworkChoice.P4.hidden())) {
            differing.add(
                    network.hidden().size() == 1
                            ? network.hidden().get(0) + " hidden units, not 100"
                            : network.hidden().size() + " hidden layers, not one of 100 units");
        }
        if (network.init() != Initialization.HE && network.init() != Initialization.HE_UNIFORM) {
            differing.add("initialization " + network.init() + ", not He's");
        }
        if (network.biasInit() != BiasInitialization.HE) {
            differing.add("biases begin at " + network.biasInit() + ", not as He's");
        }
    }

    private static void schedule(Schedule schedule, List<String> differing) {
        if (schedule.phase1Images() != 12_000 && schedule.phase1Images() != 1200) {
            differing.add("phase 1 from " + schedule.phase1Images() + " images, not 12000 or 1200");
        }
        if (!List.of(0.0, 0.5).contains(schedule.tallyFrom())) {
            differing.add("tallies from " + schedule.tallyFrom() + " of phase 1 on, not from half or from the start");
        }
        if (schedule.forkLength() != null) {
            differing.add("forks cut to " + schedule.forkLength() + " images");
        }
    }
}

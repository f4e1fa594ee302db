package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.basinlab.experiment.Config;
import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/**
 * One run of the localization experiment (P4).
 *
 * @param network        the network, but for its activation, and how it begins
 * @param activations    of the hidden layers: the experiment is run with each
 * @param schedule       what it is trained on, and how fast
 * @param digits         the classes in play
 * @param data           the folder of images
 * @param initialNetwork the saved network to begin from; null for drawn parameters
 * @param colour         of the picture of all weights
 * @param replication    how often it is made, and by what
 */
public record LocalizeConfig(
        NetworkChoice network,
        List<Activation> activations,
        Schedule schedule,
        DigitGroups digits,
        String data,
        String initialNetwork,
        FigureColour colour,
        Replication replication)
        implements Config {
    public LocalizeConfig {
        activations = List.copyOf(activations);
        require(!activations.isEmpty(), "--activation needs a name");
        require(
                activations.stream().map(Activation::toString).distinct().count() == activations.size(),
                "--activation names one twice: %s",
                joined(activations));
        require(
                initialNetwork == null || replication.replicas() == 1,
                "--replicas %s from one --initial-network would all be the same: give 1",
                replication.replicas());
        require(
                initialNetwork == null || activations.size() == 1,
                "--initial-network has one activation: give one --activation, got %s",
                joined(activations));
        require(!data.isBlank(), "--data must name a folder");
    }

    /** The plain reading of P4 on MNIST. */
    public static LocalizeConfig p4(long seed) {
        return new LocalizeConfig(
                NetworkChoice.P4,
                List.of(StandardActivation.SOFTPLUS),
                Schedule.P4,
                DigitGroups.P4,
                "data/mnist",
                null,
                FigureColour.NONE,
                new Replication(seed, 1, 999, "auto", 0));
    }

    /** The same with another network. */
    public LocalizeConfig with(NetworkChoice other) {
        return new LocalizeConfig(other, activations, schedule, digits, data, initialNetwork, colour, replication);
    }

    /** The same with other activations, each of which is run. */
    public LocalizeConfig with(Activation... others) {
        return new LocalizeConfig(
                network, List.of(others), schedule, digits, data, initialNetwork, colour, replication);
    }

    /** The same with another schedule. */
    public LocalizeConfig with(Schedule other) {
        return new LocalizeConfig(network, activations, other, digits, data, initialNetwork, colour, replication);
    }

    /** The same with other classes. */
    public LocalizeConfig with(DigitGroups other) {
        return new LocalizeConfig(network, activations, schedule, other, data, initialNetwork, colour, replication);
    }

    /** The same with other images. */
    public LocalizeConfig withData(String folder) {
        return new LocalizeConfig(network, activations, schedule, digits, folder, initialNetwork, colour, replication);
    }

    /** The same with so many replicas, each permutation null of so many shuffles, on so many threads. */
    public LocalizeConfig with(int manyReplicas, int draws, int manyThreads) {
        return new LocalizeConfig(
                network,
                activations,
                schedule,
                digits,
                data,
                initialNetwork,
                colour,
                new Replication(replication.seed(), manyReplicas, draws, replication.engine(), manyThreads));
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("hidden", network.hidden().size() == 1 ? network.hidden().get(0) : joined(network.hidden()));
        options.put("convolutions", Filters.text(network.convolutions()));
        options.put("activation", joined(activations));
        options.put("output_activation", Objects.toString(network.outputActivation(), "same"));
        options.put("loss", network.loss().toString());
        options.put("init", network.init().toString());
        options.put("bias_init", network.biasInit().toString());
        options.put("learning_rate", schedule.learningRate());
        options.put("phase1_images", schedule.phase1Images());
        options.put("balance", schedule.balance().toString());
        options.put("tally_from", schedule.tallyFrom());
        options.put("fork_length", schedule.forkLength() == null ? "all" : schedule.forkLength());
        options.put("fork_balance", schedule.forkBalance().toString());
        options.put("digits", digits.toString());
        options.put("data", data);
        if (initialNetwork != null) {
            options.put("initial_network", initialNetwork);
        }
        options.put("dtype", network.dtype().toString());
        options.put("seed", replication.seed());
        options.put("replicas", replication.replicas());
        options.put("null_draws", replication.nullDraws());
        options.put("colour", colour.toString());
        options.put("engine", replication.engine());
        options.put("threads", replication.threads());
        return options;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

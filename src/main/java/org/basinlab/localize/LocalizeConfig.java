package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.basinlab.experiment.Config;

/**
 * One run of the localization experiment (P4).
 *
 * @param network  the network and how it begins
 * @param schedule what it is trained on, and how fast
 * @param digits   the classes in play
 * @param data     the folder of images
 * @param initialNetwork the saved network to begin from; null for drawn parameters
 * @param seed     of the first replica; replica i has seed + i
 * @param replicas how many networks go through the whole experiment
 * @param engine   the engine asked for, or {@code auto}
 * @param threads  forks trained side by side; 0 for what the device's profile says
 */
public record LocalizeConfig(
        NetworkChoice network,
        Schedule schedule,
        DigitGroups digits,
        String data,
        String initialNetwork,
        long seed,
        int replicas,
        String engine,
        int threads)
        implements Config {
    public LocalizeConfig {
        require(replicas >= 1, "--replicas must be at least 1, got %s", replicas);
        require(
                seed <= Long.MAX_VALUE - replicas,
                "--seed %s leaves no room for %s replicas: give a smaller",
                seed,
                replicas);
        require(
                initialNetwork == null || replicas == 1,
                "--replicas %s from one --initial-network would all be the same: give 1",
                replicas);
        require(!data.isBlank(), "--data must name a folder");
        require(threads >= 0, "--threads must be at least 1, or 0 for the profile's number, got %s", threads);
    }

    /** The plain reading of P4 on MNIST. */
    public static LocalizeConfig p4(long seed) {
        return new LocalizeConfig(
                NetworkChoice.P4, Schedule.P4, DigitGroups.P4, "data/mnist", null, seed, 1, "auto", 0);
    }

    /** The same with another network. */
    public LocalizeConfig with(NetworkChoice other) {
        return new LocalizeConfig(other, schedule, digits, data, initialNetwork, seed, replicas, engine, threads);
    }

    /** The same with another schedule. */
    public LocalizeConfig with(Schedule other) {
        return new LocalizeConfig(network, other, digits, data, initialNetwork, seed, replicas, engine, threads);
    }

    /** The same with other classes. */
    public LocalizeConfig with(DigitGroups other) {
        return new LocalizeConfig(network, schedule, other, data, initialNetwork, seed, replicas, engine, threads);
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("hidden", network.hidden());
        options.put("activation", network.activation().toString());
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
        options.put("seed", seed);
        options.put("replicas", replicas);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }
}

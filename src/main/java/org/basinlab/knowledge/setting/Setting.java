package org.basinlab.knowledge.setting;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.stream.LongStream;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;

/**
 * The network, how it is trained, and how often: what all parts share. One hidden layer, as in P4.
 *
 * @param hidden           its units
 * @param activation       of the hidden layer
 * @param outputActivation of the output layer; null for the hidden layer's
 * @param loss             of a datapoint
 * @param init             how weights are drawn
 * @param biasInit         how biases are drawn
 * @param dtype            the type to compute in
 * @param learningRate     T, in parameter^2 / loss
 * @param epochs           passes over the data
 * @param replicas         how often everything is made
 * @param seed             of the first replica; replica r has seed + r
 */
public record Setting(
        int hidden,
        Activation activation,
        Activation outputActivation,
        Loss loss,
        Initialization init,
        BiasInitialization biasInit,
        Precision dtype,
        double learningRate,
        int epochs,
        int replicas,
        long seed) {
    public Setting {
        require(hidden >= 1 && hidden <= 100_000, "--hidden must be from 1 to 100000, got %s", hidden);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "--learning-rate must be a positive number, got %s",
                learningRate);
        require(epochs >= 1 && epochs <= 1000, "--epochs must be from 1 to 1000, got %s", epochs);
        require(replicas >= 1 && replicas <= 100_000, "--replicas must be from 1 to 100000, got %s", replicas);
        require(
                seed <= Long.MAX_VALUE - 2L * replicas,
                "--seed %s leaves no room for %s replicas: give a smaller",
                seed,
                replicas);
    }

    /** The same with another number of hidden units. */
    public Setting withHidden(int other) {
        return new Setting(
                other, activation, outputActivation, loss, init, biasInit, dtype, learningRate, epochs, replicas, seed);
    }

    /** The same with another activation of the hidden layer. */
    public Setting withActivation(Activation other) {
        return new Setting(
                hidden, other, outputActivation, loss, init, biasInit, dtype, learningRate, epochs, replicas, seed);
    }

    /** The same at another learning rate. */
    public Setting withLearningRate(double other) {
        return new Setting(
                hidden, activation, outputActivation, loss, init, biasInit, dtype, other, epochs, replicas, seed);
    }

    /** The same over so many replicas and epochs. */
    public Setting withReplicas(int count, int passes) {
        return new Setting(
                hidden, activation, outputActivation, loss, init, biasInit, dtype, learningRate, passes, count, seed);
    }

    /** The network for a world: an input a pixel, an output a group. */
    public NetworkSpec spec(World world) {
        return spec(world.train().pixelsPerImage(), world.classes().groups().size());
    }

    /** The network of so many inputs and outputs. */
    public NetworkSpec spec(int inputs, int outputs) {
        return NetworkSpec.dense(
                List.of(inputs, hidden, outputs),
                activation,
                outputActivation == null ? activation : outputActivation,
                loss);
    }

    /** The network of a seed before any training. */
    public Parameters start(World world, long networkSeed) {
        return Parameters.initial(spec(world), init, biasInit, networkSeed);
    }

    /** Each replica's. */
    public long[] seeds() {
        return LongStream.range(seed, seed + replicas).toArray();
    }
}

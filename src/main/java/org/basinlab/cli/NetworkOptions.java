package org.basinlab.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options of a network that is trained, but for its hidden layers. */
final class NetworkOptions {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";
    private static final String ONE_OF = ": ${COMPLETION-CANDIDATES}" + DEFAULT;

    @Option(
            names = "--output-activation",
            paramLabel = "NAME",
            defaultValue = "same",
            converter = OfOutputActivation.class,
            completionCandidates = OutputActivations.class,
            description = "Of the output layer" + ONE_OF)
    Activation outputActivation;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "mse",
            description = "Half the squared error, or cross-entropy of the outputs' softmax" + ONE_OF)
    Loss loss;

    @Option(names = "--init", paramLabel = "NAME", defaultValue = "he", description = "How weights are drawn" + ONE_OF)
    Initialization init;

    @Option(
            names = "--bias-init",
            paramLabel = "NAME",
            defaultValue = "he",
            description = "How biases are drawn" + ONE_OF)
    BiasInitialization biasInit;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "float32",
            description = "Type to compute in" + ONE_OF)
    Precision dtype;

    /** {@code same} is null: the hidden layers'. */
    private static final class OfOutputActivation implements ITypeConverter<Activation> {
        @Override
        public Activation convert(String text) {
            return text.equalsIgnoreCase("same") ? null : Spelled.read(StandardActivation.class, text);
        }
    }

    private static final class OutputActivations implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Stream.of("same"),
                            Arrays.stream(StandardActivation.values()).map(Object::toString))
                    .iterator();
        }
    }
}

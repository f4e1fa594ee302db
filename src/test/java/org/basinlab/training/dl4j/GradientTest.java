package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** The networks' gradients against central differences of their own loss, by DL4J's checker. */
class GradientTest {
    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
        // The checker insists on it for the whole process.
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void restore() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void everyActivationWithBothLosses(StandardActivation activation) {
        for (var loss : Loss.values()) {
            check(NetworkSpec.dense(List.of(6, 5, 2), activation, activation, loss));
        }
    }

    @ParameterizedTest
    @CsvSource({"SOFTPLUS, IDENTITY, CROSS_ENTROPY", "RELU, SIGMOID, MSE", "TANH, SOFTPLUS, MSE"})
    void otherOutputActivations(StandardActivation hidden, StandardActivation output, Loss loss) {
        check(NetworkSpec.dense(List.of(6, 5, 2), hidden, output, loss));
    }

    @Test
    void deeperNetworksAndMoreOutputs() {
        check(NetworkSpec.dense(
                List.of(6, 5, 4, 3), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.CROSS_ENTROPY));
    }

    private static void check(NetworkSpec spec) {
        var parameters = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 4);
        var network = Dl4jNetworks.build(parameters, Precision.FLOAT64, 1);
        // The checker wants an update that is the gradient itself.
        for (var layer : network.getLayers()) {
            ((FeedForwardLayer) layer.conf().getLayer()).setIUpdater(new NoOp());
        }
        var rows = 4;
        var outputs = spec.outputs();
        var random = new RandomStream(8, RandomStream.BOOTSTRAP, 0);
        var x = Nd4j.zeros(DataType.DOUBLE, rows, spec.inputs());
        var y = Nd4j.zeros(DataType.DOUBLE, rows, outputs);
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < spec.inputs(); j++) {
                x.putScalar(i, j, random.uniform(10L * i + j));
            }
            y.putScalar(i, i % outputs, 1);
        }
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .epsilon(1e-6)
                        .maxRelError(1e-5)
                        .minAbsoluteError(1e-9)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                        .exitOnFirstError(true)
                        .input(x)
                        .labels(y)))
                .as("%s", spec)
                .isTrue();
    }
}

package org.basinlab.training.dl4j;

import org.basinlab.network.Activation;
import org.basinlab.network.Convolution;
import org.basinlab.network.Layer;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Networks as DL4J objects. DL4J's flat parameter vector has the order of {@link NetworkSpec}: layer by
 * layer, the weights unit by unit, then the biases; of a convolution, the biases first.
 */
public final class Dl4jNetworks {
    private Dl4jNetworks() {}

    /** A network with these parameters that steps by plain SGD at the given rate. */
    public static MultiLayerNetwork build(Parameters parameters, Precision precision, double learningRate) {
        var spec = parameters.spec();
        var type = type(precision);
        var layers = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new Sgd(learningRate))
                .list();
        for (var layer : spec.layers().subList(0, spec.depth() - 1)) {
            layers.layer(layer(layer));
        }
        layers.layer(new OutputLayer.Builder(loss(spec.loss()))
                .nIn(spec.layers().get(spec.depth() - 1).inputs())
                .nOut(spec.outputs())
                .activation(activation(spec.layers().get(spec.depth() - 1).activation()))
                .build());
        if (spec.layers().get(0) instanceof Convolution first) {
            layers.setInputType(InputType.convolutionalFlat(first.rows(), first.columns(), first.channels()));
        }
        // Giving the parameters here keeps DL4J from drawing its own.
        var network = new MultiLayerNetwork(layers.build());
        var values = Nd4j.createFromArray(FlatOrder.toFlat(spec, parameters.values()));
        var flat = values.castTo(type);
        network.init(flat.reshape(1, spec.parameterCount()), false);
        if (flat != values) {
            values.close();
        }
        return network;
    }

    private static org.deeplearning4j.nn.conf.layers.Layer layer(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return new ConvolutionLayer.Builder(convolution.size(), convolution.size())
                    .stride(convolution.stride(), convolution.stride())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .nIn(convolution.channels())
                    .nOut(convolution.filters())
                    .activation(activation(convolution.activation()))
                    .build();
        }
        return new DenseLayer.Builder()
                .nIn(layer.inputs())
                .nOut(layer.units())
                .activation(activation(layer.activation()))
                .build();
    }

    /** What a network holds now, single-precision values widened. */
    public static Parameters parameters(NetworkSpec spec, MultiLayerNetwork network) {
        return new Parameters(
                spec, FlatOrder.toSpec(spec, network.params().dup().data().asDouble()));
    }

    static DataType type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> DataType.FLOAT;
            case FLOAT64 -> DataType.DOUBLE;
            case TF32 -> throw new IllegalArgumentException("TF32 is of the cuda engine");
        };
    }

    static IActivation activation(Activation activation) {
        if (!(activation instanceof StandardActivation standard)) {
            return new OwnActivation(activation);
        }
        return switch (standard) {
            case SOFTPLUS -> new SoftPlus();
            case RELU -> new ActivationReLU();
            case LEAKYRELU -> new LeakyRelu();
            case ELU -> new ActivationELU(1);
            case GELU -> new Gelu();
            case SWISH -> new Swish();
            case TANH -> new ActivationTanH();
            case SIGMOID -> new ActivationSigmoid();
            case IDENTITY -> new ActivationIdentity();
        };
    }

    static ILossFunction loss(Loss loss) {
        return switch (loss) {
            case MSE -> new HalfSquaredError();
            case CROSS_ENTROPY -> new SoftmaxCrossEntropy();
        };
    }
}

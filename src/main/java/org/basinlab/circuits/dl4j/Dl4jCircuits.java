package org.basinlab.circuits.dl4j;

import java.util.Arrays;
import org.basinlab.circuits.RealNetworks;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Circuits as DL4J networks, on ND4J's backend: the CPU, or an NVIDIA GPU in a build for one. */
public final class Dl4jCircuits implements RealNetworks {
    /** Loads ND4J if it is not loaded yet. */
    public Dl4jCircuits() {
        Nd4jRuntime.start();
    }

    @Override
    public Running open(Parameters parameters, Precision precision) {
        // A network never trained needs a learning rate all the same.
        return new OnDevice(
                Dl4jNetworks.build(parameters, precision, 1),
                precision,
                parameters.spec().inputs());
    }

    private static final class OnDevice implements Running {
        private final MultiLayerNetwork network;
        private final int width;
        private final Precision precision;
        /** Kept from block to block: large arrays that come and go would make the heap grow. */
        private float[] singles = {};

        OnDevice(MultiLayerNetwork network, Precision precision, int width) {
            this.network = network;
            this.precision = precision;
            this.width = width;
        }

        @Override
        public double[] outputs(double[] inputs, int rows) {
            // What owns memory is closed here: left to the garbage collector, gigabytes would wait for it.
            try (var numbers = numbers(inputs, rows * width);
                    var y = network.output(numbers.reshape('c', new long[] {rows, width}));
                    var inOrder = y.dup('c')) {
                return inOrder.data().asDouble();
            }
        }

        private INDArray numbers(double[] inputs, int count) {
            if (precision == Precision.FLOAT64) {
                return Nd4j.createFromArray(inputs.length == count ? inputs : Arrays.copyOf(inputs, count));
            }
            if (singles.length != count) {
                singles = new float[count];
            }
            for (var i = 0; i < count; i++) {
                singles[i] = (float) inputs[i];
            }
            return Nd4j.createFromArray(singles);
        }

        @Override
        public void close() {
            network.close();
            // Workspaces belong to the thread, and would outlive it.
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        }
    }
}

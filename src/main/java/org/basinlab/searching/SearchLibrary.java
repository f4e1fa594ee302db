package org.basinlab.searching;

import java.util.List;

/** Search neurons as layers of real networks: whichever library does it. May be called from several threads. */
public interface SearchLibrary {
    /** What it is, for {@link org.basinlab.experiment.Origin}. */
    String name();

    /** One neuron as a layer in double precision. */
    SearchModule module(Subnetwork g, Proposals proposals);

    /** Trains a network by Adam on the whole data set at once, its rate falling to 0 evenly; gives its test outputs. */
    double[] learn(Lesson lesson);

    /** A layer of one search neuron, not for several threads at once. */
    interface SearchModule {
        /** Its outputs, one a context. */
        double[] values(List<double[]> contexts);

        /** Its outputs with other parameters, which it forgets again. */
        double[] values(double[] theta, List<double[]> contexts);

        /** Its outputs in single precision. */
        double[] singlePrecision(List<double[]> contexts);

        /** dy/dc, then dy/dtheta in theta's order, by its backward pass. */
        double[] gradient(double[] context);

        /** Whether it gives the same outputs to the bit after saving and loading, and when cloned. */
        boolean survivesSaving(List<double[]> contexts);
    }
}

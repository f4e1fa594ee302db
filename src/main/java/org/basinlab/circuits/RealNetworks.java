package org.basinlab.circuits;

import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;

/** What runs circuits as networks: whichever library and device. */
public interface RealNetworks {
    /** A network to run, by one thread at a time. */
    Running open(Parameters parameters, Precision precision);

    /** A network that runs. */
    interface Running extends AutoCloseable {
        /**
         * Its outputs.
         *
         * @param inputs rows x inputs, each a number of the precision; not changed
         * @param rows   how many
         * @return rows x outputs
         */
        double[] outputs(double[] inputs, int rows);

        /** Ends it; called by the thread that ran it. */
        @Override
        void close();
    }
}

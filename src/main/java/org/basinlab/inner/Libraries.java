package org.basinlab.inner;

import org.basinlab.circuits.RealNetworks;
import org.basinlab.data.ImageSource;
import org.basinlab.detection.ReluTrainer;
import org.basinlab.refinement.DenoiserTraining;
import org.basinlab.searching.SearchLibrary;

/** What the parts need of the outside: a network library, and images. Asked for what a run needs and no more. */
public interface Libraries {
    /** Runs circuits. */
    RealNetworks networks();

    /** Search neurons as layers. */
    SearchLibrary searches();

    /** Trains denoisers. */
    DenoiserTraining denoisers();

    /** Trains networks of ReLUs. */
    ReluTrainer relus();

    /** Where images come from. */
    ImageSource images();

    /** The array library's backend, for {@link org.basinlab.experiment.Origin}. */
    String backend();

    /** The linear algebra library it calls. */
    String blas();
}

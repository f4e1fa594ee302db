package org.basinlab.cli;

import org.basinlab.circuits.RealNetworks;
import org.basinlab.circuits.dl4j.Dl4jCircuits;
import org.basinlab.data.ImageFolders;
import org.basinlab.data.ImageSource;
import org.basinlab.detection.ReluTrainer;
import org.basinlab.detection.dl4j.Dl4jReluTrainer;
import org.basinlab.inner.Libraries;
import org.basinlab.refinement.DenoiserTraining;
import org.basinlab.refinement.dl4j.Dl4jDenoiserTraining;
import org.basinlab.searching.SearchLibrary;
import org.basinlab.searching.dl4j.Dl4jSearchLibrary;
import org.basinlab.training.dl4j.Nd4jRuntime;

/** DL4J for all of them, and images from folders. */
final class InnerLibraries implements Libraries {
    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public RealNetworks networks() {
        return new Dl4jCircuits();
    }

    @Override
    public SearchLibrary searches() {
        return new Dl4jSearchLibrary();
    }

    @Override
    public DenoiserTraining denoisers() {
        return new Dl4jDenoiserTraining();
    }

    @Override
    public ReluTrainer relus() {
        return new Dl4jReluTrainer();
    }

    @Override
    public ImageSource images() {
        return new ImageFolders(DataFolder::of);
    }

    @Override
    public String backend() {
        return runtime.backend();
    }

    @Override
    public String blas() {
        return runtime.blas();
    }
}

package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/** Any losses. */
record Losses(List<DatapointLoss> losses) implements Landscape {
    Losses {
        losses = List.copyOf(losses);
        require(!losses.isEmpty(), "a landscape needs at least one datapoint");
    }
}

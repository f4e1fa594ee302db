package org.basinlab.neural;

import java.util.List;

/**
 * All numbers of {@link NeuralStudy}.
 *
 * @param models   Op on networks that model a system, one a system
 * @param control  Op of units of networks that run a plant, one a plant
 * @param training Op of layers while a network trains
 */
public record NeuralResults(List<ModelResult> models, List<ControlResult> control, TrainingResult training) {
    public NeuralResults {
        models = List.copyOf(models);
        control = List.copyOf(control);
    }
}

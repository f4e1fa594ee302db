package org.basinlab.inner;

import java.util.List;
import org.basinlab.circuits.CircuitResult;
import org.basinlab.detection.DetectionResult;
import org.basinlab.refinement.RefinementResult;
import org.basinlab.registration.RegistrationResult;
import org.basinlab.searching.NeuronResult;

/**
 * All numbers of a run; null for parts that it does not have.
 *
 * @param depth        ReLU layers of the circuit
 * @param width        units of the widest of them
 * @param parameters   weights and biases of its network
 * @param maxError     its largest error in single precision over inputs from {@code inputGrid}
 * @param errorBound   what that can be at most
 * @param inputGrid    where its inputs came from
 * @param circuit      selection by ReLU
 * @param neuron       search neurons
 * @param refinement   a loop around a denoiser
 * @param registration inner and outer objective apart
 * @param detection    maxima in trained networks
 * @param opSeen       whether Op sees each mechanism
 */
public record InnerResults(
        Integer depth,
        Integer width,
        Long parameters,
        Double maxError,
        Double errorBound,
        String inputGrid,
        CircuitResult circuit,
        NeuronResult neuron,
        RefinementResult refinement,
        RegistrationResult registration,
        DetectionResult detection,
        List<OpSeen> opSeen) {
    public InnerResults {
        opSeen = List.copyOf(opSeen);
    }
}

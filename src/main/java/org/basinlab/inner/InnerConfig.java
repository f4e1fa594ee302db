package org.basinlab.inner;

import static org.basinlab.experiment.InputException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.basinlab.circuits.CircuitConfig;
import org.basinlab.detection.DetectionConfig;
import org.basinlab.experiment.Config;
import org.basinlab.refinement.RefinementConfig;
import org.basinlab.registration.RegistrationConfig;
import org.basinlab.searching.NeuronConfig;

/**
 * One run: which parts, and the settings of all.
 *
 * @param parts        to run
 * @param circuit      of {@link Part#CIRCUIT}
 * @param neuron       of {@link Part#NEURON}
 * @param refinement   of {@link Part#REFINEMENT}
 * @param registration of {@link Part#REGISTRATION}
 * @param detection    of {@link Part#DETECTION}
 * @param data         folder of the images
 * @param seed         of everything random
 * @param engine       {@code auto} or {@code dl4j}, which it is
 * @param threads      the results do not depend on them
 * @param options      of these parts as the command line spells them
 */
public record InnerConfig(
        Set<Part> parts,
        CircuitConfig circuit,
        NeuronConfig neuron,
        RefinementConfig refinement,
        RegistrationConfig registration,
        DetectionConfig detection,
        String data,
        long seed,
        String engine,
        int threads,
        Map<String, Object> options)
        implements Config {
    public InnerConfig {
        parts = Set.copyOf(parts);
        require(engine.equals("auto") || engine.equals("dl4j"), "--engine of circuits is auto or dl4j, got %s", engine);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Whether a part is to run. */
    boolean has(Part part) {
        return parts.contains(part);
    }
}

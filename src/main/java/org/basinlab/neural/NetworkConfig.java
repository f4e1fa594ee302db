package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.experiment.Config;

/**
 * One run of Op inside networks: of the units of a saved one, or the study of small ones that are trained for it.
 *
 * @param network a file of DL4J's; null for the study
 * @param data    folder of the images it is asked about
 * @param digits  which of their classes, in groups, as it was trained
 * @param images  how many of the test images
 * @param from    inputs, each as n, {@link UnitStudy#ALL_INPUTS} for all together; empty for the one that varies most
 * @param to      an output's number, or {@code loss}
 * @param networks of the study, that run each plant
 * @param seed    of the study
 * @param engine  {@code auto}: there is one
 * @param threads the results do not depend on them
 */
public record NetworkConfig(
        String network,
        String data,
        String digits,
        int images,
        List<Integer> from,
        String to,
        int networks,
        long seed,
        String engine,
        int threads)
        implements Config {
    /** As m, the network's own loss. */
    public static final String LOSS = "loss";

    public NetworkConfig {
        from = List.copyOf(from);
        require(images >= 1, "--images must be at least 1, got %s", images);
        require(
                to.equals(LOSS) || to.matches("\\d{1,6}"),
                "--to of a network is an output's number or loss, got %s",
                to);
        require(from.stream().distinct().count() == from.size(), "--from names an input twice");
        require(
                networks >= 2 && networks <= NeuralSettings.MOST_NETWORKS,
                "--networks must be from 2, for intervals over them, to %s, got %s",
                NeuralSettings.MOST_NETWORKS,
                networks);
        require(engine.equals("auto"), "--engine of op network is auto, got %s", engine);
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("system", "network");
        if (network != null) {
            options.put("network", network);
            options.put("data", data);
            options.put("digits", digits);
            options.put("images", images);
            if (!from.isEmpty()) {
                options.put(
                        "from",
                        from.stream()
                                .map(n -> n == UnitStudy.ALL_INPUTS ? "all" : String.valueOf(n))
                                .collect(Collectors.joining(",")));
            }
            options.put("to", to);
        } else {
            options.put("networks", networks);
        }
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }
}

package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.localize.DigitGroups;
import org.basinlab.neural.Asked;
import org.basinlab.neural.NetworkConfig;
import org.basinlab.neural.Outcome;
import org.basinlab.neural.UnitStudy;
import org.basinlab.neural.dl4j.SavedNetwork;
import org.basinlab.training.DatapointStream;
import picocli.CommandLine.Option;

/** Options of {@code basin op network}: a saved network and the images it is asked about. */
final class NetworkQuestion {
    @Option(
            names = "--network",
            paramLabel = "FILE",
            description =
                    "Of network: a network saved by DL4J, such as localize --save-networks writes. Default: a study of small"
                            + " networks that are trained for it.")
    private String network;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Of network: folder of the images it is asked about (default ${DEFAULT-VALUE}).")
    private String data;

    @Option(
            names = "--digits",
            paramLabel = "GROUPS",
            defaultValue = "1,7:6,8",
            description =
                    "Of network: classes of these images, in groups as it was trained (default ${DEFAULT-VALUE}).")
    private String digits;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "500",
            description = "Of network: how many test images (default ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--networks",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Of network without a file: networks that are trained to run each plant (default ${DEFAULT-VALUE}).")
    private int networks;

    boolean isGiven() {
        return network != null;
    }

    NetworkConfig config(String from, String to, CommonOptions common, int threads) {
        require(
                network != null || from == null && to == null,
                "--from and --to of a network need one: give --network FILE");
        return new NetworkConfig(
                network,
                data,
                digits,
                images,
                inputs(from),
                to == null ? "0" : to,
                networks,
                common.seed,
                common.engine,
                threads);
    }

    private static List<Integer> inputs(String from) {
        if (from == null) {
            return List.of();
        }
        if (from.equals("all")) {
            return List.of(UnitStudy.ALL_INPUTS);
        }
        var inputs = NumberList.integers("--from", from);
        require(
                inputs.stream().allMatch(input -> input >= 0),
                "--from of a network is inputs, numbered from 0, or all, got %s",
                from);
        return inputs;
    }

    /** The network and its images. */
    Asked read(NetworkConfig config) {
        var saved = SavedNetwork.in(Path.of(config.network()));
        var folder = DataFolder.of(config.data());
        var all = ImageFolder.test(folder);
        var stream = stream(all, DigitGroups.parse(config.digits()), config.images());
        var m = config.to().equals(NetworkConfig.LOSS)
                ? saved.loss(stream)
                : new Outcome.Output(Integer.parseInt(config.to()));
        var digests = new TreeMap<>(all.digests());
        digests.put(saved.name(), FileDigest.of(Path.of(config.network())));
        return new Asked(saved.network(), saved.inputs(stream), m, digests);
    }

    private static DatapointStream stream(LabelledImages all, DigitGroups groups, int count) {
        var order = new ArrayList<Integer>();
        for (var i = 0; i < all.count() && order.size() < count; i++) {
            if (groups.groupOf(all.label(i)) >= 0) {
                order.add(i);
            }
        }
        require(!order.isEmpty(), "there is no image of these classes: give other --digits");
        return new DatapointStream(
                all,
                order.stream().mapToInt(i -> i).toArray(),
                order.stream().mapToInt(i -> groups.groupOf(all.label(i))).toArray());
    }
}

package org.basinlab.detection;

import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** Every trained network, and every level of noise, as tables. */
public final class DetectionTables {
    private DetectionTables() {}

    /** Tables for {@link org.basinlab.experiment.Tables}. */
    public static List<Table> of(DetectionResult result) {
        return List.of(wild(result.wild()), noise(result.noise()));
    }

    private static Table wild(List<DetectionResult.WildNetwork> rows) {
        return new Table(
                "detection_networks",
                List.of(
                        Column.words("target", rows, n -> n.target().toString()),
                        Column.longs("options", rows, DetectionResult.WildNetwork::options),
                        Column.longs("width", rows, DetectionResult.WildNetwork::width),
                        Column.longs("network", rows, DetectionResult.WildNetwork::network),
                        Column.doubles("loss", rows, DetectionResult.WildNetwork::loss),
                        Column.longs("learnt", rows, n -> n.learnt() ? 1 : 0),
                        Column.words("comparators", rows, n -> String.join("; ", n.comparators())),
                        Column.doubles("bending", rows, DetectionResult.WildNetwork::bending),
                        Column.doubles("linear", rows, DetectionResult.WildNetwork::linear),
                        Column.doubles("explained", rows, DetectionResult.WildNetwork::explained),
                        Column.doubles("of_bending", rows, DetectionResult.WildNetwork::ofBending),
                        Column.words("tree", rows, DetectionResult.WildNetwork::tree),
                        Column.doubles("tree_explains", rows, DetectionResult.WildNetwork::treeExplains),
                        Column.longs("whole", rows, n -> n.whole() ? 1 : 0)));
    }

    private static Table noise(List<DetectionResult.NoiseRow> rows) {
        return new Table(
                "detection_noise",
                List.of(
                        Column.doubles("noise", rows, DetectionResult.NoiseRow::noise),
                        Column.longs("planted", rows, r -> r.counts().planted()),
                        Column.longs("found", rows, r -> r.counts().found()),
                        Column.longs("right", rows, r -> r.counts().right()),
                        Column.longs("circuits", rows, DetectionResult.NoiseRow::circuits),
                        Column.longs("whole", rows, DetectionResult.NoiseRow::whole)));
    }
}

package org.basinlab.knowledge.edit;

import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Parameters;

/**
 * What a network makes of test images of a class, as they are and painted.
 *
 * @param cleanAccuracy   share of the clean ones taken for their group
 * @param paintedAccuracy share of the painted ones
 * @param cleanLoss       mean loss of the clean ones
 * @param paintedLoss     mean loss of the painted ones
 */
record Recognition(double cleanAccuracy, double paintedAccuracy, double cleanLoss, double paintedLoss) {
    static final Recognition UNKNOWN = new Recognition(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private record Mean(double accuracy, double loss) {}

    /** Of a network, the images painted beforehand. */
    static Recognition of(Parameters network, World world, Edit edit, LabelledImages painted) {
        var which = IntStream.range(0, world.test().count())
                .filter(i -> world.test().label(i) == edit.label())
                .toArray();
        var group = world.classes().groupOf(edit.label());
        var clean = mean(Responses.of(network, world.test(), which), group);
        var after = mean(Responses.of(network, painted, which), group);
        return new Recognition(clean.accuracy, after.accuracy, clean.loss, after.loss);
    }

    private static Mean mean(Responses responses, int group) {
        var right = 0.0;
        var loss = 0.0;
        for (var k = 0; k < responses.count(); k++) {
            right += responses.right(k, group) ? 1 : 0;
            loss += responses.loss(k, group);
        }
        return new Mean(right / responses.count(), loss / responses.count());
    }
}

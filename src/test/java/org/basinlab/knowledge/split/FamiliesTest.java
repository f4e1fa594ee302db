package org.basinlab.knowledge.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.knowledge.setting.Classes;
import org.junit.jupiter.api.Test;

class FamiliesTest {
    private final Families families = new Families(MadeUpWorld.of(3), 5);

    @Test
    void samplesAreDisjointAndAsLarge() {
        var samples = families.samples(4);
        assertThat(samples.sets()).hasSize(4);
        var all = IntStream.concat(
                        samples.sets().stream().flatMapToInt(d -> Arrays.stream(d.order())),
                        Arrays.stream(samples.reference().order()))
                .toArray();
        assertThat(all).hasSize(400).doesNotHaveDuplicates();
        assertThat(samples.sets()).allMatch(d -> d.order().length == 80);
        assertThat(samples.sets().get(0).order()).isSorted();
        assertThat(samples.sets().get(0).order())
                .isNotEqualTo(IntStream.range(0, 80).toArray());
    }

    @Test
    void samplesNeedImages() {
        assertThatThrownBy(() -> new Families(MadeUpWorld.of(1), 1).samples(400))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--split-samples 400");
    }

    @Test
    void editsPaintOneClassEach() {
        var edits = families.edits();
        assertThat(edits.sets()).hasSize(5).hasSize(families.editedWorlds());
        var plain = edits.sets().get(0).world().train();
        for (var k = 1; k < 5; k++) {
            var edited = edits.sets().get(k).world().train();
            for (var i = 0; i < plain.count(); i++) {
                var image = i;
                var changed = IntStream.range(0, 36).anyMatch(p -> plain.pixel(image, p) != edited.pixel(image, p));
                assertThat(changed).isEqualTo(plain.label(i) == k - 1);
            }
        }
    }

    @Test
    void ordersHoldEveryImageOnce() {
        for (var set : families.orders().sets()) {
            assertThat(set.order()).hasSize(400).doesNotHaveDuplicates();
        }
        assertThat(families.orders().sets().get(0).order())
                .isNotEqualTo(families.orders().sets().get(1).order());
    }

    @Test
    void groupsClassesOtherwise() {
        assertThat(groupings("1,7:6,8")).containsExactly("1,7:6,8", "1,6:7,8", "1,8:7,6");
        assertThat(groupings("1:7")).containsExactly("1:7", "7:1");
        assertThat(groupings("1:7,6")).containsExactly("1:7,6", "7:1,6", "6:1,7");
        assertThat(groupings("1:2:3")).containsExactly("1:2:3", "2:3:1", "3:1:2");
        assertThat(groupings("0:1:2:3:4:5:6:7:8:9")).hasSize(3).contains("1:2:3:4:5:6:7:8:9:0");
        assertThat(groupings("0,1,2,3,4:5,6,7,8,9")).hasSize(3).allMatch(g -> g.startsWith("0,"));
    }

    private static String[] groupings(String digits) {
        return Families.groupings(Classes.parse(digits)).stream()
                .map(Classes::toString)
                .toArray(String[]::new);
    }
}

package org.basinlab.knowledge.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.basinlab.training.DatapointStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final DataSet data = new DataSet(
            "all", MadeUpWorld.of(1), new Families(MadeUpWorld.of(1), 2).world().order());

    @Test
    void halves() {
        assertThat(Schedule.halvings(100, 4, 5).checkpoints()).isEqualTo(List.of(25L, 50L, 100L, 200L, 400L));
        assertThat(Schedule.halvings(5, 1, 9).checkpoints()).isEqualTo(List.of(1L, 2L, 5L));
    }

    @Test
    void passesOverEveryDatapointInTurn() {
        for (var passes : new int[] {1, 3, 8}) {
            var schedule = Schedule.halvings(400, passes, 5);
            var known = new HashMap<List<Integer>, DatapointStream>();
            var seen = new ArrayList<Integer>();
            var wholes = new ArrayList<Object>();
            for (var k = 0; k < schedule.checkpoints().size(); k++) {
                for (var stream : schedule.leg(k, data, known)) {
                    for (var image : stream.order()) {
                        seen.add(image);
                    }
                    if (stream.length() == 400) {
                        wholes.add(stream);
                    }
                }
                assertThat((long) seen.size()).isEqualTo(schedule.checkpoints().get(k));
            }
            for (var k = 0; k < seen.size(); k++) {
                assertThat(seen.get(k)).isEqualTo(k % 400);
            }
            assertThat(wholes).allMatch(w -> w == wholes.get(0));
        }
    }
}

package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Control;
import org.junit.jupiter.api.Test;

class ControlsTest {
    @Test
    void eachUnitIsMovedByItsOwnClassAlone() {
        var learnt = new Controls(SmallWorld.TRAINER, SmallWorld.setting(1), Progress.NONE).learntApart(11);
        for (var c = 0; c < 4; c++) {
            var tally = learnt.online().tallies().get(c);
            var change = Sizes.between(learnt.without().get(c), learnt.start());
            for (var j = 0; j < tally.biases().length; j++) {
                if (j % 4 == c) {
                    assertThat(tally.biases()[j]).isPositive();
                    // Without its class it stays as it was drawn.
                    assertThat(change.biases()[j]).isZero();
                } else {
                    assertThat(tally.biases()[j]).isZero();
                }
                for (var i = 0; i < tally.inputs(); i++) {
                    var weight = j * tally.inputs() + i;
                    assertThat(tally.weights()[weight] > 0).isEqualTo(j % 4 == c);
                }
            }
        }
    }

    @Test
    void allComeOutAsBuilt() {
        var done = new AtomicLong();
        var controls = new Controls(SmallWorld.TRAINER, SmallWorld.setting(1), counting(done)).run(2);
        assertThat(controls).hasSize(8).allMatch(Control::passed);
        // That little is found must be shown, not left open.
        assertThat(controls.stream().filter(c -> c.kind().equals("negative")))
                .hasSize(4)
                .allMatch(c -> c.verdict() == Verdict.NOT_REPRODUCED);
        assertThat(done.get()).isEqualTo(Controls.datapoints());
    }

    private static Progress counting(AtomicLong done) {
        return new Progress() {
            @Override
            public void begin(String what, long units) {}

            @Override
            public void advance(long units) {
                done.addAndGet(units);
            }

            @Override
            public void note(String stage) {}
        };
    }
}

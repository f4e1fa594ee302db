package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.basinlab.knowledge.setting.Classes;
import org.junit.jupiter.api.Test;

class LeaveOutConfigTest {
    @Test
    void theEditIsOfTheSecondClassOfTheFirstGroupUnlessSaid() {
        assertThat(LeaveOutConfig.DEFAULT.editLabel(Classes.parse("1,7:6,8"))).isEqualTo(7);
        assertThat(LeaveOutConfig.DEFAULT.editLabel(Classes.parse("4:6,8"))).isEqualTo(4);
        assertThat(new LeaveOutConfig(8, 1).editLabel(Classes.parse("4:6,8"))).isEqualTo(8);
    }

    @Test
    void whatCannotBeIsRefusedInALine() {
        assertThatThrownBy(() -> new LeaveOutConfig(3, 1).editLabel(Classes.parse("4:6,8")))
                .isInstanceOf(InputException.class)
                .hasMessage("--leave-out-edit 3 is no class in play: give one of --digits 4:6,8");
        assertThatThrownBy(() -> new LeaveOutConfig(null, 0))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--fisher-images must be from 1 to ");
    }
}

package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.junit.jupiter.api.Test;

class NetworkRowsTest {
    private static final AtlasConfig CONFIG = new AtlasConfig(2, 8, 0, 1, "d", "auto", 1);
    private static final List<Runs> RUNS = AtlasDesign.settings(CONFIG).stream()
            .sorted(Setting.ORDER)
            .map(setting -> MadeUpMap.runs(1, 8, setting, NetworkRowsTest::network))
            .toList();
    private static final Table TABLE = MadeUpMap.table(RUNS);

    private static Network network(Setting setting, long seed, Random random) {
        return seed == 3 ? MadeUpMap.diverged(seed) : MadeUpMap.likely(setting, seed, random);
    }

    @Test
    void whatIsWrittenInAnyOrderIsRead() {
        var read = NetworkRows.of(TABLE);
        assertThat(read)
                .extracting(Runs::setting)
                .isEqualTo(RUNS.stream().map(Runs::setting).toList());
        for (var i = 0; i < RUNS.size(); i++) {
            for (var k = 0; k < 8; k++) {
                var one = RUNS.get(i).networks().get(k);
                var other = read.get(i).networks().get(k);
                assertThat(other.seed()).isEqualTo(one.seed());
                assertThat(other.diverged()).isEqualTo(one.diverged());
                assertThat(other.biasesR()).isEqualTo(Double.valueOf(one.biasesR()));
                assertThat(other.testAccuracy()).isEqualTo(Double.valueOf(one.testAccuracy()));
                if (!one.diverged()) {
                    assertThat(other.ownPart()).isCloseTo(one.ownPart(), within(1e-12));
                }
            }
        }
    }

    @Test
    void aMissingColumnIsNamed() {
        var without = new Table(
                "replicas",
                TABLE.columns().stream()
                        .filter(column -> !column.name().equals("weights_shuffled_r"))
                        .toList());
        assertThatThrownBy(() -> NetworkRows.of(without)).hasMessageContaining("weights_shuffled_r");
        var words = with(new Column.Words("biases_r", new String[TABLE.rows()]));
        assertThatThrownBy(() -> NetworkRows.of(words)).hasMessageContaining("biases_r");
    }

    @Test
    void divergedMayBeAWordOrANumberToo() {
        var flags = (Column.Flags) TABLE.columns().stream()
                .filter(column -> column.name().equals("diverged"))
                .findFirst()
                .orElseThrow();
        var words = new String[TABLE.rows()];
        var numbers = new long[TABLE.rows()];
        for (var i = 0; i < words.length; i++) {
            words[i] = flags.values()[i] ? "true" : "false";
            numbers[i] = flags.values()[i] ? 1 : 0;
        }
        var read = diverged(TABLE);
        assertThat(read).contains(true).contains(false);
        assertThat(diverged(with(new Column.Words("diverged", words)))).isEqualTo(read);
        assertThat(diverged(with(new Column.Longs("diverged", numbers)))).isEqualTo(read);
    }

    private static List<Boolean> diverged(Table table) {
        return NetworkRows.of(table).stream()
                .flatMap(of -> of.networks().stream().map(Network::diverged))
                .toList();
    }

    private static Table with(Column other) {
        return new Table(
                "replicas",
                TABLE.columns().stream()
                        .map(column -> column.name().equals(other.name()) ? other : column)
                        .toList());
    }

    @Test
    void withoutATestAccuracyThatOfPhase1Tells() {
        var none = Double.NaN;
        assertThat(new Network(1, false, 0.5, 0.4, 0, 0, 0.9, none).learned()).isTrue();
        assertThat(new Network(1, false, 0.5, 0.4, 0, 0, 0.55, none).learned()).isFalse();
        assertThat(new Network(1, false, 0.5, 0.4, 0, 0, none, none).learned()).isFalse();
        assertThat(new Network(1, false, 0.5, none, 0, 0, none, 0.9).usable()).isFalse();
    }
}

package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Verdict;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {
    private record Results(double meanOfSomething, double[] manyNumbers, Interval ci95, Double none) {}

    @Test
    void followsTheRules() {
        var findings = new Findings(
                "localize",
                LocalizeConfig.p4(1),
                "Something.",
                List.of(new Claim("P4", "It is so.", 0.28, null, null, Verdict.NOT_REPRODUCED, "Because.")),
                new Results(Double.NaN, new double[] {1.5, Double.POSITIVE_INFINITY}, new Interval(-1, 2), null),
                List.of(),
                List.of(),
                new Origin("dl4j", "nd4j-native", "OPENBLAS", null, Map.of("file", "abc")));
        var json = Json.mapper()
                .readTree(
                        FindingsJson.text(findings, Provenance.of(findings.origin(), Machine.cpu(), 2, Instant.now())));
        assertThat(json.get("mean_of_something").isNull()).isTrue();
        assertThat(json.get("many_numbers").toString()).isEqualTo("[1.5,null]");
        assertThat(json.get("ci95").toString()).isEqualTo("[-1.0,2.0]");
        assertThat(json.get("claims").get(0).get("verdict").asString()).isEqualTo("not_reproduced");
        assertThat(json.get("config").get("phase1_images").asInt()).isEqualTo(12_000);
        assertThat(json.get("provenance").get("data_digests").get("file").asString())
                .isEqualTo("abc");
        for (var key : List.of("version", "commit", "dirty", "jvm", "backend", "blas", "cpu", "gpu", "engine")) {
            assertThat(json.get("provenance").has(key)).as(key).isTrue();
        }
        assertThat(json.get("provenance").get("cpu").asString()).isNotBlank();
    }

    @Test
    void whatThePageShowsComesBack() {
        var claims = List.of(
                new Claim("P4", "So.", 0.28, 0.1 + 0.2, new Interval(-0.5, 1), Verdict.NOT_REPRODUCED, "Because."),
                new Claim("P4", "Or so.", null, null, null, Verdict.DIFFERS, "R² \"is\"."));
        var origin = new Origin("dl4j", "nd4j-native", null, null, Map.of("b", "2", "a", "1"));
        var config = LocalizeConfig.p4(1);
        var findings = new Findings(
                "localize",
                config,
                "Something.",
                claims,
                new Results(1, new double[0], null, null),
                List.of(),
                List.of(),
                origin);
        var provenance = Provenance.of(origin, "a processor", 2, Instant.now());
        var back = FindingsJson.read(FindingsJson.text(findings, provenance));
        assertThat(back.experiment()).isEqualTo("localize");
        assertThat(back.headline()).isEqualTo("Something.");
        assertThat(back.claims()).isEqualTo(claims);
        // As text: a long that is small comes back as an int, which looks the same.
        assertThat(back.config().toString()).isEqualTo(config.options().toString());
        assertThat(back.provenance().toString()).isEqualTo(provenance.entries().toString());
    }
}

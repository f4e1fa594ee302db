package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.dynamics.Integrator;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicsFileTest {
    @TempDir
    Path dir;

    private org.basinlab.optimizing.Preset read(String text) throws IOException {
        return DynamicsFile.read(Files.writeString(dir.resolve("mine.yaml"), text));
    }

    @Test
    void aFlow() throws IOException {
        var preset = read("""
                kind: flow
                variables: {x: 1, v: 0}
                parameters: {k: 2, c: 0.1}
                nodes: {u: -k*x, w: u - c*v + sin(t)}
                moves: {v: w, x: v}
                frozen: [u, w]
                from: x
                to: v
                time: 3
                dt: 0.25
                """);
        var stepping = preset.stepping();
        assertThat(stepping.system().isFlow()).isTrue();
        assertThat(stepping.system().nodes()).containsExactly("x", "v", "u", "w");
        assertThat(stepping.system().start()).containsExactly(1, 0);
        assertThat(stepping.integrator()).isEqualTo(Integrator.RK4);
        assertThat(stepping.step()).isEqualTo(0.25);
        assertThat(preset.frozen()).containsExactly("u", "w");
        assertThat(preset.from()).isEqualTo("x");
        assertThat(preset.to()).containsExactly("v");
        assertThat(preset.time()).isEqualTo(3);
        assertThat(preset.optimizer()).isNull();
    }

    @Test
    void aMapWithTimeAndItsStep() throws IOException {
        var preset = read("""
                kind: map
                variables: {x: 1, y: 2}
                moves: {x: x + dt*y, y: t}
                dt: 0.5
                """);
        var path = new org.basinlab.dynamics.Path(
                preset.stepping(), preset.stepping().system().start());
        path.advance();
        assertThat(path.state()).containsExactly(2, 0);
        path.advance();
        assertThat(path.state()).containsExactly(new double[] {2, 0.5}, within(0.0));
        assertThat(preset.frozen()).isEmpty();
        assertThat(preset.from()).isNull();
        assertThat(preset.time()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: flow; variables: {x: 1} | moves is missing",
                "kind: flow; moves: {x: x} | variables is missing",
                "variables: {x: 1}; moves: {x: x} | kind is missing",
                "kind: both; variables: {x: 1}; moves: {x: x} | kind must be flow or map, got both",
                "kind: map; variables: {x: 1}; moves: {x: x}; speed: 3 | no key speed",
                "kind: map; variables: {x: one}; moves: {x: x} | variables: x must be a number, got one",
                "kind: map; variables: {x: .inf}; moves: {x: x} | variables: x must be",
                "kind: map; variables: {x: 1}; parameters: {k: [1]}; moves: {x: x} | parameters: k must be a number",
                "kind: map; variables: {x: 1, y: 2}; moves: {x: x} | nothing moves y",
                "kind: map; variables: {x: 1}; moves: {x: x, z: x} | z is no variable",
                "kind: map; variables: {x: 1}; parameters: {x: 2}; moves: {x: x} | x is there twice",
                "kind: map; variables: {X: 1}; moves: {X: X} | X cannot be a name here",
                "kind: map; variables: {dt: 1}; moves: {dt: 1} | dt cannot be a name here",
                "kind: map; variables: {sin: 1}; moves: {sin: 1} | sin cannot be a name here",
                "kind: map; variables: {x: 1}; moves: {x: 2*q} | q",
                "kind: map; variables: {x: 1}; moves: {x: 2*(x} | x",
                "kind: map; variables: {x: 1}; nodes: {u: v, v: x}; moves: {x: u} | v",
                "kind: map; variables: {x: 1}; nodes: {u: {v: 1}}; moves: {x: u} | u must be a formula",
                "kind: map; variables: [x]; moves: {x: x} | variables must be names and values",
                "kind: map; variables: {x: 1}; moves: {x: x}; dt: 0 | dt must be positive, got 0",
                "kind: map; variables: {x: 1}; moves: {x: x}; time: -1 | time must be positive, got -1",
                "kind: map; variables: {x: 1, x: 2}; moves: {x: x} | not YAML",
                "kind: [map | not YAML",
                "- x | expected lines",
            })
    void refused(String lines, String named) {
        assertThatThrownBy(() -> read(lines.replace("; ", "\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(named)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void anEmptyFileAndNone() throws IOException {
        assertThatThrownBy(() -> read("")).isInstanceOf(InputException.class).hasMessageContaining("mine.yaml");
        assertThatThrownBy(() -> DynamicsFile.read(dir.resolve("none.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.yaml");
    }
}

package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is wrong with a run of op is said in one line, before anything runs. */
class OpInputTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lorentz | there is no system lorentz: give one of thermostat",
                "lorenz --from q | lorenz has no node q: it has a, b, c",
                "lorenz --from a | --from a is in A (--frozen a)",
                "lorenz --to a | --to a is in A (--frozen a), where nothing differs in world Y: Comp is x/0",
                "DIR/mine.yaml --frozen u --to q --from y | mine.yaml has no node q",
                "DIR/apart.yaml | --to z is not reachable from y: nothing of the change gets there, and Comp is 0/0",
                "pid --from u --frozen x | --from u is computed anew at every step",
                "lorenz --gain 0.1 | --gain is no option of lorenz",
                "thermostat --gain NaN | gain must be finite, got NaN",
                "lorenz --set sigma=NaN | sigma must be finite, got NaN",
                "lorenz --set mu=1 | lorenz has no parameter mu: it has rho, sigma, beta",
                "saturating --theta 0 | --theta must be positive, got 0",
                "lorenz --start 1,2 | lorenz starts at 3 values, a, b, c, got 2",
                "lorenz --time 0.001 | --time 0.001 is less than a step of 0.01",
                "lorenz --time 1e300 | --time 1.0E300 is",
                "lorenz --time 1e6 --every 1 | --every 1 reports 100000000 times",
                "lorenz --dt 0 | --dt must be positive, got 0",
                "lorenz --delta 0 | --delta must be a number other than 0",
                "lorenz --frozen-window 3:2 | --frozen-window must be t0:t1",
                "lorenz --frozen-window 20:30 | --frozen-window 20:30 begins when --time 10.0 is over",
                "lorenz --integral 0:1:5 | --integral is of one node: give --to one of b, c",
                "saturating --integral 5:45:1e9 | --integral has more than 1000000 points",
                "saturating --integral 45:5:11 | needs lo less than hi",
                "lorenz --map a:0:1:5 | --map needs two axes",
                "lorenz --map a:0:1:5,a:0:1:5 | --map has a on both axes",
                "lorenz --map a:0:1:5,time:0:1e12:5 | --map time ends at 1.0E12",
                "lorenz --map a:0:1:9e4,b:0:1:9e4 | --map has more than 50000000 points",
                "lorenz --map q:0:1:5,a:0:1:5 | --map q: lorenz has the starts of a, b, c",
                "thermostat --integrator rk4 | --integrator is of flows, and thermostat is a map",
                "thermostat --disturbance 1 | --disturbance must be amplitude:period, got 1",
                "thermostat --noise -1 | --noise must be 0 or positive",
                "descent --loss x^^2 | --loss",
                "linear --dimension 1 | --dimension must be from 2 to 64, got 1",
                "thermostat --engine abacus | --engine",
            })
    void refused(String arguments, String named) throws IOException {
        Files.writeString(
                dir.resolve("mine.yaml"),
                "kind: flow\nvariables: {y: 1, v: 0}\nnodes: {u: -2*y}\nmoves: {y: v, v: u}\nfrozen: u\nfrom: y\n");
        Files.writeString(
                dir.resolve("apart.yaml"),
                "kind: map\nvariables: {y: 1, z: 2}\nnodes: {u: z}\nmoves: {y: y/2, z: z/3}\nfrozen: u\nfrom: y\nto: z\n");
        var command = new OpCommand();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments.replace("DIR", dir.toString()).split(" "));
        assertThatThrownBy(command::call)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}

package org.basinlab;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.basinlab.cli.AtlasCommand;
import org.basinlab.cli.BenchCommand;
import org.basinlab.cli.Catalogue;
import org.basinlab.cli.ConfigDefaults;
import org.basinlab.cli.DoctorCommand;
import org.basinlab.cli.ExportCommand;
import org.basinlab.cli.Failures;
import org.basinlab.cli.ReportCommand;
import org.basinlab.cli.ResultsCommand;
import org.basinlab.cli.Spelled;
import org.basinlab.cli.SweepCommand;
import org.basinlab.cli.Version;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command tree. */
@Command(
        name = "basin",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A laboratory for what happens inside learning systems.",
        footer = {
            "",
            "Examples:",
            "  basin localize                     replicate P4's main experiment on MNIST",
            "  basin localize --help              its options",
            "  basin escape                       how SGD gets out of a pit, P1; basin escape --help",
            "  basin path                         single paths of it",
            "  basin current --scenario pit       how the probability of W flows, P2",
            "  basin entropy smart                bits that a thermostat's correlation removes, P5 and P6",
            "  basin sweep --over learning_rate=log:0.0001:0.1:4 --seeds 1..50 --out rates   200 runs of it",
            "  basin results rates \"SELECT learning_rate, avg(weights_r2) FROM replicas GROUP BY ALL\"",
            "  basin export rates --duckdb rates.duckdb",
            "  basin report h100                  the page of a run made on a machine with the bundle alone",
            "  basin doctor                       what this machine can run, and what is amiss",
            "  source <(basin generate-completion)   completion for this shell (bash, zsh)",
            "",
            "Exit codes: 0 done, 1 a run failed or doctor found a fault, 2 the input was wrong."
        })
public final class Basin {
    private Basin() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        StandardError.redirect();
        // Whatever the locale: what is written is UTF-8, as JSON must be.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        var code = run(args);
        if (System.out.checkError() && code == 0) {
            System.err.println("basin: standard output could not be written to its end");
            code = 1;
        }
        System.exit(code);
    }

    private static int run(String[] args) {
        try {
            return commandLine(args).execute(args);
        } catch (Error e) {
            return Failures.crashed(e);
        }
    }

    /** The tree, its defaults taken from the configuration file that {@code args} name, if they do. */
    static CommandLine commandLine(String... args) {
        var tree = new CommandLine(new Basin());
        Catalogue.experiments().forEach(tree::addSubcommand);
        tree.addSubcommand(new SweepCommand());
        tree.addSubcommand(new ResultsCommand());
        tree.addSubcommand(new ExportCommand());
        tree.addSubcommand(new AtlasCommand());
        tree.addSubcommand(new ReportCommand());
        tree.addSubcommand(new BenchCommand());
        tree.addSubcommand(new DoctorCommand());
        tree.addSubcommand(new AutoComplete.GenerateCompletion());
        Spelled.teach(tree);
        tree.setUsageHelpAutoWidth(true);
        tree.setParameterExceptionHandler(Failures::badArguments);
        tree.setExecutionExceptionHandler(Failures::failed);
        ConfigDefaults.in(args).ifPresent(defaults -> tree.setDefaultValueProvider(defaults));
        return tree;
    }
}

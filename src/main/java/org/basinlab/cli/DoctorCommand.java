package org.basinlab.cli;

import java.util.concurrent.Callable;
import org.basinlab.doctor.Diagnosis;
import org.basinlab.doctor.Doctor;
import org.basinlab.run.Json;
import org.basinlab.training.dl4j.Nd4jRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code basin doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "What this machine can run, and what is amiss, each fault with its cure.",
        footer = {
            "",
            "Examples:",
            "  basin doctor                       in words",
            "  basin doctor --json                for programs",
            "  basin doctor --data data/fashion   another folder of images",
            "",
            "Exit code 1 if it found a fault."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Folder of images to look at (default ${DEFAULT-VALUE}).")
    private String data;

    @Override
    public Integer call() {
        var diagnosis = new Doctor(DataFolder.of(data), DoctorCommand::backend).examine();
        System.out.print(json ? Json.text(diagnosis) + "\n" : words(diagnosis));
        return diagnosis.ok() ? 0 : 1;
    }

    private static String backend() {
        var runtime = Nd4jRuntime.start();
        return runtime.backend() + ", BLAS: " + runtime.blas();
    }

    private static String words(Diagnosis diagnosis) {
        var text = new StringBuilder();
        for (var check : diagnosis.checks()) {
            text.append(String.format("%-6s %-15s %s%n", check.ok() ? "ok" : "FAULT", check.name(), check.detail()));
            if (check.cure() != null) {
                text.append(String.format("%-6s %-15s cure: %s%n", "", "", check.cure()));
            }
        }
        for (var gpu : diagnosis.gpus()) {
            text.append(String.format(
                    "       %-15s %s, compute capability %s; engines: %s; profile %s%n       %-15s %s%n",
                    "",
                    gpu.name(),
                    gpu.computeCapability(),
                    gpu.engines().isEmpty() ? "none yet" : String.join(", ", gpu.engines()),
                    gpu.profile(),
                    "",
                    gpu.detail()));
        }
        return text.toString();
    }
}

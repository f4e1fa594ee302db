package org.basinlab.cli;

import org.basinlab.cuda.CudaException;
import org.basinlab.experiment.InputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a command ends that cannot do what was asked: one line on standard error. What the user can mend
 * exits with 2, anything else with 1; {@code BASIN_TRACE=1} in the environment adds the stack trace.
 */
public final class Failures {
    private Failures() {}

    /** The arguments could not be parsed. */
    public static int badArguments(ParameterException e, String[] args) {
        var help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException) {
                return print(e, cause.getMessage(), 2);
            }
        }
        var message = e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            message += ", did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return print(e, message + " (" + help + " lists the options)", 2);
    }

    /** The command threw. */
    public static int failed(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof InputException) {
            return print(e, e.getMessage(), 2);
        }
        var what = e instanceof CudaException ? e.toString() : e.getMessage();
        return print(e, "failed: " + what + " (BASIN_TRACE=1 shows where)", 1);
    }

    /** The virtual machine could not go on. */
    public static int crashed(Error e) {
        return e instanceof OutOfMemoryError
                ? print(e, "out of memory: give Java more, as with BASIN_JAVA_OPTS=-Xmx16g, or ask for less", 1)
                : print(e, "failed: " + e + "; BASIN_TRACE=1 shows where", 1);
    }

    private static int print(Throwable e, String message, int code) {
        System.err.println("basin: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if ("1".equals(System.getenv("BASIN_TRACE"))) {
            e.printStackTrace(System.err);
        }
        return code;
    }
}

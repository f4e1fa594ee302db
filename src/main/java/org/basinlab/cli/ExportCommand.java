package org.basinlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.basinlab.run.Part;
import org.basinlab.sweep.DatabaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code basin export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Makes a database of the rows of a sweep.",
        footer = {
            "",
            "Examples:",
            "  basin export rates --duckdb rates.duckdb            a table replicas in a DuckDB database",
            "  duckdb rates.duckdb \"SUMMARIZE replicas\"            which DuckDB's own tools read"
        })
public final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The sweep's folder.")
    private Path folder;

    @Option(
            names = "--duckdb",
            paramLabel = "FILE",
            required = true,
            description = "The database to write; must not exist.")
    private Path file;

    @Override
    public Integer call() {
        Part.TABLES.require("basin export");
        System.out.println(DatabaseFile.export(folder, file) + " rows in " + file);
        return 0;
    }
}

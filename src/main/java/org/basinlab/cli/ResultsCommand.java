package org.basinlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.basinlab.experiment.InputException;
import org.basinlab.run.Part;
import org.basinlab.sweep.Replicas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code basin results}. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Asks the rows of a sweep, also while it runs: SQL over the view replicas, a row a run.",
            "",
            "Its columns are the options of basin localize, with underscores; the numbers it found, such as weights_r2;"
                    + " and config_digest, which no two rows share.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin results rates \"SELECT count(*) FROM replicas\"",
            "  basin results rates \"SELECT learning_rate, avg(weights_r2) AS r2 FROM replicas GROUP BY ALL ORDER BY 1\"",
            "  basin results rates \"SELECT * FROM replicas WHERE diverged\" --json",
            "  basin results rates \"FROM replicas\" --csv > rates.csv",
            "  basin results rates \"SUMMARIZE replicas\"",
            "",
            "The SQL is DuckDB's; only SELECT is allowed. The table for people rounds to six digits, --json and --csv do"
                    + " not."
        })
public final class ResultsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The sweep's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "SQL", description = "One SELECT over replicas.")
    private String sql;

    @Option(names = "--json", description = "Print one JSON array, an object a row; null for what is no number.")
    private boolean json;

    @Option(names = "--csv", description = "Print comma-separated values (RFC 4180).")
    private boolean csv;

    @Override
    public Integer call() {
        Part.TABLES.require("basin results");
        InputException.require(!json || !csv, "--json and --csv are two forms: give one");
        try (var replicas = Replicas.in(folder)) {
            replicas.select(sql, rows -> {
                if (json) {
                    QueryText.json(rows, System.out);
                } else if (csv) {
                    QueryText.csv(rows, System.out);
                } else {
                    QueryText.table(rows, System.out);
                }
                return null;
            });
        }
        return 0;
    }
}

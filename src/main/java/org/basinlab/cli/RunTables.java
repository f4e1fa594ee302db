package org.basinlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Tables;
import org.basinlab.run.CsvFile;
import org.basinlab.run.ParquetFile;
import org.basinlab.run.Part;

/**
 * The tables of a run as files: Parquet, or CSV in a build without DuckDB. CSV is several times larger, so then the
 * large tables hold the first replicas alone.
 */
final class RunTables implements Tables {
    /** The one that people ask for first lies beside the findings. */
    private static final String FIRST = "parameters";

    private final ReportFiles.Place place;
    private final List<CsvFile> csv = new ArrayList<>();

    /** Tables that are written in a place. */
    RunTables(ReportFiles.Place place) {
        this.place = place;
    }

    /**
     * What could fail at the end is tried before the work is done.
     *
     * @throws IllegalStateException if tables cannot be written
     */
    static void require() {
        try {
            if (Part.TABLES.isThere()) {
                ParquetFile.require();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public boolean ofEveryReplica() {
        return Part.TABLES.isThere();
    }

    @Override
    public void accept(Table table) {
        try {
            if (Part.TABLES.isThere()) {
                ParquetFile.write(table, place.file(parquet(table.name())));
            } else {
                var file = (table.name().equals(FIRST) ? "" : "tables/") + table.name() + ".csv.gz";
                CsvFile.write(table, place.file(file));
                csv.add(CsvFile.of(table, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The name of a table's Parquet file in a run's folder. */
    static String parquet(String table) {
        return "tables/" + table + ".parquet";
    }

    /** Those that were written as CSV. */
    List<CsvFile> csv() {
        return List.copyOf(csv);
    }
}

package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Table;
import org.basinlab.run.CsvFile;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.Provenance;
import org.basinlab.run.ReportData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code basin report} refuses, in a line, before it has changed anything. */
class ReportCommandTest {
    @TempDir
    Path dir;

    private record Nothing() {}

    @BeforeEach
    void writeRun() throws IOException {
        var table = new Table("few", List.of(new Table.Column.Longs("n", new long[] {1, 2})));
        CsvFile.write(table, dir.resolve("few.csv.gz"));
        write(List.of(CsvFile.of(table, "few.csv.gz")));
    }

    private void write(List<CsvFile> tables) throws IOException {
        var origin = new Origin("chunked", null, null, null, Map.of());
        var findings = new Findings(
                "localize", () -> Map.of("seed", 1), "So.", List.of(), new Nothing(), List.of(), List.of(), origin);
        var text = FindingsJson.text(findings, Provenance.of(origin, "a processor", 1, Instant.now()));
        Files.writeString(dir.resolve("findings.json"), text);
        new ReportData(
                        ReportData.FORMAT,
                        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                        "./basin localize",
                        List.of(),
                        List.of(),
                        tables)
                .write(dir.resolve(ReportData.NAME));
    }

    @Test
    void aRunWithoutFiguresHasAPage() throws IOException {
        report(dir);
        assertThat(dir.resolve("report.html")).content().contains("./basin localize", "a processor");
        assertThat(dir.resolve("tables/few.parquet")).isNotEmptyFile();
    }

    @Test
    void whatIsNoFinishedRun() throws IOException {
        refused(dir.resolve("none"), "there is no folder");
        refused(Files.createDirectory(dir.resolve("empty")), "there is no findings.json");
        Files.writeString(dir.resolve(".basin-unfinished"), "");
        refused(dir, "was not finished");
        Files.writeString(Files.createDirectory(dir.resolve("mine.partial")).resolve(".basin-unfinished"), "");
        refused(dir.resolve("mine"), "was not finished");
    }

    @Test
    void findingsThatAreNotTheRuns() throws IOException {
        var file = dir.resolve("findings.json");
        var text = Files.readString(file);
        Files.writeString(file, text.replace("So.", "No."));
        refused(dir, "not the one that report.json.gz was written with");
        Files.writeString(file, text.substring(0, text.length() / 2));
        refused(dir, "findings.json cannot be used");
        Files.writeString(file, "{\"dependencies\": {}}");
        refused(dir, "it has no experiment");
        Files.writeString(file, "");
        refused(dir, "it has no experiment");
        Files.writeString(file, text.replace("\"So.\"", "[1]"));
        refused(dir, "findings.json cannot be used");
    }

    @Test
    void dataThatAreMissing() throws IOException {
        Files.delete(dir.resolve(ReportData.NAME));
        refused(dir, "there is no report.json.gz");
    }

    @Test
    void tablesThatAreMissingOrNotTheRuns() throws IOException {
        var file = dir.resolve("few.csv.gz");
        CsvFile.write(new Table("few", List.of(new Table.Column.Words("n", new String[] {"one"}))), file);
        refused(dir, "few.csv.gz");
        Files.writeString(file, "no gzip");
        refused(dir, "few.csv.gz");
        Files.delete(file);
        refused(dir, "copy the whole folder");
        write(List.of(new CsvFile("few", "../few.csv.gz", List.of())));
        refused(dir, "copy the whole folder");
    }

    private void refused(Path folder, String why) {
        assertThatThrownBy(() -> report(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
        assertThat(dir.resolve("report.html")).doesNotExist();
        assertThat(dir.resolve("tables")).doesNotExist();
        assertThat(dir.resolve(".basin-new")).doesNotExist();
    }

    private static void report(Path folder) {
        var command = new ReportCommand();
        new CommandLine(command).parseArgs(folder.toString());
        assertThat(command.call()).isZero();
    }
}

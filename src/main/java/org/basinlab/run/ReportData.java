package org.basinlab.run;

import static org.basinlab.experiment.InputException.require;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Interval;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * {@code report.json.gz}: what a run's page needs beside {@code findings.json}, so that it can be made from the folder
 * alone, elsewhere and later. Numbers have all their digits; {@code type} says what kind of figure each is.
 *
 * @param format     of this file, {@link #FORMAT}
 * @param findings   SHA-256 of the {@code findings.json} beside it
 * @param command    that makes the run again
 * @param keyNumbers the numbers to look at first; one that is not finite is there as none
 * @param figures    as data
 * @param tables     those that lie in the folder as CSV
 */
public record ReportData(
        int format,
        String findings,
        String command,
        List<KeyNumbers> keyNumbers,
        List<Figure> figures,
        List<CsvFile> tables) {
    /** The one there is. */
    public static final int FORMAT = 1;

    /** Its name in a run's folder. */
    public static final String NAME = "report.json.gz";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Figure.class, Typed.class)
            .registerSubtypes(Arrays.stream(Figure.class.getPermittedSubclasses())
                    .map(kind -> new NamedType(kind, kind.getSimpleName()))
                    .toArray(NamedType[]::new))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public ReportData {
        keyNumbers = keyNumbers.stream().map(ReportData::plain).toList();
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    /**
     * Writes it.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (var to = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            MAPPER.writeValue(to, this);
        } catch (JacksonException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads it.
     *
     * @throws InputException if it cannot be read, is damaged, or is of a later version
     */
    public static ReportData read(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            var tree = MAPPER.readTree(in);
            require(tree.path("format").isInt(), "%s is not what a run of basin wrote", file);
            require(
                    tree.get("format").intValue() == FORMAT,
                    "%s is of a later version of Basin (format %s, this one knows %s): use that",
                    file,
                    tree.get("format").intValue(),
                    FORMAT);
            return MAPPER.treeToValue(tree, ReportData.class);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read or is damaged (" + e.getMessage() + "): copy it anew", e);
        } catch (JacksonException e) {
            throw new InputException(file + " is damaged (" + e.getOriginalMessage() + "): copy it anew", e);
        }
    }

    /** With cells as they come back: JSON has no NaN, and no type of its own for an interval. */
    private static KeyNumbers plain(KeyNumbers numbers) {
        return new KeyNumbers(
                numbers.title(),
                numbers.columns(),
                numbers.rows().stream()
                        .map(row ->
                                Arrays.asList(row.stream().map(ReportData::cell).toArray()))
                        .toList());
    }

    private static Object cell(Object cell) {
        if (cell instanceof Map<?, ?> ends) {
            return MAPPER.convertValue(ends, Interval.class);
        }
        return cell instanceof Double number && !Double.isFinite(number) ? null : cell;
    }
}

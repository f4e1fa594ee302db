package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.basinlab.experiment.KeyNumbers.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.FieldOutline;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.NodeRole;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Panel;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.experiment.Figure.Wire;
import org.basinlab.experiment.Figure.WiringLayer;
import org.basinlab.experiment.Figure.WiringNode;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Interval;

class ReportDataTest {
    private static final String ODD = "a \"quoted\" R² = 0.3,\r\n\u2028 𝛼 <&> \\";
    private static final double[] X = {0.1 + 0.2, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e300};
    private static final double[] Y = {1, 2, Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, 5, 6};
    private static final boolean[] INSIDE = {true, false, true, false, false, true};

    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("report", ".json.gz");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Example
    void everyKindOfFigureComesBack() throws IOException {
        var line = new Line(ODD, X, Y);
        var lines = List.of(line, new Line("none", new double[0], new double[0]));
        var references = List.of(new Reference(ODD, Double.NaN), new Reference("r", -0.0));
        var figures = List.<Figure>of(
                new Figure.Density(
                        "density",
                        ODD,
                        ODD,
                        ODD,
                        Axis.unit("x"),
                        Axis.log("y"),
                        X,
                        Y,
                        lines,
                        new Groups("g", new int[] {0, -1, 2, 2, 0, 1})),
                new Figure.Density("plain", ODD, ODD, ODD, Axis.linear("x"), Axis.linear("y"), X, Y, List.of(), null),
                new Figure.Scatter(
                        "scatter",
                        ODD,
                        ODD,
                        ODD,
                        Axis.unit("x"),
                        Axis.unit("y"),
                        X,
                        Y,
                        lines,
                        List.of(new Mark("m", Double.NaN, 1))),
                new Figure.SignedMap("map", ODD, ODD, ODD, 2, 3, X, "v", List.of(new Outline("o", INSIDE))),
                new Figure.Lines("lines", ODD, ODD, ODD, Axis.unit("x"), Axis.log("y"), lines, references),
                new Figure.Strips(
                        "strips",
                        ODD,
                        ODD,
                        ODD,
                        Axis.linear("x"),
                        List.of(
                                new Strip("s", X, null),
                                new Strip("t", Y, new Interval(Double.NEGATIVE_INFINITY, -0.0))),
                        references),
                new Figure.HeatMap(
                        "heat",
                        ODD,
                        ODD,
                        ODD,
                        "r",
                        List.of("1", "2"),
                        "c",
                        List.of("1", "2", "3"),
                        List.of(new Panel("p", X, INSIDE)),
                        Axis.unit("v"),
                        null,
                        "o"),
                new Figure.Field(
                        "field",
                        ODD,
                        ODD,
                        ODD,
                        Axis.linear("x"),
                        Axis.log("y"),
                        new double[] {-0.0, 0.1 + 0.2, 7},
                        new double[] {Double.MIN_VALUE, 1},
                        X,
                        new Axis(ODD, Double.NaN, 2, false),
                        true,
                        List.of(new FieldOutline(ODD, INSIDE)),
                        lines,
                        List.of(new Mark("m", Double.NaN, 1))),
                new Figure.Pictures(
                        "pictures", ODD, ODD, ODD, List.of("r"), List.of("1", "2"), 2, 3, Arrays.asList(X, null)),
                new Figure.Wiring(
                        "wiring",
                        ODD,
                        ODD,
                        ODD,
                        List.of(
                                new WiringLayer(ODD, List.of(new WiringNode("in", NodeRole.INPUT))),
                                new WiringLayer(
                                        "",
                                        List.of(
                                                new WiringNode(ODD, NodeRole.DIMMED),
                                                new WiringNode("", NodeRole.OUTPUT)))),
                        List.of(new Wire(0, 0, 1, 0.1 + 0.2), new Wire(0, 0, 0, -Double.MIN_VALUE)),
                        ODD,
                        "n"));
        assertThat(figures.stream().map(Object::getClass).distinct())
                .as("each kind there is")
                .hasSize(Figure.class.getPermittedSubclasses().length);
        comesBack(new ReportData(1, "digest", ODD, List.of(), figures, List.of()));
    }

    @Property(tries = 200)
    void doublesKeepEveryBit(@ForAll("doubles") double[] values) throws IOException {
        var figure = new Figure.Scatter(
                "s", "t", "c", "a", Axis.unit("x"), Axis.unit("y"), values, values, List.of(), List.of());
        new ReportData(1, "", "", List.of(), List.of(figure), List.of()).write(file);
        var back = (Figure.Scatter) ReportData.read(file).figures().get(0);
        assertThat(bits(back.x())).isEqualTo(bits(values));
    }

    @Provide
    Arbitrary<double[]> doubles() {
        return Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .array(double[].class)
                .ofMaxSize(20);
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Example
    void keyNumbersComeBackAsTheyAreShown() throws IOException {
        var numbers = new KeyNumbers(
                ODD,
                List.of("name", "a", "b", "c", "d", "e"),
                List.of(
                        row(ODD, 0.1 + 0.2, 3L, -4, new Interval(-0.5, 0.25), null),
                        row(7L, 1.0, Long.MAX_VALUE, "words", new Interval(0, Double.POSITIVE_INFINITY), Double.NaN)));
        new ReportData(1, "", "", List.of(numbers), List.of(), List.of()).write(file);
        var back = ReportData.read(file).keyNumbers();
        assertThat(back.get(0).title()).isEqualTo(ODD);
        assertThat(back.get(0).rows().get(0)).isEqualTo(row(ODD, 0.1 + 0.2, 3, -4, new Interval(-0.5, 0.25), null));
        assertThat(back.get(0).rows().get(1))
                .as("what is no number is none")
                .isEqualTo(row(7, 1.0, Long.MAX_VALUE, "words", new Interval(0, Double.POSITIVE_INFINITY), null));
    }

    @Example
    void tablesComeBack() throws IOException {
        var columns = List.of(new CsvFile.Field(ODD, CsvFile.Type.DOUBLE), new CsvFile.Field("n", CsvFile.Type.BIGINT));
        comesBack(
                new ReportData(1, "", "", List.of(), List.of(), List.of(new CsvFile("t", "tables/t.csv.gz", columns))));
    }

    @Example
    void whatIsNoReportIsRefusedInALine() throws IOException {
        new ReportData(1, "", "", List.of(), List.of(), List.of()).write(file);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        refused("damaged");
        Files.writeString(file, "no gzip");
        refused("damaged");
        zipped("{\"format\": 1, \"figures\": [{\"type\": \"Pie\"}]}");
        refused("damaged");
        zipped("[]");
        refused("is not what a run of basin wrote");
        zipped("{\"format\": 2}");
        refused("later version");
    }

    private static void zipped(String text) throws IOException {
        try (var to = new GZIPOutputStream(Files.newOutputStream(file))) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void refused(String why) {
        assertThatThrownBy(() -> ReportData.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
    }

    private static void comesBack(ReportData data) throws IOException {
        data.write(file);
        assertThat(ReportData.read(file))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> one.equals(other), Double.class)
                .isEqualTo(data);
    }
}

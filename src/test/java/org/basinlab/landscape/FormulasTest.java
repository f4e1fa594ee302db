package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Expression.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    private static double at(String text, double w) {
        return Formulas.parse(text).value(w);
    }

    @ParameterizedTest
    @CsvSource({
        "-w^2, -9",
        "(-w)^2, 9",
        "2^3^2, 512",
        "-2^2, -4",
        "2^-1, 0.5",
        "2^ - 1, 0.5",
        "2^--1, 2",
        "2^+-+1, 0.5",
        "w^-2^1 * 9, 1",
        "2^-w^2 * 512, 1",
        "-w^-1, -0.3333333333333333",
        "2*-w^2, -18",
        "2 - -w, 5",
        "--w, 3",
        "+w, 3",
        "1/2/2, 0.25",
        "6/2*w, 9",
        "10-4-3, 3",
        "2+3*4^2, 50",
        "(((w))), 3",
        "w^0, 1",
        "w^0.5*w^0.5, 2.9999999999999996",
        "1e-3, 0.001",
        "1E+2, 100",
        ".5, 0.5",
        "2., 2",
        "2.e1, 20",
        "0.1, 0.1",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.30000000000000004, 0.30000000000000004",
        "W + w, 6",
        "EXP(0) + Ln(E), 2",
        "sin(PI/2) + cos(pi), 0",
        "sign(-w) + abs(-w), 2",
    })
    void readsAsMathematicsDoes(String text, double value) {
        assertThat(at(text, 3)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.1, -0.4, 1e-9, 0.3, 2.7})
    void functionsAreThoseOfJava(double w) {
        // Two roundings of formulas against one of the library: 4 ulp of the result.
        for (var pair : new Object[][] {
            {"exp(w)", Math.exp(w)},
            {"sin(w)", Math.sin(w)},
            {"cos(w)", Math.cos(w)},
            {"tan(w)", Math.tan(w)},
            {"sinh(w)", Math.sinh(w)},
            {"cosh(w)", Math.cosh(w)},
            {"tanh(w)", Math.tanh(w)},
            {"abs(w)", Math.abs(w)},
            {"log(abs(w))", Math.log(Math.abs(w))},
            {"ln(abs(w))", Math.log(Math.abs(w))},
            {"sqrt(abs(w))", Math.sqrt(Math.abs(w))},
            {"sign(w)", Math.signum(w)},
            {"sigmoid(w)", 1 / (1 + Math.exp(-w))},
            {"abs(w)^2.5", Math.pow(Math.abs(w), 2.5)},
            {"w^7", Math.pow(w, 7)},
        }) {
            var expected = (double) pair[1];
            // exp(2.5 log w) at 1e-9 scales the logarithm's rounding by 52.
            var ulps = pair[0].equals("abs(w)^2.5") ? 64 : 4;
            assertThat(at((String) pair[0], w))
                    .as("%s at %s", pair[0], w)
                    .isCloseTo(expected, within(ulps * Math.ulp(expected)));
        }
    }

    @Test
    void logisticLossesNeitherOverflowNorLoseTheirTails() {
        var loss = Formulas.parse("softplus(-w)");
        assertThat(loss.value(-1000)).isEqualTo(1000);
        assertThat(loss.gradient(-1000)).isEqualTo(-1);
        assertThat(loss.value(1000)).isZero();
        // -sigmoid(-50) = -e^-50 (1 - e^-50 ...), one rounding of exp and one of the quotient.
        assertThat(loss.gradient(50)).isCloseTo(-Math.exp(-50), within(2 * Math.ulp(Math.exp(-50))));
        assertThat(loss.curvature(50)).isCloseTo(Math.exp(-50), within(4 * Math.ulp(Math.exp(-50))));
        assertThat(loss.gradient(1000)).isZero();
        assertThat(loss.curvature(-1000)).isZero();
        assertThat(loss.curvature(0)).isEqualTo(0.25);
        assertThat(Formulas.parse("sigmoid(w)").curvature(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(w | missing ) for the ( at character 4",
                "(w + (2 * w) | missing ) for the ( at character 1",
                "w) | no ( for the ) at character 2",
                "'' | there is no formula",
                "'   ' | there is no formula",
                "2w | an operator is missing before \"w\" at character 2 (products are written with *)",
                "1/2w | an operator is missing before \"w\" at character 4 (products are written with *)",
                "(w)(w) | an operator is missing before \"(w)\" at character 4 (products are written with *)",
                "(w)w | an operator is missing before \"w\" at character 4 (products are written with *)",
                "w w | an operator is missing before \"w\" at character 3 (products are written with *)",
                "w 2 | an operator is missing before \"2\" at character 3 (products are written with *)",
                "w(2) | w at character 1 is no function (products are written with *)",
                "pi(2) | pi at character 1 is no function (products are written with *)",
                "2exp(w) | cannot read \"2e\" at character 1: illegal scientific format",
                "2 exp(w) | an operator is missing before \"exp(w)\" at character 3 (products are written with *)",
                "3*(-)4 | \")\" at character 5 stands where a number, w, a function or ( should",
                "() | \")\" at character 2 stands where a number, w, a function or ( should",
                "()w | \")\" at character 2 stands where a number, w, a function or ( should",
                "exp() | \")\" at character 5 stands where a number, w, a function or ( should",
                "exp w | exp at character 1 needs its argument in parentheses",
                "exp | exp at character 1 needs its argument in parentheses",
                "exp(w,) | a comma at character 6: functions take one argument, decimals a point",
                "exp(w,2) | a comma at character 6: functions take one argument, decimals a point",
                "1,5*w | a comma at character 2: functions take one argument, decimals a point",
                "w + | it ends at character 3 where a number, w, a function or ( should stand",
                "- | it ends at character 1 where a number, w, a function or ( should stand",
                "* w | \"*\" at character 1 stands where a number, w, a function or ( should",
                "w ** 2 | cannot read \"*\" at character 4: unexpected token after infix operator",
                "foo(w) | no function foo at character 1: there are abs, cos, cosh, exp, ln, log, sigmoid, sign, sin, sinh, softplus, sqrt, tan, tanh",
                "w + z | no \"z\" at character 5: the names are w, pi and e",
                "w2 | no \"w2\" at character 1: the names are w, pi and e",
                "true | no \"true\" at character 1: the names are w, pi and e",
                "w > 2 | \">\" at character 3 cannot stand in a formula",
                "w = 2 | \"=\" at character 3 cannot stand in a formula",
                "!w | \"!\" at character 1 cannot stand in a formula",
                "w % 2 | \"%\" at character 3 cannot stand in a formula",
                "w && 1 | \"&\" at character 3 cannot stand in a formula",
                "[w] | \"[\" at character 1 cannot stand in a formula",
                "\"w\" | \"\"\" at character 1 cannot stand in a formula",
                "w\u2212 2 | U+2212 at character 2 cannot stand in a formula",
                "w\u00b2 | U+00B2 at character 2 cannot stand in a formula",
                "w.x | cannot read \".\" at character 2: undefined operator '.'",
                ". | cannot read \".\" at character 1: undefined operator '.'",
                "1.2.3 | cannot read \"1.2.\" at character 1: number contains more than one decimal point",
                "1e5e3 | \"1e5e3\" at character 1 is not a number",
                "0x1F | \"0x1F\" at character 1 is not a number",
                "1e999*w | \"1e999\" at character 1 is too large a number",
                "w + 1/0 | \"/\" at character 6 gives no finite number",
                "log(-1)*w | \"log\" at character 1 gives no finite number",
                "exp(1000) | \"exp\" at character 1 gives no finite number",
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> Formulas.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("--datapoint \"" + text + "\": " + message);
    }

    @Test
    void messagesAreOneShortLine() {
        assertThatThrownBy(() -> Formulas.parse("w\n+\u0007\r\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("--datapoint \"w +   \": U+0007 at character 4 cannot stand in a formula");
        assertThatThrownBy(() -> Formulas.parse("w+".repeat(100)))
                .hasMessage("--datapoint \"" + "w+".repeat(30) + "...\": it ends at character 200 where a number, w, a"
                        + " function or ( should stand");
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedAndWhatIsNotIsNoTrouble() {
        assertThatThrownBy(() -> Formulas.parse("(".repeat(4000) + "w" + ")".repeat(4000)))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("...\": parentheses more than 100 deep at character 101");
        assertThatThrownBy(() -> Formulas.parse("w+".repeat(5000) + "w"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("longer than 10000 characters");
        assertThat(Formulas.parse("w+".repeat(4999) + "w").gradient(1)).isEqualTo(5000);
        assertThat(at("-".repeat(9998) + "w", 2)).isEqualTo(2);
        assertThat(at("w^".repeat(500) + "1", 1)).isEqualTo(1);
        var product = Formulas.parse("w*".repeat(999) + "w");
        assertThat(product.gradient(1)).isEqualTo(1000);
        assertThat(product.curvature(1)).isEqualTo(1000.0 * 999);
        assertThat(at("tanh(".repeat(100) + "0*w" + ")".repeat(100), 1)).isZero();
    }

    @Test
    void readsTwoParameters() {
        var loss = Formulas.parsePlane("x^2*Y - 2*y").loss();
        assertThat(loss.at(3, 2)).isEqualTo(14);
        assertThat(loss).hasToString("x^2 * y - 2 * y");
        assertThatThrownBy(() -> Formulas.parsePlane("w"))
                .isInstanceOf(InputException.class)
                .hasMessage("the formula \"w\": no \"w\" at character 1: the names are x, y, pi and e");
    }

    @ParameterizedTest
    @CsvSource({
        "-exp(-(W-2)^2) - 2*exp(-50*(w-1)^2), -exp(-(w - 2)^2) - 2 * exp(-50 * (w - 1)^2)",
        "w-(2-w), w - (2 - w)",
        "w/(2/w), w / (2 / w)",
        "2*(3*w), 6 * w",
        "(w+1)*(w-1)/3, (w + 1) * (w - 1) / 3",
        "w^3, w^2 * w",
        "(w^2)^2, (w^2)^2",
        "w - (-2), w - (-2)",
    })
    void writesWithFewParentheses(String text, String written) {
        assertThat(Formulas.parse(text)).hasToString(written);
    }

    @Property(tries = 300, seed = "20261122")
    void whatIsWrittenReadsBackAsTheSame(
            @ForAll("formulas") Expression e, @ForAll @DoubleRange(min = -3, max = 3) double w) {
        for (var written : new Expression[] {e, e.derivative()}) {
            var read = Formulas.parse(written.toString()).loss();
            assertThat(read).isEqualTo(written);
            assertThat(read.at(w)).isEqualTo(Double.valueOf(written.at(w)));
        }
    }

    /** Those without parts that no number can be written for. */
    @Provide
    Arbitrary<Expression> formulas() {
        return Expressions.any(1).filter(e -> finite(e) && finite(e.derivative()));
    }

    private static boolean finite(Expression e) {
        return Structure.operandsFirst(List.of(e)).stream()
                .allMatch(part -> !(part instanceof Constant c) || Double.isFinite(c.value()));
    }

    @Property(tries = 300, seed = "20261122")
    void anyTextIsReadOrRefusedInOneLine(@ForAll("texts") String text) {
        try {
            assertThat(Formulas.parse(text)).isNotNull();
        } catch (InputException e) {
            assertThat(e.getMessage())
                    .startsWith("--datapoint")
                    .doesNotContain("\n")
                    .hasSizeLessThan(300);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "w", "2", "1e", ".", "-", "+", "*", "/", "^", "(", ")", "exp", "sin(", "pi", ",", " ", "\"",
                        "[", "E3")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}

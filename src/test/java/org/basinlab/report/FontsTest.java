package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FontsTest {
    @Test
    void thisMachineDraws() {
        assertThat(Fonts.problem()).isEmpty();
    }

    @Test
    void noLetterIsAProblem() {
        assertThat(Fonts.problem(() -> false))
                .hasValueSatisfying(line -> assertThat(line).contains("install fontconfig"));
    }

    /** The ways in which JDKs without fontconfig, fonts or freetype have been seen to fail. */
    @Test
    void whateverJavaThrowsBecomesALine() {
        assertProblem(
                () -> {
                    throw new InternalError(new RuntimeException("Fontconfig head is null,\ncheck your fonts"));
                },
                "RuntimeException: Fontconfig head is null,)");
        assertProblem(
                () -> {
                    throw new Error("Probable fatal error: No physical fonts found.");
                },
                "No physical fonts found");
        assertProblem(
                () -> {
                    throw new NullPointerException();
                },
                "(NullPointerException)");
        assertProblem(
                () -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
                },
                "libfreetype.so.6");
        assertProblem(
                () -> {
                    throw new ExceptionInInitializerError(new IllegalStateException("no fonts"));
                },
                "no fonts");
    }

    private static void assertProblem(BooleanSupplier drawing, String told) {
        assertThat(Fonts.problem(drawing))
                .hasValueSatisfying(line ->
                        assertThat(line).contains(told, "install fontconfig").doesNotContain("\n"));
    }
}

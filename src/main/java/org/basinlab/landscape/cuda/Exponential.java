package org.basinlab.landscape.cuda;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.PowersOfTwo;

/** e^x as PTX: the arithmetic of {@link Exponentials}, bit for bit. */
final class Exponential {
    private static final String TEXT = """
            {
            .reg .TYPE %tapeshifted, %tapet, %tapep;
            .reg .BITS %tapebits, %tapepower;
            .reg .pred %tapemost, %tapeleast, %tapenan;
            fma.rn.TYPE %tapeshifted, FROM, LOG2_E, ROUND;
            sub.rn.TYPE %tapet, %tapeshifted, ROUND;
            fma.rn.TYPE %tapet, FROM, -LOG2_E, %tapet;
            fma.rn.TYPE %tapet, FROM, -REST, %tapet;
            mov.TYPE %tapep, HIGHEST;
            POLYNOMIAL
            mov.BITS %tapebits, %tapep;
            mov.BITS %tapepower, %tapeshifted;
            shl.BITS %tapepower, %tapepower, FRACTION;
            add.INTEGER %tapebits, %tapebits, %tapepower;
            mov.BITS %tapep, %tapebits;
            setp.gt.TYPE %tapemost, FROM, MOST;
            setp.lt.TYPE %tapeleast, FROM, LEAST;
            setp.nan.TYPE %tapenan, FROM, FROM;
            @%tapemost mov.TYPE %tapep, INFINITE;
            @%tapeleast mov.TYPE %tapep, ZERO;
            @%tapenan mov.TYPE %tapep, FROM;
            mov.TYPE TO, %tapep;
            }
            """;

    private Exponential() {}

    /** Register {@code to} becomes e to the register {@code from}. */
    static String of(TapeCode code, boolean single, String to, String from) {
        var coefficients = single ? widened(PowersOfTwo.floats()) : PowersOfTwo.doubles();
        var polynomial = IntStream.range(1, coefficients.length)
                .mapToObj(i -> "fma.rn.TYPE %tapep, %tapep, %tapet, " + code.literal(coefficients[i]) + ";")
                .collect(Collectors.joining("\n"));
        var log2e = single ? Exponentials.LOG2_E_FLOAT : Exponentials.LOG2_E;
        var rest = single ? Exponentials.LOG2_E_REST_FLOAT : Exponentials.LOG2_E_REST;
        return TEXT.replace("POLYNOMIAL", polynomial)
                .replace("HIGHEST", code.literal(coefficients[0]))
                .replace("-LOG2_E", code.literal(-log2e))
                .replace("LOG2_E", code.literal(log2e))
                .replace("-REST", code.literal(-rest))
                .replace("ROUND", code.literal(single ? PowersOfTwo.ROUND_FLOAT : PowersOfTwo.ROUND))
                .replace("FRACTION", Integer.toString(single ? PowersOfTwo.FRACTION_FLOAT : PowersOfTwo.FRACTION))
                .replace("MOST", code.literal(single ? Exponentials.MOST_FLOAT : Exponentials.MOST))
                .replace("LEAST", code.literal(single ? Exponentials.LEAST_FLOAT : Exponentials.LEAST))
                .replace("INFINITE", code.literal(Double.POSITIVE_INFINITY))
                .replace("ZERO", code.literal(0))
                .replace("TYPE", code.type())
                .replace("BITS", single ? "b32" : "b64")
                .replace("INTEGER", single ? "s32" : "s64")
                .replace("FROM", from)
                .replace("TO", to);
    }

    private static double[] widened(float... numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }
}

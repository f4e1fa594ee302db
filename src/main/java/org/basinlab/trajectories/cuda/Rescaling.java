package org.basinlab.trajectories.cuda;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * The rescaling of one tangent as PTX: its numbers times a power of two that is a normal number, so that the largest gets to
 * between 1 and 4, and what was taken out added to its exponents. Numbers that are not negative are in the order of their
 * bits; of those of double precision the upper half is enough.
 */
final class Rescaling {
    private static final String TEXT = """
            {
            .reg .b32 %low, %size, %largest, %taken, %power;
            .reg .$type %scale;
            mov.b32 %largest, 0;
            $sizes
            shr.u32 %taken, %largest, $fraction;
            sub.s32 %taken, %taken, $bias;
            max.s32 %taken, %taken, -$most;
            min.s32 %taken, %taken, $most;
            sub.s32 %power, $bias, %taken;
            shl.b32 %power, %power, $fraction;
            mov.b32 %low, 0;
            mov.$bits %scale, $whole;
            $products
            add.s32 $exponent, $exponent, %taken;
            }
            """;

    private static final String SIZE = """
            mov.$bits $upper, $number;
            and.b32 %size, %size, 0x7fffffff;
            max.s32 %largest, %largest, %size;""";

    private static final String PRODUCT = "mul.rn.$type $number, $number, %scale;";

    private Rescaling() {}

    /** Of a tangent in these registers, whose exponents are in register {@code exponent}. */
    static String of(boolean single, List<String> tangent, String exponent) {
        var type = single ? "f32" : "f64";
        var bits = single ? "b32" : "b64";
        var upper = single ? "%size" : "{%low, %size}";
        return Gaps.filled(
                TEXT,
                "type",
                type,
                "bits",
                bits,
                "sizes",
                tangent.stream()
                        .map(v -> Gaps.filled(SIZE, "bits", bits, "upper", upper, "number", v))
                        .collect(joining("\n")),
                "fraction",
                single ? 23 : 20,
                "bias",
                single ? Float.MAX_EXPONENT : Double.MAX_EXPONENT,
                "most",
                single ? Float.MAX_EXPONENT - 1 : Double.MAX_EXPONENT - 1,
                "whole",
                single ? "%power" : "{%low, %power}",
                "products",
                tangent.stream()
                        .map(v -> Gaps.filled(PRODUCT, "type", type, "number", v))
                        .collect(joining("\n")),
                "exponent",
                exponent);
    }
}

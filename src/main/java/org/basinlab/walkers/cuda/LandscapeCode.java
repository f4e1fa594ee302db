package org.basinlab.walkers.cuda;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.cuda.TapeCode;

/**
 * The kernels of landscape75.cu made a program: where a comment {@code slope TYPE g w drawn} stands, the instructions that
 * compute g, the mean of the gradients at w of the datapoints drawn. Each gradient is computed, with the others; those
 * whose bit is set are added up in order, and the sum divided, each operation rounded as the CPU's engine does it.
 */
final class LandscapeCode {
    private final Tape gradients;
    private final int batch;
    private final TapeCode code;

    private LandscapeCode(Tape gradients, int batch, boolean single) {
        this.gradients = gradients;
        this.batch = batch;
        code = new TapeCode(single);
    }

    /**
     * A module's text.
     *
     * @param kernels   the text of the kernels
     * @param gradients of all datapoints, at most 64
     * @param batch     how many datapoints a step draws
     * @param single    whether the kernel for single precision is to be made, or that for double
     */
    static String of(String kernels, Tape gradients, int batch, boolean single) {
        var made = new LandscapeCode(gradients, batch, single);
        var place = Pattern.compile("(?m)^\\s*// slope " + made.code.type() + " (\\S+) (\\S+) (\\S+)$");
        var complete = place.matcher(kernels)
                .replaceAll(
                        found -> Matcher.quoteReplacement(made.slope(found.group(1), found.group(2), found.group(3))));
        return made.code.module(complete, List.of(gradients));
    }

    private String slope(String g, String w, String drawn) {
        var type = code.type();
        var slopes = IntStream.range(0, gradients.outputs().length)
                .mapToObj(j -> "%slope" + j)
                .toList();
        var text = new StringBuilder("{\n");
        line(text, ".reg .%s %%slope<%d>", type, slopes.size());
        line(text, ".reg .b32 %%half<2>");
        line(text, ".reg .b32 %%bit");
        line(text, ".reg .pred %%drawn");
        text.append(code.of(gradients, List.of(w), slopes));
        line(text, "mov.b64 {%%half0, %%half1}, %s", drawn);
        line(text, "mov.%s %s, %s", type, g, code.literal(0));
        for (var j = 0; j < slopes.size(); j++) {
            line(text, "and.b32 %%bit, %%half%d, %d", j / Integer.SIZE, 1 << j % Integer.SIZE);
            line(text, "setp.ne.u32 %%drawn, %%bit, 0");
            if (batch == 1) {
                line(text, "@%%drawn mov.%s %s, %s", type, g, slopes.get(j));
            } else {
                line(text, "@%%drawn add.rn.%s %s, %s, %s", type, g, g, slopes.get(j));
            }
        }
        if (batch > 1) {
            line(text, "div.rn.%s %s, %s, %s", type, g, g, code.literal(batch));
        }
        return text.append("}").toString();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(format, arguments)).append(";\n");
    }
}

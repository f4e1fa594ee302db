package org.basinlab.cuda.ptx;

import java.util.List;
import java.util.function.BiFunction;

/** Makes an instruction of what is written, by asking the families one after the other. */
final class Decoder {
    private static final List<BiFunction<Statement, Operands, Instruction>> FAMILIES = List.of(
            ControlDecoder::decode,
            MoveDecoder::decode,
            MemoryDecoder::decode,
            FloatDecoder::decode,
            DoubleDecoder::decode,
            IntegerDecoder::decode,
            LongDecoder::decode,
            ShortDecoder::decode,
            CarryDecoder::decode,
            BitDecoder::decode,
            CompareDecoder::decode,
            ConvertDecoder::decode,
            WarpDecoder::decode,
            MatrixDecoder::decode,
            AtomicDecoder::decode,
            AsyncDecoder::decode,
            HalfDecoder::decode);

    private Decoder() {}

    /**
     * The instruction for a statement.
     *
     * @throws PtxException if it is not known
     */
    static Instruction decode(Statement statement, Operands operands) {
        Modifiers.check(statement);
        for (var family : FAMILIES) {
            var instruction = family.apply(statement, operands);
            if (instruction != null) {
                return instruction;
            }
        }
        throw statement.unknown();
    }
}

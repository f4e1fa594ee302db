package org.basinlab.walkers.nd4j;

import org.basinlab.landscape.Tape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A {@link Tape} of W run over an ND4J array, every instruction an operation of the backend. */
final class TapeArrays implements AutoCloseable {
    private final Tape tape;
    private final INDArray[] registers;

    TapeArrays(Tape tape) {
        this.tape = tape;
        registers = new INDArray[tape.registers()];
    }

    /** Runs it. The outputs are good until the next run; w must not be changed before that. */
    void run(INDArray w) {
        close();
        registers[0] = w;
        for (var i : tape.instructions()) {
            var result = result(i, w);
            release(i.to());
            registers[i.to()] = result;
        }
    }

    /** An output of the last run. */
    INDArray output(int k) {
        return registers[tape.outputs()[k]];
    }

    private INDArray result(Tape.Instruction i, INDArray w) {
        var a = registers[Math.max(0, i.left())];
        var b = registers[Math.max(0, i.right())];
        var c = i.constant();
        return switch (i.kind()) {
            case CONSTANT -> constant(w, c);
            case ADD -> a.add(b);
            case SUBTRACT -> a.sub(b);
            case MULTIPLY -> a.mul(b);
            case DIVIDE -> a.div(b);
            case ADD_CONSTANT -> a.add(c);
            case CONSTANT_MINUS -> a.rsub(c);
            case MULTIPLY_CONSTANT -> a.mul(c);
            case DIVIDE_BY_CONSTANT -> a.div(c);
            case CONSTANT_OVER -> a.rdiv(c);
            case NEGATE -> a.neg();
            case EXP -> Transforms.exp(a);
            case LOG -> Transforms.log(a);
            case SQRT -> Transforms.sqrt(a);
            case SIN -> Transforms.sin(a);
            case COS -> Transforms.cos(a);
            case TANH -> Transforms.tanh(a);
            case ABS -> Transforms.abs(a);
            case SIGN -> Transforms.sign(a);
        };
    }

    private static INDArray constant(INDArray like, double c) {
        return like.dataType() == DataType.DOUBLE
                ? Nd4j.valueArrayOf(like.shape(), c, DataType.DOUBLE)
                : Nd4j.valueArrayOf(like.shape(), (float) c, DataType.FLOAT);
    }

    private void release(int register) {
        if (registers[register] != null) {
            registers[register].close();
            registers[register] = null;
        }
    }

    @Override
    public void close() {
        // Register 0 is W, which is somebody else's.
        for (var register = 1; register < registers.length; register++) {
            release(register);
        }
    }
}

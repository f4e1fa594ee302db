package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.basinlab.landscape.Expression.Binary;
import org.basinlab.landscape.Expression.Constant;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.landscape.Expression.Operator;
import org.basinlab.landscape.Expression.Parameter;
import org.basinlab.landscape.Expression.Unary;
import org.basinlab.landscape.Tape.Kind;
import org.junit.jupiter.api.Test;

class TapeTest {
    /** The tree evaluated branch by branch, which is what a tape must equal. */
    private static double walked(Expression e, double w) {
        if (e instanceof Constant c) {
            return c.value();
        }
        if (e instanceof Parameter) {
            return w;
        }
        if (e instanceof Unary u) {
            return u.function().of(walked(u.operand(), w));
        }
        var b = (Binary) e;
        return b.operator().of(walked(b.left(), w), walked(b.right(), w));
    }

    @Property(tries = 300, seed = "20261122")
    void equalsTheTreeBitForBit(@ForAll("expressions") Expression e, @ForAll @DoubleRange(min = -3, max = 3) double w) {
        var derivative = e.derivative();
        assertThat(Tape.of(List.of(derivative, e)).at(w)).containsExactly(walked(derivative, w), walked(e, w));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Expressions.any(1);
    }

    @Property(tries = 100, seed = "20261122")
    void registersAreSharedWithoutHarm(
            @ForAll("expressions") Expression a,
            @ForAll("expressions") Expression b,
            @ForAll("expressions") Expression c) {
        var outputs = List.of(a, b, c, a.plus(b));
        var tape = Tape.of(outputs);
        var apart = outputs.stream()
                .mapToDouble(e -> Tape.of(List.of(e)).at(0.7)[0])
                .toArray();
        assertThat(tape.at(0.7)).containsExactly(apart);
        assertThat(tape.registers()).isLessThanOrEqualTo(tape.instructions().size() + 1);
        assertThat(tape.instructions()).allMatch(i -> i.to() >= 1, "W is kept");
    }

    @Test
    void computesWhatThePitsSlopesShareOnce() {
        var tape = Pit.PUBLISHED.gradients().orElseThrow();
        assertThat(count(tape, Kind.EXP)).as("one for each bell").isEqualTo(2);
        // (W-2), its square, the sign, exp, 2 (W-2), g0; (W-1), its square, k, exp, 2 D k (W-1), their product, g1.
        assertThat(tape.instructions()).hasSize(13);
        assertThat(tape.registers()).as("W, g0 and two to work with").isEqualTo(4);
    }

    @Test
    void leavesOutWhatNoOutputNeedsAndFoldsConstants() {
        var w = parameter();
        var built = new Binary(
                Operator.MULTIPLY, new Binary(Operator.ADD, constant(2), constant(3)), new Unary(Function.SIN, w));
        var tape = Tape.of(List.of(built));
        assertThat(tape.instructions().stream().map(Tape.Instruction::kind))
                .containsExactly(Kind.SIN, Kind.MULTIPLY_CONSTANT);
        assertThat(tape.instructions().get(1).constant()).isEqualTo(5);
        assertThat(Tape.of(List.of(w.minus(constant(2)))).instructions())
                .containsExactly(new Tape.Instruction(Kind.ADD_CONSTANT, 1, 0, -1, -2));
    }

    @Test
    void outputsMayBeConstantsTheParameterAndTheSame() {
        var w = parameter();
        var tape = Tape.of(List.of(w, constant(3), w.exp(), w.exp()));
        assertThat(tape.at(1)).containsExactly(1, 3, Math.E, Math.E);
        assertThat(tape.outputs()[2]).isEqualTo(tape.outputs()[3]);
    }

    @Test
    void takesSeveralParameters() {
        var tape = Tape.of(List.of(parameter(0).minus(parameter(1).times(constant(2)))), 2);
        assertThat(tape.at(5, 1)).containsExactly(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Tape.of(List.of(parameter(1))));
    }

    /** Sixty-two squarings in a row: a tree of 2^62 leaves, of which only 63 parts differ. */
    @Test
    void sharedPartsCostNothing() {
        var one = parameter();
        var other = parameter();
        for (var i = 0; i < 62; i++) {
            one = one.times(one);
            other = other.times(other);
        }
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(other.times(other));
        assertThat(Tape.of(List.of(one, other)).instructions()).hasSize(62);
        // (2^62 W^(2^62 - 1)) at 1.
        assertThat(one.derivative().at(1)).isEqualTo(0x1p62);
    }

    /** Far more parts than a thread's stack has frames. */
    @Test
    void depthCostsNothing() {
        var sum = parameter();
        for (var i = 0; i < 20_000; i++) {
            sum = sum.plus(constant(1)).apply(Function.ABS);
        }
        assertThat(sum.at(1)).isEqualTo(20_001);
        assertThat(sum.derivative().at(1)).isEqualTo(1);
        assertThat(Tape.of(List.of(sum)).registers()).isEqualTo(2);
        assertThat(sum.hashCode()).isNotZero();
    }

    @Test
    void dividesByPowersOfTwoByMultiplying() {
        var w = parameter();
        var tape = Tape.of(
                List.of(w.over(constant(8)), w.over(constant(3)), constant(3).over(w)));
        assertThat(tape.instructions().stream().map(Tape.Instruction::kind))
                .containsExactly(Kind.MULTIPLY_CONSTANT, Kind.DIVIDE_BY_CONSTANT, Kind.CONSTANT_OVER);
        assertThat(tape.at(7)).containsExactly(7 / 8.0, 7 / 3.0, 3 / 7.0);
    }

    @Test
    void ordersDoNotHideWhatIsShared() {
        var w = parameter();
        var a = w.exp();
        var b = w.apply(Function.SIN);
        assertThat(count(Tape.of(List.of(a.times(b), b.times(a))), Kind.MULTIPLY))
                .isOne();
        assertThat(count(Tape.of(List.of(a.minus(b), b.minus(a))), Kind.SUBTRACT))
                .isEqualTo(2);
        assertThat(Set.copyOf(List.of(w.exp(), parameter().exp()))).hasSize(1);
    }

    private static long count(Tape tape, Kind kind) {
        return tape.instructions().stream().filter(i -> i.kind() == kind).count();
    }

    @Test
    void runsInRegistersOfTheCaller() {
        var tape = Pit.PUBLISHED.gradients().orElseThrow();
        var registers = new double[tape.registers()];
        tape.evaluate(1.05, registers);
        var ours = Arrays.stream(tape.outputs()).mapToDouble(i -> registers[i]).toArray();
        assertThat(ours).containsExactly(tape.at(1.05));
    }
}

package org.basinlab.landscape;

import static org.basinlab.landscape.Expression.constant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.basinlab.landscape.Expression.Binary;
import org.basinlab.landscape.Expression.Constant;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.landscape.Expression.Parameter;
import org.basinlab.landscape.Expression.Unary;

/**
 * Walks of expressions that visit every distinct object once, by loops. Sixty squarings in a row are a tree of 2^60
 * leaves and sixty objects.
 */
final class Structure {
    /** What makes two nodes equal whose operands have been numbered. */
    private record Key(Object what, int left, int right) {}

    /** The same number for equal expressions. */
    private final Map<Key, Integer> numbers = new HashMap<>();

    private final Map<Expression, Integer> known = new IdentityHashMap<>();

    /** A number that equal expressions share, of those asked for here. */
    int number(Expression root) {
        for (var e : operandsFirst(List.of(root))) {
            if (!known.containsKey(e)) {
                known.put(e, numbers.computeIfAbsent(key(e), unused -> numbers.size()));
            }
        }
        return known.get(root);
    }

    private Key key(Expression e) {
        if (e instanceof Binary b) {
            return new Key(b.operator(), known.get(b.left()), known.get(b.right()));
        }
        return e instanceof Unary u ? new Key(u.function(), known.get(u.operand()), -1) : new Key(e, -1, -1);
    }

    static boolean same(Expression a, Object b) {
        if (a == b || !(b instanceof Expression other) || a.getClass() != other.getClass()) {
            return a == b;
        }
        var structure = new Structure();
        return structure.number(a) == structure.number(other);
    }

    static int hash(Expression root) {
        var hashes = new IdentityHashMap<Expression, Integer>();
        for (var e : operandsFirst(List.of(root))) {
            var hash = e.getClass().getName().hashCode();
            if (e instanceof Binary b) {
                hash = 31 * (31 * (31 * hash + b.operator().name().hashCode()) + hashes.get(b.left()))
                        + hashes.get(b.right());
            } else if (e instanceof Unary u) {
                hash = 31 * (31 * hash + u.function().name().hashCode()) + hashes.get(u.operand());
            } else {
                hash = e.hashCode();
            }
            hashes.put(e, hash);
        }
        return hashes.get(root);
    }

    /** Every distinct object the roots are made of, once, operands before what is made of them. */
    static List<Expression> operandsFirst(Collection<? extends Expression> roots) {
        var order = new ArrayList<Expression>();
        var done = new IdentityHashMap<Expression, Boolean>();
        var path = new ArrayDeque<Expression>();
        for (var root : roots) {
            path.push(root);
            while (!path.isEmpty()) {
                var e = path.peek();
                if (done.containsKey(e)) {
                    path.pop();
                } else if (e instanceof Binary b && !done.containsKey(b.left())) {
                    path.push(b.left());
                } else if (e instanceof Binary b && !done.containsKey(b.right())) {
                    path.push(b.right());
                } else if (e instanceof Unary u && !done.containsKey(u.operand())) {
                    path.push(u.operand());
                } else {
                    path.pop();
                    done.put(e, true);
                    order.add(e);
                }
            }
        }
        return order;
    }

    /**
     * The derivative along a direction, given by its component on each parameter; what the formula shares its derivative
     * shares.
     */
    static Expression derivative(Expression root, IntFunction<Expression> direction) {
        var slopes = new IdentityHashMap<Expression, Expression>();
        for (var e : operandsFirst(List.of(root))) {
            slopes.put(e, derivative(e, direction, slopes));
        }
        return slopes.get(root);
    }

    static Set<Integer> parameters(Expression root) {
        var indices = new TreeSet<Integer>();
        for (var e : operandsFirst(List.of(root))) {
            if (e instanceof Parameter p) {
                indices.add(p.index());
            }
        }
        return indices;
    }

    /** The formula with others in the places of its parameters; what it shares stays shared. */
    static Expression substituted(Expression root, IntFunction<Expression> values) {
        var known = new IdentityHashMap<Expression, Expression>();
        for (var e : operandsFirst(List.of(root))) {
            known.put(e, substituted(e, values, known));
        }
        return known.get(root);
    }

    private static Expression substituted(
            Expression e, IntFunction<Expression> values, Map<Expression, Expression> known) {
        if (e instanceof Parameter p) {
            return values.apply(p.index());
        }
        if (e instanceof Unary u) {
            var operand = known.get(u.operand());
            return u.function() == Function.NEGATE ? operand.negate() : operand.apply(u.function());
        }
        if (e instanceof Binary b) {
            var left = known.get(b.left());
            var right = known.get(b.right());
            return switch (b.operator()) {
                case ADD -> left.plus(right);
                case SUBTRACT -> left.minus(right);
                case MULTIPLY -> left.times(right);
                case DIVIDE -> left.over(right);
            };
        }
        return e;
    }

    private static Expression derivative(
            Expression e, IntFunction<Expression> direction, Map<Expression, Expression> slopes) {
        if (e instanceof Constant) {
            return constant(0);
        }
        if (e instanceof Parameter p) {
            return direction.apply(p.index());
        }
        if (e instanceof Unary u) {
            return slope(u).times(slopes.get(u.operand()));
        }
        var binary = (Binary) e;
        var left = binary.left();
        var right = binary.right();
        var leftSlope = slopes.get(left);
        var rightSlope = slopes.get(right);
        return switch (binary.operator()) {
            case ADD -> leftSlope.plus(rightSlope);
            case SUBTRACT -> leftSlope.minus(rightSlope);
            case MULTIPLY ->
                left == right
                        ? leftSlope.times(left.times(constant(2)))
                        : leftSlope.times(right).plus(left.times(rightSlope));
            case DIVIDE -> leftSlope.over(right).minus(e.times(rightSlope).over(right));
        };
    }

    /** df/dx of a function f(x). */
    private static Expression slope(Unary unary) {
        var x = unary.operand();
        return switch (unary.function()) {
            case NEGATE -> constant(-1);
            case EXP -> unary;
            case LOG -> constant(1).over(x);
            case SQRT -> constant(0.5).over(unary);
            case SIN -> x.apply(Function.COS);
            case COS -> x.apply(Function.SIN).negate();
            case TANH -> constant(1).minus(unary.times(unary));
            case ABS -> x.apply(Function.SIGN);
            case SIGN -> constant(0);
            // Not s (1 - s), which is 0 from x = 37 on.
            case SIGMOID -> unary.times(x.negate().apply(Function.SIGMOID));
            case SOFTPLUS -> x.apply(Function.SIGMOID);
        };
    }
}

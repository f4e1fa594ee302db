package org.basinlab.landscape;

import java.util.IdentityHashMap;
import java.util.List;
import org.basinlab.landscape.Expression.Binary;
import org.basinlab.landscape.Expression.Constant;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.landscape.Expression.Operator;
import org.basinlab.landscape.Expression.Parameter;
import org.basinlab.landscape.Expression.Unary;

/**
 * Writes a formula as text that {@link Formulas} reads, with no more parentheses than needed. A part that is shared is
 * written at every place. Numbers that are not finite are written as Java does and cannot be read.
 */
final class ExpressionText {
    /** How tightly a text holds together. */
    private enum Bond {
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        ATOM
    }

    private record Text(String text, Bond bond) {
        /** As a part of something: in parentheses unless it holds together at least so tightly. */
        String within(Bond least) {
            return bond.compareTo(least) >= 0 ? text : "(" + text + ")";
        }

        /** As a part to the right of an operator, where a sign would stand behind the operator. */
        String right(Bond least) {
            return text.startsWith("-") ? "(" + text + ")" : within(least);
        }
    }

    private final Structure structure = new Structure();
    private final IdentityHashMap<Expression, Text> texts = new IdentityHashMap<>();
    private final boolean plane;

    private ExpressionText(boolean plane) {
        this.plane = plane;
    }

    /** Of W, or of x and y where there is a second parameter. */
    static String of(Expression root) {
        var parts = Structure.operandsFirst(List.of(root));
        var plane = parts.stream().anyMatch(e -> e instanceof Parameter p && p.index() > 0);
        var writer = new ExpressionText(plane);
        parts.forEach(e -> writer.texts.put(e, writer.text(e)));
        return writer.texts.get(root).text;
    }

    private Text text(Expression e) {
        if (e instanceof Constant c) {
            return new Text(number(c.value()), c.value() < 0 ? Bond.SIGN : Bond.ATOM);
        }
        if (e instanceof Parameter p) {
            return new Text(name(p.index()), Bond.ATOM);
        }
        if (e instanceof Unary u) {
            var operand = texts.get(u.operand());
            return u.function() == Function.NEGATE
                    ? new Text("-" + operand.right(Bond.POWER), Bond.SIGN)
                    : new Text(u.function() + "(" + operand.text + ")", Bond.ATOM);
        }
        var binary = (Binary) e;
        var left = texts.get(binary.left());
        var right = texts.get(binary.right());
        return switch (binary.operator()) {
            case ADD -> new Text(left.text + " + " + right.right(Bond.PRODUCT), Bond.SUM);
            case SUBTRACT -> new Text(left.text + " - " + right.right(Bond.PRODUCT), Bond.SUM);
            case MULTIPLY ->
                isSquare(binary)
                        ? new Text(left.right(Bond.ATOM) + "^2", Bond.POWER)
                        : new Text(left.within(Bond.PRODUCT) + " * " + right.right(Bond.SIGN), Bond.PRODUCT);
            case DIVIDE -> new Text(left.within(Bond.PRODUCT) + " / " + right.right(Bond.SIGN), Bond.PRODUCT);
        };
    }

    private String name(int index) {
        var names = plane ? Formulas.PLANE : Formulas.LINE;
        return index < names.size() ? names.get(index) : "p" + index;
    }

    private boolean isSquare(Binary product) {
        return product.operator() == Operator.MULTIPLY
                && structure.number(product.left()) == structure.number(product.right());
    }

    private static String number(double value) {
        var text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}

package org.basinlab.landscape;

import static com.ezylang.evalex.parser.Token.TokenType.INFIX_OPERATOR;
import static com.ezylang.evalex.parser.Token.TokenType.PREFIX_OPERATOR;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.basinlab.experiment.InputException;

/**
 * Reads one formula. EvalEx splits it into tokens and makes the tree; this class checks the characters before, the order
 * of the tokens between (the library's tree of {@code 3*(-)4} is that of -3*4) and turns the tree into ours after.
 */
final class FormulaReader {
    private static final int MOST_CHARACTERS = 10_000;
    private static final int MOST_NESTED = 100;
    private static final int MOST_QUOTED = 60;
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_OF_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    /** {@code a ^- b} is a^(-b): written by {@link #withoutSignedPowers}, never by a user. */
    private static final String NEGATIVE_POWER = "^-";

    /** What any name before a parenthesis is for the library; which names there are is checked here. */
    @FunctionParameter(name = "x")
    private static final class OneArgument extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(
                com.ezylang.evalex.Expression expression, Token token, EvaluationValue... values) {
            throw new UnsupportedOperationException("only trees are made");
        }
    }

    private static final class AnyFunction implements FunctionDictionaryIfc {
        private final FunctionIfc function = new OneArgument();

        @Override
        public void addFunction(String name, FunctionIfc unused) {
            throw new UnsupportedOperationException("any name is a function");
        }

        @Override
        public FunctionIfc getFunction(String name) {
            return function;
        }
    }

    private static final ExpressionConfiguration GRAMMAR = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(new AnyFunction())
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .build();

    private final String option;
    private final String text;
    private final List<String> parameters;

    /** On the name of the option it came by. */
    FormulaReader(String option, String text, List<String> parameters) {
        this.option = option;
        this.text = text;
        this.parameters = parameters;
    }

    private static MapBasedOperatorDictionary operators() {
        var operators = new MapBasedOperatorDictionary();
        operators.addOperator("+", new PrefixPlusOperator());
        operators.addOperator("-", new PrefixMinusOperator());
        operators.addOperator("+", new InfixPlusOperator());
        operators.addOperator("-", new InfixMinusOperator());
        operators.addOperator("*", new InfixMultiplicationOperator());
        operators.addOperator("/", new InfixDivisionOperator());
        operators.addOperator("^", new InfixPowerOfOperator());
        return operators;
    }

    Expression read() {
        checkCharacters();
        checkParentheses();
        try {
            var tokens = new Tokenizer(text, GRAMMAR).parse();
            checkOrder(tokens);
            return expression(
                    new ShuntingYardConverter(text, withoutSignedPowers(tokens), GRAMMAR).toAbstractSyntaxTree());
        } catch (ParseException e) {
            throw refused(
                    "cannot read %s at character %s: %s",
                    quoted(e.getTokenString()),
                    e.getStartPosition(),
                    e.getMessage().toLowerCase(Locale.ROOT));
        }
    }

    private void checkCharacters() {
        if (text.isBlank()) {
            throw refused("there is no formula");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw refused("longer than %s characters", MOST_CHARACTERS);
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ',') {
                throw refused("a comma at character %s: functions take one argument, decimals a point", i + 1);
            }
            var known = c < 128 && (Character.isLetterOrDigit(c) || "_.+-*/^()".indexOf(c) >= 0);
            if (!known && !Character.isWhitespace(c)) {
                var code = text.codePointAt(i);
                throw refused(
                        "%s at character %s cannot stand in a formula",
                        code > ' ' && code < 127
                                ? quoted(Character.toString(code))
                                : String.format(Locale.ROOT, "U+%04X", code),
                        i + 1);
            }
        }
    }

    private void checkParentheses() {
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open.push(i + 1);
                if (open.size() > MOST_NESTED) {
                    throw refused("parentheses more than %s deep at character %s", MOST_NESTED, i + 1);
                }
            } else if (text.charAt(i) == ')' && open.poll() == null) {
                throw refused("no ( for the ) at character %s", i + 1);
            }
        }
        if (!open.isEmpty()) {
            throw refused("missing ) for the ( at character %s", open.peek());
        }
    }

    /** That operands and operators take turns, and that every name and number is one. */
    private void checkOrder(List<Token> tokens) {
        var operandNext = true;
        for (var token : tokens) {
            var value = token.getValue();
            var place = token.getStartPosition();
            switch (token.getType()) {
                case INFIX_OPERATOR, BRACE_CLOSE -> {
                    if (operandNext) {
                        throw refused("%s at character %s stands where %s should", quoted(value), place, operand());
                    }
                    // The library puts in the sign of a product that is not written.
                    if (!text.startsWith(value, place - 1)) {
                        throw notWritten(place);
                    }
                    operandNext = token.getType() == INFIX_OPERATOR;
                }
                case PREFIX_OPERATOR -> operandNext = true;
                case NUMBER_LITERAL, VARIABLE_OR_CONSTANT, FUNCTION, BRACE_OPEN -> {
                    if (!operandNext) {
                        throw notWritten(place);
                    }
                    checkOperand(token);
                    operandNext = switch (token.getType()) {
                        case FUNCTION, BRACE_OPEN -> true;
                        default -> false;
                    };
                }
                default -> throw refused("%s at character %s cannot stand in a formula", quoted(value), place);
            }
        }
        if (operandNext) {
            throw refused("it ends at character %s where %s should stand", text.length(), operand());
        }
    }

    private String operand() {
        return "a number, " + String.join(", ", parameters) + ", a function or (";
    }

    private InputException notWritten(int place) {
        return refused(
                "an operator is missing before %s at character %s (products are written with *)",
                quoted(text.substring(place - 1, Math.min(text.length(), place + 9))), place);
    }

    private void checkOperand(Token token) {
        var value = token.getValue();
        var place = token.getStartPosition();
        var name = value.toLowerCase(Locale.ROOT);
        switch (token.getType()) {
            case NUMBER_LITERAL -> {
                if (!NUMBER.matcher(value).matches()) {
                    throw refused("%s at character %s is not a number", quoted(value), place);
                }
                if (Double.isInfinite(Double.parseDouble(value))) {
                    throw refused("%s at character %s is too large a number", quoted(value), place);
                }
            }
            case FUNCTION -> {
                if (isName(name)) {
                    throw refused("%s at character %s is no function (products are written with *)", value, place);
                }
                if (!Formulas.FUNCTIONS.containsKey(name)) {
                    throw refused(
                            "no function %s at character %s: there are %s",
                            value, place, String.join(", ", Formulas.FUNCTIONS.keySet()));
                }
            }
            case VARIABLE_OR_CONSTANT -> {
                if (Formulas.FUNCTIONS.containsKey(name)) {
                    throw refused("%s at character %s needs its argument in parentheses", value, place);
                }
                if (!isName(name)) {
                    throw refused(
                            "no %s at character %s: the names are %s, pi and e",
                            quoted(value), place, String.join(", ", parameters));
                }
            }
            default -> {
                // An opening parenthesis.
            }
        }
    }

    private boolean isName(String name) {
        return parameters.contains(name) || Formulas.CONSTANTS.containsKey(name);
    }

    /**
     * Joins a power's sign and the signs before its exponent. The library's precedence takes one number for a sign before
     * and after it: with {@code -w^2 = -(w^2)} it cannot read {@code w^-2}.
     */
    private static List<Token> withoutSignedPowers(List<Token> tokens) {
        var joined = new ArrayList<Token>();
        for (var token : tokens) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (token.getType() == PREFIX_OPERATOR
                    && last != null
                    && last.getValue().startsWith("^")) {
                if (token.getValue().equals("-")) {
                    var flipped = last.getValue().equals("^") ? NEGATIVE_POWER : "^";
                    joined.set(
                            joined.size() - 1,
                            new Token(last.getStartPosition(), flipped, INFIX_OPERATOR, last.getOperatorDefinition()));
                }
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    /** By a loop: a sum of thousands of terms is as deep as it is long. */
    private Expression expression(ASTNode root) {
        var done = new IdentityHashMap<ASTNode, Expression>();
        var path = new ArrayDeque<ASTNode>();
        path.push(root);
        while (!path.isEmpty()) {
            var node = path.peek();
            var waiting = node.getParameters().stream()
                    .filter(p -> !done.containsKey(p))
                    .findFirst();
            if (waiting.isPresent()) {
                path.push(waiting.get());
            } else {
                done.put(path.pop(), finite(node.getToken(), expression(node, done)));
            }
        }
        return done.get(root);
    }

    private Expression expression(ASTNode node, Map<ASTNode, Expression> done) {
        var token = node.getToken();
        var name = token.getValue().toLowerCase(Locale.ROOT);
        var operands = node.getParameters().stream().map(done::get).toList();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> Expression.constant(Double.parseDouble(name));
            case VARIABLE_OR_CONSTANT ->
                parameters.contains(name)
                        ? Expression.parameter(parameters.indexOf(name))
                        : Formulas.CONSTANTS.get(name);
            case PREFIX_OPERATOR -> name.equals("-") ? operands.get(0).negate() : operands.get(0);
            case INFIX_OPERATOR -> infix(name, operands.get(0), operands.get(1));
            case FUNCTION -> Formulas.FUNCTIONS.get(name).apply(operands.get(0));
            default -> throw new IllegalStateException("a tree with " + token);
        };
    }

    private static Expression infix(String operator, Expression left, Expression right) {
        return switch (operator) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.over(right);
            case "^" -> left.power(right);
            case NEGATIVE_POWER -> left.power(right.negate());
            default -> throw new IllegalStateException("a tree with " + operator);
        };
    }

    private Expression finite(Token token, Expression e) {
        if (e instanceof Expression.Constant c && !Double.isFinite(c.value())) {
            throw refused(
                    "%s at character %s gives no finite number", quoted(token.getValue()), token.getStartPosition());
        }
        return e;
    }

    private InputException refused(String what, Object... arguments) {
        return new InputException(option + " " + quoted(text) + ": " + String.format(Locale.ROOT, what, arguments));
    }

    private static String quoted(String part) {
        var line = NOT_OF_ONE_LINE.matcher(part).replaceAll(" ");
        return "\"" + (line.length() > MOST_QUOTED ? line.substring(0, MOST_QUOTED) + "..." : line) + "\"";
    }
}

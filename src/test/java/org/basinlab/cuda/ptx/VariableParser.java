package org.basinlab.cuda.ptx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads declarations of variables and parameters, after the word for their space. */
final class VariableParser {
    private final TokenReader tokens;

    VariableParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** The variables of one statement, to its semicolon. */
    List<Variable> variables(Space space, boolean external) {
        var head = head();
        var list = new ArrayList<Variable>();
        do {
            list.add(declarator(space, head, external));
        } while (tokens.accept(","));
        tokens.expect(";");
        return list;
    }

    /** One parameter. */
    Variable variable(Space space) {
        return declarator(space, head(), false);
    }

    private record Head(Type type, int count, int alignment) {}

    private Head head() {
        int alignment = 0;
        int count = 1;
        while (true) {
            var word = tokens.word();
            switch (word) {
                case ".align" -> alignment = tokens.number();
                case ".ptr" -> {}
                case ".global", ".const", ".shared", ".local" -> {}
                case ".v2" -> count = 2;
                case ".v4" -> count = 4;
                default -> {
                    var type = Type.of(word.substring(1));
                    if (type == null || type == Type.PRED) {
                        throw tokens.error("a type expected, not '" + word + "'");
                    }
                    pointer();
                    int natural = type.bytes() * count;
                    return new Head(type, count, alignment == 0 ? natural : alignment);
                }
            }
        }
    }

    /** What may stand after a parameter's type to tell of the memory it points to. */
    private void pointer() {
        if (tokens.accept(".ptr")) {
            while (tokens.peek().text().startsWith(".")) {
                if (tokens.next().is(".align")) {
                    tokens.number();
                }
            }
        }
    }

    private Variable declarator(Space space, Head head, boolean external) {
        int line = tokens.line();
        var name = tokens.word();
        long elements = 1;
        var open = false;
        while (tokens.accept("[")) {
            if (tokens.accept("]")) {
                open = true;
            } else {
                elements *= Constants.integer(tokens.word(), line);
                tokens.expect("]");
            }
        }
        long bytes = open ? 0 : elements * head.count() * head.type().bytes();
        var addresses = new HashMap<Integer, String>();
        var contents = new byte[0];
        if (tokens.accept("=")) {
            contents = initializer(head.type(), addresses);
            bytes = Math.max(bytes, contents.length);
        }
        return new Variable(line, space, name, head.alignment(), bytes, contents, addresses, external);
    }

    private byte[] initializer(Type type, Map<Integer, String> addresses) {
        var values = new ArrayList<Long>();
        initializer(type, values, addresses);
        var bytes = ByteBuffer.allocate(values.size() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            switch (type.bytes()) {
                case 1 -> bytes.put((byte) value);
                case 2 -> bytes.putShort((short) value);
                case 4 -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    private void initializer(Type type, List<Long> values, Map<Integer, String> addresses) {
        if (tokens.accept("{")) {
            while (!tokens.accept("}")) {
                initializer(type, values, addresses);
                tokens.accept(",");
            }
            return;
        }
        var negative = tokens.accept("-");
        var word = tokens.word();
        if (Constants.isNumber(word)) {
            values.add(bits(Constants.operand(word, negative, tokens.line()), type));
            return;
        }
        if (type.bytes() != 8) {
            throw tokens.error("an address in a variable of type " + type);
        }
        if (word.equals("generic")) {
            tokens.expect("(");
            word = tokens.word();
            tokens.expect(")");
        }
        addresses.put(values.size() * type.bytes(), word);
        values.add(tokens.accept("+") ? (long) tokens.number() : 0L);
    }

    private static long bits(Operand constant, Type type) {
        if (constant instanceof Operand.Integral integral) {
            return integral.value();
        }
        double value = ((Operand.Real) constant).value();
        return type == Type.F64 ? Double.doubleToRawLongBits(value) : Float.floatToRawIntBits((float) value);
    }
}

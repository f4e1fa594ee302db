package org.basinlab.cuda.ptx;

import java.util.ArrayList;
import java.util.List;

/** Reads functions' bodies. */
final class BodyParser {
    private final TokenReader tokens;
    private final VariableParser variables;

    BodyParser(TokenReader tokens, VariableParser variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** Everything up to the closing brace, and that. */
    List<Item> items() {
        var items = new ArrayList<Item>();
        while (!tokens.accept("}")) {
            item(items);
        }
        return items;
    }

    private void item(List<Item> items) {
        int line = tokens.line();
        if (tokens.accept("{")) {
            items.add(new Item.Scope(line, items()));
        } else if (tokens.sees("@")) {
            items.add(guarded());
        } else {
            var word = tokens.word();
            if (word.startsWith(".")) {
                directive(word, line, items);
            } else if (tokens.accept(":")) {
                items.add(new Item.Label(line, word));
            } else {
                items.add(statement(line, null, false, word));
            }
        }
    }

    private void directive(String word, int line, List<Item> items) {
        switch (word) {
            case ".reg" -> registers(line, items);
            case ".local", ".shared", ".param" -> items.addAll(variables.variables(Space.of(word.substring(1)), false));
            case ".loc", ".file" -> tokens.skipLine(line);
            case ".pragma" -> {
                tokens.next();
                tokens.expect(";");
            }
            case ".branchtargets" -> {
                var labels = new ArrayList<String>();
                do {
                    labels.add(tokens.word());
                } while (tokens.accept(","));
                tokens.expect(";");
                items.add(new Item.Targets(line, labels));
            }
            default -> throw new PtxException(line, "'" + word + "' is not known here");
        }
    }

    private void registers(int line, List<Item> items) {
        var type = Type.of(tokens.word().substring(1));
        if (type == null) {
            throw new PtxException(line, "registers of a type that the emulator does not know");
        }
        do {
            var name = tokens.word();
            int count = Item.Registers.SINGLE;
            if (tokens.accept("<")) {
                count = tokens.number();
                tokens.expect(">");
            }
            items.add(new Item.Registers(line, type, name, count));
        } while (tokens.accept(","));
        tokens.expect(";");
    }

    private Statement guarded() {
        tokens.expect("@");
        var negated = tokens.accept("!");
        var guard = tokens.word();
        int line = tokens.line();
        return statement(line, guard, negated, tokens.word());
    }

    private Statement statement(int line, String guard, boolean negated, String opcode) {
        var operands = new ArrayList<Operand>();
        while (!tokens.accept(";")) {
            operands.add(operand());
            if (!tokens.sees(";")) {
                tokens.expect(",");
            }
        }
        return new Statement(line, guard, negated, List.of(opcode.split("\\.")), List.copyOf(operands));
    }

    private Operand operand() {
        if (tokens.accept("{")) {
            return new Operand.Group(group("}"));
        }
        if (tokens.accept("(")) {
            return new Operand.Group(group(")"));
        }
        if (tokens.accept("[")) {
            return address();
        }
        if (tokens.accept("!")) {
            return new Operand.Not(new Operand.Name(tokens.word()));
        }
        var negative = tokens.accept("-");
        var word = tokens.word();
        if (negative || Constants.isNumber(word)) {
            return Constants.operand(word, negative, tokens.line());
        }
        if (tokens.accept("|")) {
            return new Operand.Pair(new Operand.Name(word), new Operand.Name(tokens.word()));
        }
        return new Operand.Name(word, offset());
    }

    private List<Operand> group(String close) {
        var members = new ArrayList<Operand>();
        while (!tokens.accept(close)) {
            members.add(operand());
            tokens.accept(",");
        }
        return members;
    }

    private Operand address() {
        Operand result;
        if (Constants.isNumber(tokens.peek().text())) {
            result = new Operand.Address(null, Constants.integer(tokens.word(), tokens.line()));
        } else {
            var base = tokens.word();
            result = new Operand.Address(base, offset());
        }
        tokens.expect("]");
        return result;
    }

    private long offset() {
        long offset = 0;
        while (tokens.sees("+") || tokens.sees("-")) {
            var minus = tokens.next().is("-");
            if (tokens.accept("-")) {
                minus = !minus;
            }
            long value = Constants.integer(tokens.word(), tokens.line());
            offset += minus ? -value : value;
        }
        return offset;
    }
}

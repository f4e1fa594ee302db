package org.basinlab.cuda.ptx;

/** The operands of one instruction, found among the registers, constants and addresses. */
final class Operands {
    private final Statement statement;
    private final Names names;
    private final Registers registers;
    private final AccessCensus census;

    Operands(Statement statement, Names names, Registers registers, AccessCensus census) {
        this.statement = statement;
        this.names = names;
        this.registers = registers;
        this.census = census;
    }

    AccessCensus census() {
        return census;
    }

    /** The row of a source of at most 32 bits; a constant is one of {@code type}. */
    int r(Operand operand, Type type) {
        if (operand instanceof Operand.Integral integral) {
            int value = (int) integral.value();
            return registers.constant(type.bytes() == 2 ? value & 0xffff : value);
        }
        if (operand instanceof Operand.Real real) {
            if (type.bytes() == 2) {
                throw statement.error("a floating-point constant of 16 bits");
            }
            return registers.constant(Float.floatToRawIntBits((float) real.value()));
        }
        var name = name(operand);
        var special = Special.of(name.text());
        if (special != null) {
            return special.ordinal();
        }
        var meaning = meaning(name.text());
        if (meaning instanceof Names.Symbol symbol) {
            return registers.constant((int) (symbol.address() + name.offset()));
        }
        return row(name.text(), meaning, 32);
    }

    /** As {@link #r(Operand, Type)}, of the operand's number. */
    int r(int index, Type type) {
        return r(statement.operand(index), type);
    }

    int r(int index) {
        return r(index, Type.B32);
    }

    /** The row of a source of 64 bits. */
    int q(Operand operand) {
        if (operand instanceof Operand.Integral integral) {
            return registers.constant(integral.value());
        }
        if (operand instanceof Operand.Real real) {
            return registers.constant(Double.doubleToRawLongBits(real.value()));
        }
        var name = name(operand);
        var meaning = meaning(name.text());
        if (meaning instanceof Names.Symbol symbol) {
            return registers.constant(symbol.address() + name.offset());
        }
        return row(name.text(), meaning, 64);
    }

    int q(int index) {
        return q(statement.operand(index));
    }

    /** The row of a result of at most 32 bits. */
    int rd(Operand operand) {
        return isUnwanted(operand) ? registers.declare(Type.B32).row() : register(operand, 32);
    }

    int rd(int index) {
        return rd(statement.operand(index));
    }

    /** The row of a result of 64 bits. */
    int qd(Operand operand) {
        return isUnwanted(operand) ? registers.declare(Type.B64).row() : register(operand, 64);
    }

    int qd(int index) {
        return qd(statement.operand(index));
    }

    /** The row of a predicate that is a result. */
    int pd(Operand operand) {
        return isUnwanted(operand) ? registers.declare(Type.PRED).row() : register(operand, 1);
    }

    /** A predicate as a source, or a constant one. */
    Predicate p(Operand operand) {
        if (operand instanceof Operand.Not not) {
            return p(not.of()).complement();
        }
        if (operand instanceof Operand.Integral integral) {
            return Predicate.constant(integral.value() != 0);
        }
        return new Predicate(register(operand, 1), 0);
    }

    Predicate p(int index) {
        return p(statement.operand(index));
    }

    int predicateNamed(String name) {
        return row(name, meaning(name), 1);
    }

    /** How many bits the register has that an operand names: 1, 16, 32 or 64; 0 if it names none. */
    int bits(Operand operand) {
        if (operand instanceof Operand.Name name) {
            if (Special.of(name.text()) != null) {
                return 32;
            }
            return names.get(name.text()) instanceof Registers.Register register ? register.bits() : 0;
        }
        return 0;
    }

    /** A label's place, or a table of labels. */
    Object meaning(int index) {
        return meaning(name(statement.operand(index)).text());
    }

    /** The table that stands behind a label. */
    Names.Table table(int index) {
        if (names.get(name(statement.operand(index)).text() + " targets") instanceof Names.Table table) {
            return table;
        }
        throw statement.error("a list of labels expected");
    }

    /** Where a memory operand lies. */
    Place place(int index) {
        if (!(statement.operand(index) instanceof Operand.Address address)) {
            throw statement.error("an address expected");
        }
        if (address.base() == null) {
            return new Place(0, -1, address.offset());
        }
        var meaning = meaning(address.base());
        if (meaning instanceof Names.Symbol symbol) {
            return new Place(0, -1, symbol.address() + address.offset());
        }
        if (meaning instanceof Registers.Register register && register.bits() >= 32) {
            return new Place(register.bits(), register.row(), address.offset());
        }
        throw statement.error(address.base() + " is no address");
    }

    private Object meaning(String name) {
        var meaning = names.get(name);
        if (meaning == null) {
            throw statement.error("nothing is called " + name);
        }
        return meaning instanceof SharedLayout.Entry entry ? entry.symbol() : meaning;
    }

    private Operand.Name name(Operand operand) {
        if (operand instanceof Operand.Name name) {
            return name;
        }
        throw statement.error("a name expected, not " + operand);
    }

    static boolean isUnwanted(Operand operand) {
        return operand instanceof Operand.Name name && name.text().equals("_");
    }

    private int register(Operand operand, int bits) {
        var name = name(operand).text();
        return row(name, meaning(name), bits);
    }

    private int row(String name, Object meaning, int bits) {
        if (meaning instanceof Registers.Register register
                && (register.bits() == bits || bits == 32 && register.bits() == 16)) {
            return register.row();
        }
        throw statement.error(name + " is no register of " + bits + " bits");
    }
}

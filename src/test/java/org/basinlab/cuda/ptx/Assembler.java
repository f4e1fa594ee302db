package org.basinlab.cuda.ptx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Makes a kernel's text a list of decoded instructions. A call becomes the called function's
 * instructions on registers of their own, so that lanes which diverge in it come together behind it
 * by the same rule as everywhere: the lowest place first.
 */
final class Assembler {
    private final PtxModule module;
    private final Map<String, Long> addresses;
    private final Registers registers = new Registers();
    private final List<Instruction> code = new ArrayList<>();
    private final Deque<String> calls = new ArrayDeque<>();
    private final SharedLayout shared;
    private final Names global = new Names(null);
    private final AccessCensus census = new AccessCensus();
    private int localBytes;

    /**
     * An assembler of one kernel.
     *
     * @param dynamicShared where the launch's own shared memory begins; {@link Program#sharedBytes} of
     *                      the result says where it must
     */
    Assembler(PtxModule module, Map<String, Long> addresses, int dynamicShared) {
        this.module = module;
        this.addresses = addresses;
        this.shared = new SharedLayout(dynamicShared);
    }

    Program program(String name) {
        var kernel = module.routine(name);
        if (kernel == null || !kernel.kernel() || kernel.body() == null) {
            throw new IllegalArgumentException("no kernel " + name);
        }
        var names = new Names(global);
        var offsets = new ArrayList<Integer>();
        var sizes = new ArrayList<Integer>();
        int end = 0;
        for (var parameter : kernel.parameters()) {
            int offset = align(end, parameter.alignment());
            offsets.add(offset);
            sizes.add((int) parameter.bytes());
            names.put(parameter.name(), new Names.Symbol(Space.PARAM, Space.KERNEL_PARAMETERS + offset));
            end = offset + (int) parameter.bytes();
        }
        module.variables().values().forEach(this::place);
        calls.push(name);
        var exit = new Names.Label();
        body(kernel.body(), names, exit);
        exit.target = code.size();
        add(new Control.Exit(), kernel.line());
        return new Program(
                name,
                code.toArray(Instruction[]::new),
                registers,
                offsets,
                sizes,
                align(localBytes, 16),
                shared.bytes(),
                kernel.maxThreads(),
                census.accesses(),
                census.finest(),
                census.hasAtomics());
    }

    private void place(Variable variable) {
        if (variable.space() == Space.SHARED) {
            shared.declare(variable, global);
        } else if (!variable.external()) {
            global.put(variable.name(), new Names.Symbol(variable.space(), addresses.get(variable.name())));
        }
    }

    private void body(List<Item> items, Names names, Names.Label end) {
        declare(items, names);
        for (var item : items) {
            if (item instanceof Item.Label label) {
                ((Names.Label) names.get(label.name())).target = code.size();
            } else if (item instanceof Item.Scope scope) {
                body(scope.items(), new Names(names), end);
            } else if (item instanceof Statement statement) {
                statement(statement, names, end);
            }
        }
    }

    private void declare(List<Item> items, Names names) {
        for (var item : items) {
            if (item instanceof Item.Registers declared) {
                declare(declared, names);
            } else if (item instanceof Item.Label label) {
                names.put(label.name(), new Names.Label());
            } else if (item instanceof Variable variable && variable.space() == Space.SHARED) {
                shared.declare(variable, names);
            } else if (item instanceof Variable variable) {
                names.put(variable.name(), local(variable));
            }
        }
        for (int i = 0; i + 1 < items.size(); i++) {
            if (items.get(i) instanceof Item.Label label && items.get(i + 1) instanceof Item.Targets targets) {
                var labels = targets.labels().stream()
                        .map(target -> label(target, names, targets.line()))
                        .toList();
                names.put(label.name() + " targets", new Names.Table(labels));
            }
        }
    }

    private static Names.Label label(String name, Names names, int line) {
        if (names.get(name) instanceof Names.Label label) {
            return label;
        }
        throw new PtxException(line, "no label " + name);
    }

    private void declare(Item.Registers declared, Names names) {
        if (declared.count() == Item.Registers.SINGLE) {
            names.put(declared.name(), registers.declare(declared.type()));
            return;
        }
        for (int i = 0; i < declared.count(); i++) {
            names.put(declared.name() + i, registers.declare(declared.type()));
        }
    }

    /** A variable of a thread: in local memory, where calls' parameters lie too. */
    private Names.Symbol local(Variable variable) {
        int address = align(localBytes, variable.alignment());
        localBytes = address + (int) variable.bytes();
        return new Names.Symbol(variable.space(), address);
    }

    private void statement(Statement statement, Names names, Names.Label end) {
        Architecture.check(statement, module.target());
        var operands = new Operands(statement, names, registers, census);
        if (statement.opcode().equals("call")) {
            call(statement, operands, names);
            return;
        }
        var instruction =
                statement.opcode().equals("ret") ? new Control.Branch(end) : Decoder.decode(statement, operands);
        if (statement.guard() != null) {
            instruction.guard = operands.predicateNamed(statement.guard());
            instruction.flip = statement.negated() ? -1 : 0;
        }
        add(instruction, statement.line());
    }

    private void add(Instruction instruction, int line) {
        instruction.line = line;
        code.add(instruction);
    }

    private void call(Statement call, Operands operands, Names names) {
        int at = call.size() > 0 && call.operand(0) instanceof Operand.Group ? 1 : 0;
        if (!(call.operand(at) instanceof Operand.Name function)) {
            throw call.error("a call of something other than a function of the module");
        }
        var routine = module.routine(function.text());
        if (routine == null) {
            throw call.error("a call by pointer, or of a function that is not there");
        }
        if (routine.body() == null) {
            if (!function.text().equals("__assertfail")) {
                throw call.error("a call of " + function.text() + ", which the module does not define");
            }
            add(new Control.Trap(true), call.line());
            return;
        }
        if (calls.contains(routine.name())) {
            throw call.error("a recursive call");
        }
        var skip = new Names.Label();
        if (call.guard() != null) {
            var around = new Control.Branch(skip);
            around.guard = operands.predicateNamed(call.guard());
            around.flip = call.negated() ? 0 : -1;
            add(around, call.line());
        }
        var inner = new Names(global);
        if (at == 1) {
            bind(call, (Operand.Group) call.operand(0), routine.results(), names, inner);
        }
        var arguments = call.size() > at + 1 ? (Operand.Group) call.operand(at + 1) : new Operand.Group(List.of());
        bind(call, arguments, routine.parameters(), names, inner);
        calls.push(routine.name());
        var end = new Names.Label();
        body(routine.body(), inner, end);
        calls.pop();
        end.target = code.size();
        skip.target = code.size();
    }

    private static void bind(Statement call, Operand.Group given, List<Variable> wanted, Names names, Names inner) {
        if (given.members().size() != wanted.size()) {
            throw call.error("parameters and arguments differ in number");
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!(given.members().get(i) instanceof Operand.Name name
                    && names.get(name.text()) instanceof Names.Symbol symbol)) {
                throw call.error("an argument that is not a .param variable");
            }
            inner.put(wanted.get(i).name(), symbol);
        }
    }

    static int align(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}

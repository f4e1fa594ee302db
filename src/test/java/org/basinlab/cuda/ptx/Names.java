package org.basinlab.cuda.ptx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the names in a scope stand for: registers, places in memory, labels and tables of labels. */
final class Names {
    /** A place in a function; its instruction's number is known once that is reached. */
    static final class Label {
        int target = -1;
    }

    /** A variable's address within its space. */
    record Symbol(Space space, long address) {}

    /** What {@code brx.idx} chooses from. */
    record Table(List<Label> labels) {}

    private final Names outer;
    private final Map<String, Object> meanings = new HashMap<>();

    Names(Names outer) {
        this.outer = outer;
    }

    void put(String name, Object meaning) {
        meanings.put(name, meaning);
    }

    /** What {@code name} stands for here, innermost first; null if nothing. */
    Object get(String name) {
        for (var scope = this; scope != null; scope = scope.outer) {
            var meaning = scope.meanings.get(name);
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }
}

package org.basinlab.causal;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.dynamics.Course;

/** Worlds compared by exact derivatives: the limit of small changes. */
public final class Tangents implements Compared {
    private final Question question;
    private final Course course;
    private final int[] nodes;
    private final boolean variablesOnly;

    /** At the start. */
    public Tangents(Question question) {
        this.question = question;
        var system = question.stepping().system();
        course = new Course(question.stepping(), question.frozen(), question.window(), question.from());
        nodes = question.to().stream().mapToInt(system::node).toArray();
        variablesOnly = system.variables().containsAll(question.to());
    }

    /** Begins again, from another start. */
    public void restart(double... start) {
        course.restart(start);
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public void advance() {
        course.advance();
    }

    @Override
    public double time() {
        return course.time();
    }

    @Override
    public double[] state() {
        return course.state();
    }

    @Override
    public List<Comp> comps() {
        var free = course.free();
        var frozen = course.frozen();
        if (!variablesOnly) {
            var seen = course.seen();
            free = seen.free();
            frozen = seen.frozen();
        }
        var comps = new ArrayList<Comp>(nodes.length);
        for (var node : nodes) {
            comps.add(Comp.of(free, frozen, node));
        }
        return comps;
    }
}

package org.basinlab.dynamics;

import static org.basinlab.landscape.Expression.constant;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.landscape.Expression;

/** A step as formulas of the state before it, of several tracks side by side, the first of which is W. */
final class Step {
    private final DynamicalSystem system;
    private final Integrator integrator;
    private final double h;
    private final List<Track> tracks;
    private final Naming naming;

    /** Told of every node of W as it is computed; what it gives stands for the node from there on. */
    interface Naming {
        /**
         * A node.
         *
         * @param stage   from 0, where the step begins; {@code stages} where it ends
         */
        Expression node(String name, int stage, Expression formula);
    }

    Step(Stepping stepping, List<Track> tracks) {
        this(stepping, tracks, (name, stage, formula) -> formula);
    }

    Step(Stepping stepping, List<Track> tracks, Naming naming) {
        this.naming = naming;
        system = stepping.system();
        integrator = stepping.integrator();
        h = stepping.step();
        this.tracks = tracks;
    }

    /** All nodes of every track, variables first. */
    List<Expression[]> seen(List<Expression[]> states, Expression time, Expression[] parameters) {
        enter(0, states, time, parameters);
        var rows = new ArrayList<Expression[]>();
        for (var track : tracks) {
            var row = new ArrayList<Expression>();
            system.givenVariables().forEach(v -> row.add(track.slots[v.slot()]));
            system.computedNodes().forEach(n -> row.add(track.slots[n.slot()]));
            rows.add(row.toArray(Expression[]::new));
        }
        return rows;
    }

    /** The state of every track after the step. */
    List<Expression[]> taken(List<Expression[]> states, Expression time, Expression[] parameters) {
        return system.isFlow() ? integrated(states, time, parameters) : mapped(states, time, parameters);
    }

    private List<Expression[]> mapped(List<Expression[]> states, Expression time, Expression[] parameters) {
        enter(0, states, time, parameters);
        return arrived(tracks.stream().map(this::moves).toList(), time, parameters);
    }

    private List<Expression[]> integrated(List<Expression[]> states, Expression time, Expression[] parameters) {
        var rates = new ArrayList<List<Expression[]>>();
        for (var i = 0; i < integrator.stages(); i++) {
            var c = integrator.place(i) * h;
            var last = i == 0 ? null : rates.get(i - 1);
            var there = states;
            if (last != null) {
                there = combined(states, List.of(last), new double[] {c});
            }
            enter(i, there, time.plus(constant(c)), parameters);
            rates.add(tracks.stream().map(this::moves).toList());
        }
        var weights = new double[integrator.stages()];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = integrator.weight(i) * h;
        }
        return arrived(combined(states, rates, weights), time, parameters);
    }

    /** state + sum of weight x rate. */
    private List<Expression[]> combined(List<Expression[]> states, List<List<Expression[]>> rates, double[] weights) {
        var sums = new ArrayList<Expression[]>();
        for (var k = 0; k < states.size(); k++) {
            var sum = states.get(k).clone();
            for (var i = 0; i < sum.length; i++) {
                Expression move = constant(0);
                for (var r = 0; r < weights.length; r++) {
                    move = move.plus(rates.get(r).get(k)[i].times(constant(weights[r])));
                }
                sum[i] = sum[i].plus(move);
            }
            sums.add(sum);
        }
        return sums;
    }

    /** What is held is held where the step arrives, too. */
    private List<Expression[]> arrived(List<Expression[]> states, Expression time, Expression[] parameters) {
        enter(stages(), states, time.plus(constant(h)), parameters);
        var rows = new ArrayList<Expression[]>();
        for (var track : tracks) {
            rows.add(system.givenVariables().stream()
                    .map(v -> track.slots[v.slot()])
                    .toArray(Expression[]::new));
        }
        return rows;
    }

    private void enter(int stage, List<Expression[]> states, Expression time, Expression[] parameters) {
        for (var k = 0; k < tracks.size(); k++) {
            tracks.get(k).enter(states.get(k), time, constant(h), parameters);
            if (k == 0) {
                system.givenVariables().forEach(v -> named(stage, v.name(), v.slot()));
            }
        }
        for (var node : system.computedNodes()) {
            for (var track : tracks) {
                track.put(node.slot(), track.node(node));
            }
            named(stage, node.name(), node.slot());
        }
    }

    private void named(int stage, String name, int slot) {
        var w = tracks.get(0);
        w.put(slot, naming.node(name, stage, w.slots[slot]));
    }

    private int stages() {
        return system.isFlow() ? integrator.stages() : 1;
    }

    private Expression[] moves(Track track) {
        return system.moves().stream().map(track::of).toArray(Expression[]::new);
    }
}

package org.basinlab.dynamics;

import static org.basinlab.landscape.Expression.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Tape;

/**
 * One step of a system as straight-line programs, with differences or whole other worlds beside it.
 *
 * <p>Registers before the first instruction, d the number of variables and p that of parameters:
 *
 * <pre>
 *   0 .. d-1      the state of W
 *   d             time
 *   d+1 .. d+p    the parameters
 *   then d more for each law asked for: tangents, or states of other worlds
 * </pre>
 *
 * and its outputs: the state of W a step later, then those of each law in their order.
 *
 * <p>A tangent is the derivative of everything along one direction, moved by the exact derivative of the step that is taken
 * (forward mode; R. E. Wengert 1964), not by the flow's. Under {@link Law#FROZEN} the tangents of A's nodes are 0 wherever
 * they are computed, at every stage of the integrator too: an integrator's stages are nodes of the causal network like any
 * others.
 */
public final class StepTapes {
    private final Stepping stepping;
    private final DynamicalSystem system;
    private final boolean[] heldVariables;
    private final boolean[] heldNodes;

    /**
     * The programs.
     *
     * @param frozen A: names of variables and nodes; empty if no law freezes
     * @throws org.basinlab.experiment.InputException if there is no node of such a name
     */
    public StepTapes(Stepping stepping, Set<String> frozen) {
        this.stepping = stepping;
        system = stepping.system();
        frozen.forEach(system::node);
        heldVariables = held(system.variables(), frozen);
        heldNodes =
                held(system.nodes().subList(system.dimension(), system.nodes().size()), frozen);
    }

    private static boolean[] held(List<String> names, Set<String> frozen) {
        var held = new boolean[names.size()];
        for (var i = 0; i < held.length; i++) {
            held[i] = frozen.contains(names.get(i));
        }
        return held;
    }

    /** The register of the first variable of a law, by its place among those asked for. */
    private int first(int law) {
        return parameters() + law * system.dimension();
    }

    /** The step alone. */
    public Tape plain() {
        return tangents(List.of());
    }

    /** The step with a tangent for each law. */
    public Tape tangents(List<Law> laws) {
        return moved(tracks(laws, false));
    }

    /** The step with another world for each law. */
    public Tape worlds(List<Law> laws) {
        return moved(tracks(laws, true));
    }

    /** No step: the values of all nodes as they are, variables first, then for each law their tangents. */
    public Tape nodesWithTangents(List<Law> laws) {
        return seen(tracks(laws, false));
    }

    /** No step: the values of all nodes as they are, variables first, then for each law those of its world. */
    public Tape nodesOfWorlds(List<Law> laws) {
        return seen(tracks(laws, true));
    }

    private int parameters() {
        return system.dimension() + 1 + system.givenParameters().size();
    }

    private List<Track> tracks(List<Law> laws, boolean worlds) {
        var none = new boolean[heldVariables.length];
        var noNodes = new boolean[heldNodes.length];
        var tracks = new ArrayList<Track>();
        tracks.add(new World(system, null, none, noNodes));
        for (var law : laws) {
            var frozen = law == Law.FROZEN;
            var variables = frozen ? heldVariables : none;
            var nodes = frozen ? heldNodes : noNodes;
            var w = tracks.get(0);
            tracks.add(worlds ? new World(system, w, variables, nodes) : new Tangent(system, w, variables, nodes));
        }
        return tracks;
    }

    private Tape moved(List<Track> tracks) {
        return tape(
                new Step(stepping, tracks).taken(inputs(tracks.size()), parameter(system.dimension()), constants()));
    }

    private Tape seen(List<Track> tracks) {
        return tape(new Step(stepping, tracks).seen(inputs(tracks.size()), parameter(system.dimension()), constants()));
    }

    private Tape tape(List<Expression[]> rows) {
        var outputs = rows.stream().flatMap(Arrays::stream).toList();
        return Tape.of(outputs, parameters() + (rows.size() - 1) * system.dimension());
    }

    private List<Expression[]> inputs(int tracks) {
        var rows = new ArrayList<Expression[]>();
        for (var k = 0; k < tracks; k++) {
            rows.add(registers(k == 0 ? 0 : first(k - 1), system.dimension()));
        }
        return rows;
    }

    private Expression[] constants() {
        return registers(system.dimension() + 1, system.givenParameters().size());
    }

    private static Expression[] registers(int first, int count) {
        var row = new Expression[count];
        for (var i = 0; i < count; i++) {
            row[i] = parameter(first + i);
        }
        return row;
    }
}

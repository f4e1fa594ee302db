package org.basinlab.knowledge.setting;

import java.util.LinkedHashSet;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;

/**
 * The one-to-one matching of greatest total similarity, by JGraphT's implementation of the Hungarian method (H. W. Kuhn
 * 1955, J. Munkres 1957). Where one side is smaller, it is filled up with units that are 0 like everything, which take
 * what is left over.
 *
 * <p>The method looks for entries that are zero after many subtractions. Costs are therefore rounded to multiples of
 * 2^-40 of the range of similarities, of which every difference is exact in double precision; the total found is short
 * of the greatest by no more than a number of pairs of these.
 */
public final class Assignment {
    private static final double STEPS = 0x1p40;

    private Assignment() {}

    /**
     * The best matching of rows and columns. Where several are best, the same one is found every time.
     *
     * @param similarity finite, row by row
     * @return of each row the column it is matched with, no column twice; -1 where there are too few columns
     */
    public static int[] best(int rows, int columns, double[] similarity) {
        var size = Math.max(rows, columns);
        var reach = 0.0;
        for (var value : similarity) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a similarity must be finite, got " + value);
            }
            reach = Math.max(reach, Math.abs(value));
        }
        var unit = reach > 0 ? STEPS / reach : 0;
        // A pseudograph does not look whether an edge is there already.
        var graph = new WeightedPseudograph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var ones = new LinkedHashSet<Integer>();
        var others = new LinkedHashSet<Integer>();
        for (var k = 0; k < size; k++) {
            graph.addVertex(k);
            graph.addVertex(size + k);
            ones.add(k);
            others.add(size + k);
        }
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                var value = i < rows && j < columns ? similarity[i * columns + j] : 0;
                graph.setEdgeWeight(graph.addEdge(i, size + j), STEPS - Math.rint(value * unit));
            }
        }
        var matched = new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, ones, others).getMatching();
        var partner = new int[rows];
        for (var edge : matched.getEdges()) {
            var row = graph.getEdgeSource(edge);
            var column = graph.getEdgeTarget(edge) - size;
            if (row < rows) {
                partner[row] = column < columns ? column : -1;
            }
        }
        return partner;
    }
}

package org.basinlab.searching;

import java.util.List;

/** A network from a context to one number, whose last layer is linear. */
public sealed interface NetworkPlan {
    /** Numbers in a context. */
    int inputs();

    /** How many parameters it has. */
    int parameters();

    /**
     * Two dense tanh layers.
     *
     * @param units of each
     */
    record Dense(int inputs, List<Integer> units) implements NetworkPlan {
        public Dense {
            units = List.copyOf(units);
        }

        /** The one of about equal widths whose parameters come nearest to a number. */
        static Dense nearest(int inputs, int parameters) {
            Dense best = null;
            for (var first = 1; first <= parameters; first++) {
                for (var second = Math.max(1, first - 1); second <= first; second++) {
                    var plan = new Dense(inputs, List.of(first, second));
                    if (best == null
                            || Math.abs(plan.parameters() - parameters) < Math.abs(best.parameters() - parameters)) {
                        best = plan;
                    }
                }
            }
            return best;
        }

        @Override
        public int parameters() {
            var count = 0;
            var below = inputs;
            for (var width : units) {
                count += (below + 1) * width;
                below = width;
            }
            return count + below + 1;
        }
    }

    /**
     * A layer of search neurons over the context.
     *
     * @param neurons   how many
     * @param shape     of each one's subnetwork
     * @param proposals what they try
     */
    record Searching(int neurons, Shape shape, Proposals proposals) implements NetworkPlan {
        @Override
        public int inputs() {
            return shape.inputs();
        }

        @Override
        public int parameters() {
            return neurons * shape.parameters() + neurons + 1;
        }
    }
}

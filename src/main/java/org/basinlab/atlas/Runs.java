package org.basinlab.atlas;

import java.util.List;

/** All networks of one setting, in order of seed. */
record Runs(Setting setting, List<Network> networks) {
    Runs {
        networks = List.copyOf(networks);
        for (var i = 1; i < networks.size(); i++) {
            if (networks.get(i).seed() <= networks.get(i - 1).seed()) {
                throw new IllegalArgumentException(
                        "seed " + networks.get(i).seed() + " twice or out of order in " + setting.options());
            }
        }
    }
}

package org.basinlab.localize;

import java.util.Map;
import java.util.Optional;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;

/** Where a run's networks come from and go to, on request. */
public interface NetworkStore {
    /** Nothing is read, nothing is kept. */
    NetworkStore NONE = new NetworkStore() {
        @Override
        public Optional<Parameters> initial(NetworkSpec spec) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, LocalizeConfig config, Parameters parameters) {}
    };

    /** Parameters to begin from instead of drawn ones. */
    Optional<Parameters> initial(NetworkSpec spec);

    /** SHA-256 of each file that networks are begun from, by its name. */
    default Map<String, String> digests() {
        return Map.of();
    }

    /**
     * Takes a trained network.
     *
     * @param name such as {@code seed-1-phase1} or {@code seed-1-without-7}
     */
    void keep(String name, LocalizeConfig config, Parameters parameters);
}

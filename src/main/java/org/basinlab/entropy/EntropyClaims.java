package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Claim;

/** What P5 and P6 say. None rests on the run's own system, so every run judges all of them. */
final class EntropyClaims {
    private EntropyClaims() {}

    static List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.addAll(P5Claims.all());
        claims.addAll(P6Claims.all());
        claims.addAll(ContinuousClaims.all());
        return claims;
    }
}

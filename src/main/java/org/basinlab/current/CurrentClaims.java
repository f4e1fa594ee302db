package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Claim;

/**
 * What P2 says, judged by rules fixed here on cases fixed here: the pit as published, the post's three validations, and
 * systems whose answer is known. None rests on the run's own landscape or start, so every run judges all of them.
 */
final class CurrentClaims {
    private final CurrentResults results;
    private final ProbabilityCurrent.Cases cases;

    CurrentClaims(CurrentResults results, ProbabilityCurrent.Cases cases) {
        this.results = results;
        this.cases = cases;
    }

    List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.addAll(StepClaims.all());
        claims.addAll(new ValidationClaims(results.validations()).all());
        claims.addAll(new PitClaims(results).all());
        claims.addAll(new EndStateClaims(results, cases).all());
        claims.addAll(new MetricClaims(results.plane()).all());
        return claims;
    }
}

package org.basinlab.knowledge.match;

import static org.basinlab.knowledge.match.MatchClaims.BLOCK_MARGIN;
import static org.basinlab.knowledge.match.MatchClaims.COMPARISONS;
import static org.basinlab.knowledge.match.MatchClaims.DAMAGE_MARGIN;
import static org.basinlab.knowledge.match.MatchClaims.LABEL_MARGIN;
import static org.basinlab.knowledge.match.MatchClaims.RECOVERED_MARGIN;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.basinlab.knowledge.match.MatchResult.BlockMatch;
import org.basinlab.knowledge.match.MatchResult.ByMethod;
import org.basinlab.knowledge.match.MatchResult.CarriedBy;
import org.basinlab.knowledge.match.MatchResult.Case;
import org.basinlab.knowledge.match.MatchResult.LabelTransfer;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Setting;

/** Numbers of all replicas as estimates. */
final class Summary {
    private static final String TWIN =
            "The network again, its hidden units in another order at the start, on the same datapoints";
    private static final String SHUFFLED =
            "A network of another seed, its update sizes taken at datapoints in random order";

    private final List<Replica> replicas;

    Summary(List<Replica> replicas) {
        this.replicas = replicas;
    }

    MatchResult result(MatchConfig config, Setting setting, Lesson lesson) {
        return new MatchResult(
                setting.hidden(),
                setting.activation().toString(),
                config.hidden(),
                config.activation().toString(),
                lesson.rows(),
                replicas.size(),
                replicas.stream().mapToInt(Replica::diverged).sum(),
                config.ablate().toString(),
                COMPARISONS,
                Arrays.stream(Other.values()).map(this::of).toList(),
                List.of(
                        Control.positive(
                                "units of a twin, by damage",
                                TWIN + "; agreement of class-wise damage less random",
                                estimate(r -> r.checks().twinDamage()),
                                DAMAGE_MARGIN),
                        Control.positive(
                                "units of a twin, recovered",
                                TWIN + "; share of units matched to themselves, 0 by chance and 1 for all",
                                estimate(r -> r.checks().recovered()),
                                RECOVERED_MARGIN),
                        Control.negative(
                                "shuffled datapoints, by damage",
                                SHUFFLED + "; agreement of class-wise damage less random",
                                estimate(r -> r.checks().shuffledDamage()),
                                DAMAGE_MARGIN)),
                blocks(Math.min(config.blockReplicas(), replicas.size())),
                labels(config));
    }

    private Estimate estimate(ToDoubleFunction<Replica> number) {
        return Estimate.of(replicas.stream().mapToDouble(number).toArray(), COMPARISONS);
    }

    private Case of(Other other) {
        return new Case(
                other.toString(),
                Arrays.stream(Method.values())
                        .map(m -> new ByMethod(
                                m.toString(),
                                estimate(r -> scores(r, other, m).damage()),
                                estimate(r -> scores(r, other, m).rank()),
                                estimate(r -> scores(r, other, m).accuracy()),
                                estimate(r -> scores(r, other, m).activations())))
                        .toList(),
                estimate(r -> scores(r, other, Method.UPDATES).damage()
                        - scores(r, other, Method.RANDOM).damage()),
                estimate(r -> scores(r, other, Method.UPDATES).activations()
                        - scores(r, other, Method.RANDOM).activations()),
                estimate(r -> scores(r, other, Method.UPDATES).damage()
                        - scores(r, other, Method.ACTIVATIONS).damage()));
    }

    private static Scores scores(Replica replica, Other other, Method method) {
        return replica.cases().get(other).get(method);
    }

    private BlockMatch blocks(int looked) {
        return new BlockMatch(
                looked,
                estimate(r -> r.blocks().weights()),
                estimate(r -> r.blocks().random()),
                estimate(r -> r.blocks().weights() - r.blocks().random()),
                estimate(r -> r.blocks().changes()),
                estimate(r -> r.blocks().changesRandom()),
                estimate(r -> r.blocks().asUnits()),
                estimate(r -> r.blocks().asUnitsRandom()).mean(),
                estimate(r -> r.blocks().samePlace()),
                estimate(r -> r.blocks().samePlaceRandom()).mean(),
                List.of(
                        Control.positive(
                                "blocks of a twin",
                                TWIN + "; correlation of the weights of matched blocks less random",
                                estimate(r -> r.checks().twinBlocks()),
                                BLOCK_MARGIN),
                        Control.negative(
                                "shuffled datapoints, blocks",
                                SHUFFLED + "; correlation of the weights of matched blocks less random",
                                estimate(r -> r.checks().shuffledBlocks()),
                                BLOCK_MARGIN)));
    }

    private LabelTransfer labels(MatchConfig config) {
        return new LabelTransfer(
                config.smallHidden(),
                config.largeHidden(),
                Arrays.stream(Reading.values())
                        .flatMap(label -> Replica.CARRIERS.stream().map(method -> carried(label, method)))
                        .toList(),
                Arrays.stream(Reading.values())
                        .flatMap(label -> Stream.of(
                                Control.positive(
                                        "labels of a twin, " + label,
                                        TWIN + "; precision of labels carried to it, less chance",
                                        estimate(r -> r.checks().twinLabels().get(label)),
                                        LABEL_MARGIN),
                                Control.negative(
                                        "shuffled datapoints, labels by " + label,
                                        SHUFFLED + "; precision of labels carried to it, less chance",
                                        estimate(
                                                r -> r.checks().shuffledLabels().get(label)),
                                        LABEL_MARGIN)))
                        .toList());
    }

    private CarriedBy carried(Reading label, Method method) {
        return new CarriedBy(
                label.toString(),
                method.toString(),
                estimate(r -> carried(r, label, method).precision()),
                estimate(r -> carried(r, label, method).chance()),
                estimate(r -> carried(r, label, method).aboveChance()),
                estimate(r -> carried(r, label, method).weighted()),
                estimate(r -> carried(r, label, method).weightedAboveChance()));
    }

    private static Carried carried(Replica replica, Reading label, Method method) {
        return replica.carried().get(label).get(method);
    }
}

package org.basinlab.inner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.causal.MechanismOp;
import org.basinlab.circuits.CircuitClaims;
import org.basinlab.circuits.CircuitFigures;
import org.basinlab.circuits.CircuitNumbers;
import org.basinlab.circuits.CircuitResult;
import org.basinlab.circuits.CircuitStudy;
import org.basinlab.circuits.CircuitTables;
import org.basinlab.data.LabelledImages;
import org.basinlab.detection.DetectionClaims;
import org.basinlab.detection.DetectionFigures;
import org.basinlab.detection.DetectionNumbers;
import org.basinlab.detection.DetectionResult;
import org.basinlab.detection.DetectionStudy;
import org.basinlab.detection.DetectionTables;
import org.basinlab.detection.DetectionWords;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Verdict;
import org.basinlab.refinement.RefinementClaims;
import org.basinlab.refinement.RefinementFigures;
import org.basinlab.refinement.RefinementNumbers;
import org.basinlab.refinement.RefinementResult;
import org.basinlab.refinement.RefinementStudy;
import org.basinlab.refinement.RefinementTables;
import org.basinlab.registration.RegistrationClaims;
import org.basinlab.registration.RegistrationFigures;
import org.basinlab.registration.RegistrationNumbers;
import org.basinlab.registration.RegistrationResult;
import org.basinlab.registration.RegistrationStudy;
import org.basinlab.registration.RegistrationTables;
import org.basinlab.searching.NeuronClaims;
import org.basinlab.searching.NeuronFigures;
import org.basinlab.searching.NeuronNumbers;
import org.basinlab.searching.NeuronResult;
import org.basinlab.searching.NeuronStudy;
import org.basinlab.searching.NeuronTables;

/**
 * P9, "Inner Optimization Mechanisms in Neural Nets" (2024): three mechanisms by which a network could search, each built
 * and measured; the comment's misaligned inner objective as a toy; whether Op (P7, P8) sees any of it; and the search for
 * such a mechanism in trained networks.
 */
public final class InnerSearch implements Experiment<InnerConfig> {
    /** Test images that are registered, beside closed forms. */
    private static final int DIGITS = 64;

    private final Supplier<Libraries> libraries;

    /**
     * The experiment.
     *
     * @param libraries asked once a run
     */
    public InnerSearch(Supplier<Libraries> libraries) {
        this.libraries = libraries;
    }

    @Override
    public String name() {
        return "circuits";
    }

    @Override
    public Findings run(InnerConfig config, Progress progress, Tables tables) {
        return new Run(config, libraries.get(), progress, tables).findings();
    }

    /** One run, and what its parts have found so far. */
    private static final class Run {
        private final InnerConfig config;
        private final Libraries libraries;
        private final Progress progress;
        private final Tables tables;
        private final List<String> headlines = new ArrayList<>();
        private final List<KeyNumbers> numbers = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();
        private final List<OpSeen> seen = new ArrayList<>();
        private final Map<String, String> digests = new LinkedHashMap<>();

        Run(InnerConfig config, Libraries libraries, Progress progress, Tables tables) {
            this.config = config;
            this.libraries = libraries;
            this.progress = progress;
            this.tables = tables;
        }

        Findings findings() {
            var circuit = config.has(Part.CIRCUIT) ? circuit() : null;
            var neuron = config.has(Part.NEURON) ? neuron() : null;
            var refinement = config.has(Part.REFINEMENT) ? refinement() : null;
            var registration = config.has(Part.REGISTRATION) ? registration() : null;
            var detection = config.has(Part.DETECTION) ? detection() : null;
            if (!seen.isEmpty()) {
                numbers.add(OpWords.numbers(seen));
                tables.accept(OpWords.table(seen));
            }
            var claims = new ArrayList<Claim>();
            claims.addAll(CircuitClaims.of(circuit, Part.CIRCUIT.instead()));
            claims.addAll(NeuronClaims.of(neuron, Part.NEURON.instead()));
            claims.addAll(RefinementClaims.of(refinement, Part.REFINEMENT.instead()));
            claims.addAll(RegistrationClaims.of(registration, Part.REGISTRATION.instead()));
            claims.addAll(DetectionClaims.of(detection, Part.DETECTION.instead()));
            return new Findings(
                    "circuits",
                    config,
                    headline(claims),
                    claims,
                    results(circuit, neuron, refinement, registration, detection),
                    numbers,
                    figures,
                    new Origin("dl4j", libraries.backend(), libraries.blas(), null, digests));
        }

        /** A part's own; of several parts, what became of the claims. */
        private String headline(List<Claim> claims) {
            if (headlines.size() == 1) {
                return headlines.get(0);
            }
            var counts = claims.stream().collect(Collectors.groupingBy(Claim::verdict, Collectors.counting()));
            return String.format(
                    Locale.ROOT,
                    "Of %d things said of search inside networks %d are reproduced, %d differ, %d are not reproduced, and %d cannot be"
                            + " tested here.",
                    claims.size(),
                    counts.getOrDefault(Verdict.REPRODUCED, 0L),
                    counts.getOrDefault(Verdict.DIFFERS, 0L),
                    counts.getOrDefault(Verdict.NOT_REPRODUCED, 0L),
                    counts.getOrDefault(Verdict.NOT_TESTED, 0L));
        }

        private InnerResults results(
                CircuitResult circuit,
                NeuronResult neuron,
                RefinementResult refinement,
                RegistrationResult registration,
                DetectionResult detection) {
            return new InnerResults(
                    circuit == null ? null : circuit.depth(),
                    circuit == null ? null : circuit.width(),
                    circuit == null ? null : circuit.parameters(),
                    circuit == null ? null : circuit.maxError(),
                    circuit == null ? null : circuit.errorBound(),
                    circuit == null ? null : circuit.inputGrid(),
                    circuit,
                    neuron,
                    refinement,
                    registration,
                    detection,
                    seen);
        }

        private CircuitResult circuit() {
            var own = config.circuit();
            progress.begin(own.design().operation().toString(), CircuitStudy.units(own));
            var result = CircuitStudy.run(own, config.seed(), config.threads(), libraries.networks(), progress);
            told(
                    Part.CIRCUIT,
                    CircuitNumbers.headline(result),
                    CircuitNumbers.of(result),
                    CircuitFigures.of(own, result),
                    CircuitTables.of(own, result),
                    result.op());
            return result;
        }

        private NeuronResult neuron() {
            var result =
                    NeuronStudy.run(config.neuron(), config.seed(), config.threads(), libraries.searches(), progress);
            told(
                    Part.NEURON,
                    NeuronTables.headline(result),
                    NeuronNumbers.of(result),
                    NeuronFigures.of(result),
                    NeuronTables.of(result),
                    result.ops());
            return result;
        }

        private RefinementResult refinement() {
            var test = test();
            var refined = RefinementStudy.run(
                    config.refinement(),
                    config.seed(),
                    config.threads(),
                    libraries.images().train(config.data()),
                    test,
                    libraries.denoisers(),
                    progress);
            var result = refined.result();
            told(
                    Part.REFINEMENT,
                    RefinementNumbers.headline(result),
                    RefinementNumbers.of(result),
                    RefinementFigures.of(result),
                    RefinementTables.of(result),
                    result.op());
            figures.add(refined.pictures());
            return result;
        }

        private RegistrationResult registration() {
            var result = RegistrationStudy.run(
                    config.registration(), config.seed(), config.threads(), digits(test()), progress);
            told(
                    Part.REGISTRATION,
                    RegistrationStudy.headline(result),
                    RegistrationNumbers.of(result),
                    RegistrationFigures.of(result),
                    RegistrationTables.of(result),
                    result.op());
            return result;
        }

        private DetectionResult detection() {
            var result = DetectionStudy.run(
                    config.detection(), config.seed(), config.threads(), libraries.relus(), progress);
            told(
                    Part.DETECTION,
                    DetectionWords.headline(result),
                    DetectionNumbers.of(result),
                    DetectionFigures.of(result),
                    DetectionTables.of(result),
                    List.of());
            return result;
        }

        private void told(
                Part part,
                String headline,
                List<KeyNumbers> keyNumbers,
                List<Figure> drawn,
                List<Table> whole,
                List<MechanismOp> op) {
            headlines.add(headline);
            numbers.addAll(keyNumbers);
            figures.addAll(drawn);
            whole.forEach(tables::accept);
            op.forEach(one -> seen.add(OpSeen.of(part, one)));
        }

        private LabelledImages test() {
            var images = libraries.images().test(config.data());
            digests.putAll(images.digests());
            return images;
        }

        private static List<double[]> digits(LabelledImages images) {
            return IntStream.range(0, Math.min(DIGITS, images.count()))
                    .mapToObj(i -> IntStream.range(0, images.pixelsPerImage())
                            .mapToDouble(p -> images.pixel(i, p) / 255.0)
                            .toArray())
                    .toList();
        }
    }
}

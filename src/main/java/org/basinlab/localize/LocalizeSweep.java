package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.basinlab.data.ImageSource;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Sweepable;
import org.basinlab.experiment.Table;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.OnlineTrainer;

/**
 * P4's experiment a thousand times over. Runs that see the same datapoints in the same order share their streams; those
 * that differ only in how long forks are and from where on updates are tallied share their training.
 */
public final class LocalizeSweep implements Sweepable<LocalizeConfig> {
    /** Networks whose tallies and forks are kept at once, some 4 MB each and 3 more a fork length. */
    private static final int TOGETHER = 4;

    /** Plans kept: those of the batches under way, with each fork length. */
    private static final int PLANS = 12;

    private final Function<LocalizeConfig, OnlineTrainer> engine;
    private final ImageSource images;
    private final Map<String, LabelledImages> train = new ConcurrentHashMap<>();
    private final Map<String, LabelledImages> test = new ConcurrentHashMap<>();
    private final Set<Object> runnable = ConcurrentHashMap.newKeySet();
    private final Map<Object, ParameterMap> maps = new ConcurrentHashMap<>();
    private final Map<Object, Plan> plans = new LinkedHashMap<>(PLANS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Plan> eldest) {
            return size() > PLANS;
        }
    };

    /**
     * Runs on an engine.
     *
     * @param engine trains the networks of a run
     * @param images where images come from
     */
    public LocalizeSweep(Function<LocalizeConfig, OnlineTrainer> engine, ImageSource images) {
        this.engine = engine;
        this.images = images;
    }

    @Override
    public String name() {
        return "localize";
    }

    /** The images must hold enough of every class for phase 1 and the forks, and a network must fit them. */
    @Override
    public void requireRunnable(LocalizeConfig config) {
        // Of what a plan is made of, once: a thousand points may need more plans than are kept.
        if (runnable.add(Arrays.asList(sharing(config), config.schedule().forkLength()))) {
            plan(config).spec(config.activations().get(0));
        }
    }

    @Override
    public Map<String, String> inputs(LocalizeConfig config) {
        var digests = new TreeMap<>(train(config).digests());
        digests.putAll(test(config).digests());
        return digests;
    }

    @Override
    public Object sharing(LocalizeConfig config) {
        var schedule = config.schedule();
        var network = config.network();
        return Arrays.asList(
                config.data(),
                config.digits(),
                schedule.phase1Images(),
                schedule.balance(),
                schedule.forkBalance(),
                network.hidden(),
                network.convolutions(),
                network.dtype(),
                config.replication().engine());
    }

    @Override
    public Object training(LocalizeConfig config) {
        return Arrays.asList(
                sharing(config),
                config.network(),
                config.activations(),
                config.schedule().learningRate(),
                SweptTraining.boundary(config),
                config.replication().seed());
    }

    @Override
    public Table rows(List<LocalizeConfig> batch, Progress progress) {
        var networks = new LinkedHashMap<Object, List<Integer>>();
        for (var i = 0; i < batch.size(); i++) {
            networks.computeIfAbsent(training(batch.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        var rows = new SweptRow[batch.size()];
        var all = new ArrayList<>(networks.values());
        var trainer = engine.apply(batch.get(0));
        var size = Math.max(TOGETHER, trainer.together());
        for (var from = 0; from < all.size(); from += size) {
            var together = all.subList(from, Math.min(from + size, all.size()));
            var runs = together.stream()
                    .map(indices -> indices.stream().map(batch::get).toList())
                    .toList();
            var training = new SweptTraining(trainer, this::plan);
            var results = training.rows(runs, this::map);
            for (var n = 0; n < together.size(); n++) {
                for (var i = 0; i < together.get(n).size(); i++) {
                    rows[together.get(n).get(i)] = results.get(n).get(i);
                }
                progress.advance(together.get(n).size());
            }
        }
        return SweptRow.table(List.of(rows));
    }

    private LabelledImages train(LocalizeConfig config) {
        return train.computeIfAbsent(config.data(), images::train);
    }

    private LabelledImages test(LocalizeConfig config) {
        return test.computeIfAbsent(config.data(), images::test);
    }

    private Plan plan(LocalizeConfig config) {
        var key = Arrays.asList(sharing(config), config.schedule().forkLength());
        synchronized (plans) {
            return plans.computeIfAbsent(key, k -> Plan.of(config, train(config), test(config)));
        }
    }

    private ParameterMap map(NetworkSpec spec) {
        var shape = spec.layers().stream()
                .map(layer -> List.of(layer.getClass(), layer.units(), layer.fanIn(), layer.outputs()))
                .toList();
        return maps.computeIfAbsent(shape, s -> new ParameterMap(spec));
    }
}

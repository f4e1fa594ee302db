package org.basinlab.trajectories;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;

/** Trajectories on all cores, a {@link Flight} of them at a time in a core's cache. */
final class Fleet implements Trajectories {
    /** Tasks a thread, so that none waits long for the last. */
    private static final int TASKS = 8;

    private static final int MOST_FLIGHTS = 64;

    private final String engine;
    private final Function<Ensemble, Supplier<Flight>> flights;
    private final int threads;

    private Fleet(String engine, Function<Ensemble, Supplier<Flight>> flights, int threads) {
        this.engine = engine;
        this.flights = flights;
        this.threads = threads;
    }

    static Fleet vector(int threads) {
        return new Fleet("vector", LorenzFlight::of, threads);
    }

    static Fleet blocks(int threads) {
        return new Fleet("blocks", TapeFlight::of, threads);
    }

    static Fleet scalar(int threads) {
        return new Fleet("scalar", LoneFlight::of, threads);
    }

    @Override
    public String engine() {
        return engine;
    }

    @Override
    public void run(Ensemble ensemble, Looks looks, Progress progress) {
        var flight = flights.apply(ensemble);
        var task = task(ensemble.trajectories(), flight.get().size());
        var tasks = new ArrayList<Callable<Void>>();
        for (var first = 0L; first < ensemble.trajectories(); first += task) {
            var from = (int) first;
            var to = (int) Math.min(ensemble.trajectories(), first + task);
            tasks.add(() -> {
                fly(ensemble, flight.get(), from, to, looks, progress);
                return null;
            });
        }
        Threads.each(threads, tasks, nothing -> {});
    }

    /** Trajectories of a task: whole flights. */
    private int task(int trajectories, int size) {
        var share = trajectories / (TASKS * threads) / size;
        return size * Math.max(1, Math.min(MOST_FLIGHTS, share));
    }

    private static void fly(Ensemble ensemble, Flight flight, int from, int to, Looks looks, Progress progress) {
        var window = ensemble.window();
        var part = Flown.of(ensemble, 0, from, flight.size());
        for (var first = from; first < to; first += flight.size()) {
            var n = Math.min(flight.size(), to - first);
            flight.begin(first, n);
            if (window.first() == 0) {
                flight.freeze();
            }
            for (var step = 0L; step < ensemble.steps(); ) {
                var stop = stop(ensemble, step, flight.patience());
                flight.advance(step, (int) (stop - step), window.freezes(step));
                if (stop == window.first()) {
                    flight.freeze();
                }
                if (stop % flight.patience() == 0) {
                    flight.rescale();
                }
                if (ensemble.looksAfter(stop)) {
                    flight.read(stop, window.freezes(stop), part, 0);
                    looks.see(part.at(stop, first, n));
                }
                step = stop;
            }
            progress.advance(n);
        }
    }

    /** The next step before which something else is to be done. */
    private static long stop(Ensemble ensemble, long step, int patience) {
        return Math.min(ensemble.stopAfter(step), (step / patience + 1) * patience);
    }
}

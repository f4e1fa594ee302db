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
    public Flown run(Ensemble ensemble, Looks looks, Progress progress) {
        var flight = flights.apply(ensemble);
        var all = Flown.of(ensemble, ensemble.steps(), 0, ensemble.trajectories());
        var task = task(ensemble.trajectories(), flight.get().size());
        var tasks = new ArrayList<Callable<Void>>();
        for (var first = 0L; first < ensemble.trajectories(); first += task) {
            var from = (int) first;
            var to = (int) Math.min(ensemble.trajectories(), first + task);
            tasks.add(() -> {
                fly(ensemble, flight.get(), from, to, looks, all, progress);
                return null;
            });
        }
        Threads.each(threads, tasks, nothing -> {});
        return all;
    }

    /** Trajectories of a task: whole flights. */
    private int task(int trajectories, int size) {
        var share = trajectories / (TASKS * threads) / size;
        return size * Math.max(1, Math.min(MOST_FLIGHTS, share));
    }

    private static void fly(
            Ensemble ensemble, Flight flight, int from, int to, Looks looks, Flown all, Progress progress) {
        var window = ensemble.window();
        var part = ensemble.every() == 0 ? null : Flown.of(ensemble, 0, from, flight.size());
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
                if (part != null && stop % ensemble.every() == 0) {
                    flight.read(stop, window.freezes(stop), part, 0);
                    looks.see(part.at(stop, first, n));
                }
                step = stop;
            }
            flight.read(ensemble.steps(), window.freezes(ensemble.steps()), all, first);
            progress.advance(n);
        }
    }

    /** The next step before which something else is to be done. */
    private static long stop(Ensemble ensemble, long step, int patience) {
        var stop = Math.min(ensemble.steps(), after(step, patience));
        if (ensemble.every() > 0) {
            stop = Math.min(stop, after(step, ensemble.every()));
        }
        for (var edge : new long[] {ensemble.window().first(), ensemble.window().last()}) {
            if (edge > step) {
                stop = Math.min(stop, edge);
            }
        }
        return stop;
    }

    private static long after(long step, long every) {
        return (step / every + 1) * every;
    }
}

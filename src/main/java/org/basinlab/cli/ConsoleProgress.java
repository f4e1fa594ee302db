package org.basinlab.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.basinlab.experiment.Progress;

/**
 * Progress on standard error, with the time left: a bar that is redrawn where somebody watches a
 * terminal, else a line every ten seconds.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int LINE = 100;

    private ProgressBar bar;

    @Override
    public synchronized void begin(String what, long units) {
        close();
        var terminal =
                Boolean.parseBoolean(System.getProperty("basin.terminal", String.valueOf(System.console() != null)));
        var builder = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(units)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(LINE)
                .showSpeed()
                .setSpeedUnit(ChronoUnit.SECONDS);
        bar = (terminal
                        ? builder.setConsumer(new ConsoleProgressBarConsumer(System.err, LINE))
                                .setUpdateIntervalMillis(200)
                        : builder.setConsumer(new DelegatingProgressBarConsumer(System.err::println, LINE))
                                .setUpdateIntervalMillis(
                                        (int) Duration.ofSeconds(10).toMillis()))
                .build();
    }

    @Override
    public synchronized void advance(long units) {
        bar.stepBy(units);
    }

    @Override
    public synchronized void note(String stage) {
        bar.setExtraMessage(" " + stage);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

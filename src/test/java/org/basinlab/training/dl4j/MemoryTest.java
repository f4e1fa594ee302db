package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.TrainingJob;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/**
 * Memory stays bounded over many runs in one process. DL4J can leak 32 KB a step, outside Java's heap;
 * so the runs are in a process whose heap has all its pages from the start, where what grows is the rest.
 */
class MemoryTest {
    private static final int WARM_UP = 4000;
    private static final int STEPS = 10_000;

    @Test
    void staysBounded() throws Exception {
        var process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        // A leak of 32 KB a step would be 312 MB; what a settled process still gains is noise of the allocator.
        assertThat(Long.parseLong(out.strip())).isLessThan(64L << 20);
    }

    /** Prints by how many bytes the process has grown over {@link #STEPS} steps. */
    public static void main(String[] args) {
        var pixels = new byte[500 * 784];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (31 * i);
        }
        var images = new LabelledImages(28, 28, pixels, new byte[500], Map.of());
        var order = new int[500];
        Arrays.setAll(order, i -> i);
        var groups = Arrays.stream(order).map(i -> i % 2).toArray();
        var spec = NetworkSpec.dense(
                List.of(784, 20, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);
        var job = new TrainingJob(
                Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1),
                Precision.FLOAT32,
                0.001,
                new DatapointStream(images, order, groups),
                new TrainingJob.Watch(false, true, 0, true));
        var trainer = new Dl4jTrainer();
        run(trainer, job, WARM_UP);
        var before = Pointer.physicalBytes();
        run(trainer, job, STEPS);
        System.out.println(Pointer.physicalBytes() - before);
        System.exit(0);
    }

    private static void run(Dl4jTrainer trainer, TrainingJob job, int steps) {
        for (var done = 0; done < steps; done += job.stream().length()) {
            trainer.train(job, Progress.NONE);
        }
        System.gc();
    }
}

package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void resultsComeInTheOrderOfTheJobs(int threads) {
        try (var workers = new Workers(threads)) {
            assertThat(workers.all(jobs(100, i -> 3 * i)))
                    .isEqualTo(IntStream.range(0, 100).map(i -> 3 * i).boxed().toList());
            assertThat(workers.all(List.<Supplier<Integer>>of())).isEmpty();
            assertThat(workers.all(jobs(2, i -> -i))).as("again").containsExactly(0, -1);
        }
    }

    @Test
    void jobsRunSideBySide() throws InterruptedException {
        // Each waits until all three have begun.
        var begun = new CountDownLatch(3);
        try (var workers = new Workers(3)) {
            var met = workers.all(jobs(3, i -> {
                begun.countDown();
                try {
                    return begun.await(20, TimeUnit.SECONDS) ? 1 : 0;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(met).containsExactly(1, 1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aFailureIsThrownAsItWas(int threads) {
        for (var failure : List.of(new IllegalArgumentException("7"), new AssertionError("8"))) {
            try (var workers = new Workers(threads)) {
                var thrown = catchThrowable(() -> workers.all(jobs(20, i -> i == 7 ? fail(failure) : i)));
                assertThat(thrown).isSameAs(failure);
                assertThat(thrown).hasNoCause();
            }
        }
    }

    @Test
    void nothingBeginsAfterAFailure() {
        var begun = Collections.synchronizedList(new ArrayList<Integer>());
        var failure = new IllegalStateException();
        try (var workers = new Workers(1)) {
            assertThat(catchThrowable(() -> workers.all(jobs(50, i -> {
                        begun.add(i);
                        return i == 3 ? fail(failure) : i;
                    }))))
                    .isSameAs(failure);
            assertThat(begun).containsExactly(0, 1, 2, 3);
            assertThat(catchThrowable(() -> workers.all(jobs(5, i -> begun.add(i) ? i : i))))
                    .as("nor later")
                    .isSameAs(failure);
            assertThat(begun).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void jobsMayHaveJobsOfTheirOwn(int threads) {
        try (var workers = new Workers(threads)) {
            var sums = workers.all(jobs(
                    10,
                    i -> workers.all(jobs(10, j -> 10 * i + j)).stream()
                            .mapToInt(Integer::intValue)
                            .sum()));
            assertThat(sums)
                    .isEqualTo(IntStream.range(0, 10)
                            .map(i -> 100 * i + 45)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aJobsOwnJobsEndBeforeTheNextBegins() {
        var order = Collections.synchronizedList(new ArrayList<String>());
        try (var workers = new Workers(1)) {
            workers.all(jobs(2, i -> {
                order.add("begin " + i);
                workers.all(jobs(2, j -> order.add(i + "." + j) ? j : j));
                order.add("end " + i);
                return i;
            }));
        }
        assertThat(order).containsExactly("begin 0", "0.0", "0.1", "end 0", "begin 1", "1.0", "1.1", "end 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureInsideComesOutOfTheWhole(int threads) {
        var failure = new IllegalStateException("inside");
        var after = new AtomicInteger();
        try (var workers = new Workers(threads)) {
            assertThat(catchThrowable(() -> workers.all(jobs(6, i -> {
                        workers.all(jobs(2, j -> i == 1 && j == 1 ? fail(failure) : j));
                        return after.incrementAndGet();
                    }))))
                    .isSameAs(failure);
        }
        assertThat(after.get()).as("the job that failed did not go on").isLessThan(6);
    }

    private interface Job {
        int done(int i);
    }

    private static List<Supplier<Integer>> jobs(int count, Job job) {
        return IntStream.range(0, count)
                .<Supplier<Integer>>mapToObj(i -> () -> job.done(i))
                .toList();
    }

    private static int fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}

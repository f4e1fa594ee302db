package org.basinlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionTest {
    private final ArrayList<Long> told = new ArrayList<>();

    private final Progress whole = new Progress() {
        @Override
        public void begin(String what, long units) {
            throw new AssertionError("begun twice");
        }

        @Override
        public void advance(long units) {
            told.add(units);
        }

        @Override
        public void note(String stage) {}
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 999, 1000, 1001, 123_457})
    void allOfItIsToldNoMoreAndNoLess(long own) {
        var portion = new Portion(whole, 1000, own);
        portion.begin("part", own);
        for (var i = 0L; i < own; i++) {
            portion.advance(1);
        }
        assertThat(told.stream().mapToLong(n -> n).sum()).isEqualTo(1000);
        assertThat(told).allMatch(units -> units > 0);
    }

    @Test
    void itIsToldAlongTheWay() {
        var portion = new Portion(whole, 100, 1e9);
        portion.advance(250_000_000);
        portion.advance(4_000_000);
        assertThat(told).containsExactly(25L);
    }

    @Test
    void aPartThatBeginsWithOtherUnitsAndDoesMoreIsStillThatPart() {
        var portion = new Portion(whole, 10, 3);
        portion.begin("steps", 1000);
        for (var k = 0; k < 1200; k++) {
            portion.advance(1);
        }
        assertThat(told).containsOnly(1L).hasSize(10);
    }
}

package org.basinlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The lines the house is drawn with: what may know of what. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.basinlab");

    private static final String[] ARRAY_LIBRARIES = {
        "org.nd4j..", "org.deeplearning4j..", "org.datavec..", "org.bytedeco.."
    };
    private static final String[] SCIENCE = {
        "org.basinlab.network..",
        "org.basinlab.training",
        "org.basinlab.localize..",
        "org.basinlab.knowledge..",
        "org.basinlab.atlas..",
        "org.basinlab.current..",
        "org.basinlab.operator..",
        "org.basinlab.escape..",
        "org.basinlab.entropy..",
        "org.basinlab.stats..",
        "org.basinlab.random..",
        "org.basinlab.landscape..",
        "org.basinlab.walkers..",
        "org.basinlab.dynamics..",
        "org.basinlab.trajectories..",
        "org.basinlab.causal..",
        "org.basinlab.optimizing..",
        "org.basinlab.neural",
        "org.basinlab.circuits",
        "org.basinlab.searching",
        "org.basinlab.refinement",
        "org.basinlab.registration",
        "org.basinlab.detection",
        "org.basinlab.inner"
    };

    @Test
    void noCycles() {
        slices().matching("org.basinlab.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.basinlab.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void arrayLibrariesStayInTheirAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.basinlab.training.dl4j..",
                        "org.basinlab.training.chunked..",
                        "org.basinlab.walkers.nd4j..",
                        "org.basinlab.neural.dl4j..",
                        "org.basinlab.circuits.dl4j..",
                        "org.basinlab.searching.dl4j..",
                        "org.basinlab.refinement.dl4j..",
                        "org.basinlab.detection.dl4j..",
                        "org.basinlab.data.datavec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ARRAY_LIBRARIES)
                .check(HOUSE);
    }

    @Test
    void scienceKnowsNoCommandLineFileOrPage() {
        noClasses()
                .that()
                .resideInAnyPackage(SCIENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.basinlab.cli..",
                        "org.basinlab.run..",
                        "org.basinlab.report..",
                        "org.basinlab.doctor..",
                        "picocli..",
                        "tools.jackson..",
                        "org.duckdb..",
                        "java.sql..",
                        "java.nio.file..",
                        "java.io..",
                        "java.awt..",
                        "org.jfree..")
                .check(HOUSE);
    }

    @Test
    void theSpineKnowsNoExperiment() {
        classes()
                .that()
                .resideInAPackage("org.basinlab.experiment..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.basinlab.experiment..", "org.basinlab.stats..", "java.lang..", "java.util..")
                .check(HOUSE);
    }

    @Test
    void statisticsAndRandomNumbersStandAlone() {
        classes()
                .that()
                .resideInAnyPackage("org.basinlab.stats..", "org.basinlab.random..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.basinlab.stats..",
                        "org.basinlab.random..",
                        "org.apache.commons.math3..",
                        "java.lang..",
                        "java.util..")
                .check(HOUSE);
    }

    @Test
    void cudaKnowsNoScience() {
        classes()
                .that()
                .resideInAPackage("org.basinlab.cuda..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.basinlab.cuda..",
                        "org.basinlab.experiment..",
                        "com.sun.jna..",
                        "java.lang..",
                        "java.util..",
                        "java.nio..",
                        "java.io..")
                .check(HOUSE);
    }

    @Test
    void sweepsKnowNoExperiment() {
        noClasses()
                .that()
                .resideInAPackage("org.basinlab.sweep..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.basinlab.localize..",
                        "org.basinlab.training..",
                        "org.basinlab.network..",
                        "org.basinlab.report..",
                        "org.basinlab.doctor..")
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLineKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.basinlab", "org.basinlab.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.basinlab.cli..", "picocli..", "me.tongfei..")
                .check(HOUSE);
    }

    @Test
    void onlyLandscapesParseFormulas() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.basinlab.landscape..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.ezylang..")
                .check(HOUSE);
    }

    @Test
    void onlyReportDraws() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.basinlab.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "com.samskivert..", "java.awt..")
                .check(HOUSE);
    }
}

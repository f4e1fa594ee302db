package org.basinlab.refinement;

import org.basinlab.experiment.Figure;

/** What {@link RefinementStudy} hands back: numbers, and pictures that are no part of them. */
public record Refined(RefinementResult result, Figure.Pictures pictures) {}

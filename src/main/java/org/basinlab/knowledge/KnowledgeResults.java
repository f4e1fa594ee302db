package org.basinlab.knowledge;

import org.basinlab.knowledge.edit.EditResult;
import org.basinlab.knowledge.leaveout.LeaveOutResult;
import org.basinlab.knowledge.match.MatchResult;
import org.basinlab.knowledge.split.SplitResult;

/**
 * All numbers of a run; null for parts that it does not have.
 *
 * @param trainImages images learned from, of the classes in play
 * @param testImages  images never learned from, of the classes in play
 * @param edit        twins whose data differ by an edit
 * @param leaveOut    networks without a part of the data
 * @param match       units of two networks matched
 * @param split       variance by start and by data
 */
public record KnowledgeResults(
        int trainImages,
        int testImages,
        EditResult edit,
        LeaveOutResult leaveOut,
        MatchResult match,
        SplitResult split) {}

package org.basinlab.experiment;

import java.util.Map;

/**
 * What a run's numbers came out of.
 *
 * @param engine      the engine that ran, such as {@code dl4j}
 * @param backend     the array library's backend, such as {@code nd4j-native}; null where none was used
 * @param blas        the linear algebra library; null where none was used
 * @param gpu         the GPU that ran it; null where none did
 * @param dataDigests SHA-256 of every data file's uncompressed content, by file name
 */
public record Origin(String engine, String backend, String blas, String gpu, Map<String, String> dataDigests) {
    public Origin {
        dataDigests = Map.copyOf(dataDigests);
    }
}

// What the kernels share: a batch of networks of one shape, side by side, each with a stream of its own.
#pragma once
#include <cstdint>

// Datapoints a chunk.
constexpr int CHUNK = 64;

// One network and what it learns from. CudaBatch writes it from Java, 8 bytes a field.
struct Job {
    const uint8_t* pixels;     // images, `pitch` bytes each, those after the inputs 0
    const int* order;          // image of each datapoint
    const uint8_t* groups;     // group of each datapoint
    const void* gram;          // [chunk][CHUNK][CHUNK], x_s . x_t + 1
    void* moves;               // change of the hidden biases: [datapoint][width] if kept, else of one chunk
    void* values;              // hidden units [datapoint][width]; null if not kept
    void* outputMoves;         // change of the output biases [datapoint][outputs]; null if not kept
    const int* byClass;        // datapoints class after class; class = 2 halves x outputs
    const int* classStarts;    // where each class begins there, and the end
    double rate;               // T
    long long length;          // datapoints
    long long hidden;          // activation of the hidden units
    long long output;          // of the output units
    long long loss;            // 0 half the squared error, 1 cross-entropy
};

// The batch; [job] stands for blocks of one job after the other.
struct Batch {
    const Job* jobs;
    void* weights;             // [job][width][pitch]
    void* biases;              // [job][width]
    void* outputWeights;       // [job][outputs][width]
    void* outputBiases;        // [job][outputs]
    void* preactivations;      // of a chunk, without biases [job][CHUNK][width]
    void* losses;              // [job][longest]
    uint8_t* guesses;          // [job][longest]
    int* pending;              // moves of the last chunk that the weights have not made yet [job]
    int* diverged;             // datapoint, from 1, whose loss is not finite; 0 [job]
    void* tallies;             // [job][class][width][pitch]
    double* smallTallies;      // [job][class][width x (1 + outputs) + outputs]
    long long inputs;          // of an image
    long long pitch;           // of a row of weights or an image: inputs, rounded up to 32
    long long units;           // hidden
    long long width;           // units, rounded up to 16
    long long outputs;
    long long longest;         // stream
};

// Datapoints of a job in a chunk; 0 after its end and after it has diverged.
__device__ inline int datapoints(const Batch& batch, const Job& job, int index, int chunk) {
    long long rest = job.length - static_cast<long long>(chunk) * CHUNK;
    if (rest <= 0 || batch.diverged[index] != 0) {
        return 0;
    }
    return rest < CHUNK ? static_cast<int>(rest) : CHUNK;
}

// Where the moves of a chunk lie.
template <typename Real>
__device__ inline Real* movesOf(const Batch& batch, const Job& job, int chunk) {
    Real* moves = static_cast<Real*>(job.moves);
    return job.values == nullptr ? moves : moves + static_cast<long long>(chunk) * CHUNK * batch.width;
}

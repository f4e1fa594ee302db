// Sums of update sizes by class of datapoints, half of the training x group: of weight (j, i) of the first layer the
// sum of |m_tj| x_ti, of a hidden bias |m_tj|, of an output weight |move of its unit| |value|, of an output bias |move|.
#pragma once
#include "products.cuh"

// How many datapoints of a job were taken.
__device__ inline int taken(const Batch& batch, const Job& job, int index) {
    int diverged = batch.diverged[index];
    return diverged != 0 ? diverged : static_cast<int>(job.length);
}

// Of the first layer's weights: a block for a tile of pixels, a class, a job; a warp for 16 units.
template <typename Real, Arithmetic HOW>
__device__ void tallyWeights(const Batch& batch, int firstUnit) {
    extern __shared__ __align__(16) unsigned char room[];
    constexpr int PIXELS = Tile<Real>::PIXELS;
    constexpr int BLOCKS = PIXELS / 8;
    const int first = blockIdx.x * PIXELS;
    const int index = blockIdx.z;
    const Job job = batch.jobs[index];
    const int width = static_cast<int>(batch.width);
    const int here = blockDim.x / 2;
    const int row = rowOfUnits(here);
    const int warp = threadIdx.x / 32;
    const int done = taken(batch, job, index);

    Real* sizes = reinterpret_cast<Real*>(room);
    Real* inputs = sizes + CHUNK * row;
    int* places = reinterpret_cast<int*>(inputs + CHUNK * Tile<Real>::STRIDE);
    int* images = places + CHUNK;

    const int end = job.classStarts[blockIdx.y + 1];
    Real sums[BLOCKS][4] = {};
    for (int from = job.classStarts[blockIdx.y]; from < end; from += CHUNK) {
        int count = end - from < CHUNK ? end - from : CHUNK;
        __syncthreads();
        for (int k = threadIdx.x; k < CHUNK; k += blockDim.x) {
            int place = k < count ? job.byClass[from + k] : 0;
            places[k] = place;
            images[k] = job.order[place];
        }
        __syncthreads();
        for (int k = threadIdx.x; k < CHUNK * here; k += blockDim.x) {
            int t = k / here;
            int j = firstUnit + k % here;
            Real move = t < count && places[t] < done && j < width
                ? static_cast<const Real*>(job.moves)[static_cast<long long>(places[t]) * width + j]
                : Real(0);
            sizes[t * row + k % here] = move < Real(0) ? -move : move;
        }
        loadInputs<Real>(inputs, batch, job, images, CHUNK, first, [=](int t) { return t < count; });
        __syncthreads();
        if (firstUnit + 16 * warp < width) {
            outer<Real, HOW>(sums, sizes + 16 * warp, row, inputs, count);
        }
    }
    if (firstUnit + 16 * warp < width) {
        const int g = threadIdx.x % 32 / 4;
        const int q = threadIdx.x % 4;
        const int unit = firstUnit + 16 * warp + g;
        Real* tally = static_cast<Real*>(batch.tallies)
            + ((static_cast<long long>(index) * gridDim.y + blockIdx.y) * width + unit) * batch.pitch + first + 2 * q;
        write<Real>(sums, tally, batch.pitch);
    }
}

// Of everything else, in double precision: a thread for a hidden unit, a block row for a class, a job.
template <typename Real>
__device__ void tallyRest(const Batch& batch) {
    const int index = blockIdx.z;
    const Job job = batch.jobs[index];
    const int unit = blockIdx.x * blockDim.x + threadIdx.x;
    const int width = static_cast<int>(batch.width);
    const int outputs = static_cast<int>(batch.outputs);
    if (unit >= width) {
        return;
    }
    const int done = taken(batch, job, index);
    double* tally = batch.smallTallies
        + (static_cast<long long>(index) * gridDim.y + blockIdx.y) * (width * (1 + outputs) + outputs);
    const Real* moves = static_cast<const Real*>(job.moves);
    const Real* values = static_cast<const Real*>(job.values);
    const Real* outputMoves = static_cast<const Real*>(job.outputMoves);
    const int begin = job.classStarts[blockIdx.y];
    const int end = job.classStarts[blockIdx.y + 1];
    for (int k = -1; k < outputs; k++) {
        double sum = 0;
        double bias = 0;
        for (int from = begin; from < end; from++) {
            long long place = job.byClass[from];
            if (place < done) {
                double size = fabs(static_cast<double>(k < 0 ? moves[place * width + unit] : outputMoves[place * outputs + k]));
                sum += k < 0 ? size : size * fabs(static_cast<double>(values[place * width + unit]));
                bias += size;
            }
        }
        tally[(k + 1) * width + unit] = sum;
        if (unit == 0 && k >= 0) {
            tally[(1 + outputs) * width + k] = bias;
        }
    }
}

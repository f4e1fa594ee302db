// Counts and moments of walkers, a block for a group of 256, which the host joins in order.
#pragma once
#include "walk.cuh"

// The sum of all threads' numbers, for all of them; always in the same order. Once in a while, since `room` is shared.
__device__ inline double sumOfBlock(double x, double* room) {
#pragma unroll
    for (int distance = 16; distance > 0; distance /= 2) {
        x += __shfl_xor_sync(0xffffffffu, x, distance);
    }
    if (threadIdx.x % 32 == 0) {
        room[threadIdx.x / 32] = x;
    }
    __syncthreads();
    double sum = 0;
#pragma unroll
    for (int warp = 0; warp < THREADS / 32; warp++) {
        sum += room[warp];
    }
    return sum;
}

// Of each group: counts[3] of finite walkers, of those of them that are beyond the barrier, and of those that have been
// there; moments[3]: mean, sum of squared distances from it, steps taken by those who had not been there.
template <typename Real>
__device__ void look(const Real* places, const int* passed, int count, int steps, Real barrier, int* counts, double* moments) {
    __shared__ double room[3][THREADS / 32];
    int i = blockIdx.x * THREADS + threadIdx.x;
    const bool there = i < count;
    const Real place = there ? places[i] : Real(0);
    const int crossed = there ? passed[i] : 0;
    const double w = place;
    const bool finite = there && isfinite(w);
    const int whole = __syncthreads_count(finite);
    const int atEnd = __syncthreads_count(finite && place > barrier);
    const int ever = __syncthreads_count(there && crossed != NEVER);
    const double mean = __ddiv_rn(sumOfBlock(finite ? w : 0.0, room[0]), whole);
    const double distance = __dsub_rn(w, mean);
    const double square = there && isfinite(distance) ? __dmul_rn(distance, distance) : 0.0;
    const double squares = sumOfBlock(square, room[1]);
    // Whole numbers, of which a double holds the sum.
    const double atRisk = sumOfBlock(there ? min(crossed, steps) : 0, room[2]);
    if (threadIdx.x == 0) {
        int* c = counts + 3 * blockIdx.x;
        c[0] = whole;
        c[1] = atEnd;
        c[2] = ever;
        double* m = moments + 3 * blockIdx.x;
        m[0] = mean;
        m[1] = squares;
        m[2] = atRisk;
    }
}

// Adds every walker to its bin's counter, by the arithmetic of Tally: `width` is that of all bins together. Counters are a
// block's own in shared memory first, if SHARED.
template <typename Real, bool SHARED>
__device__ void histogram(const Real* places, int count, double low, double high, double width, int bins, int* counters) {
    extern __shared__ int room[];
    int* own = SHARED ? room : counters;
    if (SHARED) {
        for (int bin = threadIdx.x; bin < bins; bin += THREADS) {
            own[bin] = 0;
        }
        __syncthreads();
    }
    for (int i = blockIdx.x * THREADS + threadIdx.x; i < count; i += gridDim.x * THREADS) {
        double w = places[i];
        if (w >= low && w < high) {
            double part = __dmul_rn(__ddiv_rn(__dsub_rn(w, low), width), bins);
            atomicAdd(&own[min(bins - 1, static_cast<int>(part))], 1);
        }
    }
    if (SHARED) {
        __syncthreads();
        for (int bin = threadIdx.x; bin < bins; bin += THREADS) {
            if (own[bin] != 0) {
                atomicAdd(&counters[bin], own[bin]);
            }
        }
    }
}

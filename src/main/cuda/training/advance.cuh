// From one chunk to the next, weights read once and written once: W += M^T X of the chunk before, then W X^T of this one.
// A block has a network, or 16 hidden units of it a warp; it goes over the pixels tile by tile.
#pragma once
#include "products.cuh"

template <typename Real, Arithmetic HOW>
__device__ void advance(const Batch& batch, int chunk) {
    extern __shared__ __align__(16) unsigned char room[];
    constexpr int PIXELS = Tile<Real>::PIXELS;
    constexpr int STRIDE = Tile<Real>::STRIDE;
    constexpr int BLOCKS = PIXELS / 8;
    const int index = blockIdx.y;
    const Job job = batch.jobs[index];
    const int before = chunk == 0 ? 0 : batch.pending[index];
    const int count = datapoints(batch, job, index, chunk);
    if (before == 0 && count == 0) {
        return;
    }
    const int width = static_cast<int>(batch.width);
    const int pitch = static_cast<int>(batch.pitch);
    const int here = blockDim.x / 2;
    const int row = rowOfUnits(here);
    const int firstUnit = blockIdx.x * here;
    const int warp = threadIdx.x / 32;
    const int g = threadIdx.x % 32 / 4;
    const int q = threadIdx.x % 4;
    const int unit = firstUnit + 16 * warp + g;
    const bool active = firstUnit + 16 * warp < width;

    Real* moves = reinterpret_cast<Real*>(room);
    Real* old = moves + CHUNK * row;
    // Right behind: both are loaded as one.
    Real* next = old + CHUNK * STRIDE;
    int* images = reinterpret_cast<int*>(next + CHUNK * STRIDE);
    Real* own = reinterpret_cast<Real*>(images + 2 * CHUNK) + warp * 16 * (PIXELS + 4);

    const int* order = job.order + static_cast<long long>(chunk) * CHUNK;
    for (int k = threadIdx.x; k < 2 * CHUNK; k += blockDim.x) {
        bool there = k < CHUNK ? k < before : k - CHUNK < count;
        images[k] = there ? order[k - CHUNK] : 0;
    }
    if (before > 0) {
        const Real* made = movesOf<Real>(batch, job, chunk - 1);
        for (int k = threadIdx.x; k < CHUNK * here; k += blockDim.x) {
            int t = k / here;
            int j = k % here;
            moves[t * row + j] = t < before && firstUnit + j < width ? made[t * width + firstUnit + j] : Real(0);
        }
    }

    Real* weights = static_cast<Real*>(batch.weights) + (static_cast<long long>(index) * width + unit) * pitch + 2 * q;
    Real sums[CHUNK / 8][4] = {};
    Real ahead[BLOCKS][4] = {};
    if (active) {
        read<Real>(ahead, weights, pitch);
    }
    for (int first = 0; first < pitch; first += PIXELS) {
        __syncthreads();
        loadInputs<Real>(old, batch, job, images, 2 * CHUNK, first, [=](int t) {
            return t < CHUNK ? t < before : t - CHUNK < count;
        });
        __syncthreads();
        if (!active) {
            continue;
        }
        Real tile[BLOCKS][4];
#pragma unroll
        for (int n = 0; n < BLOCKS; n++) {
#pragma unroll
            for (int k = 0; k < 4; k++) {
                tile[n][k] = ahead[n][k];
            }
        }
        Real* at = weights + first;
        if (first + PIXELS < pitch) {
            // On their way while this tile is multiplied.
            read<Real>(ahead, at + PIXELS, pitch);
        }
        if (before > 0) {
            Real change[BLOCKS][4] = {};
            outer<Real, HOW>(change, moves + 16 * warp, row, old, before);
#pragma unroll
            for (int n = 0; n < BLOCKS; n++) {
#pragma unroll
                for (int k = 0; k < 4; k++) {
                    tile[n][k] += change[n][k];
                }
            }
            write<Real>(tile, at, pitch);
        }
        if (count > 0) {
            forward<Real, HOW>(sums, tile, next, own);
        }
    }
    if (active && count > 0) {
        Real* z = static_cast<Real*>(batch.preactivations) + static_cast<long long>(index) * CHUNK * width + unit;
#pragma unroll
        for (int n = 0; n < CHUNK / 8; n++) {
            int t = 8 * n + 2 * q;
            z[t * width] = sums[n][0];
            z[(t + 1) * width] = sums[n][1];
            z[t * width + 8] = sums[n][2];
            z[(t + 1) * width + 8] = sums[n][3];
        }
    }
}

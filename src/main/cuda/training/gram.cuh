// Inner products of the datapoints of a chunk, exact: pixels are whole numbers p, an input is (p + 1) / 256, so that
// 65536 (x_s . x_t + 1) = p_s . p_t + sum p_s + sum p_t + inputs + 65536. Rounded once.
#pragma once
#include "batch.cuh"

// A block of 16 x 16 threads, each with 4 x 4 products, for each chunk of a stream.
template <typename Real>
__device__ void gram(const uint8_t* pixels, const int* order, long long length, long long inputs, long long pitch, Real* products) {
    constexpr int WORDS = 8;
    __shared__ uint32_t rows[CHUNK][WORDS + 1];
    long long begin = static_cast<long long>(blockIdx.x) * CHUNK;
    int count = length - begin < CHUNK ? static_cast<int>(length - begin) : CHUNK;
    int left = threadIdx.x % 16;
    int top = threadIdx.x / 16;
    uint32_t inner[4][4] = {};
    uint32_t sumTop[4] = {};
    uint32_t sumLeft[4] = {};
    for (long long first = 0; first < pitch; first += 4 * WORDS) {
        for (int k = threadIdx.x; k < CHUNK * WORDS; k += 256) {
            int row = k / WORDS;
            rows[row][k % WORDS] = row < count
                ? *reinterpret_cast<const uint32_t*>(pixels + order[begin + row] * pitch + first + 4 * (k % WORDS))
                : 0;
        }
        __syncthreads();
        for (int word = 0; word < WORDS; word++) {
            uint32_t a[4];
            uint32_t b[4];
#pragma unroll
            for (int k = 0; k < 4; k++) {
                a[k] = rows[top + 16 * k][word];
                b[k] = rows[left + 16 * k][word];
                sumTop[k] = __dp4a(a[k], 0x01010101u, sumTop[k]);
                sumLeft[k] = __dp4a(b[k], 0x01010101u, sumLeft[k]);
            }
#pragma unroll
            for (int k = 0; k < 4; k++) {
#pragma unroll
                for (int l = 0; l < 4; l++) {
                    inner[k][l] = __dp4a(a[k], b[l], inner[k][l]);
                }
            }
        }
        __syncthreads();
    }
#pragma unroll
    for (int k = 0; k < 4; k++) {
#pragma unroll
        for (int l = 0; l < 4; l++) {
            int s = top + 16 * k;
            int t = left + 16 * l;
            long long whole = static_cast<long long>(inner[k][l]) + sumTop[k] + sumLeft[l] + inputs + 65536;
            products[(begin + s) * CHUNK + t] =
                s < count && t < count ? static_cast<Real>(whole) * Real(1.0 / 65536) : Real(0);
        }
    }
}

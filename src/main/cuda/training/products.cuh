// Products of a warp, which has 16 hidden units (rows) and PIXELS or CHUNK columns. Lane 4 g + q has of every 8 columns
// those numbered 2 q and 2 q + 1, in rows g and g + 8: numbers (g, 2q), (g, 2q + 1), (g + 8, 2q), (g + 8, 2q + 1), as
// the tensor cores keep sums. Their operands want other columns, but a sum may take its terms in any order: what the
// tensor cores call columns q and q + 4 are 2 q and 2 q + 1 here, in both operands.
//
// An input is (p + 1) / 256, nine bits at most, so TF32's eleven hold it exactly. The other operand, w, goes in two
// parts, w = high + low + w 2^-23 at most, a unit in the last place of single precision. The
// tensor cores cut off what a sum's last bit does not hold; so each starts from 0 and takes 16 terms, twice, and is
// then added with rounding.
#pragma once
#include "batch.cuh"

enum class Arithmetic {
    PLAIN,  // multiplies and adds, any type
    SPLIT,  // two TF32 products
    TF32    // one
};

// How inputs lie in shared memory: [datapoint][STRIDE], so that a warp's lanes meet no bank twice.
template <typename Real>
struct Tile;

template <>
struct Tile<float> {
    static constexpr int PIXELS = 32;
    static constexpr int STRIDE = 40;
};

template <>
struct Tile<double> {
    static constexpr int PIXELS = 16;
    static constexpr int STRIDE = 18;
};

// 16 bytes, read at once.
template <typename Real>
struct alignas(16) Several {
    static constexpr int COUNT = 16 / sizeof(Real);
    Real numbers[COUNT];
};

template <typename Real>
__device__ inline Several<Real> several(const Real* from) {
    return *reinterpret_cast<const Several<Real>*>(from);
}

// Two numbers beside each other, read or written at once: what a lane has of every 8 columns of a row.
template <typename Real>
struct alignas(2 * sizeof(Real)) Pair {
    Real x;
    Real y;
};

// Of 16 rows of `pitch` numbers what a lane has, from the first on.
template <typename Real>
__device__ inline void read(Real (&tile)[Tile<Real>::PIXELS / 8][4], const Real* from, long long pitch) {
#pragma unroll
    for (int n = 0; n < Tile<Real>::PIXELS / 8; n++) {
        const Pair<Real> upper = *reinterpret_cast<const Pair<Real>*>(from + 8 * n);
        const Pair<Real> lower = *reinterpret_cast<const Pair<Real>*>(from + 8 * pitch + 8 * n);
        tile[n][0] = upper.x;
        tile[n][1] = upper.y;
        tile[n][2] = lower.x;
        tile[n][3] = lower.y;
    }
}

template <typename Real>
__device__ inline void write(const Real (&tile)[Tile<Real>::PIXELS / 8][4], Real* to, long long pitch) {
#pragma unroll
    for (int n = 0; n < Tile<Real>::PIXELS / 8; n++) {
        *reinterpret_cast<Pair<Real>*>(to + 8 * n) = {tile[n][0], tile[n][1]};
        *reinterpret_cast<Pair<Real>*>(to + 8 * pitch + 8 * n) = {tile[n][2], tile[n][3]};
    }
}

// Of rows of units in shared memory [datapoint][row]: 8 modulo 32.
__host__ __device__ constexpr int rowOfUnits(int units) { return (units + 31) / 32 * 32 + 8; }

__device__ inline uint32_t toTf32(float x) {
    uint32_t bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return bits;
}

// Four numbers as the tensor cores take them, in one or two parts.
template <Arithmetic HOW>
struct Operand {
    uint32_t high[4];
    uint32_t low[4];

    __device__ inline Operand(float a, float b, float c, float d) {
        float x[4] = {a, b, c, d};
#pragma unroll
        for (int k = 0; k < 4; k++) {
            high[k] = toTf32(x[k]);
            low[k] = HOW == Arithmetic::SPLIT ? toTf32(x[k] - __uint_as_float(high[k])) : 0;
        }
    }
};

__device__ inline void multiply(float (&sum)[4], const uint32_t (&a)[4], float b0, float b1) {
    asm("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
        : "+f"(sum[0]), "+f"(sum[1]), "+f"(sum[2]), "+f"(sum[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(__float_as_uint(b0)), "r"(__float_as_uint(b1)));
}

template <Arithmetic HOW>
__device__ inline void multiply(float (&sum)[4], const Operand<HOW>& a, float b0, float b1) {
    if (HOW == Arithmetic::SPLIT) {
        multiply(sum, a.low, b0, b1);
    }
    multiply(sum, a.high, b0, b1);
}

// sums[n] += over datapoints t of units[t][row] inputs[t][8 n + column]: what moves of units do to weights.
template <typename Real, Arithmetic HOW>
__device__ inline void outer(Real (&sums)[Tile<Real>::PIXELS / 8][4], const Real* units, int row, const Real* inputs, int count) {
    constexpr int STRIDE = Tile<Real>::STRIDE;
    constexpr int BLOCKS = Tile<Real>::PIXELS / 8;
    const int g = threadIdx.x % 32 / 4;
    const int q = threadIdx.x % 4;
    if constexpr (HOW == Arithmetic::PLAIN) {
        for (int t = 0; t < count; t++) {
            Real a = units[t * row + g];
            Real b = units[t * row + g + 8];
#pragma unroll
            for (int n = 0; n < BLOCKS; n++) {
                Real x = inputs[t * STRIDE + 8 * n + 2 * q];
                Real y = inputs[t * STRIDE + 8 * n + 2 * q + 1];
                sums[n][0] += a * x;
                sums[n][1] += a * y;
                sums[n][2] += b * x;
                sums[n][3] += b * y;
            }
        }
    } else {
        // What lies behind the last datapoint is 0.
        for (int t = 0; t < count; t += 16) {
            float part[BLOCKS][4] = {};
#pragma unroll
            for (int half = 0; half < 16; half += 8) {
                const float* from = units + (t + half + q) * row + g;
                Operand<HOW> a(from[0], from[8], from[4 * row], from[4 * row + 8]);
                const float* x = inputs + (t + half + q) * STRIDE + g;
#pragma unroll
                for (int n = 0; n < BLOCKS; n++) {
                    multiply<HOW>(part[n], a, x[8 * n], x[8 * n + 4 * STRIDE]);
                }
            }
#pragma unroll
            for (int n = 0; n < BLOCKS; n++) {
#pragma unroll
                for (int k = 0; k < 4; k++) {
                    sums[n][k] += part[n][k];
                }
            }
        }
    }
}

// sums[n] += over pixels i of weights[row][i] inputs[8 n + column][i]: preactivations of datapoints 8 n + column.
// PLAIN goes through `room`, [16][PIXELS + 4] of the warp's own in shared memory.
template <typename Real, Arithmetic HOW>
__device__ inline void forward(
    Real (&sums)[CHUNK / 8][4], const Real (&weights)[Tile<Real>::PIXELS / 8][4], const Real* inputs, Real* room) {
    constexpr int STRIDE = Tile<Real>::STRIDE;
    constexpr int PIXELS = Tile<Real>::PIXELS;
    const int g = threadIdx.x % 32 / 4;
    const int q = threadIdx.x % 4;
    if constexpr (HOW == Arithmetic::PLAIN) {
        constexpr int ROW = PIXELS + 4;
#pragma unroll
        for (int n = 0; n < PIXELS / 8; n++) {
            room[g * ROW + 8 * n + 2 * q] = weights[n][0];
            room[g * ROW + 8 * n + 2 * q + 1] = weights[n][1];
            room[(g + 8) * ROW + 8 * n + 2 * q] = weights[n][2];
            room[(g + 8) * ROW + 8 * n + 2 * q + 1] = weights[n][3];
        }
        __syncwarp();
        constexpr int STEP = Several<Real>::COUNT;
        for (int i = 0; i < PIXELS; i += STEP) {
            const Several<Real> a = several(room + g * ROW + i);
            const Several<Real> b = several(room + (g + 8) * ROW + i);
#pragma unroll
            for (int n = 0; n < CHUNK / 8; n++) {
                const Several<Real> x = several(inputs + (8 * n + 2 * q) * STRIDE + i);
                const Several<Real> y = several(inputs + (8 * n + 2 * q + 1) * STRIDE + i);
#pragma unroll
                for (int k = 0; k < STEP; k++) {
                    sums[n][0] += a.numbers[k] * x.numbers[k];
                    sums[n][1] += a.numbers[k] * y.numbers[k];
                    sums[n][2] += b.numbers[k] * x.numbers[k];
                    sums[n][3] += b.numbers[k] * y.numbers[k];
                }
            }
        }
        __syncwarp();
    } else {
#pragma unroll
        for (int m = 0; m < PIXELS / 8; m += 2) {
            Operand<HOW> first(weights[m][0], weights[m][2], weights[m][1], weights[m][3]);
            Operand<HOW> second(weights[m + 1][0], weights[m + 1][2], weights[m + 1][1], weights[m + 1][3]);
#pragma unroll
            for (int n = 0; n < CHUNK / 8; n++) {
                const float2* x = reinterpret_cast<const float2*>(inputs + (8 * n + g) * STRIDE + 8 * m + 2 * q);
                float part[4] = {};
                multiply<HOW>(part, first, x[0].x, x[0].y);
                multiply<HOW>(part, second, x[4].x, x[4].y);
#pragma unroll
                for (int k = 0; k < 4; k++) {
                    sums[n][k] += part[k];
                }
            }
        }
    }
}

// Writes inputs into shared memory, pixels first .. first + PIXELS of some rows of images; 0 for what is no input and for a
// row that is not there.
template <typename Real, typename There>
__device__ inline void loadInputs(
    Real* inputs, const Batch& batch, const Job& job, const int* images, int rows, int first, There there) {
    constexpr int PIXELS = Tile<Real>::PIXELS;
    for (int k = threadIdx.x; k < rows * PIXELS / 8; k += blockDim.x) {
        int t = k / (PIXELS / 8);
        int i = k % (PIXELS / 8) * 8;
        Real* to = inputs + t * Tile<Real>::STRIDE + i;
        uint2 raw = make_uint2(0, 0);
        int left = 0;
        if (there(t)) {
            raw = *reinterpret_cast<const uint2*>(job.pixels + images[t] * batch.pitch + first + i);
            left = static_cast<int>(batch.inputs) - first - i;
        }
#pragma unroll
        for (int b = 0; b < 8; b++) {
            uint32_t pixel = (b < 4 ? raw.x >> 8 * b : raw.y >> 8 * (b - 4)) & 0xff;
            to[b] = b < left ? static_cast<Real>(pixel + 1) * Real(1.0 / 256) : Real(0);
        }
    }
}

// Walkers on any landscape of formulas. What the losses are is known at run time: LandscapeCode puts the instructions that
// compute the slope in the place of the comment that marks it, and only then is this a program.
#include "walk.cuh"

// The mean gradient, at W, of the datapoints whose bits are set.
template <typename Real>
__device__ Real slope(Real w, unsigned long long datapoints);

template <>
__device__ inline float slope(float w, unsigned long long datapoints) {
    float g;
    asm volatile("// slope f32 %0 %1 %2" : "=f"(g) : "f"(w), "l"(datapoints));
    return g;
}

template <>
__device__ inline double slope(double w, unsigned long long datapoints) {
    double g;
    asm volatile("// slope f64 %0 %1 %2" : "=d"(g) : "d"(w), "l"(datapoints));
    return g;
}

__device__ inline float less(float w, float rate, float g) {
    return __fsub_rn(w, __fmul_rn(rate, g));
}

__device__ inline double less(double w, double rate, double g) {
    return __dsub_rn(w, __dmul_rn(rate, g));
}

// 128 random bits, taken from the lowest on.
struct Bits {
    uint64_t low;
    uint64_t high;

    // Drops so many, 0 to 64.
    __device__ void drop(int bits) {
        if (bits == 64) {
            low = high;
            high = 0;
        } else if (bits > 0) {
            low = low >> bits | high << (64 - bits);
            high >>= bits;
        }
    }
};

// Takes walkers from step `from` to step `to`. A draw is `width` bits, as in Draws; `masks`, if there are any, has the
// datapoints of each batch, else a draw is a datapoint.
template <typename Real>
__device__ void walk(
    Real* places,
    int* passed,
    int count,
    long long first,
    unsigned long long seed,
    int from,
    int to,
    Real barrier,
    int innerSteps,
    Real rate,
    int width,
    long long batches,
    const unsigned long long* masks) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i >= count) {
        return;
    }
    Real w = places[i];
    int crossed = passed[i];
    const int perBlock = BLOCK_BITS / width;
    int at = from;
    while (at < to) {
        Bits bits = {0, 0};
        if (batches > 1) {
            Words random = words(seed, first + i, at / perBlock);
            bits = {random.x[0] | uint64_t{random.x[1]} << 32, random.x[2] | uint64_t{random.x[3]} << 32};
        }
        const int skipped = at % perBlock * width;
        bits.drop(min(skipped, 64));
        bits.drop(max(skipped - 64, 0));
        const int last = min(to - 1, at + (perBlock - 1 - at % perBlock));
#pragma unroll 1
        for (; at <= last; at++) {
            auto number = width == 64 ? __umul64hi(bits.low, batches) : bits.low & ~(~uint64_t{0} << width);
            bits.drop(width);
            unsigned long long datapoints = masks == nullptr ? 1ull << number : masks[number];
#pragma unroll 1
            for (int inner = 0; inner < innerSteps; inner++) {
                w = less(w, rate, slope<Real>(w, datapoints));
            }
            if (w > barrier) {
                crossed = min(crossed, at + 1);
            }
        }
    }
    places[i] = w;
    passed[i] = crossed;
}

#define KERNEL(Real, name)                                                                                           \
    extern "C" __global__ void __launch_bounds__(THREADS) walk_landscape_##name(                                     \
        Real* places, int* passed, int count, long long first, unsigned long long seed, int from, int to, Real barrier, \
        int innerSteps, Real rate, int width, long long batches, const unsigned long long* masks) {                  \
        walk<Real>(places, passed, count, first, seed, from, to, barrier, innerSteps, rate, width, batches, masks);  \
    }

KERNEL(float, float32)
KERNEL(double, float64)

// What the kernels share: a thread has one walker, whose W stays in a register from one step to another.
#pragma once
#include <cstdint>

constexpr int THREADS = 256;

// As in Tally: the walker has not been beyond the barrier.
constexpr int NEVER = 0x7fffffff;

// Steps whose draws come from one block of random words, where a draw is a bit.
constexpr int BLOCK_BITS = 128;

// As in RandomStream.
constexpr uint32_t WALKERS = 7;

// Four random words: Philox4x32-10 (J. K. Salmon and others 2011), as in org.basinlab.random.Philox.
struct Words {
    uint32_t x[4];

    // The words after the first.
    __device__ void turn() {
        x[0] = x[1];
        x[1] = x[2];
        x[2] = x[3];
    }
};

__device__ inline Words words(uint64_t seed, uint64_t walker, uint32_t block) {
    auto k0 = static_cast<uint32_t>(seed);
    auto k1 = static_cast<uint32_t>(seed >> 32);
    auto x0 = static_cast<uint32_t>(walker);
    auto x1 = static_cast<uint32_t>(walker >> 32);
    uint32_t x2 = block;
    uint32_t x3 = WALKERS;
#pragma unroll
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = uint64_t{0xD2511F53u} * x0;
        uint64_t p1 = uint64_t{0xCD9E8D57u} * x2;
        x0 = static_cast<uint32_t>(p1 >> 32) ^ x1 ^ k0;
        x1 = static_cast<uint32_t>(p1);
        x2 = static_cast<uint32_t>(p0 >> 32) ^ x3 ^ k1;
        x3 = static_cast<uint32_t>(p0);
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return {{x0, x1, x2, x3}};
}

// Where walkers begin, unless their places are given, and who is beyond the barrier there.
template <typename Real>
__device__ void begin(Real* places, int* passed, int count, Real barrier, Real place, int given) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i < count) {
        Real w = given ? places[i] : place;
        places[i] = w;
        passed[i] = w > barrier ? 0 : NEVER;
    }
}

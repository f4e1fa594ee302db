// For every GPU from Turing on: plain multiplies and adds, single and double precision.
#include "advance.cuh"
#include "gram.cuh"
#include "steps.cuh"
#include "tally.cuh"

#define KERNELS(Real, name)                                                                                          \
    extern "C" __global__ void __launch_bounds__(256) gram_##name(                                                   \
        const uint8_t* pixels, const int* order, long long length, long long inputs, long long pitch, Real* products) { \
        gram<Real>(pixels, order, length, inputs, pitch, products);                                                  \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(256) steps_##name(const __grid_constant__ Batch batch, int chunk) { \
        steps<Real, 1, 16>(batch, chunk);                                                                            \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(1024) wide_steps_##name(const __grid_constant__ Batch batch, int chunk) { \
        steps<Real, 4, 4>(batch, chunk);                                                                             \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(256) tally_rest_##name(const __grid_constant__ Batch batch) {       \
        tallyRest<Real>(batch);                                                                                      \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(256) advance_plain_##name(const __grid_constant__ Batch batch, int chunk) { \
        advance<Real, Arithmetic::PLAIN>(batch, chunk);                                                              \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(256) tally_plain_##name(const __grid_constant__ Batch batch, int firstUnit) { \
        tallyWeights<Real, Arithmetic::PLAIN>(batch, firstUnit);                                                     \
    }

KERNELS(float, float32)
KERNELS(double, float64)

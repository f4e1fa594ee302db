// Walkers for every GPU from Turing on, in single and double precision: on P1's pit, and what any landscape needs.
#include "look.cuh"
#include "pit.cuh"

#define KERNELS(Real, name, bounds)                                                                                    \
    extern "C" __global__ void __launch_bounds__(THREADS) begin_##name(                                              \
        Real* places, int* passed, int count, Real barrier, Real place, int given) {                                 \
        begin<Real>(places, passed, count, barrier, place, given);                                                   \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__ bounds walk_pit_##name(                                           \
        Real* places, int* passed, int count, long long first, unsigned long long seed, int from, int to, Real barrier, \
        const __grid_constant__ Bell<Real> well, const __grid_constant__ Bell<Real> spike) {                         \
        walkPit<Real, true>(places, passed, count, first, seed, from, to, barrier, 1, well, spike);                        \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__ bounds walk_pit_inner_##name(                                     \
        Real* places, int* passed, int count, long long first, unsigned long long seed, int from, int to, Real barrier, \
        const __grid_constant__ Bell<Real> well, const __grid_constant__ Bell<Real> spike, int innerSteps) {         \
        walkPit<Real, false>(places, passed, count, first, seed, from, to, barrier, innerSteps, well, spike);               \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(THREADS) look_##name(                                               \
        const Real* places, const int* passed, int count, int steps, Real barrier, int* counts, double* moments) {   \
        look<Real>(places, passed, count, steps, barrier, counts, moments);                                          \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(THREADS) histogram_##name(                                          \
        const Real* places, int count, double low, double high, double width, int bins, int* counters) {             \
        histogram<Real, true>(places, count, low, high, width, bins, counters);                                      \
    }                                                                                                                \
    extern "C" __global__ void __launch_bounds__(THREADS) histogram_wide_##name(                                     \
        const Real* places, int count, double low, double high, double width, int bins, int* counters) {             \
        histogram<Real, false>(places, count, low, high, width, bins, counters);                                     \
    }

KERNELS(float, float32, (THREADS))
KERNELS(double, float64, (THREADS, 3))

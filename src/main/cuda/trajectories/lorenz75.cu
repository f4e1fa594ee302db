// For every GPU from Turing on: Lorenz's system with every choice of tangents, in single and double precision. Where A is
// free, before a window and after it, two tangents are both free.
#include "lorenz.cuh"

#define KERNEL(Real, type, name, first, second)                                                                       \
    extern "C" __global__ void __launch_bounds__(256) lorenz_##name##_##type(                                         \
        const __grid_constant__ Flight<Real> flight) {                                                                \
        fly<Real, Kind::first, Kind::second>(flight);                                                                 \
    }

#define KERNELS(Real, type)                                                                                           \
    KERNEL(Real, type, none, NONE, NONE)                                                                              \
    KERNEL(Real, type, free, FREE, NONE)                                                                              \
    KERNEL(Real, type, driven, DRIVEN, NONE)                                                                          \
    KERNEL(Real, type, held, HELD, NONE)                                                                              \
    KERNEL(Real, type, free_free, FREE, FREE)                                                                         \
    KERNEL(Real, type, free_driven, FREE, DRIVEN)                                                                     \
    KERNEL(Real, type, free_held, FREE, HELD)

KERNELS(float, float32)
KERNELS(double, float64)

// Functions that formulas call, for kernels whose text is made when a formula is known.
#define FUNCTION(name)                                                                   \
    extern "C" __device__ float basin_##name##_f32(float x) { return name##f(x); }       \
    extern "C" __device__ double basin_##name##_f64(double x) { return name(x); }

FUNCTION(log)
FUNCTION(sin)
FUNCTION(cos)
FUNCTION(tanh)

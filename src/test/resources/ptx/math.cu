// CUDA's mathematical functions, whose code the emulator's tests execute.
#include <math.h>

#define FUNCTION(type, name, value)                                                \
    extern "C" __global__ void name(const type* x, type* y, int n) {               \
        int i = blockIdx.x * blockDim.x + threadIdx.x;                             \
        if (i < n) {                                                               \
            type v = x[i];                                                         \
            y[i] = value;                                                          \
        }                                                                          \
    }

FUNCTION(float, exp_f32, expf(v))
FUNCTION(float, expm1_f32, expm1f(v))
FUNCTION(float, log_f32, logf(v))
FUNCTION(float, log1p_f32, log1pf(v))
FUNCTION(float, tanh_f32, tanhf(v))
FUNCTION(float, erf_f32, erff(v))
FUNCTION(float, erfc_f32, erfcf(v))
FUNCTION(float, sin_f32, sinf(v))
FUNCTION(float, pow_f32, powf(v, 1.75f))
FUNCTION(float, sqrt_f32, sqrtf(v))
FUNCTION(float, quotient_f32, v / 3.0f)
FUNCTION(double, exp_f64, exp(v))
FUNCTION(double, expm1_f64, expm1(v))
FUNCTION(double, log_f64, log(v))
FUNCTION(double, log1p_f64, log1p(v))
FUNCTION(double, tanh_f64, tanh(v))
FUNCTION(double, erf_f64, erf(v))
FUNCTION(double, erfc_f64, erfc(v))
FUNCTION(double, sin_f64, sin(v))
FUNCTION(double, pow_f64, pow(v, 1.75))
FUNCTION(double, sqrt_f64, sqrt(v))
FUNCTION(double, quotient_f64, v / 3.0)

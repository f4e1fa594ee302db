// What a GPU does at best: bytes copied, multiply-adds, powers of two. Benchmarks stand beside these.
#include <cstdint>

extern "C" __global__ void __launch_bounds__(256) copy(const float4* from, float4* to, long long count) {
    long long step = static_cast<long long>(gridDim.x) * blockDim.x;
    for (long long k = static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x; k < count; k += step) {
        to[k] = from[k];
    }
}

// 8 x 32 multiply-adds a thread and round.
template <typename Real>
__device__ inline void multiplyAdd(Real* out, Real factor, int rounds) {
    Real x[8];
#pragma unroll
    for (int k = 0; k < 8; k++) {
        x[k] = static_cast<Real>(threadIdx.x + k);
    }
    for (int round = 0; round < rounds; round++) {
#pragma unroll
        for (int step = 0; step < 32; step++) {
#pragma unroll
            for (int k = 0; k < 8; k++) {
                x[k] = x[k] * factor + Real(1);
            }
        }
    }
    Real sum = 0;
#pragma unroll
    for (int k = 0; k < 8; k++) {
        sum += x[k];
    }
    out[static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x] = sum;
}

extern "C" __global__ void __launch_bounds__(256) multiply_add_float32(float* out, float factor, int rounds) {
    multiplyAdd<float>(out, factor, rounds);
}

extern "C" __global__ void __launch_bounds__(256) multiply_add_float64(double* out, double factor, int rounds) {
    multiplyAdd<double>(out, factor, rounds);
}

// 8 x 32 powers of two a thread and round, by the special-function units.
extern "C" __global__ void __launch_bounds__(256) special(float* out, float factor, int rounds) {
    float x[8];
#pragma unroll
    for (int k = 0; k < 8; k++) {
        x[k] = factor * static_cast<float>(threadIdx.x + k);
    }
    for (int round = 0; round < rounds; round++) {
#pragma unroll
        for (int step = 0; step < 32; step++) {
#pragma unroll
            for (int k = 0; k < 8; k++) {
                asm("ex2.approx.ftz.f32 %0, %0;" : "+f"(x[k]));
            }
        }
    }
    float sum = 0;
#pragma unroll
    for (int k = 0; k < 8; k++) {
        sum += x[k];
    }
    out[static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x] = sum;
}

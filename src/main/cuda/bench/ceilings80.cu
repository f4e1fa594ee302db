// What tensor cores do at best with TF32.
#include <cstdint>

// 4 x 16 products of 16 x 8 x 8 a warp and round.
extern "C" __global__ void __launch_bounds__(256) tensor(float* out, float factor, int rounds) {
    uint32_t a[4];
    uint32_t b[2];
#pragma unroll
    for (int k = 0; k < 4; k++) {
        a[k] = __float_as_uint(factor * static_cast<float>(threadIdx.x % 32 + k));
        b[k % 2] = __float_as_uint(factor);
    }
    float sums[4][4] = {};
    for (int round = 0; round < rounds; round++) {
#pragma unroll
        for (int step = 0; step < 16; step++) {
#pragma unroll
            for (int k = 0; k < 4; k++) {
                asm volatile(
                    "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
                    : "+f"(sums[k][0]), "+f"(sums[k][1]), "+f"(sums[k][2]), "+f"(sums[k][3])
                    : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
            }
        }
    }
    float sum = 0;
#pragma unroll
    for (int k = 0; k < 4; k++) {
        sum += sums[k][0] + sums[k][1] + sums[k][2] + sums[k][3];
    }
    out[static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x] = sum;
}

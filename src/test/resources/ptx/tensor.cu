// What GPUs of compute capability 8.0 have beyond 7.5: products on tensor cores, asynchronous copies.

__device__ unsigned tf32(float x) {
    unsigned bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return bits;
}

// One warp: c (16 x 8) += a (16 x 8) b (8 x 8).
extern "C" __global__ void product_tf32(const float* a, const float* b, float* c, int rounded) {
    int g = threadIdx.x >> 2;
    int t = threadIdx.x & 3;
    float as[4] = {a[g * 8 + t], a[(g + 8) * 8 + t], a[g * 8 + t + 4], a[(g + 8) * 8 + t + 4]};
    float bs[2] = {b[t * 8 + g], b[(t + 4) * 8 + g]};
    unsigned x[4];
    unsigned y[2];
    for (int i = 0; i < 4; i++) {
        x[i] = rounded ? tf32(as[i]) : __float_as_uint(as[i]);
    }
    for (int i = 0; i < 2; i++) {
        y[i] = rounded ? tf32(bs[i]) : __float_as_uint(bs[i]);
    }
    float d[4] = {c[g * 8 + 2 * t], c[g * 8 + 2 * t + 1], c[(g + 8) * 8 + 2 * t], c[(g + 8) * 8 + 2 * t + 1]};
    asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
                 : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
                 : "r"(x[0]), "r"(x[1]), "r"(x[2]), "r"(x[3]), "r"(y[0]), "r"(y[1]));
    c[g * 8 + 2 * t] = d[0];
    c[g * 8 + 2 * t + 1] = d[1];
    c[(g + 8) * 8 + 2 * t] = d[2];
    c[(g + 8) * 8 + 2 * t + 1] = d[3];
}

// One warp: c (16 x 8) += a (16 x 16) b (16 x 8), of bfloat16 or half precision; b is stored by columns.
#define PRODUCT_16(name, format)                                                                                       \
    extern "C" __global__ void name(const unsigned* a, const unsigned* b, float* c) {                                  \
        int g = threadIdx.x >> 2;                                                                                      \
        int t = threadIdx.x & 3;                                                                                       \
        unsigned x[4] = {a[g * 8 + t], a[(g + 8) * 8 + t], a[g * 8 + t + 4], a[(g + 8) * 8 + t + 4]};                  \
        unsigned y[2] = {b[g * 8 + t], b[g * 8 + t + 4]};                                                              \
        float d[4] = {c[g * 8 + 2 * t], c[g * 8 + 2 * t + 1], c[(g + 8) * 8 + 2 * t], c[(g + 8) * 8 + 2 * t + 1]};     \
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32." format "." format                                        \
                     ".f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"                                      \
                     : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])                                                  \
                     : "r"(x[0]), "r"(x[1]), "r"(x[2]), "r"(x[3]), "r"(y[0]), "r"(y[1]));                              \
        c[g * 8 + 2 * t] = d[0];                                                                                       \
        c[g * 8 + 2 * t + 1] = d[1];                                                                                   \
        c[(g + 8) * 8 + 2 * t] = d[2];                                                                                 \
        c[(g + 8) * 8 + 2 * t + 1] = d[3];                                                                             \
    }

PRODUCT_16(product_bf16, "bf16")
PRODUCT_16(product_f16, "f16")

// Each block copies its part through shared memory, in groups of which two are on their way.
extern "C" __global__ void copy_async(const float4* from, float4* to, int rounds, int waits) {
    __shared__ float4 buffer[3][64];
    unsigned at = (unsigned) __cvta_generic_to_shared(&buffer[0][threadIdx.x]);
    for (int i = 0; i < rounds; i++) {
        asm volatile("cp.async.cg.shared.global [%0], [%1], 16;" ::"r"(at + i % 3 * 1024), "l"(from + i * 64 + threadIdx.x));
        asm volatile("cp.async.commit_group;");
        if (i >= 2) {
            if (waits) {
                asm volatile("cp.async.wait_group 2;");
            }
            __syncthreads();
            to[(i - 2) * 64 + (threadIdx.x ^ 1)] = buffer[(i - 2) % 3][threadIdx.x ^ 1];
            __syncthreads();
        }
    }
}

// The source ends within the sixteen bytes of a copy: zeros follow.
extern "C" __global__ void copy_part(const float* from, float* to, int bytes) {
    __shared__ float4 buffer[32];
    unsigned at = (unsigned) __cvta_generic_to_shared(&buffer[threadIdx.x]);
    asm volatile("cp.async.ca.shared.global [%0], [%1], 16, %2;" ::"r"(at), "l"(from), "r"(bytes));
    asm volatile("cp.async.wait_all;");
    reinterpret_cast<float4*>(to)[threadIdx.x] = buffer[threadIdx.x];
}

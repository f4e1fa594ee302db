// What programs consist of: control flow, shared memory, warps' exchanges, atomics.

extern "C" __global__ void collatz(const int* starts, int* steps, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    unsigned v = starts[i];
    int count = 0;
    while (v != 1) {
        v = v % 2 == 0 ? v / 2 : 3 * v + 1;
        count++;
    }
    steps[i] = count;
}

extern "C" __global__ void activate(const float* x, float* y, int n, int activation) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = x[i];
    switch (activation) {
        case 0: v = fmaxf(v, 0.0f); break;
        case 1: v = tanhf(v); break;
        case 2: v = 1.0f / (1.0f + expf(-v)); break;
        case 3: v = v * v; break;
        case 4: v = log1pf(expf(v)); break;
        case 5: v = -v; break;
        case 6: v = fabsf(v); break;
        default: v = 0.0f;
    }
    y[i] = v;
}

extern "C" __global__ void choose(int* x, int n) {
    int i = threadIdx.x;
    int v = x[i];
    switch (i % 9) {
        case 0: v += 3; break;
        case 1: v = v * 7 + x[(i + 1) % n + n]; break;
        case 2: v = __popc(v); break;
        case 3: v ^= 0x55; break;
        case 4: v = v / 3 + v % 5; break;
        case 5: for (int k = 0; k < i; k++) { v += k * v; } break;
        case 6: v = __clz(v); break;
        case 7: v = min(v, 12) - max(v, 4); break;
        default: v = ~v;
    }
    x[i] = v;
}

template <typename T>
__device__ void reduce(const T* x, T* sum, int n) {
    extern __shared__ __align__(16) unsigned char bytes[];
    T* partial = reinterpret_cast<T*>(bytes);
    T v = 0;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        v += x[i];
    }
    partial[threadIdx.x] = v;
    __syncthreads();
    for (int half = blockDim.x / 2; half >= 32; half /= 2) {
        if (threadIdx.x < half) {
            partial[threadIdx.x] += partial[threadIdx.x + half];
        }
        __syncthreads();
    }
    if (threadIdx.x < 32) {
        T w = partial[threadIdx.x];
        for (int offset = 16; offset > 0; offset /= 2) {
            w += __shfl_down_sync(0xffffffff, w, offset);
        }
        if (threadIdx.x == 0) {
            atomicAdd(sum, w);
        }
    }
}

extern "C" __global__ void reduce_f32(const float* x, float* sum, int n) { reduce(x, sum, n); }
extern "C" __global__ void reduce_f64(const double* x, double* sum, int n) { reduce(x, sum, n); }

extern "C" __global__ void __launch_bounds__(256) product(
        const float* __restrict__ a, const float* __restrict__ b, float* __restrict__ c, int m, int n, int k) {
    __shared__ float left[16][17];
    __shared__ float right[16][17];
    int row = blockIdx.y * 16 + threadIdx.y;
    int column = blockIdx.x * 16 + threadIdx.x;
    float sum = 0;
    for (int k0 = 0; k0 < k; k0 += 16) {
        left[threadIdx.y][threadIdx.x] = row < m && k0 + threadIdx.x < k ? a[row * k + k0 + threadIdx.x] : 0.0f;
        right[threadIdx.y][threadIdx.x] = column < n && k0 + threadIdx.y < k ? b[(k0 + threadIdx.y) * n + column] : 0.0f;
        __syncthreads();
#pragma unroll
        for (int i = 0; i < 16; i++) {
            sum = fmaf(left[threadIdx.y][i], right[i][threadIdx.x], sum);
        }
        __syncthreads();
    }
    if (row < m && column < n) {
        c[row * n + column] = sum;
    }
}

// Each thread keeps 4 x 4 sums in registers.
extern "C" __global__ void __launch_bounds__(256) product4(
        const float* __restrict__ a, const float* __restrict__ b, float* __restrict__ c, int n) {
    __shared__ __align__(16) float left[16][64];
    __shared__ __align__(16) float right[16][64];
    float sums[4][4] = {};
    int tx = threadIdx.x % 16;
    int ty = threadIdx.x / 16;
    for (int k0 = 0; k0 < n; k0 += 16) {
        for (int i = threadIdx.x; i < 1024; i += 256) {
            left[i / 64][i % 64] = a[(blockIdx.y * 64 + i % 64) * n + k0 + i / 64];
            right[i / 64][i % 64] = b[(k0 + i / 64) * n + blockIdx.x * 64 + i % 64];
        }
        __syncthreads();
#pragma unroll
        for (int q = 0; q < 16; q++) {
            float4 x = *reinterpret_cast<const float4*>(&left[q][ty * 4]);
            float4 y = *reinterpret_cast<const float4*>(&right[q][tx * 4]);
            float xs[4] = {x.x, x.y, x.z, x.w};
            float ys[4] = {y.x, y.y, y.z, y.w};
#pragma unroll
            for (int i = 0; i < 4; i++) {
#pragma unroll
                for (int j = 0; j < 4; j++) {
                    sums[i][j] = fmaf(xs[i], ys[j], sums[i][j]);
                }
            }
        }
        __syncthreads();
    }
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
            c[(blockIdx.y * 64 + ty * 4 + i) * n + blockIdx.x * 64 + tx * 4 + j] = sums[i][j];
        }
    }
}

extern "C" __global__ void dot_bytes(const int* a, const int* b, int* c) {
    int i = threadIdx.x;
    c[i] = __dp4a(a[i], b[i], i);
    c[i + 32] = __dp4a((unsigned) a[i], (unsigned) b[i], (unsigned) i);
}

// A local array that is indexed by what is known only at run time.
extern "C" __global__ void histogram(const int* x, int* counts, int perThread) {
    int mine[16] = {};
    for (int i = 0; i < perThread; i++) {
        mine[x[threadIdx.x * perThread + i] & 15]++;
    }
    for (int i = 0; i < 16; i++) {
        if (mine[i] != 0) {
            atomicAdd(&counts[i], mine[i]);
        }
    }
}

// A polynomial of degree 15 by sixteen coefficients in registers.
extern "C" __global__ void polynomial(const double* coefficients, const double* x, double* y) {
    double c[16];
#pragma unroll
    for (int i = 0; i < 16; i++) {
        c[i] = coefficients[i];
    }
    double v = x[threadIdx.x];
    double sum = 0;
#pragma unroll
    for (int i = 15; i >= 0; i--) {
        sum = fma(sum, v, c[i]);
    }
    y[threadIdx.x] = sum;
}

__device__ __noinline__ double ackerman(double v, int* times) {
    *times += 1;
    return v > 10 ? sqrt(v) : v * v;
}

extern "C" __global__ void calls(double* x, int* counts) {
    int times = 0;
    double v = x[threadIdx.x];
    for (int i = 0; i <= threadIdx.x % 5; i++) {
        v = ackerman(v, &times);
    }
    x[threadIdx.x] = v;
    counts[threadIdx.x] = times;
}

__constant__ float weights[4] = {0.5f, -2.0f, 4.0f, 1.0f};
__device__ int launches = 7;

extern "C" __global__ void variables(float* y) {
    y[threadIdx.x] = weights[threadIdx.x & 3];
    if (threadIdx.x == 0) {
        y[32] = ++launches;
    }
}

extern "C" __global__ void votes(const int* x, int* y) {
    int v = x[threadIdx.x];
    int lane = threadIdx.x & 31;
    y[threadIdx.x] = __ballot_sync(0xffffffff, v > 3);
    y[threadIdx.x + 64] = __any_sync(0xffffffff, v > 100) + 2 * __all_sync(0xffffffff, v > 100);
    y[threadIdx.x + 128] = __shfl_xor_sync(0xffffffff, v, 5) + 1000 * __shfl_up_sync(0xffffffff, v, 3, 8);
    y[threadIdx.x + 192] = __shfl_sync(0xffffffff, v, lane + 9) - __shfl_down_sync(0xffffffff, v, 2, 16);
    y[threadIdx.x + 256] = __syncthreads_count(v > 3) + 100 * __syncthreads_or(v == 5) + 1000 * __syncthreads_and(v < 5);
}

struct Parameters {
    float a;
    int b[5];
    double c;
    const float* p;
    signed char d;
};

extern "C" __global__ void structure(Parameters x, float* y) {
    y[threadIdx.x] = x.a + x.b[threadIdx.x] + x.c + x.p[2] + x.d;
}

extern "C" __global__ void narrow(
        const signed char* signs, const unsigned char* bytes, const short* shorts, int* y, signed char* low) {
    int i = threadIdx.x;
    y[i] = signs[i] + bytes[i] + shorts[i];
    low[i] = (signed char) y[i];
}

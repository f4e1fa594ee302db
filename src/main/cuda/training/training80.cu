// For GPUs with TF32 tensor cores, from Ampere on.
#include "advance.cuh"
#include "tally.cuh"

extern "C" __global__ void __launch_bounds__(256, 2) advance_split(const __grid_constant__ Batch batch, int chunk) {
    advance<float, Arithmetic::SPLIT>(batch, chunk);
}

extern "C" __global__ void __launch_bounds__(256, 2) advance_tf32(const __grid_constant__ Batch batch, int chunk) {
    advance<float, Arithmetic::TF32>(batch, chunk);
}

extern "C" __global__ void __launch_bounds__(256, 2) tally_split(const __grid_constant__ Batch batch, int firstUnit) {
    tallyWeights<float, Arithmetic::SPLIT>(batch, firstUnit);
}

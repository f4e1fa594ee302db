// The steps of SGD themselves, one datapoint after the other: a block is a network, a thread a hidden unit (or UNITS of
// them). z_t = W x_t + b + sum over s < t in the chunk of (x_s . x_t + 1) m_s, with W and b as before the chunk and m_s
// the change of b by datapoint s. WINDOW preactivations are in registers, the first being the next datapoint's; what
// m_s adds to the others moves them up one at the same time.
#pragma once
#include "activation.cuh"
#include "batch.cuh"

constexpr unsigned ALL = 0xffffffffu;

// Sum over the warp's lanes, in every lane, in the same order in each warp.
template <typename Real>
__device__ inline Real warpSum(Real x) {
#pragma unroll
    for (int distance = 16; distance > 0; distance /= 2) {
        x += __shfl_xor_sync(ALL, x, distance);
    }
    return x;
}

// What a datapoint comes to in the output layer; lane k of every warp has output unit k.
template <typename Real>
struct Outcome {
    Real move;
    Real loss;
    int guess;
};

template <typename Real>
__device__ inline Outcome<Real> outputStep(const Job& job, int outputs, int group, Real z) {
    int lane = threadIdx.x % 32;
    Outcome<Real> outcome;
    Real out;
    Real slope;
    activate<Real>(job.output, z, out, slope);
    Real greatest = __shfl_sync(ALL, out, 0);
    Real ofGroup = greatest;
    outcome.guess = 0;
    for (int k = 1; k < outputs; k++) {
        Real other = __shfl_sync(ALL, out, k);
        if (other > greatest) {
            greatest = other;
            outcome.guess = k;
        }
        ofGroup = k == group ? other : ofGroup;
    }
    Real gradient = Real(0);
    Real part = Real(0);
    Real target = lane == group ? Real(1) : Real(0);
    if (lane < outputs) {
        gradient = job.loss == 0 ? out - target : exponential(out - greatest);
        part = job.loss == 0 ? gradient * gradient * Real(0.5) : gradient;
    }
    Real sum = Real(0);
    for (int k = 0; k < outputs; k++) {
        sum += __shfl_sync(ALL, part, k);
    }
    outcome.loss = job.loss == 0 ? sum : logarithm(sum) + greatest - ofGroup;
    if (job.loss != 0) {
        gradient = gradient / sum - target;
    }
    outcome.move = lane < outputs ? static_cast<Real>(-job.rate) * gradient * slope : Real(0);
    return outcome;
}

template <typename Real, int UNITS, int WINDOW>
__device__ void steps(const Batch& batch, int chunk) {
    extern __shared__ __align__(16) unsigned char room[];
    const int index = blockIdx.x;
    const Job job = batch.jobs[index];
    const int count = datapoints(batch, job, index, chunk);
    if (count == 0) {
        if (threadIdx.x == 0) {
            batch.pending[index] = 0;
        }
        return;
    }
    const int width = static_cast<int>(batch.width);
    const int outputs = static_cast<int>(batch.outputs);
    const int threads = blockDim.x;
    const int lane = threadIdx.x % 32;
    const int warp = threadIdx.x / 32;
    const int warps = threads / 32;
    const long long begin = static_cast<long long>(chunk) * CHUNK;

    // [CHUNK][CHUNK + WINDOW]: what stands right of a row's end is 0.
    constexpr int STRIDE = CHUNK + WINDOW;
    Real* gram = reinterpret_cast<Real*>(room);
    Real* outputWeights = gram + CHUNK * STRIDE;
    Real* partial = outputWeights + outputs * UNITS * threads;
    const Real* products = static_cast<const Real*>(job.gram) + begin * CHUNK;
    for (int k = threadIdx.x; k < CHUNK * STRIDE; k += threads) {
        int column = k % STRIDE;
        gram[k] = column < CHUNK ? products[k / STRIDE * CHUNK + column] : Real(0);
    }

    Real bias[UNITS];
    Real biasMove[UNITS];
#pragma unroll
    for (int u = 0; u < UNITS; u++) {
        int unit = threadIdx.x + u * threads;
        bias[u] = unit < batch.units ? static_cast<Real*>(batch.biases)[static_cast<long long>(index) * width + unit] : Real(0);
        biasMove[u] = Real(0);
        for (int k = 0; k < outputs; k++) {
            outputWeights[(k * UNITS + u) * threads + threadIdx.x] = unit < batch.units
                ? static_cast<Real*>(batch.outputWeights)[(static_cast<long long>(index) * outputs + k) * width + unit]
                : Real(0);
        }
    }
    Real outputBias = lane < outputs ? static_cast<Real*>(batch.outputBiases)[static_cast<long long>(index) * outputs + lane] : Real(0);

    const Real* z = static_cast<const Real*>(batch.preactivations) + static_cast<long long>(index) * CHUNK * width;
    Real* moves = movesOf<Real>(batch, job, chunk);
    Real ahead[UNITS][WINDOW];
    int done = 0;
    bool diverged = false;
    __syncthreads();
    while (done < count && !diverged) {
        if (done % WINDOW == 0) {
#pragma unroll
            for (int u = 0; u < UNITS; u++) {
                int unit = threadIdx.x + u * threads;
#pragma unroll
                for (int w = 0; w < WINDOW; w++) {
                    ahead[u][w] = unit < batch.units && done + w < count ? z[(done + w) * width + unit] + bias[u] : Real(0);
                }
                if (unit < batch.units) {
                    for (int s = 0; s < done; s++) {
                        Real move = moves[s * width + unit];
#pragma unroll
                        for (int w = 0; w < WINDOW; w++) {
                            ahead[u][w] += gram[s * STRIDE + done + w] * move;
                        }
                    }
                }
            }
        }
        Real value[UNITS];
        Real slope[UNITS];
#pragma unroll
        for (int u = 0; u < UNITS; u++) {
            activate<Real>(job.hidden, ahead[u][0], value[u], slope[u]);
            if (threadIdx.x + u * threads >= batch.units) {
                value[u] = Real(0);
                slope[u] = Real(0);
            }
        }
        const long long s = begin + done;
        const int group = job.groups[s];
        // Two sets of sums by turns: a warp that is ahead does not write over what another still reads.
        Real* sums = partial + (done % 2) * outputs * warps;
        for (int k = 0; k < outputs; k++) {
            Real sum = Real(0);
#pragma unroll
            for (int u = 0; u < UNITS; u++) {
                sum += outputWeights[(k * UNITS + u) * threads + threadIdx.x] * value[u];
            }
            sum = warpSum(sum);
            if (lane == 0) {
                sums[k * warps + warp] = sum;
            }
        }
        __syncthreads();
        Real out = outputBias;
        if (lane < outputs) {
            for (int w = 0; w < warps; w++) {
                out += sums[lane * warps + w];
            }
        }
        Outcome<Real> outcome = outputStep<Real>(job, outputs, group, out);
        outputBias += outcome.move;
        diverged = !isNumber(outcome.loss);

        Real back[UNITS] = {};
        for (int k = 0; k < outputs; k++) {
            Real move = __shfl_sync(ALL, outcome.move, k);
#pragma unroll
            for (int u = 0; u < UNITS; u++) {
                Real* weight = &outputWeights[(k * UNITS + u) * threads + threadIdx.x];
                back[u] += move * *weight;
                *weight += move * value[u];
            }
        }
#pragma unroll
        for (int u = 0; u < UNITS; u++) {
            int unit = threadIdx.x + u * threads;
            Real move = back[u] * slope[u];
            biasMove[u] += move;
            if (unit < width) {
                moves[done * width + unit] = move;
                if (job.values != nullptr) {
                    static_cast<Real*>(job.values)[s * width + unit] = value[u];
                }
            }
#pragma unroll
            for (int w = 0; w + 1 < WINDOW; w++) {
                ahead[u][w] = ahead[u][w + 1] + gram[done * STRIDE + done + 1 + w] * move;
            }
        }
        if (threadIdx.x < outputs && job.outputMoves != nullptr) {
            static_cast<Real*>(job.outputMoves)[s * outputs + lane] = outcome.move;
        }
        if (threadIdx.x == 0) {
            static_cast<Real*>(batch.losses)[static_cast<long long>(index) * batch.longest + s] = outcome.loss;
            batch.guesses[static_cast<long long>(index) * batch.longest + s] = static_cast<uint8_t>(outcome.guess);
        }
        done++;
    }
#pragma unroll
    for (int u = 0; u < UNITS; u++) {
        int unit = threadIdx.x + u * threads;
        if (unit < batch.units) {
            static_cast<Real*>(batch.biases)[static_cast<long long>(index) * width + unit] = bias[u] + biasMove[u];
            for (int k = 0; k < outputs; k++) {
                static_cast<Real*>(batch.outputWeights)[(static_cast<long long>(index) * outputs + k) * width + unit] =
                    outputWeights[(k * UNITS + u) * threads + threadIdx.x];
            }
        }
    }
    if (threadIdx.x < outputs) {
        static_cast<Real*>(batch.outputBiases)[static_cast<long long>(index) * outputs + lane] = outputBias;
    }
    if (threadIdx.x == 0) {
        batch.pending[index] = done;
        if (diverged) {
            batch.diverged[index] = static_cast<int>(begin + done);
        }
    }
}

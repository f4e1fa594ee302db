// P1's pit, one datapoint a step: a coin says whether the spike is in it.
#pragma once
#include "walk.cuh"

// What one bell of the losses moves W by, as in the class Bell: v = scale W - offset.
template <typename Real>
struct Bell;

// By v 2^(height - v^2): the height's logarithm is here, its sign is in v.
template <>
struct Bell<float> {
    float scale;
    float offset;
    float height;
};

// By v p(v^2), p with the height in its coefficients.
template <>
struct Bell<double> {
    double scale;
    double offset;
    double height;
};

// A bell as it is computed, all in registers.
template <typename Real>
struct Motion;

template <>
struct Motion<float> {
    Bell<float> bell;

    __device__ explicit Motion(const Bell<float>& given) : bell(given) {}

    __device__ float v(float w) const {
        return __fmaf_rn(w, bell.scale, -bell.offset);
    }

    // By the special-function unit, within 2^-22 of itself; 0 below 2^-126.
    __device__ float power(float v) const {
        float power;
        asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(power) : "f"(__fmaf_rn(-v, v, bell.height)));
        return power;
    }
};

// Of PowersOfTwo, from the highest.
__device__ constexpr double COEFFICIENTS[] = {
    7.037278846726901e-09,
    -1.0208537929657404e-07,
    1.3215662835959238e-06,
    -1.5252658116409854e-05,
    0.00015403529961127076,
    -0.0013333558228561767,
    0.009618129108034596,
    -0.05550410866445883,
    0.24022650695908768,
    -0.6931471805599497,
    1,
};

template <>
struct Motion<double> {
    static constexpr int COUNT = sizeof(COEFFICIENTS) / sizeof(double);
    double scale;
    double offset;
    double c[COUNT];

    __device__ explicit Motion(const Bell<double>& bell) : scale(bell.scale), offset(bell.offset) {
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            c[i] = __dmul_rn(COEFFICIENTS[i], bell.height);
        }
    }

    __device__ double v(double w) const {
        return __fma_rn(w, scale, -offset);
    }

    // PowersOfTwo.of(d), bit for bit, for d up to 900.
    __device__ double power(double d) const {
        double shifted = __dsub_rn(0x1.8p52, d);
        double t = __dadd_rn(__dsub_rn(shifted, 0x1.8p52), d);
        double p = c[0];
#pragma unroll
        for (int i = 1; i < COUNT; i++) {
            p = __fma_rn(p, t, c[i]);
        }
        return __hiloint2double(__double2hiint(p) + (__double2loint(shifted) << 20), __double2loint(p));
    }
};

// The spike costs the same drawn or not: some lane of a warp always draws it.
__device__ inline float stepped(float w, bool drawn, const Motion<float>& well, const Motion<float>& spike) {
    float u = spike.v(w);
    float peak = spike.power(u);
    float v = well.v(w);
    float after = __fmaf_rn(v, well.power(v), w);
    return drawn ? __fmaf_rn(u, peak, after) : after;
}

// As PlainBells, bit for bit. Of two positive doubles the one with the greater upper half is not less.
__device__ inline double stepped(double w, bool drawn, const Motion<double>& well, const Motion<double>& spike) {
    constexpr int MOST = 0x408C2000;   // 900
    constexpr int REACH = 0x40600000;  // 128
    double u = spike.v(w);
    double reach = __dmul_rn(u, u);
    double move = 0;
    if (drawn && __double2hiint(reach) < REACH) {
        move = __dmul_rn(u, spike.power(reach));
    }
    double v = well.v(w);
    double d = __dmul_rn(v, v);
    d = __double2hiint(d) < MOST ? d : 900.0;
    return __dadd_rn(__fma_rn(v, well.power(d), w), move);
}

// Takes walkers from step `from` to step `to`. A walker's coins are the bits of its words, from the lowest on.
template <typename Real, bool PLAIN>
__device__ void walkPit(
    Real* places,
    int* passed,
    int count,
    long long first,
    unsigned long long seed,
    int from,
    int to,
    Real barrier,
    int innerSteps,
    const Bell<Real>& wellBell,
    const Bell<Real>& spikeBell) {
    // A step of single precision is so short that counting it would show.
    constexpr int UNROLLED = PLAIN && sizeof(Real) == sizeof(float) ? 32 : 1;
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i >= count) {
        return;
    }
    const Motion<Real> well(wellBell);
    const Motion<Real> spike(spikeBell);
    Real w = places[i];
    int crossed = passed[i];
    auto step = [&](bool drawn) {
#pragma unroll 1
        for (int inner = 0; inner < (PLAIN ? 1 : innerSteps); inner++) {
            w = stepped(w, drawn, well, spike);
        }
    };
    int at = from;
    while (at < to) {
        Words random = words(seed, first + i, at / BLOCK_BITS);
        const int last = min(to - 1, at | BLOCK_BITS - 1);
        for (int skipped = at % BLOCK_BITS / 32; skipped > 0; skipped--) {
            random.turn();
        }
        while (at <= last) {
            uint32_t coins = random.x[0] >> at % 32;
            // A bit for each step after which W is beyond the barrier.
            uint32_t beyond = 0;
            const int begin = at;
            const int end = min(last, at | 31);
            if (end - begin == 31) {
#pragma unroll UNROLLED
                for (int k = 0; k < 32; k++) {
                    step(coins >> k & 1);
                    beyond |= w > barrier ? 1u << k : 0;
                }
            } else {
#pragma unroll 1
                for (int k = 0; k <= end - begin; k++) {
                    step(coins >> k & 1);
                    beyond |= w > barrier ? 1u << k : 0;
                }
            }
            if (crossed == NEVER && beyond != 0) {
                crossed = begin + __ffs(beyond);
            }
            at = end + 1;
            random.turn();
        }
    }
    places[i] = w;
    passed[i] = crossed;
}

// Lorenz's system by RK4 with none, one or two tangents, in the units of org.basinlab.trajectories.LorenzKernels: a
// trajectory a thread, all steps of a launch in registers. The operations are those of PlainLorenzFloats in their order,
// each rounded once, so that the bits are those of the engine vector.
#pragma once

constexpr int STAGES = 4;
constexpr int VARIABLES = 3;
// Factors of a stage: of a, b and c on the way to the next one, then in the step's end.
constexpr int STAGE = 2 * VARIABLES;

// How a tangent moves: as the state's derivative; so with a held, p = 0; or by factors of its own, 0 for what is held.
enum class Kind { NONE, FREE, DRIVEN, HELD };

// Some steps of some trajectories. LorenzSteps writes it from Java: 8 bytes a field, then the numbers.
template <typename Real>
struct Flight {
    const Real* rhos;          // of each trajectory; null where all have one
    Real* rows;                // [a, b, c, p, q, r of each tangent][pitch]
    int* exponents;            // [tangent][pitch], powers of two taken out
    long long pitch;
    long long count;           // trajectories
    long long steps;           // to take, fewer than 2^31
    long long leg;             // steps until tangents are rescaled first
    long long freezes[2];      // bits: which of a, b, c are set to 0 in each tangent after the last step
    Real factors[STAGES * STAGE];
    Real held[STAGES * STAGE]; // of a tangent that is HELD
    Real rho;
};

__device__ inline float add(float a, float b) { return __fadd_rn(a, b); }
__device__ inline double add(double a, double b) { return __dadd_rn(a, b); }
__device__ inline float multiply(float a, float b) { return __fmul_rn(a, b); }
__device__ inline double multiply(double a, double b) { return __dmul_rn(a, b); }
__device__ inline float multiplyAdd(float a, float b, float c) { return __fmaf_rn(a, b, c); }
__device__ inline double multiplyAdd(double a, double b, double c) { return __fma_rn(a, b, c); }

// A number's sign, exponent and fraction, and how long tangents may go without being rescaled.
template <typename Real>
struct Format;

template <>
struct Format<float> {
    static constexpr int FRACTION = 23;
    static constexpr int BIAS = 127;
    static constexpr int PATIENCE = 16;
    static __device__ int size(float x) { return __float_as_int(x) & 0x7fffffff; }
    static __device__ float of(int bits) { return __int_as_float(bits); }
};

// Of its upper half.
template <>
struct Format<double> {
    static constexpr int FRACTION = 20;
    static constexpr int BIAS = 1023;
    static constexpr int PATIENCE = 128;
    static __device__ int size(double x) { return __double2hiint(x) & 0x7fffffff; }
    static __device__ double of(int bits) { return __hiloint2double(bits, 0); }
};

// A state or a tangent: where the step began, where the stage is, and where the step ends, as far as it is known.
template <typename Real>
struct Track {
    Real start[VARIABLES];
    Real at[VARIABLES];
    Real end[VARIABLES];

    __device__ void begin() {
#pragma unroll
        for (int j = 0; j < VARIABLES; j++) {
            start[j] = end[j];
            at[j] = end[j];
        }
    }

    template <int J>
    __device__ void move(Real slope, const Real* factors) {
        at[J] = multiplyAdd(slope, factors[J], start[J]);
        end[J] = multiplyAdd(slope, factors[VARIABLES + J], end[J]);
    }
};

// dA/dt is (A + B), dB/dt is (A R + B), dC/dt is (A B + C), each times a factor.
template <typename Real>
__device__ inline void moveState(Track<Real>& state, Real r, const Real* k) {
    Real a = state.at[0];
    Real b = state.at[1];
    Real c = state.at[2];
    state.template move<0>(add(b, a), k);
    state.template move<1>(multiplyAdd(a, r, b), k);
    state.template move<2>(multiplyAdd(a, b, c), k);
}

// Along them: (p + q), (R p - A r + q), (B p + A q + r).
template <typename Real, Kind KIND>
__device__ inline void moveTangent(Track<Real>& tangent, Real a, Real b, Real rest, const Real* k) {
    if constexpr (KIND != Kind::NONE) {
        Real p = tangent.at[0];
        Real q = tangent.at[1];
        Real r = tangent.at[2];
        Real towardsQ = multiplyAdd(-a, r, q);
        Real towardsR = multiplyAdd(a, q, r);
        if constexpr (KIND != Kind::DRIVEN) {
            tangent.template move<0>(add(q, p), k);
            towardsQ = multiplyAdd(rest, p, towardsQ);
            towardsR = multiplyAdd(b, p, towardsR);
        }
        tangent.template move<1>(towardsQ, k);
        tangent.template move<2>(towardsR, k);
    }
}

template <typename Real, Kind FIRST, Kind SECOND>
__device__ inline void step(
    const Flight<Real>& flight, Real rho, Track<Real>& state, Track<Real>& first, Track<Real>& second) {
    state.begin();
    first.begin();
    second.begin();
#pragma unroll
    for (int stage = 0; stage < STAGES; stage++) {
        const Real* k = flight.factors + stage * STAGE;
        const Real* held = flight.held + stage * STAGE;
        Real a = state.at[0];
        Real b = state.at[1];
        Real rest = add(rho, -state.at[2]);
        moveState(state, rest, k);
        moveTangent<Real, FIRST>(first, a, b, rest, FIRST == Kind::HELD ? held : k);
        moveTangent<Real, SECOND>(second, a, b, rest, SECOND == Kind::HELD ? held : k);
    }
}

template <typename Real>
__device__ inline void freeze(Track<Real>& tangent, long long which) {
#pragma unroll
    for (int j = 0; j < VARIABLES; j++) {
        if (which >> j & 1) {
            tangent.end[j] = 0;
        }
    }
}

// Gets the largest number to between 1 and 4, as FloatLanes.rescale does: by a power of two that is a normal number.
template <typename Real>
__device__ inline void rescale(Track<Real>& tangent, int& exponents) {
    using F = Format<Real>;
    int largest = max(F::size(tangent.end[0]), max(F::size(tangent.end[1]), F::size(tangent.end[2])));
    int exponent = max(1 - F::BIAS, min(F::BIAS - 1, (largest >> F::FRACTION) - F::BIAS));
    Real scale = F::of((F::BIAS - exponent) << F::FRACTION);
#pragma unroll
    for (int j = 0; j < VARIABLES; j++) {
        tangent.end[j] = multiply(tangent.end[j], scale);
    }
    exponents += exponent;
}

template <typename Real, Kind KIND>
__device__ inline void read(const Flight<Real>& flight, int tangent, long long i, Track<Real>& into, int& exponents) {
#pragma unroll
    for (int j = 0; j < VARIABLES; j++) {
        bool there = KIND == Kind::FREE || KIND == Kind::HELD || KIND == Kind::DRIVEN && j > 0;
        into.end[j] = there ? flight.rows[(VARIABLES * (tangent + 1) + j) * flight.pitch + i] : 0;
    }
    exponents = KIND == Kind::NONE ? 0 : flight.exponents[tangent * flight.pitch + i];
}

template <typename Real, Kind KIND>
__device__ inline void write(const Flight<Real>& flight, int tangent, long long i, const Track<Real>& from, int exponents) {
    if constexpr (KIND != Kind::NONE) {
#pragma unroll
        for (int j = KIND == Kind::DRIVEN ? 1 : 0; j < VARIABLES; j++) {
            flight.rows[(VARIABLES * (tangent + 1) + j) * flight.pitch + i] = from.end[j];
        }
        flight.exponents[tangent * flight.pitch + i] = exponents;
    }
}

template <typename Real, Kind FIRST, Kind SECOND>
__device__ inline void fly(const Flight<Real>& flight) {
    long long i = static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (i >= flight.count) {
        return;
    }
    Real rho = flight.rhos == nullptr ? flight.rho : flight.rhos[i];
    Track<Real> state;
    Track<Real> first;
    Track<Real> second;
    int firstExponents;
    int secondExponents;
#pragma unroll
    for (int j = 0; j < VARIABLES; j++) {
        state.end[j] = flight.rows[j * flight.pitch + i];
    }
    read<Real, FIRST>(flight, 0, i, first, firstExponents);
    read<Real, SECOND>(flight, 1, i, second, secondExponents);
    int leg = static_cast<int>(flight.leg);
    for (int left = static_cast<int>(flight.steps); left > 0;) {
        int steps = min(left, leg);
#pragma unroll 4
        for (int k = 0; k < steps; k++) {
            step<Real, FIRST, SECOND>(flight, rho, state, first, second);
        }
        left -= steps;
        if (left == 0) {
            freeze(first, flight.freezes[0]);
            freeze(second, flight.freezes[1]);
        }
        if (steps == leg) {
            rescale(first, firstExponents);
            rescale(second, secondExponents);
        }
        leg = Format<Real>::PATIENCE;
    }
#pragma unroll
    for (int j = 0; j < VARIABLES; j++) {
        flight.rows[j * flight.pitch + i] = state.end[j];
    }
    write<Real, FIRST>(flight, 0, i, first, firstExponents);
    write<Real, SECOND>(flight, 1, i, second, secondExponents);
}

// Activations f(z) and f'(z), numbered as StandardActivation is ordered. A NaN stays one: fmax would lose it.
#pragma once

__device__ inline float exponential(float z) { return expf(z); }
__device__ inline double exponential(double z) { return exp(z); }
__device__ inline float exponentialLessOne(float z) { return expm1f(z); }
__device__ inline double exponentialLessOne(double z) { return expm1(z); }
__device__ inline float logarithmOfOneAnd(float z) { return log1pf(z); }
__device__ inline double logarithmOfOneAnd(double z) { return log1p(z); }
__device__ inline float logarithm(float z) { return logf(z); }
__device__ inline double logarithm(double z) { return log(z); }
__device__ inline float hyperbolicTangent(float z) { return tanhf(z); }
__device__ inline double hyperbolicTangent(double z) { return tanh(z); }
__device__ inline float complementaryError(float z) { return erfcf(z); }
__device__ inline double complementaryError(double z) { return erfc(z); }
__device__ inline bool isNumber(float z) { return fabsf(z) < INFINITY; }
__device__ inline bool isNumber(double z) { return fabs(z) < INFINITY; }

template <typename Real>
__device__ inline Real logistic(Real z) {
    return Real(1) / (Real(1) + exponential(-z));
}

template <typename Real>
__device__ inline void activate(long long kind, Real z, Real& value, Real& slope) {
    switch (kind) {
        case 0: {  // softplus
            Real size = z < Real(0) ? -z : z;
            value = (z < Real(0) ? Real(0) : z) + logarithmOfOneAnd(exponential(-size));
            slope = logistic(z);
            break;
        }
        case 1:  // relu
            value = z < Real(0) ? Real(0) : z;
            slope = z > Real(0) ? Real(1) : Real(0);
            break;
        case 2:  // leakyrelu
            value = z > Real(0) ? z : Real(0.01) * z;
            slope = z > Real(0) ? Real(1) : Real(0.01);
            break;
        case 3:  // elu
            value = z > Real(0) ? z : exponentialLessOne(z);
            slope = z > Real(0) ? Real(1) : exponential(z);
            break;
        case 4: {  // gelu
            Real normal = Real(0.5) * complementaryError(-z * Real(0.70710678118654752440));
            value = z * normal;
            slope = normal + z * exponential(-z * z / Real(2)) * Real(0.39894228040143267794);
            break;
        }
        case 5: {  // swish
            Real s = logistic(z);
            value = z * s;
            slope = s + z * s * (Real(1) - s);
            break;
        }
        case 6:  // tanh
            value = hyperbolicTangent(z);
            slope = Real(1) - value * value;
            break;
        case 7:  // sigmoid
            value = logistic(z);
            slope = value * logistic(-z);
            break;
        default:  // identity
            value = z;
            slope = Real(1);
    }
}

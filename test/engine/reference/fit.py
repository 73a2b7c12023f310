"""Coefficients of src/engine/maths, at 60 digits: `python3 fit.py` prints each fit, its largest error, its coefficients.

A rational function P / Q with Q(0) = 1 is made to agree with f at the Chebyshev points of an interval, in the variable
g(x) where the function bends mostly at one end. That is within a small factor of the best there is.
"""
from mpmath import atanh, cos, erf, erfc, exp, factorial, loggamma, log, lu_solve, matrix, mp, mpf, npdf, nstr, pi, sqrt

mp.dps = 60
ROOT2 = sqrt(mpf(2))


def horner(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def fit(name, f, low, high, m, n=0, g=lambda x: x, back=lambda y: y, weight=lambda x: 1):
    middle, half = (g(mpf(low)) + g(mpf(high))) / 2, (g(mpf(high)) - g(mpf(low))) / 2
    size = m + n + 1
    A, right = matrix(size, size), matrix(size, 1)
    for i in range(size):
        x = back(middle + half * cos(pi * (2 * i + 1) / (2 * size)))
        right[i] = f(x)
        for j in range(m + 1):
            A[i, j] = x**j
        for j in range(1, n + 1):
            A[i, m + j] = -right[i] * x**j
    solved = [float(c) for c in lu_solve(A, right)]
    P, Q = solved[: m + 1], [1.0, *solved[m + 1 :]]
    grid = [back(middle + half * ((k + mpf("0.3")) / 100 - 1)) for k in range(1, 200)]
    error = max(abs((horner(P, x) / horner(Q, x) / f(x) - 1) * weight(x)) for x in grid)
    print(f"{name}: largest error {nstr(error, 3)}\n  P = {P}\n  Q = {Q}")


def centre(q):
    """The normal quantile of 1/2 + q, by Halley's method."""
    x = q * sqrt(2 * pi)
    for _ in range(12):
        u = (erf(x / ROOT2) / 2 - q) / npdf(x)
        x -= u / (1 + x * u / 2)
    return x


def tail(r):
    """The x with Phi(-x) = exp(-r^2 / 2)."""
    p = exp(-r * r / 2)
    x = r - log(mpf(2.5) * r) / r
    for _ in range(12):
        upper = erfc(x / ROOT2) / 2
        distance, slope = log(upper / p), npdf(x) / upper
        x += distance / slope / (1 - distance * (x - slope) / (2 * slope))
    return x


def eta_over_m(terms):
    """Taylor coefficients of eta / m, where eta^2 / 2 = m - log(1 + m), that is m m' = eta (1 + m)."""
    a = [mpf(0), mpf(1)]
    for n in range(2, terms + 2):
        a.append((a[n - 1] - sum(a[k] * (n + 1 - k) * a[n + 1 - k] for k in range(2, n))) / (n + 1))
    f = [mpf(1)]
    for n in range(1, terms):
        f.append(-sum(a[k + 1] * f[n - k] for k in range(1, n + 1)))
    return [float(c) for c in f]


atanh_tail = lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z
reach = ((ROOT2 - 1) / (ROOT2 + 1)) ** 2 * mpf("1.0001")
fit("log: atanhTail", atanh_tail, 1e-12, reach, 7, weight=lambda z: z / 2)
fit("pow: twoFifthsTail", lambda z: (atanh_tail(z) - mpf(2) / 3) / z, 1e-8, reach, 6, weight=lambda z: z * z / 2)
half = log(mpf(2)) / 2 * mpf("1.001")
fit("exp: expTail", lambda r: sum(r**k / factorial(k + 2) for k in range(40)), -half, half, 10, weight=lambda r: r * r / 2)
fit("normal: centralCdf", lambda z: erf(sqrt(z) / ROOT2) / 2 / sqrt(z), 1e-14, 1, 5, 5)
fit("normal: nearTail", lambda t: erfc(t / ROOT2) / 2 * exp(t * t / 2), 0.99, 6.01, 7, 8, lambda t: 1 / (t + 2), lambda w: 1 / w - 2)
fit("normal: farTail", lambda w: erfc(1 / sqrt(2 * w)) / 2 * exp(1 / (2 * w)) / sqrt(w), mpf(1) / 1521, mpf(1) / 36, 5, 5)
fit("normal: centralQuantile", lambda w: centre(sqrt(mpf("0.18") - w)) / sqrt(mpf("0.18") - w), 0, mpf("0.18") - mpf(1e-14), 8, 8)
for name, a, b in (("near", mpf("2.2"), mpf("8.6")), ("far", mpf("8.6"), mpf("38.7"))):
    fit(f"normal: {name}TailQuantile", lambda t: tail(t + a), 0, b - a, 8, 8, lambda t: log(t + a), lambda y: exp(y) - a)
fit("log-gamma: smoothPart", lambda x: loggamma(x) / ((x - 1) * (x - 2)), 0.5, 3, 10, 10)
print("gamma-uniform: F =", eta_over_m(28))

"""Reference values for src/engine/maths, at 60 digits: python3-mpmath, then `python3 make.py [points] [folder]`.

A row is the inputs, then the expected value as two numbers, high and low, whose sum has some 32 digits.
Quantiles start from x: p = P(x) is rounded to a double, and x is moved (Newton) to where P is that double.
"""
import json, random, sys
from mpmath import mp, mpf, erfc, exp, gamma, log, loggamma, npdf, sqrt

mp.dps = 60
POINTS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
FOLDER = sys.argv[2] if len(sys.argv) > 2 else "."
random.seed(2026)
uniform, spread = random.uniform, lambda low, high: 10 ** random.uniform(low, high)


def pair(value):
    return [float(value), float(value - mpf(float(value)))]


def write(name, rows):
    rows = [row for row in rows if row[-2] != 0 and abs(row[-2]) < 1.7e308]
    with open(f"{FOLDER}/{name}.json", "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


def table(name, function, inputs):
    write(name, [[*row, *pair(function(*map(mpf, row)))] for row in inputs])


def quantiles(name, rows, tails, density):
    """Rows are (*parameters, x); the file holds (*parameters, p, x moved)."""
    out = []
    for row in rows:
        lower, upper = tails(*map(mpf, row))
        p = float(lower)
        if not 1e-300 < p < 1 - 1e-16:
            continue
        *parameters, x = map(mpf, row)
        for _ in range(4):
            moved = (mpf(p) - lower) if lower < 0.5 else (upper - (1 - mpf(p)))
            x += moved / density(*parameters, x)
            lower, upper = tails(*parameters, x)
        if abs(x) > 1e-20 or p != 0.5:
            out.append([*row[:-1], p, *pair(x)])
    write(name, out)


def gamma_tails(a, x):
    with mp.workdps(60 + int(max(0, x - a) / 2 + 10) if x < 4000 else 400):
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** (-mp.dps):
            n += 1
            term *= x / (a + n)
            total += term
        lower = total * exp(a * log(x) - x - loggamma(a + 1))
        return lower, 1 - lower


def gamma_density(a, x):
    return exp((a - 1) * log(x) - x - loggamma(a))


def beta_tails(a, b, x, y=None):
    y = 1 - x if y is None else y
    if x > 0.5:
        return beta_tails(b, a, y, x)[::-1]
    with mp.workdps(400):
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** -390:
            term *= (a + b + n) / (a + 1 + n) * x
            total += term
            n += 1
        lower = total * exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
        return lower, 1 - lower


def beta_density(a, b, x):
    return exp((a - 1) * log(x) + (b - 1) * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b))


def t_tails(v, t):
    tail = beta_tails(v / 2, mpf(1) / 2, v / (v + t * t), t * t / (v + t * t))[0] / 2
    return (tail, 1 - tail) if t < 0 else (1 - tail, tail)


def t_density(v, t):
    return gamma((v + 1) / 2) / gamma(v / 2) / sqrt(v * mp.pi) * (1 + t * t / v) ** (-(v + 1) / 2) if v < 1e4 else exp(
        loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * mp.pi) / 2 - (v + 1) / 2 * log(1 + t * t / v))


def normal_tails(x):
    return erfc(-x / sqrt(mpf(2))) / 2, erfc(x / sqrt(mpf(2))) / 2


N = range(POINTS)
hard = [5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308, 0.7071067811865475, 0.7071067811865477, 2.0**0.5,
        1 - 2.0**-53, 1 + 2.0**-52, 1 - 1e-9, 1 + 1e-9, 0.5, 2.0, 2.718281828459045, 10.0, 1e15, 3.0]
table("log", log, [[x] for x in hard] + [[f()] for _ in N for f in
      (lambda: uniform(0.7, 1.5), lambda: spread(-308, 308), lambda: 1 + spread(-15, -1), lambda: 1 - spread(-16, -1))])
table("exp", exp, [[x] for x in (0.0, 1.0, -1.0, 709.78, -708.39, 1e-300, -1e-20, 0.34657359027997264, -0.3465735902799727, 0.5)]
      + [[f()] for _ in N for f in (lambda: uniform(-708, 709.7), lambda: uniform(-2, 2), lambda: spread(-18, 0))])
table("pow", lambda x, y: exp(y * log(x)), [[x, y] for x in hard for y in (3.0, -2.0, 0.3333333333333333, 11.0, -0.1, 1e-5) if abs(y * log(x)) < 708]
      + [[x, float(f(log(x)))] for _ in N for x in (spread(-300, 300), uniform(0.3, 3), 1 + spread(-14, -1), 1 - spread(-14, -1))
         for f in (lambda l: uniform(-708, 708) / l, lambda l: uniform(-3, 3) / max(1, abs(l)))])
table("normal-cdf", lambda x: normal_tails(x)[0], [[x] for x in (-1.0, 1.0, -0.99999, 1.00001, -37.5, 8.0, -8.25)]
      + [[f()] for _ in N for f in (lambda: uniform(-37.5, 8), lambda: uniform(-3, 3))])
quantiles("normal-quantile", [[x] for x in (-37.0, -8.2, 8.0, 1.4304, -1.4304, 1e-10, -1e-300)]
          + [[f()] for _ in N for f in (lambda: uniform(-37, 8), lambda: uniform(-3, 3), lambda: spread(-16, 0))],
          normal_tails, npdf)
table("log-gamma", loggamma, [[x] for x in (0.5, 3.0, 12.0, 1.0000001, 1.9999999, 170.5, 1e-300, 1e300, 11.999999)]
      + [[f()] for _ in N for f in (lambda: uniform(0.01, 15), lambda: spread(-10, 8))])

FEW = range(max(20, POINTS // 2))
shapes = lambda: random.choice([spread(-2, 0), spread(0, 2), uniform(10, 60), spread(1, 4), spread(4, 6) if random.random() < 0.05 else 7.0])
near = lambda a: a * exp(mpf(random.gauss(0, 1.5)) / sqrt(a)) if a > 1 else exp(log(mpf(random.random())) / a)
gammas = [(a, x) for a, x in ((a, float(near(mpf(a)))) for _ in FEW for a in (shapes(), shapes(), shapes())) if x > 1e-300]
gammas += [(a, float(a * (1 + k * 5 / a**0.5))) for a in (25.0, 40.0, 100.0, 1000.0, 1e6) for k in (-0.8, -0.4, 0.1, 0.5, 1.0)]
table("gamma-p", lambda a, x: gamma_tails(a, x)[0], gammas)
quantiles("gamma-quantile", gammas + [(a, spread(-250 / max(a, 1), -1)) for _ in FEW for a in (spread(-1, 2),)],
          gamma_tails, gamma_density)

sizes = lambda: random.choice([spread(-1.5, 0), spread(0, 1), spread(0, 3)])
betas = [(a, b, x) for _ in FEW for a, b in ((sizes(), sizes()), (sizes(), sizes()))
         for x in (random.betavariate(a, b), random.random()) if 1e-290 < x < 0.99]
table("incomplete-beta", lambda a, b, x: beta_tails(a, b, x)[0], [row for row in betas if beta_tails(*map(mpf, row))[0] > 1e-290])
quantiles("beta-quantile", betas, beta_tails, beta_density)
quantiles("t-quantile", [(v, x * random.choice([-1, 1])) for _ in FEW for v in (1.0, 2.0, 3.0, uniform(1, 50), spread(0, 6))
                         for x in (spread(-6, 1), uniform(0, 5))], t_tails, t_density)

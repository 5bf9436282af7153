"""Writes far_tails.csv: distribution functions far out, computed by mpmath with 60 digits.

    python3 far_tails.py > far_tails.csv      (about two minutes)

Columns: function, first parameter, second parameter, argument, value. Parameters and arguments are read as doubles.
"""
from mpmath import erfc, exp, findroot, gammainc, log, log1p, loggamma, mp, mpf, ncdf, quad, sqrt

mp.dps = 60


def beta(a, b, x):
    """The regularised incomplete beta function by its series of positive terms."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    term = total = exp(a * log(x) + b * log1p(-x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    n = 0
    while term > total * mpf(10) ** -50:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return total


def beta_upper(a, b, x):
    return beta(b, a, 1 - mpf(x))


def t_upper(df, x):
    df, x = mpf(df), mpf(x)
    return beta(df / 2, mpf(1) / 2, df / (df + x * x)) / 2


def noncentral_t(df, ncp, x):
    """P(T <= x): the mean of the normal distribution function over the chi distribution of the denominator."""
    df, ncp, x = mpf(df), mpf(ncp), mpf(x)
    constant = log(2) + df / 2 * log(df / 2) - loggamma(df / 2)

    def integrand(s):
        return ncdf(x * s - ncp) * exp(constant + (df - 1) * log(s) - df * s * s / 2) if s > 0 else mpf(0)

    spread = 1 / sqrt(2 * df)
    points = {mpf(0)} | {1 + k * spread for k in (-14, -9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9, 14, 25)}
    if x != 0 and ncp / x > 0:
        points |= {ncp / x + k / abs(x) for k in (-12, -6, -3, -1, 0, 1, 3, 6, 12)}
    return quad(integrand, sorted(point for point in points if 0 <= point <= 1 + 30 * spread))


def line(name, a, b, x, value):
    print(f"{name},{a},{b},{x},{mp.nstr(value, 20)}", flush=True)


print("function,a,b,x,value")
for x in (8, 15, 25, 33, 37.5):
    line("normal_upper", 0, 0, x, erfc(mpf(x) / sqrt(2)) / 2)
for p in (1e-300, 1e-100, 1e-30, 1e-9):
    line("normal_quantile", 0, 0, p, -sqrt(2) * findroot(lambda z: log(erfc(z)) - log(2 * mpf(p)), sqrt(-log(mpf(p)))))
for df, x in ((1, 1e9), (2, 1e6), (3.5, 4e4), (9, 1e4), (29, 500), (29, 60), (199, 60), (199, 25), (4999, 30), (1e5, 36), (0.7, 1e8)):
    line("t_upper", df, 0, x, t_upper(df, x))
for d, e, x in ((1, 9, 1e6), (4, 30, 900), (9, 30, 500), (199, 597, 12), (3, 4.7, 1e8), (40, 2, 1e9), (1, 1e5, 1200)):
    d2, e2 = mpf(d) / 2, mpf(e) / 2
    line("f_upper", d, e, x, beta(e2, d2, mpf(e) / (e + mpf(d) * mpf(x))))
for d, e, x in ((9, 30, 1e-6), (40, 60, 0.001), (199, 597, 0.1), (5, 3.3, 1e-30)):
    line("f_cdf", d, e, x, beta(mpf(d) / 2, mpf(e) / 2, mpf(d) * mpf(x) / (e + mpf(d) * mpf(x))))
for df, x in ((1, 1200), (4, 900), (60, 700), (999, 2600), (0.5, 600), (2, 1400)):
    line("chi_upper", df, 0, x, gammainc(mpf(df) / 2, mpf(x) / 2, regularized=True))
for df, x in ((4, 1e-60), (60, 0.01), (999, 300)):
    line("chi_cdf", df, 0, x, gammainc(mpf(df) / 2, 0, mpf(x) / 2, regularized=True))
for shape, x in ((0.4, 600), (3, 650), (80, 700), (2500, 4000), (1e-3, 20)):
    line("gamma_upper", shape, 0, x, gammainc(mpf(shape), mpf(x), regularized=True))
for shape, x in ((0.4, 1e-300), (3, 1e-90), (80, 0.5), (2500, 1200)):
    line("gamma_cdf", shape, 0, x, gammainc(mpf(shape), 0, mpf(x), regularized=True))
for a, b, x in ((2, 9, 1e-100), (30, 70, 0.001), (600, 3, 0.4), (0.5, 3, 1e-250), (5000, 5000, 0.45), (100, 2, 1e-3)):
    line("beta_cdf", a, b, x, beta(a, b, x))
for a, b, x in ((2, 90, 0.99), (30, 70, 0.999), (3, 600, 0.6), (5000, 5000, 0.55), (1, 40, 0.9999)):
    line("beta_upper", a, b, x, beta_upper(a, b, x))
for n, p, k in ((200, 0.5, 5), (1000, 0.5, 200), (1000, 0.03, 0), (5000, 0.5, 1800), (100000, 0.3, 28000)):
    line("binomial_cdf", n, p, k, beta_upper(k + 1, n - k, p))
for n, p, k in ((200, 0.5, 195), (1000, 0.03, 150), (60, 0.5, 59), (5000, 0.01, 300), (100000, 0.3, 32000)):
    line("binomial_upper", n, p, k, beta(k + 1, n - k, p))
for mean, k in ((0.3, 40), (12, 120), (400, 900), (45090, 48000), (1e-9, 3)):
    line("poisson_upper", mean, 0, k, gammainc(mpf(k + 1), 0, mpf(mean), regularized=True))
for mean, k in ((400, 120), (700, 0), (45090, 42000)):
    line("poisson_cdf", mean, 0, k, gammainc(mpf(k + 1), mpf(mean), regularized=True))
for size, mean, k in ((0.7, 2, 600), (5, 40, 900), (50, 3, 90), (2, 1e-6, 10)):
    line("negbin_upper", size, mean, k, beta(k + 1, size, mpf(mean) / (mpf(size) + mpf(mean))))
for size, mean, k in ((50, 900, 200), (400, 1000, 500)):
    line("negbin_cdf", size, mean, k, beta_upper(k + 1, size, mpf(mean) / (mpf(size) + mpf(mean))))
for df, ncp, x in ((1, 0.3, -40), (1, 12, 3), (2, -9, -20), (4, 20, 8), (9, 35, 41), (9, -35, -29), (29, 45, 52), (29, 45, 38),
                   (59, 80, 95), (59, 120, 100), (199, 60, 66), (199, 37, 37), (999, 30, 31.5), (4999, 12, 14), (4999, 50, 49),
                   (11, 3, 60), (24, 2.5, 0), (24, -2.5, 1e-8), (7, 250, 300), (39, 280, 270)):
    line("noncentral_t_cdf", df, ncp, x, noncentral_t(df, ncp, x))

"""Writes distributions.csv: distribution functions to 17 digits, computed by mpmath with 150 digits.

    python3 distributions.py > distributions.csv      (about three minutes)

Columns: function, first parameter, second parameter, argument, value. mpmath evaluates the incomplete beta and gamma
functions by hypergeometric series, independently of Boost.Math.
"""
from mpmath import mp, mpf, betainc, gammainc, erfc, sqrt, findroot, binomial, exp, factorial, gamma, quad, pi, ncdf, npdf

mp.dps = 150
half = mpf(1) / 2


def normal_upper(x):
    return erfc(mpf(x) / sqrt(2)) / 2


def t_upper(df, x):
    df, x = mpf(df), mpf(x)
    tail = betainc(df / 2, half, 0, df / (df + x * x), regularized=True) / 2
    return tail if x >= 0 else 1 - tail


def nct_cdf(df, ncp, x):
    """P(T <= x) as the mean over the chi distribution of the denominator."""
    df, ncp, x = mpf(df), mpf(ncp), mpf(x)

    def integrand(s):
        density = 2 * (df / 2) ** (df / 2) / gamma(df / 2) * s ** (df - 1) * exp(-df * s * s / 2)
        return ncdf(x * s - ncp) * density

    spread = 1 / sqrt(2 * df)
    points = [0] + [p for p in (1 - 6 * spread, 1 - 3 * spread, 1 - spread, 1, 1 + spread, 1 + 3 * spread, 1 + 6 * spread,
                                1 + 12 * spread, 4 + 12 * spread, 12 + 24 * spread) if p > 0]
    return quad(integrand, points)


def line(name, a, b, x, value):
    print(f"{name},{a},{b},{x},{mp.nstr(value, 20)}")


print("function,a,b,x,value")
for x in (-8, -3, -0.5, 0, 1, 1.959963984540054, 5, 20, 37):
    line("normal_upper", 0, 0, x, normal_upper(x))
for df in (1, 2, 3.5, 9, 30, 200, 5000):
    for x in (-4, -0.3, 0.5, 2.262157, 8, 40):
        line("t_upper", df, 0, x, t_upper(df, x))
for df in (2, 5, 11, 40, 200):
    for ncp in (-3, 0.5, 2.8, 8):
        for x in (-1.5, 1, 2.5, 7):
            line("noncentral_t_cdf", df, ncp, x, nct_cdf(df, ncp, x))
for a, b in ((1, 1), (0.5, 3), (2, 9), (30, 70), (600, 3)):
    for x in (0.01, 0.25, 0.5, 0.97):
        line("beta_cdf", a, b, x, betainc(a, b, 0, mpf(x), regularized=True))
        line("beta_upper", a, b, x, betainc(a, b, mpf(x), 1, regularized=True))
for n, p in ((1, 0.5), (10, 0.5), (40, 0.1), (1000, 0.03)):
    for k in (0, 1, 4, 9, 30):
        value = sum(binomial(n, i) * mpf(p) ** i * (1 - mpf(p)) ** (n - i) for i in range(0, min(k, n) + 1))
        line("binomial_cdf", n, p, k, value)
        line("binomial_upper", n, p, k, 1 - value)

"""Models of calls side by side with statsmodels and numpy, and CommonGround's targets.

Usage: models.py TIMING, where TIMING is the built StatisticsTiming; run by the Python that `prepare` made. Prints a Markdown
table and the targets. Exits 1 when results disagree, 2 when a required target was missed.
"""

import os
import sys

import numpy as np
import statsmodels
import statsmodels.api as sm

from side_by_side import Disagreement, Failed, Ours, Row, close

ROUNDS, SIMULATIONS = 5, 1000
MONTHS = np.arange(1, 73)
SEASONS = [f(2 * np.pi * k * MONTHS / 12) for k in (1, 2) for f in (np.sin, np.cos)]
SERIES = np.column_stack([MONTHS, MONTHS > 48, np.maximum(0, MONTHS - 49), *SEASONS]).astype(float)


def dummies(counts):
    """Forty area levels as columns."""
    areas = np.kron(np.eye(40), np.ones((72, 1)))
    fit = sm.GLM(np.asarray(counts), np.column_stack([np.tile(SERIES, (40, 1)), areas]), sm.families.Poisson()).fit(scale="X2")
    return [fit.params[1], fit.bse[1]]


def loop(expected):
    """Simulates and fits one by one: the share of significant levels."""
    rng, design, found = np.random.default_rng(1), np.column_stack([np.ones(72), SERIES]), 0
    for _ in range(SIMULATIONS):
        fit = sm.GLM(rng.poisson(expected), design, sm.families.Poisson()).fit(scale="X2", use_t=True)
        found += fit.pvalues[2] < 0.05
    return [found / SIMULATIONS]


def absorbed(counts):
    """Levels of areas and months found in closed form in turn, and Newton's method for the treatment, in numpy."""
    y = np.asarray(counts, float).reshape(400, 72)
    x = np.zeros_like(y)
    x[:150, 40:] = 1
    effect, months = 0.0, np.ones(72)
    while True:
        for _ in range(200):
            mean = np.exp(effect * x) * months
            areas = y.sum(1, keepdims=True) / mean.sum(1, keepdims=True)
            ratio = y.sum(0) / (mean * areas).sum(0)
            months = months * ratio
            if np.abs(ratio - 1).max() < 1e-12:
                break
        mu = np.exp(effect * x) * months * (y.sum(1, keepdims=True) / (np.exp(effect * x) * months).sum(1, keepdims=True))
        left = x.copy()
        for _ in range(200):
            left -= (mu * left).sum(1, keepdims=True) / mu.sum(1, keepdims=True)
            step = (mu * left).sum(0) / mu.sum(0)
            left -= step
            if np.abs(step).max() < 1e-13:
                break
        information = (mu * left * left).sum()
        change = (left * (y - mu)).sum() / information
        effect += change
        if abs(change) < 1e-10:
            scores = (left * (y - mu)).sum(1)
            return [effect, float(np.sqrt((scores**2).sum() * 400 / 399) / information)]


def measure(timing):
    rng = np.random.default_rng(11)
    level = rng.gamma(4, 10, (400, 1)) * (1 + 0.2 * np.sin(2 * np.pi * np.arange(72) / 12))
    panel = rng.poisson(level * rng.gamma(10, 0.1, level.shape)).ravel()
    series = rng.poisson(rng.gamma(4, 30, (40, 1)) * np.exp(0.1 * SEASONS[0]) * rng.gamma(10, 0.1, (40, 72))).ravel()
    expected = 250 * np.exp(0.1 * SEASONS[0])
    rows = [
        Row("Two-way Poisson, 400 × 72, clustered", "two_way", panel, {"numpy, levels in closed form": absorbed},
            lambda ours, other: close("two-way", ours, other, 1e-7)),
        Row("Interrupted series, 40 × 72, levels taken out", "series", series, {"statsmodels GLM with dummies": dummies},
            lambda ours, other: close("series", ours, other, 1e-7)),
        Row("1,000 simulated series of 72 months", "series_power", expected, {"statsmodels GLM in a loop": loop},
            lambda ours, other: close("size", ours, other, 0.04)),
    ]
    for _ in range(ROUNDS):
        for row in rows:
            row.turn(Ours(timing))
    print("| | | ms | times ours | ms on one core |\n|---|---|--:|--:|--:|")
    for row in rows:
        for line in row.lines():
            print(line)
    print()
    two_way = rows[0].seconds("ours")
    yield "Two-way fixed effects with clustered errors in 5 ms", f"{two_way * 1000:.2f} ms", two_way <= 0.005
    for row, wanted in zip(rows[1:], (10, 20)):
        times = min(row.seconds(name) for name in row.peers) / row.seconds("ours")
        yield f"{row.words}: {wanted} times statsmodels", f"{times:.1f} times", times >= wanted


def main():
    timing = os.path.abspath(sys.argv[1])
    print(f"calls, statsmodels {statsmodels.__version__}; load {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores")
    sys.stdout.flush()
    try:
        goals = list(measure(timing))
    except (Failed, Disagreement) as failure:
        sys.exit(f"{failure}")
    for words, value, met in goals:
        print(f"{'met' if met else 'MISSED':8} {words}: {value}")
    print(f"load {os.getloadavg()[0]:.2f}")
    if not all(met for _, _, met in goals):
        sys.exit(2)


if __name__ == "__main__":
    main()

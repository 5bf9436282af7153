"""Writes bootstrap.csv: intervals from 400,000 resamples. Run: nice python3 bootstrap.py > bootstrap.csv

Columns: what, data, scale, BCa bounds, percentile bounds. The mean, the correlation and the ratio are scipy's
(stats.bootstrap); for means of whole courses scipy has no form, so BCa is written out there. The scale is what the tolerance
is measured in: the standard deviation of the sample for a mean, else that of the resampled statistics. The Monte Carlo error
is about 0.003 standard errors.
"""
import numpy as np
from scipy import stats

rng = np.random.default_rng(5)
samples = {
    "likert": rng.integers(-2, 5, 40),
    "skewed": np.round(rng.exponential(2, 30), 3),
    "many likert": rng.integers(-3, 6, 300),
    "lumpy": np.array([0] * 150 + [1] * 40 + [10] * 10),
    "small": np.array([1.5, 0.2, 3.1, 2.2, 0.9, 4.0]),
}
pairs = {
    "likert pairs": (rng.integers(2, 9, 60), rng.integers(0, 5, 60)),
    "real pairs": (np.round(rng.normal(3, 1, 45), 3), np.round(rng.normal(2, 1, 45), 3)),
}
courses = [np.round(rng.normal(rng.normal(0.8, 0.7), 1, size), 1) for size in (8, 12, 9, 3, 15, 7, 10, 2, 11, 6, 8, 9)]


def show(values):
    return " ".join(repr(float(value)) for value in values)


def scipy_bounds(data, statistic, paired):
    bounds = []
    for method in ("BCa", "percentile"):
        parts = [stats.bootstrap(data, statistic, n_resamples=100_000, method=method, paired=paired, vectorized=True, axis=-1,
                                 random_state=seed, batch=2000) for seed in range(4)]
        bounds += [np.mean([getattr(part.confidence_interval, side) for part in parts]) for side in ("low", "high")]
    return bounds, np.std(parts[0].bootstrap_distribution)


def of_courses(groups, resamples=400_000):
    sums, sizes = np.array([group.sum() for group in groups]), np.array([len(group) for group in groups])
    estimate = sums.sum() / sizes.sum()
    drawn = np.concatenate([(lambda i: sums[i].sum(1) / sizes[i].sum(1))(rng.integers(0, len(sums), (40_000, len(sums))))
                            for _ in range(resamples // 40_000)])
    left = (sums.sum() - sums) / (sizes.sum() - sizes)
    u = left.mean() - left
    a = (u**3).sum() / (6 * (u**2).sum() ** 1.5)
    z0 = stats.norm.ppf(np.mean(drawn < estimate - 1e-12) + 0.5 * np.mean(abs(drawn - estimate) <= 1e-12))
    z = stats.norm.ppf([0.025, 0.975])
    return [*np.quantile(drawn, stats.norm.cdf(z0 + (z0 + z) / (1 - a * (z0 + z)))), *np.quantile(drawn, [0.025, 0.975])]


def line(what, data, scale, bounds):
    print(f"{what},{data},{show([scale])},{show(bounds)}")


print("what,data,scale,bounds")
for values in samples.values():
    values = values.astype(float)
    line("mean", show(values), np.std(values, ddof=1), scipy_bounds((values,), np.mean, False)[0])
for one, other in pairs.values():
    data = (one.astype(float), other.astype(float))
    for what, statistic in (("correlation", lambda x, y, axis: stats.pearsonr(x, y, axis=axis).statistic),
                            ("ratio", lambda x, y, axis: y.mean(axis) / x.mean(axis))):
        bounds, scale = scipy_bounds(data, statistic, True)
        line(what, "|".join(map(show, data)), scale, bounds)
line("courses", "|".join(map(show, courses)), np.std(np.concatenate(courses), ddof=1), of_courses(courses))

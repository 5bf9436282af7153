"""Writes bootstrap.csv: scipy's BCa interval of the mean from 400,000 resamples. Run: python3 bootstrap.py > bootstrap.csv

Columns: values, standard deviation, lower, upper. Monte Carlo error is about 0.003 standard errors.
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
print("name,values,sd,low,high")
for name, values in samples.items():
    values = values.astype(float)
    parts = [stats.bootstrap((values,), np.mean, n_resamples=100_000, method="BCa", random_state=seed, batch=5000).confidence_interval
             for seed in range(4)]
    low, high = (np.mean([getattr(p, side) for p in parts]) for side in ("low", "high"))
    print(f"{name},{' '.join(map(repr, map(float, values)))},{np.std(values, ddof=1)!r},{low!r},{high!r}".replace("np.float64(", "").replace(")", ""))

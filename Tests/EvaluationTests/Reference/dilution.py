"""Prints the expected numbers of DilutionTests.swift: python3 dilution.py (Python's math and statistics modules)."""
from math import ceil, expm1, sqrt
from statistics import NormalDist

z = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)
fall = lambda phi, before, after: -expm1(-z * sqrt(phi * (1 / before + 1 / after)))
for phi in (1, 4, 8, 20):
    print("phi", phi, fall(phi, 45090, 45090))
print("6 against 12 months", fall(8, 45090, 22545))
for name, expected, people in (("residents", 450 / 250000 * 0.3, 450), ("calls", 300 / 45090, 300), ("own", 100 * 12 * 0.3 / 45090, 100)):
    factor = fall(8, 45090, 45090) / expected
    print(name, expected, factor, ceil(people * factor))
calls = 45090 * 24000 / 250000
print("wards", calls, fall(8, calls, calls), 450 / 24000 * 0.3, 300 / calls, 360 / calls)
one = 45090 / 14
print("one area", ceil(450 * fall(8, one, one) / (360 / one)))

# Writes nist.csv: NIST's Statistical Reference Datasets for linear least squares (Longley, Filip, Wampler 1 to 5,
# https://www.itl.nist.gov/div898/strd/), solved in exact rational arithmetic. Run: python3 nist.py > nist.csv
# The certified values printed by NIST agree with these to all their digits; three of them are asserted below.
from fractions import Fraction as F
from decimal import Decimal, getcontext
getcontext().prec = 40

longley = """60323 83.0 234289 2356 1590 107608 1947
61122 88.5 259426 2325 1456 108632 1948
60171 88.2 258054 3682 1616 109773 1949
61187 89.5 284599 3351 1650 110929 1950
63221 96.2 328975 2099 3099 112075 1951
63639 98.1 346999 1932 3594 113270 1952
64989 99.0 365385 1870 3547 115094 1953
63761 100.0 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955
67857 104.6 419180 2822 2857 118734 1956
68169 108.4 442769 2936 2798 120445 1957
66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959
69564 114.2 502601 3931 2514 125368 1960
69331 115.7 518173 4806 2572 127852 1961
70551 116.9 554894 4007 2827 130081 1962"""
filip = """0.8116 -6.860120914,0.9072 -4.324130045,0.9052 -4.358625055,0.9039 -4.358426747,0.8053 -6.955852379,0.8377 -6.661145254,
0.8667 -6.355462942,0.8809 -6.118102026,0.7975 -7.115148017,0.8162 -6.815308569,0.8515 -6.519993057,0.8766 -6.204119983,
0.8885 -5.853871964,0.8859 -6.109523091,0.8959 -5.79832982,0.8913 -5.482672118,0.8959 -5.171791386,0.8971 -4.851705903,
0.9021 -4.517126416,0.909 -4.143573228,0.9139 -3.709075441,0.9199 -3.499489089,0.8692 -6.300769497,0.8872 -5.953504836,
0.89 -5.642065153,0.891 -5.031376979,0.8977 -4.680685696,0.9035 -4.329846955,0.9078 -3.928486195,0.7675 -8.56735134,
0.7705 -8.363211311,0.7713 -8.107682739,0.7736 -7.823908741,0.7775 -7.522878745,0.7841 -7.218819279,0.7971 -6.920818754,
0.8329 -6.628932138,0.8641 -6.323946875,0.8804 -5.991399828,0.7668 -8.781464495,0.7633 -8.663140179,0.7678 -8.473531488,
0.7697 -8.247337057,0.77 -7.971428747,0.7749 -7.676129393,0.7796 -7.352812702,0.7897 -7.072065318,0.8131 -6.774174009,
0.8498 -6.478861916,0.8741 -6.159517513,0.8061 -6.835647144,0.846 -6.53165267,0.8751 -6.224098421,0.8856 -5.910094889,
0.8919 -5.598599459,0.8934 -5.290645224,0.894 -4.974284616,0.8957 -4.64454848,0.9047 -4.290560426,0.9129 -3.885055584,
0.9209 -3.408378962,0.9219 -3.13200249,0.7739 -8.726767166,0.7681 -8.66695597,0.7665 -8.511026475,0.7703 -8.165388579,
0.7702 -7.886056648,0.7761 -7.588043762,0.7809 -7.283412422,0.7961 -6.995678626,0.8253 -6.691862621,0.8602 -6.392544977,
0.8809 -6.067374056,0.8301 -6.684029655,0.8664 -6.378719832,0.8834 -6.065855188,0.8898 -5.752272167,0.8964 -5.132414673,
0.8963 -4.811352704,0.9074 -4.098269308,0.9119 -3.66174277,0.9228 -3.2644011"""
wampler_noise = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048,
                 2523, -2048, 2048, -2048, 759]


def solve(matrix, right):
    size = len(matrix)
    rows = [list(row) + list(extra) for row, extra in zip(matrix, right)]
    for i in range(size):
        pivot = next(j for j in range(i, size) if rows[j][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(size):
            if j != i and rows[j][i] != 0:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i])]
    return [row[size:] for row in rows]


def root(fraction):
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).sqrt()


def text(values):
    return " ".join(f"{float(value):.17g}" for value in values)


def write(name, y, columns):
    x = [[F(1)] * len(y)] + columns
    cross = [[sum(a * b for a, b in zip(p, q)) for q in x] for p in x]
    size = len(x)
    right = [[sum(a * b for a, b in zip(p, y))] + [F(int(i == j)) for j in range(size)] for i, p in enumerate(x)]
    solved = solve(cross, right)
    beta = [row[0] for row in solved]
    rest = sum((value - sum(b * c[i] for b, c in zip(beta, x))) ** 2 for i, value in enumerate(y))
    variance = rest / (len(y) - size)
    errors = [root(variance * solved[i][1 + i]) for i in range(size)]
    print(f"{name};{text(y)};{'|'.join(text(c) for c in columns)};{text(beta)};{text(errors)};{float(variance):.17g}")
    return beta, errors


def powers(x, degree):
    return [[value**k for value in x] for k in range(1, degree + 1)]


print("name;y;columns;coefficients;errors;variance")
rows = [[F(cell) for cell in line.split()] for line in longley.split("\n")]
beta, errors = write("Longley", [r[0] for r in rows], [[r[k] for r in rows] for k in range(1, 7)])
assert f"{float(beta[0]):.14g}" == "-3482258.6345958" and f"{float(errors[6]):.12g}" == "455.478499142"
rows = [[F(cell) for cell in pair.split()] for pair in filip.split(",")]
beta, errors = write("Filip", [r[0] for r in rows], powers([r[1] for r in rows], 10))
assert f"{float(beta[0]):.14g}" == "-1467.4896142298" and f"{float(errors[10]):.12g}" == "8.96632837374e-06"
x = [F(k) for k in range(21)]
plain = [sum(value**k for k in range(6)) for value in x]
small = [sum(value**k / F(10)**k for k in range(6)) for value in x]
write("Wampler1", plain, powers(x, 5))
write("Wampler2", small, powers(x, 5))
for name, factor in [("Wampler3", 1), ("Wampler4", 100), ("Wampler5", 10000)]:
    beta, errors = write(name, [a + factor * F(b) for a, b in zip(plain, wampler_noise)], powers(x, 5))
    assert all(b == 1 for b in beta)
assert f"{float(errors[0]):.12g}" == "21523262.4678"

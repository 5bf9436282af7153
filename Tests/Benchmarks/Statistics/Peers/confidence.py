"""What pingouin, statsmodels and scipy can do of `evaluate confidence`. Usage: confidence.py responses.csv

Reads the answers, compares every item and their mean between each two waves (paired t, g, Wilcoxon, rank-biserial), adjusts
by Holm and gives alpha by wave. Left out, since neither has it: Hodges-Lehmann intervals, CR2, the mixed model, attrition.
The BCa bootstrap, which takes each comparison seconds, is made for the first one only. Prints JSON.
"""

import itertools
import json
import sys
import time

import numpy as np
import pandas
import pingouin
from scipy import stats
from statsmodels.stats.multitest import multipletests

answers = pandas.read_csv(sys.argv[1])
waves = ("pre", "post", "followup")
tables = {wave: answers[answers.wave == wave].pivot(index="attendee_id", columns="item", values="score") for wave in waves}
comparisons = []
for one, other in itertools.combinations(waves, 2):
    for item in [*tables[one].columns, "scale"]:
        sides = [tables[wave].mean(axis=1, skipna=False) if item == "scale" else tables[wave][item] for wave in (one, other)]
        pairs = pandas.concat(sides, axis=1, keys=("from", "to")).dropna()
        test = pingouin.ttest(pairs["to"], pairs["from"], paired=True)
        change = pairs["to"] - pairs["from"]
        comparisons.append({
            "item": item, "from": one, "to": other, "pairs": len(pairs), "mean_change": change.mean(),
            "t": stats.ttest_rel(pairs["to"], pairs["from"]).statistic, "p_t": float(test.iloc[0]["p_val" if "p_val" in test else "p-val"]),
            "g": float(pingouin.compute_effsize(pairs["to"], pairs["from"], paired=True, eftype="hedges")),
            "rank_biserial": float(pingouin.wilcoxon(change.round(10)).iloc[0]["RBC"]),
        })
multipletests([comparison["p_t"] for comparison in comparisons], method="holm")
alpha = {wave: pingouin.cronbach_alpha(tables[wave].dropna())[0] for wave in waves}

begin = time.perf_counter()
change = (tables["post"] - tables["pre"]).iloc[:, 0].dropna().to_numpy(float)
bounds = stats.bootstrap((change,), np.mean, n_resamples=10_000, method="BCa", batch=500, random_state=1).confidence_interval
print(json.dumps({"comparisons": comparisons, "alpha": alpha, "bca": list(bounds), "bca_seconds": time.perf_counter() - begin}))

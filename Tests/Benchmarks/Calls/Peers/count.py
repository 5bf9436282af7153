"""Counts the rows of one category in street files with a peer, and nothing else: no places, no months, no database.

Usage: count.py PEER FOLDER. Runs the same query several times in one process, so that imports and warm-up do not count, and
prints JSON: the version, the count, and the seconds of each run.
"""

import glob
import json
import sys
import time

RUNS, CATEGORY = 4, "Anti-social behaviour"


def polars(files, engine, schema):
    import polars

    def run():
        frame = polars.scan_csv(files, **schema).filter(polars.col("Crime type") == CATEGORY).select(polars.len())
        return frame.collect(engine=engine).item()

    return polars.__version__, run


def duckdb(files, options):
    import duckdb

    database = duckdb.connect()
    query = f'SELECT count(*) FROM read_csv(?, header = true{options}) WHERE "Crime type" = ?'
    return duckdb.__version__, lambda: database.execute(query, [files, CATEGORY]).fetchone()[0]


PEERS = {
    "polars": lambda files: polars(files, "auto", {}),
    "polars, all text": lambda files: polars(files, "auto", {"infer_schema": False}),
    "polars, all text, streaming": lambda files: polars(files, "streaming", {"infer_schema": False}),
    "duckdb": lambda files: duckdb(files, ""),
    "duckdb, all text": lambda files: duckdb(files, ", all_varchar = true"),
}


def main():
    peer, folder = sys.argv[1:]
    version, run = PEERS[peer](sorted(glob.glob(f"{folder}/*/*-street.csv")))
    seconds, count = [], None
    for _ in range(RUNS):
        begin = time.perf_counter()
        count = run()
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"version": version, "count": count, "seconds": seconds}))


main()

"""Importing police.uk files, from CSV on disk to counts committed in SQLite, beside peers that merely count one category in
the same files, and CommonGround's targets.

Usage: calls.py PROGRAM PREPARED [FOLDER], where PREPARED is the folder that `prepare` filled and FOLDER holds published street
files, one folder a month; made-up ones serve when there are none. Prints a Markdown table and the targets. Exits 1 when a
program failed or counts differ, 2 when a target was missed. Everybody may use all cores; files stand in the page cache.

A peer's time is that of its query alone, in a process that has run it before. Ours is a whole process into a fresh database,
less the time of one that imports a single small file; the whole stands beside it.
"""

import json
import os
import pathlib
import shutil
import sys
import tempfile
from dataclasses import dataclass, field

import months

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.append(str(HERE.parent / "Certificates"))
from machine import Failed, median, timed  # noqa: E402

ROUNDS, TIMES = 5, 15
PEERS = ("polars", "polars, all text", "polars, all text, streaming", "duckdb", "duckdb, all text")
TWICE, MOST_MEGABYTES = 2, 150


@dataclass
class Figures:
    """One row of the table."""

    name: str
    version: str = ""
    seconds: dict = field(default_factory=lambda: {"small": [], "large": []})
    megabytes: dict = field(default_factory=dict)

    def row(self, sizes):
        small, large = (median(self.seconds[name]) for name in ("small", "large"))
        cells = [self.name, self.version, f"{small * 1000:.0f}", f"{large * 1000:.0f}", f"{sizes['large'] / large:,.0f}"]
        return "| " + " | ".join([*cells, f"{max(self.megabytes.values()):.0f}"]) + " |"


class CommonGround:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.environment = {"COMMONGROUND_CONTENT": str(ROOT)} | os.environ

    def imported(self, files):
        """The run of an import into a fresh database, and the incidents counted."""
        place = os.path.join(self.folder, "database")
        shutil.rmtree(place, ignore_errors=True)
        os.mkdir(place)
        command = [self.program, "calls", "import", files, "--database", f"{place}/calls.sqlite", "--format", "json"]
        run = timed(command, all_cores=True, environment=self.environment)
        return run, sum(file["incidents"] for file in json.loads(run.output))

    def version(self):
        return timed([self.program, "--version"], environment=self.environment).output.strip()


def peer_run(prepared, name, files):
    run = timed([f"{prepared}/python/bin/python", str(HERE / "Peers/count.py"), name, files], all_cores=True)
    return run, json.loads(run.output)


def take_turns(ours, prepared, folders):
    """The figures of everybody, in turns, so that a moment of load falls on all."""
    us, whole = Figures("**CommonGround**, all counts into SQLite", ours.version()), Figures("its whole process", ours.version())
    peers = [Figures(f"{name}, one count") for name in PEERS]
    for size in ("small", "large"):
        for _ in range(ROUNDS):
            start = min(ours.imported(folders["one"])[0].seconds for _ in range(3))
            run, incidents = ours.imported(folders[size])
            us.seconds[size].append(run.seconds - start)
            whole.seconds[size].append(run.seconds)
            us.megabytes[size] = whole.megabytes[size] = max(run.peak_megabytes, us.megabytes.get(size, 0))
            for name, figures in zip(PEERS, peers):
                run, said = peer_run(prepared, name, folders[size])
                if said["count"] != incidents:
                    raise Failed(f"{name} counts {said['count']} rows, CommonGround {incidents}")
                figures.version = said["version"]
                figures.seconds[size].append(min(said["seconds"]))
                figures.megabytes[size] = max(run.peak_megabytes, figures.megabytes.get(size, 0))
    return us, whole, peers


def targets(us, peers, sizes):
    """(words, value, met, required) of each goal; for the small set, where commits to disk weigh most, it is an aim."""
    for size, required in (("small", False), ("large", True)):
        fastest = min(peers, key=lambda peer: median(peer.seconds[size]))
        times = median(fastest.seconds[size]) / median(us.seconds[size])
        words = f"{TWICE} times as fast as the fastest peer ({fastest.name}), {sizes[size]:.0f} MB"
        yield words if required else f"aim: {words}", f"{times:.2f} times", times >= TWICE, required
    peak = max(us.megabytes.values())
    yield f"at most {MOST_MEGABYTES} MB of memory", f"{peak:.0f} MB", peak <= MOST_MEGABYTES, True


def measure(program, prepared, source, folder):
    ours = CommonGround(program, folder)
    folders = {name: os.path.join(folder, name) for name in ("small", "large", "one")}
    sizes = {"small": months.fill(folders["small"], source, 1), "large": months.fill(folders["large"], source, TIMES)}
    rows = [months.HEADER, f",{months.month(0)},Surrey Police,Surrey Police,,,On or near A,,,{months.ASB},,\r\n"]
    months.write(folders["one"], 0, "-surrey-street.csv", "".join(rows).encode())
    us, whole, peers = take_turns(ours, prepared, folders)
    print(f"| Program | Version | {sizes['small']:.0f} MB, ms | {sizes['large']:.0f} MB, ms | MB/s | Peak, MB |")
    print("|---|---|--:|--:|--:|--:|")
    for figures in (us, whole, *peers):
        print(figures.row(sizes))
    print()
    goals = list(targets(us, peers, sizes))
    for words, value, met, required in goals:
        print(f"{'met' if met else 'MISSED' if required else 'not yet':8} {words}: {value}")
    return [words for words, _, met, required in goals if required and not met]


def main():
    program, prepared, *rest = sys.argv[1:]
    beside = ROOT.parent / "shared/data/police-uk"
    source = rest[0] if rest else str(beside) if beside.is_dir() else None
    kind = "published files" if source else "made-up files"
    print(f"police.uk import, {kind}; load {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores", flush=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            missed = measure(program, prepared, source, folder)
    except Failed as failure:
        sys.exit(f"A program failed: {failure}")
    print(f"load {os.getloadavg()[0]:.2f}")
    if missed:
        print("Missed: " + "; ".join(missed) + ".")
        sys.exit(2)


main()

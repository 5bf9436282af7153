"""Certificates typeset side by side with the peers, one core each, and CommonGround's targets.

Usage: certificates.py PROGRAM PREPARED, where PREPARED is the folder that `prepare` filled. Prints a Markdown table and the
targets, and leaves a page of every writer and script in PREPARED/pages to look at. Exits 1 when a writer failed, 2 when a
required target was missed.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field

import pages
import recipients
from machine import Failed, median, memory_folder
from peers import MOST, PEERS, Bench
from program import CommonGround

BATCH, ROUNDS = 3072, 3


@dataclass
class Figures:
    """One row of the table."""

    writer: str
    version: str
    cold: float
    latin: list = field(default_factory=list)
    scripts: list = field(default_factory=list)
    bytes: int = 0
    tagged: bool = False
    claims: bool = False

    def take_file(self, folder):
        path = os.path.join(folder, pages.names(folder)[0])
        self.bytes, self.tagged, self.claims = pages.median_bytes(folder), pages.is_tagged(path), pages.claims(path)

    def row(self):
        said = ["yes" if mark else "no" for mark in (self.tagged, self.claims)]
        figures = [f"{self.cold:.0f}", f"{median(self.latin):,.0f}", f"{median(self.scripts):,.0f}", f"{self.bytes:,}"]
        return "| " + " | ".join([self.writer, self.version, *figures, *said]) + " |"


@dataclass(frozen=True)
class Target:
    words: str
    value: str
    met: bool
    required: bool = True

    def __str__(self):
        verdict = "met" if self.met else "MISSED" if self.required else "not yet"
        return f"{verdict:8} {self.words}: {self.value}"


def keep_pages(folder, prepared, writer):
    """The first certificate of each script."""
    place = os.path.join(prepared, "pages", writer)
    os.makedirs(place, exist_ok=True)
    for name in pages.names(folder)[:12]:
        shutil.copy(os.path.join(folder, name), place)


def side_by_side(ours, bench, prepared, folder):
    """The figures of all writers; the fast ones take turns, so that a moment of load falls on everybody."""
    lists, sheets = {}, {}
    for name, only in (("latin", "Latin"), ("scripts", None)):
        sheets[name] = ours.sheet(name, recipients.people(BATCH, only=only))
        lists[name] = os.path.join(folder, f"{name}.list")
        recipients.write_list(lists[name], recipients.people(MOST, only=only), ours.numbers(sheets[name]))
    one = ours.sheet("one", recipients.people(1, only="Latin"))

    us = Figures("**CommonGround**", ours.version(), ours.cold_milliseconds(one))
    ours_folder, _ = ours.typeset(sheets["latin"])
    us.take_file(ours_folder)
    table = [us]
    for peer in PEERS:
        version, cold = bench.version(peer, lists["latin"]), bench.cold_milliseconds(peer, lists["latin"])
        table.append(Figures(peer.name, version, cold))
    for turn in range(ROUNDS):
        for kind, rates in (("latin", us.latin), ("scripts", us.scripts)):
            rates.append(ours.rate(sheets[kind], one))
        for peer, figures in zip(PEERS, table[1:]):
            if turn >= peer.rounds:
                continue
            rate, written = bench.rate(peer, lists["latin"])
            figures.latin.append(rate)
            figures.take_file(written)
            rate, written = bench.rate(peer, lists["scripts"])
            figures.scripts.append(rate)
            keep_pages(written, prepared, "-".join([os.path.splitext(peer.program)[0], *peer.options]))
    return table, sheets["scripts"]


# The goals are set against each peer's plain use; beside it stands what becomes of it when a program keeps all that the peer's
# interface lets it keep.
GOALS = (
    ("Typst, `compile()` each", 30, True), ("Pango and cairo (C), plain", 20, True),
    ("Typst, one compiler kept", 30, False), ("Pango and cairo (C), what can be kept", 20, False),
)


def ratios(table):
    us, peers = table[0], {figures.writer: figures for figures in table[1:]}
    for name, wanted, required in GOALS:
        times = median(us.scripts) / median(peers[name].scripts)
        yield Target(f"{wanted} times {name}, 12 scripts", f"{times:.1f} times", times >= wanted, required)
    rate = median(us.scripts)
    yield Target("aim: 4,000 certificates a second, 12 scripts", f"{rate:,.0f}", rate >= 4000, required=False)


def alone(ours, table, sheet):
    """The targets in which no peer has a part."""
    cold = table[0].cold
    yield Target("one Latin certificate from a cold process in 40 ms", f"{cold:.0f} ms", cold <= 40)
    han = ours.cold_milliseconds(ours.sheet("han", recipients.people(1, only="Chinese")))
    yield Target("one Han certificate from a cold process in 120 ms", f"{han:.0f} ms", han <= 120)
    if len(os.sched_getaffinity(0)) > 1:
        one = ours.sheet("one", recipients.people(1))
        rates = {workers: median([ours.rate(sheet, one, workers) for _ in range(ROUNDS)]) for workers in (1, 2)}
        times = rates[2] / rates[1]
        yield Target("two workers: at least 1.5 times one", f"{times:.2f} times, {rates[2]:,.0f} a second", times >= 1.5)
    digests = {ours.digest(sheet, workers) for workers in (1, 2)}
    words = "SHA-256 " + " and ".join(digest[:16] for digest in digests)
    yield Target("the same bytes from one worker and two", words, len(digests) == 1)
    peaks = [ours.peak_megabytes(ours.sheet("many", recipients.people(count))) for count in (1_000, 10_000)]
    words = " and ".join(f"{peak:.0f} MB" for peak in peaks)
    yield Target("most memory for 10,000 at most 1.25 times that for 1,000", words, peaks[1] <= 1.25 * peaks[0])


def measure(program, prepared, folder):
    ours = CommonGround(program, folder)
    table, sheet = side_by_side(ours, Bench(prepared, folder), prepared, folder)
    keep_pages(ours.typeset(sheet)[0], prepared, "commonground")
    targets = [*ratios(table), *alone(ours, table, sheet)]
    print("| Writer | Version | Cold, ms | Latin/s | 12 scripts/s | Bytes | Tagged | PDF/A-2a and UA-1 |")
    print("|---|---|--:|--:|--:|--:|---|---|")
    for figures in table:
        print(figures.row())
    print()
    for target in targets:
        print(target)
    return [target for target in targets if target.required and not target.met]


def main():
    program, prepared = sys.argv[1:]
    in_memory = memory_folder()
    place = "a file system in memory" if in_memory else "the temporary folder, on disk"
    print(f"certificates, written to {place}; load {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores", flush=True)
    try:
        with tempfile.TemporaryDirectory(dir=in_memory) as folder:
            missed = measure(program, prepared, folder)
    except Failed as failure:
        sys.exit(f"A writer failed: {failure}")
    print(f"load {os.getloadavg()[0]:.2f}")
    if missed:
        print("Missed: " + "; ".join(target.words for target in missed) + ".")
        sys.exit(2)


main()

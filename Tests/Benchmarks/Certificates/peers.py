"""The peers, how they are started, and what is measured of each."""

import json
import os
import shutil
from dataclasses import dataclass

from machine import median, timed

HERE = os.path.dirname(os.path.abspath(__file__))
WARM = 12


@dataclass(frozen=True)
class Peer:
    """`count` certificates a batch, in `rounds` batches of which the middle one counts."""

    name: str
    program: str
    count: int
    rounds: int = 1
    options: tuple = ()


PEERS = (
    Peer("Typst, one compiler kept", "typst_peer.py", 240, 3),
    Peer("Typst, `compile()` each", "typst_peer.py", 120, 3, ("each",)),
    Peer("Pango and cairo (C), what can be kept", "pango", 240, 3),
    Peer("Pango and cairo (C), plain", "pango", 240, 3, ("plain",)),
    Peer("ReportLab", "reportlab_peer.py", 240),
    Peer("WeasyPrint", "weasyprint_peer.py", 96),
    Peer("fpdf2 and uharfbuzz", "fpdf2_peer.py", 48),
)
MOST = max(peer.count for peer in PEERS) + WARM


class Bench:
    """Runs peers from the folder of `prepare`, on lists of recipients in `folder`."""

    def __init__(self, prepared, folder):
        self.prepared = prepared
        self.folder = folder

    def _command(self, peer):
        if not peer.program.endswith(".py"):
            return [os.path.join(self.prepared, peer.program)]
        return [os.path.join(self.prepared, "python/bin/python"), "-W", "ignore", os.path.join(HERE, "Peers", peer.program)]

    def _run(self, peer, path, warm):
        folder = os.path.join(self.folder, "peer")
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        run = timed([*self._command(peer), path, folder, str(warm), *peer.options])
        return folder, run, json.loads(run.output)

    def _part(self, path, count):
        """The first `count` lines of a list as a list of its own."""
        part = f"{path}.{count}"
        with open(path, encoding="utf-8") as source, open(part, "w", encoding="utf-8") as target:
            target.writelines(line for line, _ in zip(source, range(count)))
        return part

    def version(self, peer, path):
        return self._run(peer, self._part(path, 1), 0)[2]["version"]

    def cold_milliseconds(self, peer, path, attempts=5):
        part = self._part(path, 1)
        return median([self._run(peer, part, 0)[1].seconds * 1000 for _ in range(attempts)])

    def rate(self, peer, path):
        """Certificates a second in a warm process, and the folder in which they are."""
        folder, _, told = self._run(peer, self._part(path, peer.count + WARM), WARM)
        return peer.count / told["seconds"], folder

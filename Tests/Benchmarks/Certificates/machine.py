"""Runs a command against the clock: on one core or on all, with the most memory that it held."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

CORE = max(os.sched_getaffinity(0))


class Failed(Exception):
    """A writer did not run to its end."""


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_megabytes: float
    output: str


def timed(command, *, all_cores=False, environment=None):
    """The whole process from start to end. One core unless said otherwise, so that no writer hides a second thread.

    A small process of its own starts it: Linux counts what the starting process held towards the most that a program held.
    """
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as complaints, \
            tempfile.NamedTemporaryFile("r+") as report:
        starter = [sys.executable, "-I", "-S", os.path.abspath(__file__), report.name, "all" if all_cores else "one"]
        subprocess.run([*starter, *command], stdout=output, stderr=complaints, env=environment, check=False)
        output.seek(0)
        complaints.seek(0)
        told = json.loads(report.read() or "{}")
        if "fault" in told:
            raise Failed(f"{command[0]} did not start: {told['fault']}")
        if told.get("status") != 0:
            raise Failed(f"{' '.join(command)} ended with {told.get('status')}:\n{complaints.read()[-2000:]}")
        return Run(told["seconds"], told["peak"] / 1024, output.read())


def start(report, cores, command):
    """Runs the command and writes down its seconds, its peak in kilobytes and how it ended."""
    if cores == "one":
        os.sched_setaffinity(0, {CORE})
    begin = time.perf_counter()
    try:
        process = subprocess.Popen(command)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        told = {"seconds": seconds, "peak": usage.ru_maxrss, "status": process.returncode}
    except OSError as error:
        told = {"fault": error.strerror}
    with open(report, "w", encoding="utf-8") as file:
        json.dump(told, file)


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def memory_folder():
    """A file system in memory, so that no disk decides; None for the usual temporary folder when there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


if __name__ == "__main__":
    start(sys.argv[1], sys.argv[2], sys.argv[3:])

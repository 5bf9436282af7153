"""Runs a command against the clock: on one core or on all, with the most memory that it held."""

import os
import subprocess
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
    """The whole process from start to end. One core unless said otherwise, so that no writer hides a second thread."""
    pin = None if all_cores else lambda: os.sched_setaffinity(0, {CORE})
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as complaints:
        begin = time.perf_counter()
        try:
            process = subprocess.Popen(command, stdout=output, stderr=complaints, env=environment, preexec_fn=pin)
        except OSError as error:
            raise Failed(f"{command[0]} did not start: {error.strerror}") from error
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        complaints.seek(0)
        if process.returncode != 0:
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{complaints.read()[-2000:]}")
        return Run(seconds, usage.ru_maxrss / 1024, output.read())


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def memory_folder():
    """A file system in memory, so that no disk decides; None for the usual temporary folder when there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

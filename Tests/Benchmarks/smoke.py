"""Smoke limits of the built program: start, booking, demonstration, idle memory.

Usage: smoke.py PROGRAM. Prints one line a measure with its limit; exits 1 when one is missed.
The limits are for an otherwise idle machine; the load average stands in the heading.
"""

import http.client
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def first_answer(program, database, port):
    """Seconds from starting the process to the first answered page, and the server."""
    begin = time.perf_counter()
    server = subprocess.Popen(
        [program, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL, env=ENVIRONMENT
    )
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            assert connection.getresponse().status == 200
            return time.perf_counter() - begin, server
        except ConnectionRefusedError:
            time.sleep(0.001)


def stop(server):
    server.send_signal(signal.SIGTERM)
    server.wait(10)


def resident_megabytes(process):
    with open(f"/proc/{process}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmRSS"].split()[0]) / 1024


def commit_milliseconds(folder):
    """The disk's own commit: one row in WAL mode with full synchronisation, as the program writes."""
    database = sqlite3.connect(os.path.join(folder, "commit.sqlite"), isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE t (x)")
    times = []
    for _ in range(200):
        begin = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO t VALUES (1)")
        database.execute("COMMIT")
        times.append(time.perf_counter() - begin)
    return median(times) * 1000


def bookings_milliseconds(program, database, run, folder):
    """One booking inside a running program: the difference between importing many one by one is start-up, so the
    audit trail's own instants of a long row of site bookings would mix in HTTP. A batch import measures rule, rows
    and audit without the commit; the commit is measured apart."""
    count = 400
    path = os.path.join(folder, "bookings.csv")
    with open(path, "w") as sheet:
        sheet.write("name,email\n")
        for number in range(count):
            sheet.write(f"Made-up Person {number},person{number}@example.org\n")
    times = []
    for size in (1, count):
        with open(path) as sheet:
            lines = sheet.readlines()
        part = os.path.join(folder, f"part-{size}.csv")
        with open(part, "w") as sheet:
            sheet.writelines(lines[: size + 1])
        begin = time.perf_counter()
        subprocess.run(
            [program, "bookings", "import", part, "--run", run, "--database", database, "--dry-run"],
            check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT,
        )
        times.append(time.perf_counter() - begin)
    return (times[1] - times[0]) / (count - 1) * 1000


def main():
    program = os.path.abspath(sys.argv[1])
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "demonstration.sqlite")
        begin = time.perf_counter()
        subprocess.run([program, "demo", "--database", database], check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        rows.append(("demo", time.perf_counter() - begin, 3.0, "s"))

        starts = []
        for attempt in range(7):
            seconds, server = first_answer(program, database, 18_300 + attempt)
            starts.append(seconds * 1000)
            if attempt == 6:
                time.sleep(1)
                memory = resident_megabytes(server.pid)
            stop(server)
        rows.append(("first answer after start", median(starts), 150, "ms"))
        rows.append(("idle server, resident", memory, 60, "MB"))

        office = os.path.join(folder, "office.sqlite")
        subprocess.run(
            [program, "runs", "schedule", "--database", office, "--course", "defusing-one-day", "--area", "Milton Keynes",
             "--venue", "Made-up Hall", "--capacity", "16", "--starts", "2099-03-13T09:15", "--open"],
            check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT,
        )
        rows.append(("a booking beyond the commit", bookings_milliseconds(program, office, "1", folder), 1, "ms"))
        commit = commit_milliseconds(folder)

    print(f"load {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores; the disk's commit takes {commit:.2f} ms")
    for name, value, limit, unit in rows:
        print(f"{name:32} {value:8.2f} {unit:3} limit {limit:g} {unit} {'ok' if value <= limit else 'MISSED'}")
    sys.exit(0 if all(value <= limit for _, value, limit, _ in rows) else 1)


ENVIRONMENT = dict(os.environ, COMMONGROUND_CONTENT=ROOT)
main()

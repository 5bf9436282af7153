"""CommonGround's own figures: whole processes that read the sheet, typeset, write and list every file with its SHA-256."""

import csv
import hashlib
import os
import shutil

import recipients
from machine import median, timed

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))


class CommonGround:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.environment = {"COMMONGROUND_CONTENT": ROOT} | os.environ

    def sheet(self, name, people):
        path = os.path.join(self.folder, f"{name}.csv")
        recipients.write_sheet(path, people)
        return path

    def typeset(self, sheet, workers=1, all_cores=False):
        """Sets the sheet into an empty folder, and tells that folder and the run."""
        folder = os.path.join(self.folder, "certificates")
        shutil.rmtree(folder, ignore_errors=True)
        command = [
            self.program, "certificates", "typeset", "--recipients", sheet, "--output", folder,
            "--public-url", recipients.SITE, "--workers", str(workers),
        ]
        return folder, timed(command, all_cores=all_cores, environment=self.environment)

    def version(self):
        return timed([self.program, "--version"], environment=self.environment).output.strip()

    def numbers(self, sheet):
        """The numbers that the sheet's rows get, in order."""
        folder, _ = self.typeset(sheet)
        with open(os.path.join(folder, "index.csv"), encoding="utf-8") as file:
            return [row["number"] for row in csv.DictReader(file)]

    def cold_milliseconds(self, sheet, attempts=15):
        return median([self.typeset(sheet)[1].seconds * 1000 for _ in range(attempts)])

    def rate(self, sheet, one, workers=1):
        """Certificates a second, start and warm-up left out like those of the peers: a process that sets one is taken off."""
        def seconds(sheet):
            return self.typeset(sheet, workers, all_cores=workers > 1)[1].seconds

        with open(sheet, encoding="utf-8", newline="") as file:
            rows = sum(1 for _ in csv.DictReader(file))
        return (rows - 1) / (seconds(sheet) - min(seconds(one) for _ in range(3)))

    def peak_megabytes(self, sheet):
        return self.typeset(sheet, all_cores=True)[1].peak_megabytes

    def digest(self, sheet, workers):
        """SHA-256 of all bytes of all files, in the order of their names."""
        folder, _ = self.typeset(sheet, workers, all_cores=True)
        digest = hashlib.sha256()
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                digest.update(name.encode() + b"\0" + file.read())
        return digest.hexdigest()

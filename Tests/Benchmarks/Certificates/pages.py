"""What a written file is: its size, and what it says of itself."""

import os
import re
import subprocess

from machine import median


def names(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".pdf"))


def median_bytes(folder):
    return median([os.path.getsize(os.path.join(folder, name)) for name in names(folder)])


def is_tagged(path):
    """Whether the structure tree holds the words."""
    told = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True).stdout
    return "Certificate of Attendance" in told


def claims(path):
    """Whether the metadata say both PDF/A-2a and PDF/UA-1. Whether that is true, `make conformance` tells of our own."""
    told = subprocess.run(["pdfinfo", "-meta", path], capture_output=True, text=True, check=True).stdout
    wanted = (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"))
    return all(re.search(rf"{key}(>|=[\"']){value}", told) for key, value in wanted)

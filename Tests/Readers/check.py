"""Every made-up name in every reader: a name that comes back otherwise, and is not expected to, is a fault.

pdftotext, the structure (pdfinfo), mutool and pdfminer have to give back each name, but for the exceptions below. pypdf turns
text from right to left around, and PDFium (Chrome) orders it by its own rules; they are counted and may not get worse.
"""
import csv
import os
import subprocess
import sys
import tempfile
import unicodedata
from multiprocessing import Pool

import names
import read

COURSE = ["Defusing conflict and anti-social behaviour", "2026-03-14", "5.75", "Made-up Trainer", "Milton Keynes"]

# Reader, kind of name, reason. What is not here has to come back exactly.
EXCEPTIONS = {
    ("mutool", "Zmth"): "it takes the ligatures ﬀ ﬁ ﬃ apart, in any file",
    ("pdftotext", "Thaa-hyphen"): "it turns letters around, but not a mark between them and a hyphen, comma, stop or digit",
    ("pdftotext", "Thaa-comma"): "as above",
}
# The least share of names that must come back.
SHARES = {"pypdf": 0.75, "pdfium": 0.88}


def expected(reader, kind):
    return any(reader == name and kind.startswith(start) for name, start in EXCEPTIONS)


def compare(job):
    kind, name, path = job
    wrong = {}
    for reader, text_of in read.READERS.items():
        text = read.plain(text_of(path))
        if read.plain(name) not in text:
            wrong[reader] = text[:200]
    return kind, name, wrong


def check(program, design, cases):
    with tempfile.TemporaryDirectory() as folder:
        sheet = os.path.join(folder, "recipients.csv")
        with open(sheet, "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow("name,course,date,hours,trainer,area,language".split(","))
            rows.writerows([name, *COURSE, language or ""] for _, language, name in cases)
        output = os.path.join(folder, "out")
        subprocess.run(
            [program, "certificates", "typeset", "--design", design, "--recipients", sheet, "--output", output,
             "--public-url", "https://commonground.example"], check=True, stdout=subprocess.DEVNULL)
        files = sorted(file for file in os.listdir(output) if file.endswith(".pdf"))
        assert len(files) == len(cases), f"{len(files)} files for {len(cases)} names"
        jobs = [(kind, unicodedata.normalize("NFC", name), os.path.join(output, file))
                for (kind, _, name), file in zip(cases, files)]
        with Pool(os.cpu_count()) as pool:
            results = pool.map(compare, jobs, chunksize=8)
    faults = 0
    for reader in read.READERS:
        wrong = [(kind, name, texts[reader]) for kind, name, texts in results if reader in texts]
        print(f"{design}, {reader}: {len(cases) - len(wrong)} of {len(cases)}")
        if reader in SHARES:
            faults += len(cases) - len(wrong) < SHARES[reader] * len(cases)
            continue
        for kind, name, text in wrong:
            if not expected(reader, kind):
                faults += 1
                print(f"  {kind}: {name!r} came back as {text!r}")
    return faults


if __name__ == "__main__":
    cases = [*names.all_names(), *names.MIXED]
    designs = sys.argv[2:] or ["attendance", "bilingual"]
    sys.exit(1 if sum(check(sys.argv[1], design, cases) for design in designs) else 0)

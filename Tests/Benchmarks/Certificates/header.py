"""Writes the certificate as a C header for the Pango program.

Usage: header.py PATH.
"""

import json
import sys

import certificate


def _text(words):
    return json.dumps(words, ensure_ascii=False)


def _line(line):
    return f"{{{_text(line.words)}, {line.centre}, {line.baseline}, {line.size}, {_colour(line.colour)}}}"


def _colour(colour):
    return "{" + ", ".join(f"{int(colour[start : start + 2], 16) / 255:.4f}" for start in (1, 3, 5)) + "}"


def _numbers(values):
    return "{" + ", ".join(map(str, values)) + "}"


def write(path):
    before, after = certificate.TITLE.split("{name}")
    parts = [
        "typedef struct { const char *words; double centre, baseline, size, colour[3]; } line;",
        f"static const double WIDTH = {certificate.WIDTH}, HEIGHT = {certificate.HEIGHT};",
        f"static const char *const FACE = {_text(certificate.WORDS_FACE)};",
        f"static const char *const TITLE_BEFORE = {_text(before)}, *const TITLE_AFTER = {_text(after)};",
        f"static const line NAME = {_line(certificate.NAME)}, NUMBER = {_line(certificate.NUMBER)};",
        "static const line STANDING[] = {" + ", ".join(_line(line) for line in certificate.STANDING) + "};",
        "static const double FRAME[][5] = {" + ", ".join(map(_numbers, certificate.FRAME)) + "};",
        f"static const double RULE[] = {_numbers(certificate.RULE)};",
        f"static const double CODE[] = {_numbers(certificate.CODE)};",
        f"static const double GOLD[] = {_colour(certificate.GOLD)}, SOFT[] = {_colour(certificate.SOFT)};",
        f"static const double INK[] = {_colour(certificate.INK)};",
    ]
    with open(path, "w", encoding="utf-8") as file:
        print(*parts, sep="\n", file=file)


write(sys.argv[1])

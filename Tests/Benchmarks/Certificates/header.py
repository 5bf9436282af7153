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


def _ornament(one):
    commands = list(one.commands())
    letters = "".join(letter for letter, _ in commands)
    numbers = ", ".join(str(number) for _, numbers in commands for number in numbers)
    return (
        f"{{{_text(letters)}, (const double[]){{{numbers}}}, {int(bool(one.fill))}, {int(bool(one.line))}, "
        f"{_colour(one.fill or '#000000')}, {_colour(one.line or '#000000')}, {one.width}, {_numbers(one.dash or (0, 0))}}}"
    )


def write(path):
    before, after = certificate.TITLE.split("{name}")
    parts = [
        "typedef struct { const char *words; double centre, baseline, size, colour[3]; } line;",
        f"static const double WIDTH = {certificate.WIDTH}, HEIGHT = {certificate.HEIGHT};",
        f"static const char *const FACE = {_text(certificate.WORDS_FACE)};",
        f"static const char *const TITLE_BEFORE = {_text(before)}, *const TITLE_AFTER = {_text(after)};",
        f"static const line NAME = {_line(certificate.NAME)}, NUMBER = {_line(certificate.NUMBER)};",
        "static const line STANDING[] = {" + ", ".join(_line(line) for line in certificate.STANDING) + "};",
        "typedef struct { const char *letters; const double *numbers; int filled, lined;"
        " double fill[3], line[3], width, dash[2]; } ornament;",
        "static const ornament ORNAMENTS[] = {" + ", ".join(map(_ornament, certificate.ORNAMENTS)) + "};",
        f"static const double RULE[] = {_numbers(certificate.RULE)};",
        f"static const double CODE[] = {_numbers(certificate.CODE)};",
        f"static const double SOFT[] = {_colour(certificate.SOFT)}, INK[] = {_colour(certificate.INK)};",
    ]
    with open(path, "w", encoding="utf-8") as file:
        print(*parts, sep="\n", file=file)


write(sys.argv[1])

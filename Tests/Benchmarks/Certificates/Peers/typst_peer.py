"""Typst through its Python package: one compiler for all certificates, each with its own sys_inputs.

The compiler keeps fonts, source and Typst's memoised results from one certificate to the next. With a fourth argument `each`
every certificate is a `typst.compile()` of its own, the package's plain use: memoised results stay, fonts are looked up again.
Typst sees only the fonts in question. The standards are those that CommonGround keeps. The layout goes in as JSON, the
ornaments and the QR code as SVG.
"""

import dataclasses
import importlib.metadata
import json
import os
import sys
import tempfile

import typst

import batch
import certificate
import qr

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUT = json.dumps({
    "width": certificate.WIDTH, "height": certificate.HEIGHT, "title": certificate.TITLE, "face": certificate.WORDS_FACE,
    "ornaments": certificate.ornaments_svg(), "rule": certificate.RULE, "code": certificate.CODE,
    "soft": certificate.SOFT,
    "lines": [dataclasses.asdict(line) for line in (*certificate.STANDING, certificate.NUMBER)],
    "name": dataclasses.asdict(certificate.NAME),
})


def link_fonts(folder, recipients):
    """A folder with links to the fonts of these recipients and no others."""
    for font in {certificate.WORDS_FONT, *(recipient.font for recipient in recipients)}:
        os.symlink(certificate.font_path(font), os.path.join(folder, font))


def main():
    each = sys.argv[4:] == ["each"]
    source = os.path.join(HERE, "certificate.typ")
    with tempfile.TemporaryDirectory() as fonts:
        link_fonts(fonts, batch.recipients())
        compiler = None if each else typst.Compiler(source, root=HERE, font_paths=[fonts], ignore_system_fonts=True)

        def write(recipient):
            inputs = {
                "layout": LAYOUT, "code": qr.svg(recipient.address, certificate.INK), "name": recipient.name,
                "language": recipient.language, "face": recipient.face, "number": recipient.number, "address": recipient.address,
            }
            options = {"format": "pdf", "sys_inputs": inputs, "pdf_standards": ["a-2a", "ua-1"]}
            if each:
                return typst.compile(source, root=HERE, font_paths=[fonts], ignore_system_fonts=True, **options)
            return compiler.compile(**options)

        batch.run(importlib.metadata.version("typst"), write)


main()

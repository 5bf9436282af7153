"""fpdf2 with uharfbuzz shaping: a document a certificate, each with the one or two fonts that it needs.

A document of fpdf2 owns its fonts, so that they are read again for every certificate. The ornaments are parsed once. The QR
code is a 1-bit picture, which is faster than 220 rectangles.
"""

import fpdf
from fpdf.svg import SVGObject
from PIL import Image

import batch
import certificate
import qr

COLLECTION_INDEX = {"zh-Hans": 2}
ORNAMENTS = SVGObject(certificate.ornaments_svg())


def baseline(pdf, line, words):
    pdf.set_font_size(line.size)
    pdf.set_text_color(line.colour)
    half = min(line.centre, certificate.WIDTH - line.centre)
    pdf.set_xy(line.centre - half, line.baseline - 0.3 * pdf.font_size)  # a cell of no height stands 0.3 em below
    pdf.cell(2 * half, 0, words, align="C")


def code_picture(address):
    rows = qr.modules(address)
    picture = Image.frombytes("L", (len(rows), len(rows)), bytes(255 * (1 - cell) for row in rows for cell in row))
    return picture.convert("1")


def write(recipient):
    pdf = fpdf.FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(certificate.TITLE.format(name=recipient.name))
    pdf.set_lang("en-GB")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    ORNAMENTS.draw_to_page(pdf)
    x, y, length, line = certificate.RULE
    pdf.set_draw_color(certificate.SOFT)
    pdf.set_line_width(line)
    pdf.line(x, y, x + length, y)

    pdf.add_font("words", fname=certificate.font_path(certificate.WORDS_FONT))
    pdf.set_font("words")
    pdf.set_text_shaping(True)
    for line in certificate.STANDING:
        baseline(pdf, line, line.words)
    baseline(pdf, certificate.NUMBER, recipient.number)
    x, y, side = certificate.CODE
    pdf.image(code_picture(recipient.address), x, y, side, side, alt_text="QR code: verify at " + recipient.address)
    if recipient.font != certificate.WORDS_FONT:
        index = COLLECTION_INDEX.get(recipient.language, 0)
        pdf.add_font("name", fname=certificate.font_path(recipient.font), collection_font_number=index)
        pdf.set_font("name")
    baseline(pdf, certificate.NAME, recipient.name)
    return pdf.output()


batch.run(fpdf.FPDF_VERSION, write)

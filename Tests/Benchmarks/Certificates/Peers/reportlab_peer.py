"""ReportLab: fonts registered once, a canvas a certificate.

It draws a glyph a character: names in scripts that need shaping come out wrong, and sooner than if they came out right. CFF
outlines it cannot embed: Chinese stands in a font of the reader's. Ornaments are paths made once; the QR code is one path.
"""

import functools
import io

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

import batch
import certificate
import qr

colour = functools.cache(HexColor)


def register(recipients):
    """The fonts of these recipients, by the name of the file."""
    fonts = {}
    for font in {certificate.WORDS_FONT, *(recipient.font for recipient in recipients)}:
        embedded = font.endswith(".ttf")
        face = TTFont(font, certificate.font_path(font)) if embedded else UnicodeCIDFont("STSong-Light")
        pdfmetrics.registerFont(face)
        fonts[font] = face.fontName
    return fonts


def ornament_paths():
    """The curves of the ornaments, made once."""
    for ornament in certificate.ORNAMENTS:
        path = PDFPathObject()
        draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for letter, numbers in ornament.commands():
            points = [number * mm for number in numbers]
            points[1::2] = [certificate.HEIGHT * mm - y for y in points[1::2]]
            draw[letter](*points)
        yield path


def draw_ornaments(canvas, paths):
    for ornament, path in zip(certificate.ORNAMENTS, paths):
        if ornament.fill:
            canvas.setFillColor(colour(ornament.fill))
        if ornament.line:
            canvas.setStrokeColor(colour(ornament.line))
            canvas.setLineWidth(ornament.width * mm)
            canvas.setDash([length * mm for length in ornament.dash])
        canvas.drawPath(path, stroke=bool(ornament.line), fill=bool(ornament.fill))


def draw_code(canvas, address):
    rows = qr.modules(address)
    left, top, side = certificate.CODE
    module = side * mm / len(rows)
    left, top = left * mm, (certificate.HEIGHT - top) * mm
    path = canvas.beginPath()
    for x, y, length in qr.runs(rows):
        path.rect(left + x * module, top - (y + 1) * module, length * module, module)
    canvas.setFillColor(colour(certificate.INK))
    canvas.drawPath(path, stroke=0, fill=1)


def draw_line(canvas, font, line, words):
    canvas.setFont(font, line.size)
    canvas.setFillColor(colour(line.colour))
    canvas.drawCentredString(line.centre * mm, (certificate.HEIGHT - line.baseline) * mm, words)


def main():
    fonts = register(batch.recipients())
    words_font = fonts[certificate.WORDS_FONT]
    paths = list(ornament_paths())

    def write(recipient):
        output = io.BytesIO()
        canvas = Canvas(output, pagesize=landscape(A4), pageCompression=1, lang="en-GB")
        canvas.setTitle(certificate.TITLE.format(name=recipient.name))
        draw_ornaments(canvas, paths)
        x, y, length, line = certificate.RULE
        canvas.setStrokeColor(colour(certificate.SOFT))
        canvas.setLineWidth(line * mm)
        canvas.line(x * mm, (certificate.HEIGHT - y) * mm, (x + length) * mm, (certificate.HEIGHT - y) * mm)
        for line in certificate.STANDING:
            draw_line(canvas, words_font, line, line.words)
        draw_line(canvas, words_font, certificate.NUMBER, recipient.number)
        draw_line(canvas, fonts[recipient.font], certificate.NAME, recipient.name)
        draw_code(canvas, recipient.address)
        canvas.save()
        return output.getvalue()

    batch.run(reportlab.__version__, write)


main()

"""WeasyPrint: one parsed style sheet, one font configuration and one image cache for all certificates.

It writes PDF/UA-1, with tags; PDF/A and PDF/UA in one file it cannot. Fonts come from the system by name, ornaments and QR
code are SVG.
"""

import base64
from html import escape

import weasyprint
from weasyprint.text.fonts import FontConfiguration

import batch
import certificate
import qr

FONTS = FontConfiguration()


def line_style(line):
    return (
        f"position:absolute;left:{line.centre - 150}mm;width:300mm;top:calc({line.baseline}mm - {line.size}pt);"
        f"font-size:{line.size}pt;color:{line.colour}"
    )


def lines():
    for number, line in enumerate(certificate.LINES):
        tag = {"Certificate of Attendance": "h1", certificate.COURSE: "h2"}.get(line.words, "p")
        yield number, tag, line


def style_sheet():
    rules = [
        f"@page {{ size: {certificate.WIDTH}mm {certificate.HEIGHT}mm; margin: 0 }}",
        "body, h1, h2, p { margin: 0; font-weight: normal }",
        f"body {{ font-family: '{certificate.WORDS_FACE}'; text-align: center; line-height: 1.3 }}",
        "div, img { position: absolute }",
        ".ornaments { left: 0; top: 0 }",
    ]
    rules += [f".l{number} {{ {line_style(line)} }}" for number, _, line in lines()]
    x, y, length, thickness = certificate.RULE
    line = f"border-top: {thickness}mm solid {certificate.SOFT}"
    rules.append(f".rule {{ left: {x}mm; top: {y}mm; width: {length}mm; {line} }}")
    x, y, side = certificate.CODE
    rules.append(f".code {{ left: {x}mm; top: {y}mm; width: {side}mm; height: {side}mm }}")
    return weasyprint.CSS(string="\n".join(rules), font_config=FONTS)


def template():
    """The page with fields in double braces."""
    parts = ['<html lang="en-GB"><head><title>', certificate.TITLE, "</title></head><body>"]
    parts += [f'<img class="ornaments" alt="" src="{picture(certificate.ornaments_svg())}"><div class="rule"></div>']
    for number, tag, line in lines():
        mark = ' lang="{language}" style="font-family:\'{face}\'"' if line is certificate.NAME else ""
        parts.append(f'<{tag} class="l{number}"{mark}>{line.words}</{tag}>')
    parts.append('<img class="code" alt="QR code: verify at {address}" src="{code}"></body></html>')
    return "".join(parts)


def picture(svg):
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("ascii")).decode("ascii")


def main():
    sheet, page, images = style_sheet(), template(), {}

    def write(recipient):
        html = page.format(
            name=escape(recipient.name), number=recipient.number, language=recipient.language, face=recipient.face,
            address=recipient.address, code=picture(qr.svg(recipient.address, certificate.INK)),
        )
        document = weasyprint.HTML(string=html)
        return document.write_pdf(
            stylesheets=[sheet], font_config=FONTS, cache=images, pdf_variant="pdf/ua-1"
        )

    batch.run(weasyprint.__version__, write)


main()

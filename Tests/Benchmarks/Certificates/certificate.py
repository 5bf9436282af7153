"""The certificate that every peer sets: words, sizes, colours and ornaments of the design `attendance`.

Lengths are millimetres from the left and upper edge of an A4 page on its side, sizes of type are points.
Every line is centred on `centre` and stands on `baseline`. `ornaments.json` holds the ornaments in page coordinates.
"""

import json
import os
import re
from dataclasses import dataclass

WIDTH, HEIGHT = 297, 210
FONT_FOLDERS = ("/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto")
WORDS_FACE, WORDS_FONT = "Noto Serif", "NotoSerif-Regular.ttf"


def font_path(font):
    return next(path for folder in FONT_FOLDERS if os.path.exists(path := os.path.join(folder, font)))


INK, SOFT, ACCENT = "#1B2836", "#3F4A56", "#7A2338"

COURSE = "Defusing anti-social behaviour"
PROVIDER = "Made-up Charity"
TRAINER = "Jo Trainer"
AREA, VENUE = "Woking", "Town Hall"
HOURS = 6
OUTCOMES = ("Notice early", "Speak calmly", "Offer a way out", "Step back")
TITLE = "Certificate of attendance: {name}, " + COURSE


@dataclass(frozen=True)
class Line:
    """A line of words; `{name}` and `{number}` in it are the recipient's."""

    words: str
    centre: float
    baseline: float
    size: float
    colour: str


NAME = Line("{name}", 148.5, 83, 38, ACCENT)
NUMBER = Line("{number}", 245, 184.5, 11, INK)
STANDING = (
    Line(PROVIDER, 148.5, 38.5, 13, SOFT),
    Line("Certificate of Attendance", 148.5, 56, 43, INK),
    Line("This is to certify that", 148.5, 66, 14, SOFT),
    Line("attended the course", 148.5, 101.5, 14, SOFT),
    Line(COURSE, 148.5, 113, 25, INK),
    Line(f"on 14 November 2026, with {HOURS} hours of contact time", 148.5, 121.5, 13, INK),
    Line(f"at {VENUE}, {AREA}", 148.5, 127.5, 13, INK),
    Line("It set out to teach how to", 148.5, 134.5, 11.5, SOFT),
    Line("• " + OUTCOMES[0], 126, 140.5, 11.5, INK),
    Line("• " + OUTCOMES[1], 126, 146, 11.5, INK),
    Line("• " + OUTCOMES[2], 171, 140.5, 11.5, INK),
    Line("• " + OUTCOMES[3], 171, 146, 11.5, INK),
    Line(TRAINER, 61, 180, 12.5, INK),
    Line("Trained by", 61, 189, 10, SOFT),
    Line("Issued on 14 November 2026; to be refreshed by 14 November 2029", 148.5, 184.5, 10, SOFT),
    Line("Check it at courses.example.org/verify", 245, 189, 10, SOFT),
    Line("Attendance only: this is not a qualification and does not confer any power or authority.", 148.5, 194, 9, SOFT),
)
LINES = (*STANDING, NAME, NUMBER)

# x, y, length, thickness.
RULE = (25, 174.5, 72, 0.2)
# x, y, side without the quiet zone.
CODE = (230.5, 151, 29)


@dataclass(frozen=True)
class Ornament:
    """Curves with a fill, a line or both; `path` is of the commands M, L, C and Z with all their numbers."""

    path: str
    fill: str | None = None
    line: str | None = None
    width: float = 0
    dash: tuple = ()

    def commands(self):
        """Each command's letter with its numbers."""
        for part in re.findall("[MLCZ][^MLCZ]*", self.path):
            yield part[0], tuple(float(number) for number in part[1:].split())


def _ornaments():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ornaments.json"), encoding="ascii") as file:
        return tuple(Ornament(**values) for values in json.load(file))


ORNAMENTS = _ornaments()


def ornaments_svg():
    """The ornaments as a page of SVG in millimetres."""
    parts = [
        f'<path d="{one.path}" fill="{one.fill or "none"}" stroke="{one.line or "none"}" stroke-width="{one.width}"'
        f' stroke-dasharray="{" ".join(map(str, one.dash)) or "none"}"/>'
        for one in ORNAMENTS
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm" viewBox="0 0 {WIDTH} {HEIGHT}">'
        + "".join(parts)
        + "</svg>"
    )

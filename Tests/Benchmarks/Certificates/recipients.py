"""Made-up people in Latin letters and in twelve scripts, and the files in which writers are told of them."""

import csv
import datetime
import json
import os
from dataclasses import astuple, dataclass

import certificate

SITE = "https://courses.example.org"
_HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass(frozen=True)
class Recipient:
    """Whom a peer sets: with the number, and so the address, that CommonGround gave the same row."""

    file: str
    name: str
    language: str
    face: str
    font: str
    number: str

    @property
    def address(self):
        return f"{SITE}/verify/{self.number}".upper()


@dataclass(frozen=True)
class Person:
    name: str
    language: str
    face: str
    font: str
    day: datetime.date


def _scripts():
    with open(os.path.join(_HERE, "names.json"), encoding="utf-8") as file:
        return {script["script"]: script for script in json.load(file)}


def _names(script):
    """Every given name with every family name; nearest neighbours differ in both."""
    given, family = script["given"].split(), script["family"].split()
    initials = "ABCDEFGHJKLM" if "{initial}" in script["pattern"] else "-"
    return [
        script["pattern"].format(
            given=given[number % len(given)],
            family=family[(number + number // len(given)) % len(family)],
            initial=initials[number // (len(given) * len(family))],
        ).replace("_", " ")
        for number in range(len(given) * len(family) * len(initials))
    ]


def people(count, *, only=None, without="Latin"):
    """`count` people, of one script or of the others in turn. After 3,072 the same come again on the next week's course."""
    scripts = [script for name, script in _scripts().items() if name == only or (only is None and name != without)]
    names = [_names(script) for script in scripts]
    for position in range(count):
        turn, place = divmod(position, len(scripts))
        week, number = divmod(turn, len(names[place]))
        day = datetime.date(2026, 11, 14) + datetime.timedelta(weeks=week)
        script = scripts[place]
        yield Person(names[place][number], script["language"], script["face"], script["font"], day)


def write_sheet(path, people):
    """A recipients.csv for CommonGround."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["name", "course", "date", "hours", "trainer", "area", "language", "outcomes", "venue", "provider"])
        for person in people:
            sheet.writerow([
                person.name, certificate.COURSE, person.day.isoformat(), certificate.HOURS, certificate.TRAINER,
                certificate.AREA, person.language, "|".join(certificate.OUTCOMES), certificate.VENUE, certificate.PROVIDER,
            ])


def write_list(path, people, numbers):
    """A list for the peers, a line a recipient, tabs between the fields of `Recipient` and the address after them."""
    with open(path, "w", encoding="utf-8") as file:
        for position, (person, number) in enumerate(zip(people, numbers), 1):
            recipient = Recipient(f"{position:05}.pdf", person.name, person.language, person.face, person.font, number)
            print(*astuple(recipient), recipient.address, sep="\t", file=file)


def read_list(path):
    with open(path, encoding="utf-8") as file:
        return [Recipient(*line.rstrip("\n").split("\t")[:6]) for line in file]

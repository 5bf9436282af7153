"""Street files to import: the published ones repeated as other months, or made-up ones in the same layout."""

import os
import random

FORCES = ("Staffordshire Police", "Surrey Police", "Thames Valley Police")
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\r\n"
)
CRIMES = ("Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Shoplifting", "Violence and sexual offences")
ASB = "Anti-social behaviour"


def month(number):
    return f"{2010 + number // 12:04}-{number % 12 + 1:02}"


def made_up(number, force, chance, rows=10_000):
    """One month of a force: a fifth of its rows anti-social behaviour, one in fifty without a place."""
    lines = [HEADER]
    for _ in range(rows):
        kind = ASB if chance.random() < 0.2 else chance.choice(CRIMES)
        name = "" if kind == ASB else f"{chance.getrandbits(256):064x}"
        outcome = "" if kind == ASB else "Investigation complete; no suspect identified"
        place = chance.randrange(1500)
        where = (
            f"-1.{chance.randrange(10**6):06},51.{chance.randrange(10**6):06},On or near Shopping Area,"
            f"E0101{place:04},Anytown {place // 5 % 1000:03}{'ABCDE'[place % 5]}"
        )
        if chance.random() < 0.02:
            where = ",,No Location,,"
        lines.append(f"{name},{month(number)},{force},{force},{where},{kind},{outcome},\r\n")
    return "".join(lines).encode()


def published(folder):
    """(month, file name without the month, bytes) of each street file."""
    for found in sorted(os.listdir(folder)):
        for name in sorted(os.listdir(os.path.join(folder, found))):
            if name.endswith("-street.csv"):
                with open(os.path.join(folder, found, name), "rb") as file:
                    yield found, name.removeprefix(found), file.read()


def write(folder, number, name, content):
    os.makedirs(os.path.join(folder, month(number)), exist_ok=True)
    with open(os.path.join(folder, month(number), month(number) + name), "wb") as file:
        file.write(content)
    return len(content)


def fill(folder, source, times):
    """Writes the set into `folder` so many times over, each time as other months; its size in megabytes."""
    if source:
        files = list(published(source))
    else:
        chance = random.Random(1)
        files = [
            (month(number), f"-{force.removesuffix(' Police').lower().replace(' ', '-')}-street.csv",
             made_up(number, force, chance))
            for number in range(5) for force in FORCES
        ]
    months = sorted({found for found, _, _ in files})
    size = 0
    for turn in range(times):
        for found, name, content in files:
            number = turn * len(months) + months.index(found)
            other = f",{month(number)},".encode()
            size += write(folder, number, name, content.replace(f",{found},".encode(), other))
    return size / 1e6

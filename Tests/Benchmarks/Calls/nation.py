"""A nation's street files, made up: the forces' real names, 35,000 small areas, and about as many cells that are not empty as
published files have. The places, people and numbers in them are invented."""

import os
import random

import months

FORCES = (
    "Avon and Somerset Constabulary", "Bedfordshire Police", "Cambridgeshire Constabulary", "Cheshire Constabulary",
    "City of London Police", "Cleveland Police", "Cumbria Constabulary", "Derbyshire Constabulary",
    "Devon & Cornwall Police", "Dorset Police", "Durham Constabulary", "Dyfed-Powys Police", "Essex Police",
    "Gloucestershire Constabulary", "Greater Manchester Police", "Gwent Police", "Hampshire Constabulary",
    "Hertfordshire Constabulary", "Humberside Police", "Kent Police", "Lancashire Constabulary",
    "Leicestershire Police", "Lincolnshire Police", "Merseyside Police", "Metropolitan Police Service",
    "Norfolk Constabulary", "North Wales Police", "North Yorkshire Police", "Northamptonshire Police",
    "Northumbria Police", "Nottinghamshire Police", "South Wales Police", "South Yorkshire Police",
    "Staffordshire Police", "Suffolk Constabulary", "Surrey Police", "Sussex Police", "Thames Valley Police",
    "Warwickshire Police", "West Mercia Police", "West Midlands Police", "West Yorkshire Police", "Wiltshire Police",
)
# The districts whose names the areas of the programme are made of.
DISTRICTS = {
    "Staffordshire Police": (
        "Cannock Chase", "East Staffordshire", "Lichfield", "Newcastle-under-Lyme", "South Staffordshire", "Stafford",
        "Staffordshire Moorlands", "Stoke-on-Trent", "Tamworth",
    ),
    "Surrey Police": (
        "Elmbridge", "Epsom and Ewell", "Guildford", "Mole Valley", "Reigate and Banstead", "Runnymede", "Spelthorne",
        "Surrey Heath", "Tandridge", "Waverley", "Woking",
    ),
    "Thames Valley Police": (
        "Aylesbury Vale", "Bracknell Forest", "Cherwell", "Chiltern", "Milton Keynes", "Oxford", "Reading", "Slough",
        "South Bucks", "South Oxfordshire", "Vale of White Horse", "West Berkshire", "West Oxfordshire",
        "Windsor and Maidenhead", "Wokingham", "Wycombe",
    ),
}
CATEGORIES = (
    "Anti-social behaviour", "Violence and sexual offences", "Criminal damage and arson", "Other theft", "Shoplifting",
    "Public order", "Burglary", "Vehicle crime", "Drugs", "Bicycle theft", "Theft from the person",
    "Possession of weapons", "Robbery", "Other crime",
)
PLACES, VARIANTS = 35_000, 4


def small_areas():
    """(force, [(code, name)]), as even as 43 forces go."""
    number = 0
    for index, force in enumerate(FORCES):
        count = PLACES // len(FORCES) + (index < PLACES % len(FORCES))
        districts = DISTRICTS.get(force) or [f"{force.rsplit(' ', 1)[0]} District {letter}" for letter in "ABCDEFGH"]
        places = []
        for place in range(count):
            district = districts[place * len(districts) // count]
            places.append((f"E0{1_000_001 + number}", f"{district} {place // 26 % 1000:03}{chr(65 + place % 26)}"))
            number += 1
        yield force, places


def rows(force, places, chance):
    """A month: half the places have anti-social behaviour, some twice or more, and every other category is rarer than the one
    before it, so that a place has four or five cells that are not empty."""
    for code, name in places:
        where = f"-1.5,51.5,On or near High Street,{code},{name}"
        for rank, category in enumerate(CATEGORIES):
            if chance.random() < 0.75 / (1 + rank * 0.35):
                crime = "" if rank == 0 else f"{chance.getrandbits(64):016x}"
                row = f"{crime},@,{force},{force},{where},{category},,\n"
                yield row
                while rank == 0 and chance.random() < 0.6:
                    yield row
    for _ in range(len(places) // 50):
        yield f",@,{force},{force},,,No Location,,,{CATEGORIES[0]},,\n"


def fill(folder, first, count):
    """Writes so many months from the month with the number `first`, 2010-01 being 0. Each force has a few different months that
    repeat."""
    chance = random.Random(1)
    header = months.HEADER.replace("\r\n", "\n")
    for force, places in small_areas():
        slug = force.lower().replace(" & ", "-and-").replace(" ", "-")
        for kind in ("-police-service", "-police", "-constabulary"):
            slug = slug.removesuffix(kind)
        variants = ["".join(rows(force, places, chance)) for _ in range(VARIANTS)]
        for number in range(count):
            text = header + variants[chance.randrange(VARIANTS)].replace(",@,", f",{months.month(first + number)},")
            months.write(folder, first + number, f"-{slug}-street.csv", text.encode())

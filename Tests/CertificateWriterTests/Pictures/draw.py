#!/usr/bin/env python3
"""Draws the made-up logo and signature of the tests, in each kind of PNG and JPEG, and those of the design "partnership".

Needs Pillow. Run it in this folder.
"""
import math
import os
import struct
import zlib

from PIL import Image, ImageDraw

SCALE = 4
INK, RED = (29, 43, 58), (176, 58, 46)


def logo_sized(width, height):
    """A house under a sun, with soft edges and nothing behind it."""
    image = Image.new("RGBA", (120 * SCALE, 80 * SCALE), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse([72 * SCALE, 4 * SCALE, 116 * SCALE, 48 * SCALE], fill=RED + (255,))
    draw.polygon([(x * SCALE, y * SCALE) for x, y in [(4, 40), (44, 8), (84, 40)]], fill=INK + (255,))
    draw.rectangle([14 * SCALE, 40 * SCALE, 74 * SCALE, 76 * SCALE], fill=INK + (128,))
    return image.resize((width, height), Image.LANCZOS)


def signature():
    """A pen stroke, 160 by 50 pixels, grey with opacity."""
    image = Image.new("L", (160 * SCALE, 50 * SCALE), 0)
    draw = ImageDraw.Draw(image)
    points = []
    for step in range(400):
        t = step / 400
        y = 25 + 16 * math.sin(14 * t) * (1 - t) + 4 * math.sin(47 * t)
        points.append(((6 + 148 * t + 6 * math.sin(30 * t)) * SCALE, y * SCALE))
    draw.line(points, fill=255, width=7, joint="curve")
    opacity = image.resize((160, 50), Image.LANCZOS)
    return Image.merge("LA", [Image.new("L", opacity.size, 20), opacity])


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(path, width, height, depth, colour, rows, interlaced=False, extra=b""):
    """Writes a PNG whose rows, already packed, come from `rows`."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    body = b"".join(b"\0" + bytes(row) for row in rows)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra)
        file.write(chunk(b"IDAT", zlib.compress(body, 9)) + chunk(b"IEND", b""))


def interlaced_rows(image):
    """The seven passes of Adam7 (PNG specification, section 8)."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    for x0, y0, dx, dy in passes:
        for y in range(y0, image.height, dy):
            row = b"".join(bytes(image.getpixel((x, y))) for x in range(x0, image.width, dx))
            if row:
                yield row


picture = logo_sized(120, 80)
flat = Image.new("RGB", picture.size, (255, 255, 255))
flat.paste(picture, mask=picture.getchannel("A"))
width, height = picture.size
picture.save("logo.png", optimize=True)
signature().save("signature.png", optimize=True)
flat.save("flat.png", optimize=True)
flat.convert("P", palette=Image.ADAPTIVE, colors=16).save("palette.png", bits=4, optimize=True)
flat.convert("L").save("grey.png", optimize=True)
flat.convert("1").save("bits.png", optimize=True)
png("interlaced.png", width, height, 8, 2, interlaced_rows(flat), interlaced=True)
samples = flat.tobytes()
deep = [bytes(b for s in samples[y * width * 3:(y + 1) * width * 3] for b in (s, s)) for y in range(height)]
# Gamma 1.0 and a note: neither may change what is printed or come along.
notes = chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"tEXt", b"Comment\0taken at home")
png("deep.png", width, height, 16, 2, deep, extra=notes)
flat.save("photo.jpg", quality=90, comment=b"taken at home")
flat.save("progressive.jpg", quality=90, progressive=True)
flat.convert("L").save("grey.jpg", quality=90)
flat.convert("CMYK").save("cmyk.jpg", quality=90)
exif = Image.Exif()
exif[0x0112] = 6
flat.save("sideways.jpg", quality=60, exif=exif)

# The pictures of the design "partnership"; four flat colours each, so that they cost a certificate few bytes.
design = "../../../Certificates/partnership/"
os.makedirs(design, exist_ok=True)
logo = Image.new("P", (240, 160), 0)
logo.putpalette([255, 255, 255, *INK, *RED, 142, 149, 156])
draw = ImageDraw.Draw(logo)
draw.ellipse([144, 8, 232, 96], fill=2)
draw.polygon([(8, 80), (88, 16), (168, 80)], fill=1)
draw.rectangle([28, 80, 148, 152], fill=3)
logo.save(design + "logo.png", bits=2, optimize=True)
pen = Image.new("L", (160, 50), 255)
pen.paste(20, mask=signature().getchannel("A"))
pen.quantize(4).save(design + "signature.png", bits=2, optimize=True)

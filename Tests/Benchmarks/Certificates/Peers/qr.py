"""QR codes by libqrencode, for the peers that have none or a slower one of their own."""

import ctypes


class _Code(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_ubyte))]


_library = ctypes.CDLL("libqrencode.so.4")
_library.QRcode_encodeString.restype = ctypes.POINTER(_Code)
_library.QRcode_free.argtypes = [ctypes.POINTER(_Code)]
_MEDIUM, _BYTES = 1, 2


def modules(address):
    """The rows of a code with error correction M, without the quiet zone; a module is dark when its byte is 1."""
    code = _library.QRcode_encodeString(address.encode("ascii"), 0, _MEDIUM, _BYTES, 1)
    width = code.contents.width
    cells = bytes(cell & 1 for cell in code.contents.data[: width * width])
    _library.QRcode_free(code)
    return [cells[start : start + width] for start in range(0, width * width, width)]


def runs(rows):
    """Column, row and length of every run of dark modules."""
    for y, row in enumerate(rows):
        x = row.find(1)
        while x >= 0:
            end = row.find(0, x)
            end = len(row) if end < 0 else end
            yield x, y, end - x
            x = row.find(1, end)


def svg(address, colour):
    """The code as one SVG path."""
    rows = modules(address)
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}">'
        f'<path fill="{colour}" shape-rendering="crispEdges" d="{path}"/></svg>'
    )

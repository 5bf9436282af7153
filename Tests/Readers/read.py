"""What readers of PDF give back for the name on a certificate."""
import io
import re
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor


def pdftotext(path):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True).stdout.decode("utf-8", "replace")


def structure(path):
    return subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True).stdout.decode("utf-8", "replace")


def mutool(path):
    return subprocess.run(["mutool", "draw", "-q", "-F", "txt", path], capture_output=True).stdout.decode("utf-8", "replace")


def pdfminer(path):
    from pdfminer.high_level import extract_text
    return extract_text(path)


def pypdf(path):
    from pypdf import PdfReader
    return PdfReader(path).pages[0].extract_text()


def pdfium(path):
    import pypdfium2
    document = pypdfium2.PdfDocument(path)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


READERS = {"pdftotext": pdftotext, "structure": structure, "mutool": mutool, "pdfminer": pdfminer, "pypdf": pypdf, "pdfium": pdfium}


def plain(text):
    """White space joined, without the marks of direction that poppler puts around text and that some lines end with."""
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    return " ".join(text.split())


def structure_text(text):
    """The quoted pieces of pdfinfo's listing of the structure."""
    return "\n".join("".join(re.findall(r'"(.*?)"\n', block, re.S)) for block in [text])

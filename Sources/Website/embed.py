#!/usr/bin/env python3
"""Writes the page templates, the stylesheet and the scripts into Generated/EmbeddedFiles.swift.

Run it after every change of Templates, Styles or Scripts; with --check it changes nothing and exits 1 when the
generated file is stale.
"""
import pathlib
import sys

here = pathlib.Path(__file__).resolve().parent


def literal(text: str) -> str:
    """A raw multi-line Swift string that holds the text exactly."""
    hashes = "#"
    while f'"""{hashes}' in text or f"\\{hashes}" in text:
        hashes += "#"
    lines = "\n".join(line if not line else "        " + line for line in text.split("\n"))
    return f'{hashes}"""\n{lines}\n        """{hashes}'


def generated() -> str:
    templates = sorted((here / "Templates").glob("*.mustache"))
    parts = [
        "// Written by embed.py from Templates, Styles and Scripts. Change those instead.",
        "// swift-format-ignore-file",
        "",
        "/// The site's templates, stylesheet and scripts.",
        "enum EmbeddedFiles {",
        "    static let templates: [String: String] = [",
    ]
    for path in templates:
        parts.append(f'        "{path.stem}": {literal(path.read_text(encoding="utf-8").rstrip())},')
    parts += ["    ]", ""]
    styles = "\n".join(p.read_text(encoding="utf-8").rstrip() for p in sorted((here / "Styles").glob("*.css")))
    parts += [f"    static let styles = {literal(styles)}", ""]
    parts.append("    static let scripts: [String: String] = [")
    for path in sorted((here / "Scripts").glob("*.js")):
        parts.append(f'        "{path.stem}": {literal(path.read_text(encoding="utf-8").rstrip())},')
    parts += ["    ]", "}", ""]
    return "\n".join(parts)


def main() -> int:
    target = here / "Generated" / "EmbeddedFiles.swift"
    text = generated()
    if "--check" in sys.argv[1:]:
        if target.exists() and target.read_text(encoding="utf-8") == text:
            return 0
        print(f"{target} is stale: run {pathlib.Path(__file__).name} and commit the result.", file=sys.stderr)
        return 1
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

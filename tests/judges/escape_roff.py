"""escape_roff.py PRINTER READER: every hostile text, in every place of a man page that a template may put a value,
through mandoc or groff. The reader must be silent, style included, and print the cleaned text in its place."""

import os
import re
import subprocess
import sys

import escape_support

HEAD = b""".TH X 7 2026-02-21 errpress Manual
.SH NAME
x \\- y
.ad l
.SH DESCRIPTION
Start.
"""
# Characters that a reader may show as a space, and nothing is lost.
SHOWN_AS_SPACE = str.maketrans({"\u00a0": " "})

# name: (escaper, what stands before the value, what follows it, what is printed around "...", line by line)
PLACES = {
    "paragraph": ("roff", ".PP\n", "\n", ["..."]),
    "second line": ("roff", ".PP\none\n", "\n", ["one ..."]),
    "within a sentence": ("roff", ".PP\nOne, ", ", two.\n", ["One, ..., two."]),
    "glued to letters": ("roff", ".PP\none", "two\n", ["one...two"]),
    "late in a line": ("roff", ".PP\n" + "word " * 15 + "(", ") two\n", ["word " * 15 + "(...) two"]),
    "after a font": ("roff", ".PP\n\\fB", "\\fP two\n", ["... two"]),
    "bullet": ("roff", ".IP \\(bu 2\n", "\n", ["\u2022 ..."]),
    "tagged": ("roff", ".TP 1\n.B tag\n", "\n", ["tag", "..."]),
    "twice": ("roff", ".PP\n", "\n", ["..."]),
    "macro": ("roff", ".PP\n.B ", "\n", ["..."]),
    "line": ("roff_line", ".PP\n", "\n", ["..."]),
    "macro's line": ("roff_line", ".PP\n.B ", "\ntwo\n", ["... two"]),
    "quoted argument": ("roff_line", ".PP\n.BR \"", "\" (7)\n", ["...(7)"]),
    "tag": ("roff_line", ".TP 1\n.B ", "\nbody\n", ["...", "body"]),
    "heading": ("roff_line", ".SH \"", "\"\nbody\n", ["...", "body"]),
    "sub-heading": ("roff_line", ".SS \"", "\"\nbody\n", ["...", "body"]),
    "no fill": ("roff_line", ".PP\n.nf\n", "\n.fi\n", ["..."]),
}
NO_STYLE = {"roff_line"}  # one line is what it promises, so a long one is the template's matter
LONG = "input text line longer than 80 bytes"


def plain(page):
    """What a page shows, as lines without indent and blanks: no overstriking, no header, no footer."""
    text = re.sub(".\x08", "", page.decode()).translate(SHOWN_AS_SPACE)
    lines = [escape_support.one_spaced(line) for line in text.split("\n")]
    lines = [line for line in lines if line]
    return lines[lines.index("Start.") + 1:-1]


class Mandoc:
    width = 1000  # more than this is an error to mandoc

    def __init__(self, path):
        self.path = path

    def complaints(self, page, style):
        done = subprocess.run([self.path, "-T", "lint", "-W", "style"], input=page, capture_output=True)
        lines = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
        return [line for line in lines if style or LONG not in line]

    def show(self, page):
        options = ["-T", "utf8", "-O", f"width={self.width},indent=1"]
        return subprocess.run([self.path, *options], input=page, capture_output=True).stdout


class Groff:
    width = 30000

    def __init__(self, path):
        self.path = path

    def run(self, page, *options):
        environment = dict(os.environ, GROFF_NO_SGR="1")
        return subprocess.run([self.path, "-man", "-ww", *options], input=page, capture_output=True, env=environment)

    def complaints(self, page, style):
        del style
        devices = ["-Tutf8"] if b"\\[u" in page else ["-Tutf8", "-Tps"]  # the fonts of -Tps lack most of Unicode
        return [line for device in devices for line in self.run(page, "-z", device).stderr.decode().splitlines()]

    def show(self, page):
        return self.run(page, "-Tutf8", f"-rLL={self.width}n", "-rLT=78n").stdout


def faults(reader, page, wanted, style):
    found = reader.complaints(page, style)
    got = plain(reader.show(page))
    if any(len(line) > reader.width * 0.9 for line in wanted):  # broken somewhere, so only the order of letters is left
        wanted, got = ["".join("".join(lines).split()) for lines in (wanted, got)]
    if got != wanted:
        found.append(f"wanted {wanted!r}\n  got    {got!r}")
    return found


def lines_of(shape, text):
    text = text.translate(SHOWN_AS_SPACE)
    lines = [escape_support.one_spaced(line.replace("...", text)) for line in shape]
    return [line for line in lines if line]


def check(reader, place, texts, cleaned, outs):
    """What went wrong, one string a fault. Texts that fit a line go through one page, the others through another."""
    escaper, _, after, shape = PLACES[place]

    def page_faults(cases):
        page = HEAD + b"".join(out + after.encode() for _, _, out in cases)
        wanted = [line for _, seen, _ in cases for line in lines_of(shape, seen)]
        return faults(reader, page, wanted, escaper not in NO_STYLE)

    cases = [case for case in zip(texts, cleaned, outs) if case[1].strip(" ")]
    short = [case for case in cases if len(case[1]) < reader.width * 0.4]
    long = [case for case in cases if len(case[1]) >= reader.width * 0.4]
    failures = [pair for group in (short, long) for pair in escape_support.failures_among(group, page_faults)]
    return [f"{place}: {text!r}\n  printed {out + after.encode()!r}\n  {fault}" for (text, _, out), fault in failures]


def main():
    printer, name = sys.argv[1:]
    [path] = escape_support.need(name)
    reader = Mandoc(path) if name == "mandoc" else Groff(path)
    texts = escape_support.hostile_texts(printer)
    cleaned = escape_support.clean(printer, texts)
    failures = []
    for place, (escaper, before, *_) in PLACES.items():
        outs = escape_support.escape(printer, escaper, [(before.encode(), text) for text in texts])
        if place == "twice":
            outs = escape_support.escape(printer, escaper, zip(outs, texts))
        seen = [text * 2 if place == "twice" else text for text in cleaned]
        failures += check(reader, place, texts, seen, outs)
    return escape_support.report(failures, len(PLACES) * len(texts))


if __name__ == "__main__":
    sys.exit(main())

"""Sentence forms, and what their placeholders become."""

import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
DECIMALS = {"dec", "unsigned", "signed"}
HEXES = {"hex", "hex8", "lower", "bare", "wrap"}
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}")


class Form:
    """One line of statements.txt or innocents.txt."""

    def __init__(self, text, grade, group):
        self.text, self.grade, self.group = text.replace("\\n", "\n"), grade, group
        self.own = "own" in group.split(":")[0] or group.startswith("pair")
        self.placeholders = set(PLACEHOLDER.findall(text))
        self.pair_only = group.startswith("pair")

    def fits(self, family, code):
        """Whether the form can state this code of this family."""
        if "signed" in self.placeholders and code < 1 << 31:
            return False
        return "wrap" not in self.placeholders or (family.name == "win32" and code <= 0xFFFF)


def read(name):
    """The forms of statements.txt or innocents.txt, in order."""
    forms, grade, group = [], "", ""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("== "):
            grade, _, group = line[3:].partition(": ") if ": " in line else ("innocent", "", line[3:])
            head, *rest = grade.split()
            grade, group = head, " ".join(rest) + (": " if rest else "") + group
            if name == "innocents.txt":
                grade, group = "innocent", line[3:]
        elif line and not line.startswith(";;"):
            forms.append(Form(line, grade, group))
    return forms


def signed(code):
    return code - (1 << 32) if code >> 31 else code


def code_texts(family, decimal, hexadecimal, style="", suffix=""):
    """Placeholders of one code; the two notations may hold different numbers (that is what a mistake is)."""
    width = 8 if family.wide else 1
    return {
        "dec" + suffix: str(signed(decimal) if family.wide and style != "unsigned" else decimal),
        "unsigned" + suffix: str(decimal),
        "signed" + suffix: str(signed(decimal)),
        "hex" + suffix: f"0x{hexadecimal:0{width}X}",
        "hex8" + suffix: f"0x{hexadecimal:08X}",
        "lower" + suffix: f"0x{hexadecimal:0{width}x}",
        "bare" + suffix: f"{hexadecimal:0{width}X}",
        "wrap" + suffix: f"0x{0x80070000 | hexadecimal & 0xFFFF:08X}",
    }


def random_numbers(rng):
    """Placeholders of innocent numbers."""
    return {
        "n": str(rng.randint(2, 9)), "nn": str(rng.randint(10, 99)), "nnn": str(rng.randint(100, 999)),
        "nnnn": str(rng.randint(1000, 9999)), "h": f"0x{rng.randint(1, 15):X}", "hh": f"0x{rng.randint(16, 255):X}",
        "hhhh": f"0x{rng.randint(4096, 65535):X}",
    }


def fill(text, values):
    """Replaces placeholders; {{ and }} are braces."""
    return PLACEHOLDER.sub(lambda m: values[m.group(1)], text).replace("{{", "{").replace("}}", "}")

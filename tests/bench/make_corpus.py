"""Makes a corpus of N articles of the size and structure that real ones have (3.4 kB on average, two templates).

Names and codes are the registry's as far as it has unique codes, then numbered ones. The text is built from a small
vocabulary. Two in a hundred related entries carry a wrong code; with --flawed, they are wrong as often as in published
articles. Everything follows from the article's number and N: the same N gives the same bytes.

    make_corpus.py --registry TSV --articles N [--flawed] FOLDER  (articles lie in FOLDER/000/NAME.txt, a thousand in each)
"""

import argparse
import pathlib
import re

SUBJECTS = ["the driver", "a scheduled task", "the caller", "the storage service", "a remote client", "the installer",
            "the cache manager", "one of the worker threads", "the policy engine", "a signed component", "the scheduler",
            "the name resolver", "an older tool", "the transaction log", "the session broker", "a batch job"]
VERBS = ["rejects", "returns to", "reports", "retries", "opens", "compares", "cannot find", "releases", "validates",
         "loses track of", "copies", "locks", "does not recognise", "waits for", "renames", "skips"]
OBJECTS = ["the handle it was given", "a record of the wrong size", "the entry in the table", "a buffer that is too small",
           "the volume that holds the file", "its own configuration", "the token of the user", "a stale connection",
           "the request that came first", "an argument out of range", "the key that was exported", "the pending change",
           "the object by its name", "a certificate past its date", "the header of the message", "the last known state"]
CIRCUMSTANCES = ["while the system starts", "after an update", "when two requests arrive at once", "on a busy server",
                 "without the right to do so", "before the change is complete", "because a setting was overridden",
                 "in a container with few resources", "when the network is slow", "if the disk is nearly full",
                 "under a user account with limits", "although the parameters look valid", "once the timeout has passed",
                 "with the default options", "on systems with several adapters", "during a backup"]
LABELS = ["Missing object", "Wrong order", "Old data", "Busy resource", "Rights", "Bad input", "Limits", "Versions"]

SHORT = ["Technical Meaning", "Error Details", "Usage Context", "Developer Interpretation", "Related Errors", "FAQ",
         "Summary"]
LONG = ["Technical Background", "Error Details", "Common Causes", "Real-World Context", "Is This Error Critical?",
        "How to Diagnose", "How to Resolve", "Developer Notes", "Related Errors", "FAQ", "Summary"]

FIRST_NUMBERED_CODE = 0x20000000  # the bit of the caller's own codes: no registry gives one away


class Numbers:
    """A fixed sequence of numbers for each article (a linear congruential generator)."""

    def __init__(self, seed):
        self.state = (seed * 2654435761 + 97) & 0xFFFFFFFF
        self.below(2)
        self.below(2)

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 8) % limit

    def pick(self, words):
        return words[self.below(len(words))]


def registry_errors(path):
    """(name, code) of every code's first plain upper-case name; no name and no code comes twice."""
    seen = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        name, code, *_ = line.split("\t")
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*_[A-Z0-9_]*", name) or not {name, code}.isdisjoint(seen):
            continue
        seen |= {name, code}
        yield name, int(code, 16)


def all_errors(registry, count):
    errors = list(registry_errors(registry))[:count]
    return errors + [(f"ERROR_NUMBERED_{n:07}", FIRST_NUMBERED_CODE + n) for n in range(count - len(errors))]


def decimal(code):
    return code - (1 << 32) if code >= 1 << 31 else code


def clause(numbers):
    return f"{numbers.pick(SUBJECTS)} {numbers.pick(VERBS)} {numbers.pick(OBJECTS)} {numbers.pick(CIRCUMSTANCES)}"


def sentence(numbers):
    words = clause(numbers)
    return words[0].upper() + words[1:] + "."


def sentences(numbers, count):
    return " ".join(sentence(numbers) for _ in range(count))


def related_entry(numbers, errors):
    name, code = errors[numbers.below(len(errors))]
    if numbers.below(100) < 2:
        code += 1 + numbers.below(3)
    forms = [f"{name} ({decimal(code)}, 0x{code:X})", f"{name} ({decimal(code)}, 0x{code:X})", f"{name} ({decimal(code)})",
             f"{name} (0x{code:X})"]

    return f"  • {numbers.pick(forms)}: {sentence(numbers)}"


def invented_name(numbers, name, errors):
    """A name that looks like the others and does not exist: the words of one, the last one of another."""
    other, _ = errors[numbers.below(len(errors))]
    return "_".join([*name.split("_")[:-1], *reversed(other.split("_")[-2:]), "STATE"])


def flawed_entry(numbers, errors):
    """An entry with the mistakes of 178 published ones: 98 names do not exist, 46 codes are another error's, 21 entries
    are right, 13 have no code. Of 44 codes in both notations 19 disagree; 34 entries have no description."""
    name, code = errors[numbers.below(len(errors))]
    kind = numbers.below(178)
    if kind < 98:
        name = invented_name(numbers, name, errors)
    elif kind < 98 + 46:
        code = errors[numbers.below(len(errors))][1]
    second = code + 1 if kind < 98 + 46 and numbers.below(44) < 19 else code
    forms = [f" ({decimal(code)})", f" ({decimal(code)})", f" ({decimal(code)}, 0x{second:X})", f" (0x{code:X})"]
    text = name + (numbers.pick(forms) if kind < 98 + 46 + 21 else "")
    return f"  • {text}" + (f": {sentence(numbers)}" if numbers.below(178) >= 34 else "")


def items(numbers, marker, count, size):
    return [f"  {marker(n)} {numbers.pick(LABELS)}: {sentences(numbers, size)}" for n in range(1, count + 1)]


def section_lines(heading, numbers, name, errors, flawed):
    if heading == "Related Errors" and flawed:
        return [flawed_entry(numbers, errors) for _ in range(6 + numbers.below(3))]
    if heading == "Related Errors":
        return [related_entry(numbers, errors) for _ in range(2 + numbers.below(2))]
    if heading == "Common Causes":
        return items(numbers, lambda n: "•", 3, 2)
    if heading in ("How to Diagnose", "How to Resolve"):
        return ["Take these steps:", "", *items(numbers, lambda n: f"{n}.", 4, 1)]
    if heading == "FAQ":
        pairs = [("What does it mean?", 2), ("What can be done?", 3)]
        return [line for q, n in pairs for line in (f"Q: {q}", "", f"A: {sentences(numbers, n)}", "")][:-1]
    return [f"{name} means that {clause(numbers)}. {sentences(numbers, 3)}"]


def article(number, errors, flawed=False):
    """The text of one article; `errors` are those of the whole corpus."""
    numbers = Numbers(number)
    name, code = errors[number]
    lines = [f"{name} - {decimal(code)} (0x{code:X})", "", sentence(numbers), "", "Updated: Feb 21, 2026", ""]
    for heading in LONG if number % 3 == 1 else SHORT:
        lines += [heading, "", *section_lines(heading, numbers, name, errors, flawed), ""]
    return "\n".join(lines[:-1]) + "\n"


def make_corpus(registry, count, folder, flawed=False):
    """Writes the articles; returns their paths."""
    errors = all_errors(registry, count)
    paths = []
    for number, (name, _) in enumerate(errors):
        path = folder / f"{number // 1000:03}" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number, errors, flawed), encoding="utf-8")
        paths.append(path)
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--registry", type=pathlib.Path, required=True)
    parser.add_argument("--articles", type=int, default=10000)
    parser.add_argument("--flawed", action="store_true", help="wrong as often as published articles are")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    make_corpus(options.registry, options.articles, options.folder, options.flawed)


if __name__ == "__main__":
    main()

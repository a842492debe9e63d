"""What the escapers' judges share: the hostile texts, the escapers themselves (through escape_printer), skipping."""

import re
import shutil
import subprocess
import sys

SKIPPED = 77


def need(*tools):
    """Leaves the test as skipped where a tool is missing; returns the tools' paths."""
    for tool in tools:
        if not shutil.which(tool):
            print(f"SKIPPED {sys.argv[0].rsplit('/', 1)[-1]}: {tool} is missing")
            sys.exit(SKIPPED)
    return [shutil.which(tool) for tool in tools]


def hostile_texts(printer):
    lines = subprocess.run([printer, "texts"], check=True, capture_output=True, text=True).stdout.split()
    return [from_hex(line) for line in lines]


def escape(printer, escaper, pairs):
    """What `out` holds after the escaper appended the text to what stood before, for each (before, text) of bytes."""
    lines = "".join(f"{to_hex(before)} {to_hex(text)}\n" for before, text in pairs)
    done = subprocess.run([printer, escaper], input=lines, check=True, capture_output=True, text=True)
    return [from_hex(line) for line in done.stdout.split()]


def clean(printer, texts):
    """The texts as a reader should see them: str, cleaned."""
    return [out.decode() for out in escape(printer, "text", [(b"", text) for text in texts])]


def one_spaced(text):
    return re.sub("[ \n]+", " ", text).strip(" ")


def to_hex(data):
    return data.hex() or "-"


def from_hex(digits):
    return b"" if digits == "-" else bytes.fromhex(digits)


def failures_among(cases, faults, enough=8):
    """The (case, fault) pairs for the cases that go wrong, up to about `enough`. `faults(cases)` says what goes wrong
    with some cases in one document; halving finds the few that do without a process for each."""
    found = faults(cases) if cases else []
    if not found:
        return []
    if len(cases) == 1:
        return [(cases[0], fault) for fault in found]
    middle = len(cases) // 2
    failures = failures_among(cases[:middle], faults, enough)
    if len(failures) < enough:
        failures += failures_among(cases[middle:], faults, enough - len(failures))
    # Wrong together only: one of them changes what another is.
    return failures or [(cases[0], fault) for fault in found]


def report(failures, checks):
    """Prints the first failures and the count; returns the exit code."""
    for failure in failures[:20]:
        print(failure if len(failure) < 1000 else failure[:1000] + " ...")
    print(f"{checks} checks, {len(failures)} failed")
    if checks == 0:
        print("nothing was checked")
    return 1 if failures or checks == 0 else 0

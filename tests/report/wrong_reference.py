"""Each kind of wrong related error is one finding and at most eight lines of the text report.

usage: wrong_reference.py ERRPRESS WINDOWS.TSV
"""

import pathlib
import subprocess
import sys
import tempfile

MOST_LINES = 8

# What is wrong with the entry, the entry, and the rule that reports it.
ENTRIES = [
    ("another error's code", "ERROR_PATH_NOT_FOUND (4, 0x4)", "wrong-code"),
    ("another error's number in decimal only", "ERROR_PATH_NOT_FOUND (4, 0x3)", "wrong-code"),
    ("two numbers of two other errors", "ERROR_PATH_NOT_FOUND (4, 0x5)", "wrong-code"),
    ("nobody's code", "ERROR_PATH_NOT_FOUND (65000)", "wrong-code"),
    ("decimal digits behind 0x", "ERROR_IPSEC_MM_POLICY_NOT_FOUND (0x13004)", "wrong-code"),
    ("the HRESULT of another error", "ERROR_PATH_NOT_FOUND (0x80070005)", "wrong-code"),
    ("an invented name with another error's code", "ERROR_PATH_NOT_FOUNDX (3, 0x3)", "unknown-name"),
    ("an invented name with nobody's code", "ERROR_PATH_NEVER_FOUND (65000)", "unknown-name"),
    ("an invented name with the codes of two errors", "ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x4)", "unknown-name"),
    ("an invented name that looks like nothing", "ERROR_UNHEARD_OF_TROUBLES (4)", "unknown-name"),
    ("a name in the wrong case", "ERROR_PATH_NOT_Found (3)", "malformed-reference"),
    ("words instead of a code", "ERROR_PATH_NOT_FOUND (the usual one)", "malformed-reference"),
]

TITLE = "ERROR_FILE_NOT_FOUND - 2 (0x2)"


def lint(errpress, registry, entry):
    with tempfile.TemporaryDirectory() as folder:
        article = pathlib.Path(folder, "a.txt")
        article.write_text(f"{TITLE}\n\nA message.\n\nRelated Errors\n\n  • {entry}: A text.\n", encoding="utf-8")
        command = [errpress, "lint", "--isolated", "--registry", registry, "a.txt"]
        ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        return ended.stdout


def findings(report):
    """The findings of a text report: lists of lines, of which the first has the rule in brackets."""
    blocks = [block.splitlines() for block in report.split("\n\n")]
    return [block for block in blocks if block and "[" in block[0].split(":")[0]]


def main():
    errpress, registry = sys.argv[1:]
    failed = 0
    for what, entry, rule in ENTRIES:
        report = lint(errpress, registry, entry)
        of_entry = [block for block in findings(report) if "missing-section" not in block[0]]
        right = len(of_entry) == 1 and f"[{rule}]" in of_entry[0][0] and len(of_entry[0]) <= MOST_LINES
        if not right:
            failed += 1
            print(f"{what}: `{entry}`: expected one finding of {rule} in at most {MOST_LINES} lines, got\n\n{report}")
    print(f"{len(ENTRIES) - failed} of {len(ENTRIES)} kinds of wrong related errors are told briefly")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The families of codes that corpora are generated from: real registries, and a made-up vendor."""

import pathlib
import random
import re

HERE = pathlib.Path(__file__).resolve().parent
WINDOWS = HERE.parents[1] / "corpus/registry/windows.tsv"
BUGCHECK = HERE / "registry/bugcheck.tsv"
ERRNO = [pathlib.Path("/usr/include/asm-generic") / name for name in ("errno-base.h", "errno.h")]

# What sentences say instead of {kind}, {header} and {api}.
WORDS = {
    "win32": ("Win32 error code", "winerror.h", "GetLastError"),
    "hresult": ("HRESULT", "winerror.h", "CoCreateInstance"),
    "ntstatus": ("NTSTATUS", "ntstatus.h", "NtCreateFile"),
    "bugcheck": ("stop code", "bugcodes.h", "KeBugCheckEx"),
    "errno": ("errno value", "errno.h", "The system call"),
    "vendor": ("Vellum status", "vellum_status.h", "vlm_last_status"),
}


class Family:
    """Names and codes of one number space. Codes are 32 bits, unsigned."""

    def __init__(self, name, rows, registries, covered=True):
        self.name = name
        self.base = name.split("-")[0]  # what errpress is told
        self.registries = registries    # files that a configuration names
        self.covered = covered          # whether one of them has these names
        self.codes = dict(rows)
        self.names = {}
        for error, code in rows:
            self.names.setdefault(code, []).append(error)
        self.order = sorted(self.names)
        self.wide = self.base in ("hresult", "ntstatus")  # 8 hex digits, signed decimals
        self.kind, self.header, self.api = WORDS[self.base]

    def errors(self):
        """All (name, code) but those of success, in the order of the registry."""
        return [(name, code) for name, code in self.codes.items() if code]

    def neighbour(self, code, step):
        """The code `step` registered codes away, or None."""
        at = self.order.index(code) + step
        return self.order[at] if 0 <= at < len(self.order) else None


def read_tsv(path):
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(name, int(code, 0), kind) for name, code, kind in rows]


def read_header(paths):
    """Object-like macros with a number or another macro as their value."""
    rows = {}
    for path in paths:
        for name, value in re.findall(r"^#define\s+(E[A-Z0-9]+)\s+(\w+)", path.read_text("utf-8"), re.M):
            rows[name] = rows[value] if value in rows else int(value, 0)
    return list(rows.items())


PARTS = ["LENS STAGE LAMP SHUTTER SLIDE FOCUS FILTER MOTOR TRAY CAMERA FIRMWARE CALIBRATION".split(),
         "STUCK LOST BUSY TOO_HOT OUT_OF_RANGE NOT_HOMED NOT_FOUND REJECTED TIMEOUT OVERRUN MISMATCH LOCKED".split()]


def vendor_rows(rng):
    """Names of a maker of microscopes. Its numbers are also numbers of Windows errors, which is no mistake."""
    names = [f"VLM_E_{first}_{second}" for first in PARTS[0] for second in PARTS[1]]
    rng.shuffle(names)
    codes, code = [], 1
    for index in range(len(names)):
        code = {40: 1000, 80: 4711, 120: 13000}.get(index, code + rng.choice([1, 1, 1, 2, 5]))
        codes.append(code)
    return list(zip(names, codes))


def write_vendor_header(rows, path):
    """The vendor's codes in the ways in which C headers write numbers."""
    shapes = ["{0}", "{0}L", "({0})", "0x{0:X}", "((int){0})", "{0}U"]
    lines = ["/* Status codes of the Vellum microscope. */", "#pragma once", ""]
    lines += [f"#define {name} " + shapes[i % len(shapes)].format(code) for i, (name, code) in enumerate(rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def load(work, seed):
    """All families, by name. Writes the vendor's header into the folder `work`. Without kernel headers there is no errno."""
    tsv = read_tsv(WINDOWS)
    families = [Family(kind, [(n, c) for n, c, k in tsv if k == kind], [WINDOWS]) for kind in ("win32", "hresult", "ntstatus")]
    stop_codes = [(n, c) for n, c, _ in read_tsv(BUGCHECK)]
    families.append(Family("bugcheck", stop_codes, [BUGCHECK]))
    families.append(Family("bugcheck-uncovered", stop_codes, [WINDOWS], covered=False))
    if all(path.is_file() for path in ERRNO):
        families.append(Family("errno", read_header(ERRNO), ERRNO))
    rows = vendor_rows(random.Random(f"vendor {seed}"))
    header = work / "vellum_status.h"
    write_vendor_header(rows, header)
    families.append(Family("vendor", rows, [header]))
    families.append(Family("vendor-uncovered", rows, [], covered=False))
    return {family.name: family for family in families}

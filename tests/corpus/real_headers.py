"""Reads real headers as registries and lets a compiler judge every value.

Usage: real_headers.py REGISTRY_DUMP

For each header, the names are those of its macros without parameters and of its enumerators; the compiler says which of
them are integer constants, and their values. errpress has to know all of them, with the same values, except for those
that are listed here with a reason. A header that is not installed is skipped by name.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MINGW = "x86_64-w64-mingw32-gcc"
WINDOWS = Path("/usr/share/mingw-w64/include")
LINUX = Path("/usr/include")
ASM = LINUX / "asm-generic"

OFFSET = "an offset of a member, FIELD_OFFSET(...): no code, and it needs the layout of a structure"
SIZE = "an ioctl request made from the size of u_long, which the header renames"
SUFFIX = "a name with A or W behind it, made by a macro of a header that is not read"

# Header, compiler, what is included before it, which headers are read beside it, package, and the names
# that are not known, as patterns, each with its reason.
HEADERS = [
    (WINDOWS / "winerror.h", MINGW, ["windows.h"], [], "mingw-w64-common", {}),
    (WINDOWS / "ntstatus.h", MINGW, ["ntdef.h"], [], "mingw-w64-common", {}),
    (WINDOWS / "bugcodes.h", MINGW, ["windows.h"], [], "mingw-w64-common", {}),
    (WINDOWS / "ddraw.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {}),
    (WINDOWS / "d3d9.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {}),
    (WINDOWS / "dsound.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {}),
    (WINDOWS / "dinput.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {r"DI(JOFS|MOFS|MOUSE)_\w+": OFFSET}),
    (WINDOWS / "winsock2.h", MINGW, [], ["winbase.h", "winnt.h", "winerror.h"], "mingw-w64-common",
     {r"FIO\w+|SIOC\w+": SIZE, "SO_PROTOCOL_INFO": SUFFIX}),
    (WINDOWS / "lmerr.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {}),
    (WINDOWS / "rpcnterr.h", MINGW, ["windows.h"], ["winerror.h"], "mingw-w64-common", {}),
    (ASM / "errno-base.h", "gcc", [], [], "linux-libc-dev", {}),
    (ASM / "errno.h", "gcc", [], ["errno-base.h"], "linux-libc-dev", {}),
    (LINUX / "mariadb/mysqld_error.h", "gcc", [], [], "libmariadb-dev", {}),
]

LEFT_OUT = re.compile(r"_|FACILITY_|SEVERITY_|\w*_SEVERITY_")  # as registry_header.h says


def compile_with(compiler, arguments, source):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "judge.c"
        path.write_text(source)
        return subprocess.run([compiler, "-w", "-fmax-errors=0", "-x", "c", *arguments, str(path)], capture_output=True,
                              text=True, cwd=folder)


def macros_of(text):
    text = re.sub(r"/\*.*?\*/", " ", text.replace("\\\n", " "), flags=re.S)
    return re.findall(r"^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*)(?![\w(])", text, flags=re.M)


def enumerators_of(preprocessed, header):
    """The enumerators in the lines of a preprocessed source that stand in the header."""
    lines, inside = [], False
    for line in preprocessed.splitlines():
        marker = re.match(r'# \d+ "(.*?)"', line)
        if marker:
            inside = marker[1] == str(header)
        elif inside:
            lines.append(line)
    names = []
    for body in re.findall(r"\benum\b[^{;()]*\{(.*?)\}", "\n".join(lines), flags=re.S):
        names += re.findall(r"(?:^|,)\s*([A-Za-z_]\w*)", body)
    return names


def judged(compiler, before, header):
    """The names of the header that the compiler takes for integer constants, with their values."""
    head = "".join(f"#include <{name}>\n" for name in before) + f'#include "{header}"\n'
    defined = set(re.findall(r"^#define (\w+)(?: |$)", compile_with(compiler, ["-dM", "-E"], head).stdout, flags=re.M))
    names = [name for name in macros_of(header.read_text("utf-8", "replace")) if name in defined]
    names += enumerators_of(compile_with(compiler, ["-E"], head).stdout, header)
    names = [name for name in dict.fromkeys(names) if not LEFT_OUT.match(name)]
    first = head.count("\n") + 1
    tests = [f"enum {{ judge_{i} = ({name}) }};\n" for i, name in enumerate(names)]
    errors = compile_with(compiler, ["-fsyntax-only"], head + "".join(tests)).stderr
    failed = {int(line) - first for line in re.findall(r"judge\.c:(\d+):\d+: (?:error|fatal)", errors)}
    names = [name for i, name in enumerate(names) if i not in failed]
    values = "".join(f"(long long)({name}),\n" for name in names)
    assembly = compile_with(compiler, ["-S", "-o", "-"], f"{head}const long long judged[] = {{\n{values}}};\n")
    if assembly.returncode != 0:
        raise SystemExit(f"{header}: {assembly.stderr[:500]}")
    numbers = []
    for kind, value in re.findall(r"^\s*\.(quad|zero|space)\s+(-?\d+)", assembly.stdout.split("judged:")[1], flags=re.M):
        numbers += [int(value)] if kind == "quad" else [0] * (int(value) // 8)
    assert len(numbers) >= len(names), header
    return dict(zip(names, numbers))


def known_to_errpress(dump, header, beside):
    paths = [str(header)] + [str(header.parent / name) for name in beside]
    result = subprocess.run([dump, *paths], capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{header}: {result.stderr}")
    codes, families, odd = {}, {}, []
    for line in result.stdout.splitlines():
        fields = line.split("\t")
        if fields[0] == "?":
            odd.append(fields[1])
        elif fields[3] == "0":
            codes.setdefault(fields[0], set()).add(int(fields[1]))
            families[fields[2]] = families.get(fields[2], 0) + 1
    return codes, families, odd


def check(dump, header, compiler, before, beside, package, exceptions):
    """Returns what is wrong, as lines."""
    truth = judged(compiler, before, header)
    codes, families, odd = known_to_errpress(dump, header, beside)
    wrong, unknown, unused = [], [], set(exceptions)
    for name, value in truth.items():
        if not -2**31 <= value < 2**32:
            if name in codes:
                wrong.append(f"{name} is {value}, which is no code, but it is known")
        elif name in codes:
            if value % 2**32 not in codes[name]:
                wrong.append(f"{name} is {value:#x}, not {sorted(map(hex, codes[name]))}")
        else:
            reason = next((pattern for pattern in exceptions if re.fullmatch(pattern, name)), None)
            unused.discard(reason)
            unknown.append(name)
            if reason is None:
                wrong.append(f"{name} is {value:#x}, but it is not known")
    total = sum(-2**31 <= value < 2**32 for value in truth.values())
    listed = ", ".join(f"{count} {family}" for family, count in sorted(families.items()))
    print(f"{header.name}: {total - len(unknown)} of {total} names known and right; {len(codes)} in all ({listed}); "
          f"not understood: {len(odd)} {' '.join(odd[:5])}")
    return wrong + [f"nothing is an exception by {pattern}" for pattern in unused]


def main():
    dump = sys.argv[1]
    skipped = 0
    failed = 0
    for header, compiler, *rest in HEADERS:
        package = rest[2]
        missing = not header.is_file() and package or shutil.which(compiler) is None and compiler
        if missing:
            print(f"SKIPPED {header.name}: {missing} is missing")
            skipped += 1
            continue
        for line in check(dump, header, compiler, *rest):
            print(f"{header.name}: {line}")
            failed += 1
    return 1 if failed else 77 if skipped else 0


if __name__ == "__main__":
    sys.exit(main())

"""What must hold of the whole tree: includes point only to earlier stages, files stay small, no text of this machine.

Prints one line for each fault, "path:line: what is wrong", and exits with 1 if there is any.
"""

import os
import pathlib
import re
import sys

# A folder may include itself and those before it.
STAGES = ["base", "disk", "mustache", "escape", "article", "claims", "corpus", "lint", "report", "render", "output",
          "driver", "commands"]
MAX_LINES = 400
SOURCES = {".h", ".cpp", ".py"}
GENERATED_FOLDERS = re.compile(r"(^|/)(build(-[^/]*)?|\.git|__pycache__)$")
INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')
MACHINE_PATH = re.compile(rb"(?<![\w.}\]/$-])/(work|home|root|Users)/\w")
LEFTOVER = re.compile(rb"(//|#|/\*|^\s*\*).*\b(FIXME|XXX|HACK)\b|^(<<<<<<<|>>>>>>>) ")


def stage_of(path):
    """The index of the stage that a path under generator/ belongs to, or None."""
    if path == "main.cpp":
        return len(STAGES)
    owners = [i for i, stage in enumerate(STAGES) if path.startswith(stage + "/")]
    return max(owners, key=lambda i: len(STAGES[i]), default=None)


def all_files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not GENERATED_FOLDERS.search(f))
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), path


def wrong_includes(name, lines):
    stage = stage_of(name.removeprefix("generator/"))
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        included = stage_of(match[1])
        if stage is None:
            yield number, "a source outside the stages; add its folder to STAGES in check_layout.py"
            return
        if included is None:
            yield number, f'"{match[1]}" names no stage; write the path from generator/'
        elif included > stage:
            yield number, f'{STAGES[stage]} comes before {STAGES[included]} and cannot include "{match[1]}"'


def machine_text(content):
    for number, line in enumerate(content.split(b"\n"), 1):
        if MACHINE_PATH.search(line):
            yield number, "a path of one machine"
        if LEFTOVER.search(line):
            yield number, "a note to finish something, or a merge left undone"


def check(root):
    for name, path in all_files(root):
        if name.startswith("tests/layout/"):
            continue
        content = path.read_bytes()
        faults = list(machine_text(content))
        if path.suffix in SOURCES and name.startswith(("generator/", "tests/")):
            lines = content.decode("utf-8", "replace").splitlines()
            if len(lines) > MAX_LINES:
                faults.append((MAX_LINES + 1, f"{len(lines)} lines, more than {MAX_LINES}: split it by idea"))
            if name.startswith("generator/") and path.suffix != ".py":
                faults += wrong_includes(name, lines)
        for number, what in faults:
            yield f"{name}:{number}: {what}"


def main():
    faults = list(check(pathlib.Path(sys.argv[1])))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs one golden case: a folder with a command line, its input files and all that the command must give.

    cmd       one line: arguments of errpress, quoted as in a shell; NAME=VALUE words before them set its environment
    setup     optional: a shell script, run first in the copy, for what git cannot hold (links, pipes, permissions)
    stdin     optional: what the command reads (nothing otherwise)
    stdout, stderr, exit    what it must print and return, byte for byte
    expect/   all files that it must write or change; without this folder it must write none
    ignore    optional: glob patterns, one a line, of written files that are not compared, besides ALWAYS_IGNORED

All other files are input. The command runs in a temporary copy, so that no path of this machine can show.
ERRPRESS_BLESS=1 rewrites stdout, stderr, exit and expect/ to what the command did: read the diff before committing it.
"""

import argparse
import difflib
import fnmatch
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

OWN_FILES = {"cmd", "setup", "stdin", "stdout", "stderr", "exit", "expect", "ignore"}
ALWAYS_IGNORED = ["*/.errpress/cache", "*/.errpress/lock"]  # of one machine, so not in version control
KEPT_VARIABLES = ("ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")
TIMEOUT_SECONDS = 120


def clean_environment(home):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(home)}
    environment.update({name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ})
    return environment


def split_command(text):
    """The environment and the arguments of a cmd file."""
    words = shlex.split(text)
    settings = {}
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0], re.DOTALL):
        name, _, value = words.pop(0).partition("=")
        settings[name] = value
    return settings, words


def snapshot(root):
    """Every file under a folder by its relative path; a link by what it points to."""
    files = {}
    for folder, folders, names in os.walk(root):
        for name in names + [f for f in folders if os.path.islink(os.path.join(folder, f))]:
            path = pathlib.Path(folder, name)
            if path.is_symlink():
                files[str(path.relative_to(root))] = b"link to " + os.fsencode(os.readlink(path))
            elif path.is_file() and os.access(path, os.R_OK):
                files[str(path.relative_to(root))] = path.read_bytes()
    return files


def without_ignored(case, result):
    path = case / "ignore"
    patterns = ALWAYS_IGNORED + (path.read_text().split() if path.exists() else [])
    return {name: content for name, content in result.items()
            if not any(fnmatch.fnmatch(name.removeprefix("expect/"), pattern) for pattern in patterns)}


def run(case, program):
    """What the command of a case gives: a dict of all that is compared."""
    with tempfile.TemporaryDirectory(prefix="errpress-case-") as temporary:
        copy = pathlib.Path(temporary, "case")
        shutil.copytree(case, copy, symlinks=True, ignore=lambda folder, names:
                        OWN_FILES & set(names) if pathlib.Path(folder) == case else set())
        environment = clean_environment(temporary)
        if (case / "setup").exists():
            subprocess.run(["/bin/sh", "-eu", case / "setup"], cwd=copy, env=environment, check=True)
        before = snapshot(copy)
        settings, arguments = split_command((case / "cmd").read_text())
        stdin = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""
        done = subprocess.run([program, *arguments], cwd=copy, env={**environment, **settings}, input=stdin,
                              capture_output=True, timeout=TIMEOUT_SECONDS)
        after = snapshot(copy)
    result = {"stdout": done.stdout, "stderr": done.stderr, "exit": b"%d\n" % done.returncode}
    for path in sorted(before.keys() - after.keys()):
        result["removed " + path] = b""
    for path, content in after.items():
        if before.get(path) != content:
            result["expect/" + path] = content
    return without_ignored(case, result)


def expected(case):
    result = {name: (case / name).read_bytes() for name in ("stdout", "stderr", "exit") if (case / name).exists()}
    if (case / "expect").exists():
        result.update({"expect/" + path: content for path, content in snapshot(case / "expect").items()})
    removed = case / "expect" / "REMOVED"
    if removed.exists():
        del result["expect/REMOVED"]
        result.update({"removed " + path: b"" for path in removed.read_text().splitlines()})
    return without_ignored(case, result)


def bless(case, actual):
    shutil.rmtree(case / "expect", ignore_errors=True)
    removed = [name.removeprefix("removed ") for name in actual if name.startswith("removed ")]
    files = {name: content for name, content in actual.items() if not name.startswith("removed ")}
    if removed:
        files["expect/REMOVED"] = "".join(path + "\n" for path in removed).encode()
    for name, content in files.items():
        path = case / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def lines_of(content):
    return [line if line.endswith("\n") else line + "\n\\ no newline at the end\n"
            for line in content.decode("utf-8", "backslashreplace").splitlines(keepends=True)]


def differences(wanted, actual):
    """A unified diff of everything that is not as expected; empty where all is."""
    text = []
    for name in sorted(wanted.keys() | actual.keys()):
        if name not in actual:
            text.append(f"missing: {name}\n")
        elif name not in wanted:
            text.append(f"not expected: {name}\n")
        if wanted.get(name) != actual.get(name):
            text += difflib.unified_diff(lines_of(wanted.get(name, b"")), lines_of(actual.get(name, b"")),
                                         f"expected {name}", f"actual {name}")
    return "".join(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errpress", required=True, help="the program to run", type=pathlib.Path)
    parser.add_argument("case", type=pathlib.Path)
    options = parser.parse_args()
    actual = run(options.case.resolve(), options.errpress.resolve())
    if os.environ.get("ERRPRESS_BLESS") == "1":
        bless(options.case, actual)
        return 0
    text = differences(expected(options.case), actual)
    sys.stdout.write(text)
    return 1 if text else 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs one golden case: a file AREA/NAME.case with a command and all that the command has to print, return and write.

    # What the case is about. Lines that start with "# " are comments; the first line is one.
    inputs: two_things                  copies the files of inputs/two_things/ into the case's folder
    file: errpress.yaml                 one more input file, or a replacement for one of `inputs:`
      corpus: [corpus]
    setup:                              a shell script, for what a file cannot hold: links, pipes, permissions
      ln -s nowhere corpus/bad.txt
    stdin:                              what the command reads; nothing otherwise
      text

    $ NO_COLOR=1 errpress lint corpus   the command, quoted as in a shell; NAME=VALUE words set its environment
    exit: 1                             always given
    stdout:                             standard output; without this header there must be none
      text
    stderr:                             standard error, likewise
      text
    wrote: out/a.txt                    a file that was written or changed, byte for byte
      text
    wrote-lines: out/b.txt              the same, but it has to hold these lines in this order, among others
      text
    wrote-stored: out/c.txt             the same, byte for byte; the content is NAME.expect/out/c.txt
    wrote-path: out/d.txt               the same, whatever it holds
    removed: corpus/e.txt               a file that was there before the command and is not after it

Every file that the command writes, changes or removes has to be named, except those of ALWAYS_IGNORED; a file written
again with the content it had counts as not written. `file:` and `setup:` apply in the order in which they are written.
More headers and commands may follow: they continue in the same folder, and each command is compared with what was there
just before it.

The text of a header is indented by two spaces, which are not part of it. Blank lines between indented lines belong to
the text, blank lines after the last one do not. A line is what it shows and a newline, except:

    text (no-eol)       the last line, without a newline at its end
    text (esc)          with the escapes \\t, \\r, \\\\ and \\xHH (one byte); needed for characters that cannot be seen,
                        invalid UTF-8, a space at the end of a line, an empty line at the end of the text
    text (esc) (no-eol) both
    (empty)             alone: no text at all, for empty files

Anything else in a case file is an error. The commands run in a temporary copy, so that no path of the machine can show.
ERRPRESS_BLESS=1 rewrites what follows each command to what the command did and keeps all else: read the diff before
committing it. It adds new files as `wrote:`; change that header by hand and bless again for another kind. It does not
touch the text of `wrote-lines:`.

Exit codes: 0 as expected, 1 not as expected, 2 the case file, its inputs or its setup is wrong.
"""

import argparse
import difflib
import fnmatch
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from case_format import CaseFile, FormatError, encode_body, key, make_item, split_command

INPUTS = pathlib.Path(__file__).with_name("inputs")
ALWAYS_IGNORED = ["*/.errpress/cache*", "*/.errpress/lock"]  # of one machine, so not in version control
KEPT_VARIABLES = ("ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")
TIMEOUT_SECONDS = 120
OUTPUTS = ("exit", "stdout", "stderr")


def clean_environment(home):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(home)}
    environment.update({name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ})
    return environment


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


# --- running ----------------------------------------------------------------------------------------------------------

def copy_inputs(item, inputs, copy):
    if not (inputs / item.value).is_dir():
        raise FormatError(item.line, f"there is no folder inputs/{item.value}")
    shutil.copytree(inputs / item.value, copy, symlinks=True, dirs_exist_ok=True)


def write_input(item, copy):
    path = copy / item.value
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(item.body)


def run_setup(item, copy, environment):
    done = subprocess.run(["/bin/sh", "-eu", "-c", item.body], cwd=copy, env=environment, timeout=TIMEOUT_SECONDS,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="backslashreplace")
    if done.returncode != 0:
        raise FormatError(item.line, f"the setup failed with {done.returncode}: {done.stdout.strip()}")


def prepare(step, inputs, copy, environment):
    """Puts what the command needs into the copy; its standard input."""
    stdin = b""
    for item in step.before:
        if item.name == "inputs":
            copy_inputs(item, inputs, copy)
        elif item.name == "file":
            write_input(item, copy)
        elif item.name == "setup":
            run_setup(item, copy, environment)
        else:
            stdin = item.body
    return stdin


def run_command(step, program, stdin, copy, environment):
    """What the command of a step did: a dict of all that is compared."""
    before = snapshot(copy)
    settings, arguments = split_command(step.command.value, step.command.line)
    done = subprocess.run([program, *arguments], cwd=copy, env={**environment, **settings}, input=stdin,
                          capture_output=True, timeout=TIMEOUT_SECONDS)
    after = snapshot(copy)
    result = {"exit": b"%d\n" % done.returncode}
    result.update({name: text for name, text in (("stdout", done.stdout), ("stderr", done.stderr)) if text})
    result.update({"wrote " + path: after[path] for path in sorted(after) if before.get(path) != after[path]})
    result.update({"removed " + path: b"" for path in sorted(before.keys() - after.keys())})
    return {name: content for name, content in result.items()
            if not any(fnmatch.fnmatch(name, "* " + pattern) for pattern in ALWAYS_IGNORED)}


def run(case, program, inputs):
    """What every command of a case did."""
    with tempfile.TemporaryDirectory(prefix="errpress-case-") as temporary:
        copy = pathlib.Path(temporary, "case")
        copy.mkdir()
        environment = clean_environment(temporary)
        results = []
        for step in case.steps:
            stdin = prepare(step, inputs, copy, environment)
            results.append(run_command(step, program, stdin, copy, environment))
        return results


# --- comparing --------------------------------------------------------------------------------------------------------

def missing_line(lines, content):
    """The first of these lines that a content does not hold, in this order; None where it holds all."""
    rest = iter(content.split(b"\n"))
    return next((line for line in lines.removesuffix(b"\n").split(b"\n") if line not in rest), None)


def stored_content(case, item):
    path = case.stored / item.value
    return path.read_bytes() if path.is_file() else b""


def wanted_content(case, item, actual):
    """What an item expects; for what is not compared byte for byte, what there is."""
    if item.name == "exit":
        return item.value.encode() + b"\n"
    if item.name == "wrote-stored":
        return stored_content(case, item)
    if item.name in ("wrote-path", "wrote-lines"):
        return actual
    return item.body


def unmatched_lines(step, result):
    """A message for each `wrote-lines:` that does not match."""
    for item in step.after:
        if item.name == "wrote-lines" and key(item) in result:
            line = missing_line(item.body, result[key(item)])
            if line is not None:
                yield f"{item.line}: {item.value} does not hold this line, or not in this order:\n{diff_line(line)}"


def diff_line(line):
    return encode_body(line + b"\n")[0] + "\n"


def differences(case, step, result):
    """A unified diff of all that a command did otherwise than expected; empty where nothing is."""
    wanted = {key(item): wanted_content(case, item, result.get(key(item), b"")) for item in step.after}
    text = []
    for name in [*wanted, *(name for name in result if name not in wanted)]:
        if name not in result:
            text.append(f"missing: {name}\n")
        elif name not in wanted:
            text.append(f"not expected: {name}\n")
        if wanted.get(name) != result.get(name):
            text += difflib.unified_diff(diff_lines(wanted.get(name)), diff_lines(result.get(name)),
                                         f"expected {name}", f"actual {name}")
    text += [f"{case.path}:{message}" for message in unmatched_lines(step, result)]
    return "".join(text)


def diff_lines(content):
    return [line + "\n" for line in encode_body(content)] if content else []


def unused_stored(case):
    """The stored contents that no `wrote-stored:` names."""
    named = {item.value for step in case.steps for item in step.after if item.name == "wrote-stored"}
    return [path for path in snapshot(case.stored) if path not in named]


def compare(case, results):
    text = "".join(f"{case.stored / path}: no `wrote-stored:` names this file\n" for path in unused_stored(case))
    for step, result in zip(case.steps, results):
        step_text = differences(case, step, result)
        if step_text:
            text += f"{case.path}:{step.command.line}: {step.command.value}\n{step_text}"
    return text


# --- blessing ---------------------------------------------------------------------------------------------------------

def blessed_item(case, item, result):
    """What replaces an item: itself where it is right, or nothing where there is nothing of the kind any more."""
    if key(item) not in result:
        return []
    content = result[key(item)]
    if item.name == "wrote-stored":
        path = case.stored / item.value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if wanted_content(case, item, content) == content:
        return [item]
    return [new_item(key(item), content)]


def new_item(name, content):
    kind, _, path = name.partition(" ")
    return make_item(kind, content.decode().strip() if kind == "exit" else path, content)


def add_after(case, items, command, names, result):
    """Adds what a command did and no item names: after the last of these items, or after the command."""
    last = items[-1] if items else command
    case.replace(last, [last, *(new_item(name, result[name]) for name in names)])


def bless_step(case, step, result):
    known = {key(item) for item in step.after}
    new_outputs = [name for name in result if name in OUTPUTS and name not in known]
    new_files = [name for name in result if name not in OUTPUTS and name not in known]
    add_after(case, step.after, step.command, new_files, result)
    add_after(case, [item for item in step.after if item.name in OUTPUTS], step.command, new_outputs, result)
    for item in step.after:
        case.replace(item, blessed_item(case, item, result))
    step.after = [item for item in step.after if key(item) in result]


def bless(case, results):
    for step, result in zip(case.steps, results):
        bless_step(case, step, result)
    for path in unused_stored(case):
        (case.stored / path).unlink()
    for folder in sorted((folder for folder, _, _ in os.walk(case.stored)), reverse=True):
        if not os.listdir(folder):
            os.rmdir(folder)
    case.write()
    return "".join(f"{case.path}:{message}" for step, result in zip(case.steps, results)
                   for message in unmatched_lines(step, result))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errpress", required=True, help="the program to run", type=pathlib.Path)
    parser.add_argument("--inputs", default=INPUTS, help="the folder of shared inputs", type=pathlib.Path)
    parser.add_argument("case", type=pathlib.Path)
    options = parser.parse_args()
    try:
        case = CaseFile(options.case)
        results = run(case, options.errpress.resolve(), options.inputs)
        text = bless(case, results) if os.environ.get("ERRPRESS_BLESS") == "1" else compare(case, results)
    except FormatError as error:
        print(f"{options.case}:{error}", file=sys.stderr)
        return 2
    except subprocess.TimeoutExpired as error:
        print(f"{options.case}: no end after {error.timeout} seconds", file=sys.stderr)
        return 1
    sys.stdout.write(text)
    return 1 if text else 0


if __name__ == "__main__":
    sys.exit(main())

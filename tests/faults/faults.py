"""Makes every allocation and every call of the system fail in turn, and looks at what a run of errpress then does.

    faults.py KIND CORPUS ERRPRESS LIBRARY     KIND is alloc or call, CORPUS one of corpora.py, LIBRARY built of inject.cpp

Whatever fails: the exit code is 0, 1 or 2, with a message where it is 2; a run that ends as an undisturbed one has the
same result, or says what failed; each file of out/ is the old or the new one; the next undisturbed run gives what a
build from nothing gives. A call that a signal interrupts makes no difference at all.

Of allocations, one in STRIDE is tried, each run beginning with another one, and fails alone or with all that follow by
turns; of calls each, with one error by turns. ERRPRESS_ALL=1 tries everything.
"""

import collections
import concurrent.futures
import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile

import corpora

STRIDE = 13
SHOWN = 3  # of each kind of fault
ALL = os.environ.get("ERRPRESS_ALL") == "1"
SKIPPED = 77
ERRORS = {"call": [errno.EIO, errno.ENOSPC, errno.EMFILE, errno.EACCES], "alloc": [errno.ENOMEM]}

# What is run: arguments, and what the folder is like before: built before, an article edited since.
Run = collections.namedtuple("Run", "name arguments built edited")
RUNS = [
    Run("build", ["build", "-j1"], False, False),
    Run("build again", ["build", "-j1"], True, False),
    Run("build after an edit", ["build", "-j1"], True, True),
    Run("build --check", ["build", "-j1", "--check"], True, True),
    Run("build with threads", ["build", "-j3"], False, False),
    Run("lint", ["lint", "-j1"], False, False),
    Run("lint as JSON", ["lint", "-j1", "--format", "json"], False, False),
    Run("view", ["view"], False, False),
]

Result = collections.namedtuple("Result", "code stdout stderr counted failed")


def files_below(folder, hidden=False):
    found = {}
    for place, folders, names in os.walk(folder):
        if not hidden:
            folders[:] = [name for name in folders if name != ".errpress"]
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


class Place:
    """A folder with a corpus, in the state that a Run starts from."""

    def __init__(self, errpress, library, corpus, run):
        self.errpress, self.library, self.run = errpress, library, run
        self.root = tempfile.mkdtemp(prefix="errpress-faults-")
        self.out = os.path.join(self.root, "out")
        self.saved = os.path.join(self.root, "saved")
        corpora.write_corpus(corpus, self.root)
        if run.built:
            self.execute(["build", "-j1"])
        if run.edited:
            with open(os.path.join(self.root, "articles/A.txt"), "a", encoding="utf-8") as file:
                file.write("\nOne more line, and ERROR_B is 6.\n")
        if os.path.exists(self.out):
            shutil.copytree(self.out, self.saved)
        self.old_private = files_below(self.out, hidden=True)
        self.old = files_below(self.out)
        self.undisturbed = self.execute(run.arguments)
        self.new = files_below(self.out)
        self.reset()

    def remove(self):
        shutil.rmtree(self.root)

    def reset(self):
        if not os.path.exists(self.saved) and not os.path.exists(self.out):
            return
        if files_below(self.out, hidden=True) == self.old_private and os.path.exists(self.saved):
            return
        shutil.rmtree(self.out, ignore_errors=True)
        if os.path.exists(self.saved):
            shutil.copytree(self.saved, self.out)

    def execute(self, arguments, **fault):
        count = os.path.join(self.root, "count")
        environment = {"PATH": "/nonexistent", "LC_ALL": "C"}
        if fault:
            environment["LD_PRELOAD"] = self.library
            environment["ERRPRESS_FAULT_COUNT"] = count
            environment.update({f"ERRPRESS_{name}": str(value) for name, value in fault.items()})
        done = subprocess.run([self.errpress, *arguments], cwd=self.root, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120)
        counted = failed = 0
        if fault and os.path.exists(count):
            with open(count, encoding="ascii") as file:
                counted, failed = map(int, file.read().split())
            os.unlink(count)
        return Result(done.returncode, done.stdout, done.stderr, counted, failed)


def findings_in(result):
    """What must be the same; a report may lack the text around a finding where that cannot be read again."""
    if b'"rule"' in result.stdout and b'"view_version"' not in result.stdout:
        return re.findall(rb'"(?:rule|message)": .*', result.stdout)
    found = re.findall(rb"^\w+\[[a-z-]+\].*", result.stdout, re.MULTILINE)
    return found or result.stdout


def says_what_failed(place, result, number):
    said = (result.stdout + result.stderr).decode(errors="replace").lower()
    said_undisturbed = (place.undisturbed.stdout + place.undisturbed.stderr).decode(errors="replace")
    unreadable = said.count("unreadable-file") > said_undisturbed.count("unreadable-file")
    return os.strerror(number).lower() in said or "memory" in said or unreadable or result.code == 2


def judge(place, result, number):
    """The first thing that is wrong after a disturbed run; None where all is well."""
    if result.code not in (0, 1, 2):
        return f"it ended with {result.code}"
    if result.code == 2 and not (b"errpress: " in result.stderr and result.stderr.endswith(b"\n")):
        return "exit code 2 without a message"
    out = files_below(place.out)
    for path, data in out.items():
        if data not in (place.old.get(path), place.new.get(path)):
            return f"{path} is neither old nor new"
    same = result.code == place.undisturbed.code
    if number == errno.EINTR and not same:
        return "an interrupted call was not tried again"
    if same and not says_what_failed(place, result, number):
        if out != place.new:
            return "it ended as if nothing had failed, but out/ is not what it should be"
        if findings_in(result) != findings_in(place.undisturbed):
            return "it ended as if nothing had failed, but printed something else"
    if out == place.old and files_below(place.out, hidden=True) == place.old_private:
        return None
    again = place.execute(place.run.arguments)
    if again.code != place.undisturbed.code:
        return f"the next run ends with {again.code}: {again.stderr.decode(errors='replace')}"
    if files_below(place.out) != place.new:
        return "the next run does not give what an undisturbed one gives"
    left = [path for path in files_below(place.out, hidden=True) if path.startswith(".errpress/tmp")]
    return f"the next run leaves {left}" if left else None


def try_one(place, kind, at, last, number):
    place.reset()
    fault = {"FAULT": kind, "FAULT_AT": at, "FAULT_ERRNO": number}
    if last is not None:
        fault["FAULT_LAST"] = last
    try:
        result = place.execute(place.run.arguments, **fault)
    except subprocess.TimeoutExpired:
        return True, "it does not end", None
    return result.failed > 0 or result.code < 0, judge(place, result, number), result


def faults_of(kind, total, start):
    """(n, last, errno) of all that is to be tried, for `total` allocations or calls; last is 0 for all from n on."""
    if kind == "alloc" and not ALL:
        for i, n in enumerate(range(1 + start % STRIDE, total + 1, STRIDE)):
            yield n, (None, 0)[i % 2], errno.ENOMEM
        return
    for n in range(1, total + 1):
        for number in ERRORS[kind] if ALL else [ERRORS[kind][(n + start) % len(ERRORS[kind])]]:
            yield n, None, number
            yield n, 0, number


def describe(run, kind, fault, wrong, result):
    at, last, number = fault
    what = f"{run.name}, {kind} {at}{' and all after it' if last == 0 else ''} failing with {os.strerror(number)}: {wrong}"
    if result is not None:
        what += "\n" + result.stderr.decode(errors="replace")[-600:]
    return what


def sweep(kind, corpus, errpress, library, run, workers):
    places = [Place(errpress, library, corpus, run) for _ in range(workers)]
    idle = list(places)
    total = places[0].execute(run.arguments, FAULT=kind).counted
    places[0].reset()
    faults = list(faults_of(kind, total, 5 * RUNS.index(run) + len(corpus)))
    if kind == "call":
        interruptible = places[0].execute(run.arguments, FAULT=kind, FAULT_ERRNO=errno.EINTR).counted
        places[0].reset()
        faults += [(n, None, errno.EINTR) for n in range(1, interruptible + 1)]

    def attempt(fault):
        place = idle.pop()
        try:
            return try_one(place, kind, *fault)
        finally:
            idle.append(place)

    found, failed = [], 0
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for fault, (did_fail, wrong, result) in zip(faults, pool.map(attempt, faults)):
            failed += did_fail
            if wrong:
                found.append((f"{run.name}: {wrong}", describe(run, kind, fault, wrong, result)))
    for place in places:
        place.remove()
    assert total > 0 and failed > 0.9 * len(faults), f"{run.name}: {failed} of {len(faults)} runs had a failure"
    print(f"{corpus}, {run.name}: {total} of kind {kind}, {len(faults)} tried, {len(found)} wrong", flush=True)
    return found


def main():
    kind, corpus, errpress, library = sys.argv[1:5]
    if not sys.platform.startswith("linux"):
        print("SKIPPED faults: needs Linux with glibc")
        sys.exit(SKIPPED)
    wanted = sys.argv[5:]
    workers = min(2, os.cpu_count() or 1)
    found = []
    for run in RUNS:
        if not wanted or run.name in wanted:
            found += sweep(kind, corpus, os.path.abspath(errpress), os.path.abspath(library), run, workers)
    for kind_of_wrong in sorted({wrong for wrong, _ in found}):
        for _, description in [one for one in found if one[0] == kind_of_wrong][:SHOWN]:
            print(description, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} runs went wrong")


if __name__ == "__main__":
    main()

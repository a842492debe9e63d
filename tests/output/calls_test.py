"""Looks at system calls. Needs strace.

    calls_test.py still WORKER    a run with nothing to write writes nothing, a check never does
    calls_test.py costs WORKER    what one more file costs (not for a sanitized build, which makes calls of its own)
"""

import collections
import os
import re
import sys

import worker_state as state

CALLS = ("openat,read,write,close,fstat,newfstatat,statx,lseek,getdents64,mkdirat,renameat,renameat2,linkat,unlinkat,"
         "flock,fcntl,ftruncate,fsync,chmod,fchmod,utimensat")
# A file can be written to only after it was opened for that, so plain writes need no look.
HARMLESS = {"read", "write", "close", "fstat", "newfstatat", "statx", "lseek", "getdents64", "flock", "fcntl"}


def name_of(line):
    return re.match(r"\d+\s+(\w+)\(", line)[1]


class Tracer:
    def __init__(self, strace, worker, folder):
        self.strace, self.worker = strace, worker
        self.log = os.path.join(folder, "log")

    def lines(self, *arguments, status=0):
        done = state.call(self.worker, *arguments,
                          before=[self.strace, "-f", "-qq", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", self.log])
        assert done.returncode == status, f"{arguments}: {done.returncode} {done.stderr}"
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return [line.strip() for line in log if re.match(r"\d+\s+\w+\(", line)]

    def counts(self, *arguments):
        return collections.Counter(map(name_of, self.lines(*arguments)))


def writing(lines):
    """The calls that may change something on disk."""
    found = []
    for line in lines:
        opens = name_of(line) == "openat" and re.search(r"O_CREAT|O_WRONLY|O_RDWR|O_TRUNC", line)
        if opens or name_of(line) not in HARMLESS | {"openat"}:
            found.append(line)
    return found


def still(tracer, folder):
    out = os.path.join(folder, "out")
    assert len(writing(tracer.lines("run", out, 1, 40))) > 40, "the first run was not seen to write"
    written = writing(tracer.lines("run", out, 1, 40))
    assert len(written) == 1 and ".errpress/lock" in written[0], f"a second run: {written}"
    for generation, status in ((1, 0), (2, 1)):
        written = writing(tracer.lines("check", out, generation, 40, status=status))
        assert not written, f"a check that ends with {status}: {written}"
    print("a second run only opens its lock; a check writes nothing at all")


def slope(name, cost, most, sizes=(200, 700)):
    small, large = (cost(size) for size in sizes)
    shares = {call: round((large[call] - small[call]) / (sizes[1] - sizes[0]), 2) for call in large}
    shares = {call: share for call, share in shares.items() if share}
    total = sum(shares.values())
    print(f"{name}: {total:.2f} calls a file {shares}")
    assert total <= most, f"{name}: {total:.2f} calls a file, the most allowed is {most}"


def costs(tracer, folder):
    def cold(size):
        return tracer.counts("run", os.path.join(folder, f"cold{size}"), 1, size)

    def replaced(size):
        tracer.lines("run", os.path.join(folder, f"replace{size}"), 1, size)
        return tracer.counts("run", os.path.join(folder, f"replace{size}"), 2, size)

    def into_folders(size):
        out = os.path.join(folder, f"there{size}")
        for n in range(size):
            os.makedirs(os.path.join(out, os.path.dirname(state.path_of(n, 1))), exist_ok=True)
        return tracer.counts("run", out, 1, size)

    def remembered(size):
        corpus = os.path.join(folder, f"corpus{size}")
        os.mkdir(corpus)
        # Links to an old file: a source that was changed within the slack of two seconds is read and compared.
        for n in range(size):
            os.symlink(os.path.abspath(__file__), os.path.join(corpus, str(n)))
        out = os.path.join(folder, f"remember{size}")
        done = state.call(tracer.worker, "remember", out, corpus, size)
        assert done.returncode == 0, done.stderr
        return tracer.counts("again", out, corpus)

    # A fifth of the worker's files stands in the output folder itself, which is never missing.
    slope("cold, folders missing", cold, 3.25)
    slope("cold, folders there", into_folders, 4.05)
    slope("full run, nothing changed", cold, 4.05)
    # A look just before each file is replaced or removed: an edit made while the run rendered is not lost.
    slope("full run, three of four replaced", replaced, 7.9)
    # One look at the source and one at the output. A file that shares its tick of the clock with the run is read, too, for
    # three more calls; no more of these can be than fit into a tick.
    slope("no-op with the cache", remembered, 3.0)


if __name__ == "__main__":
    traced = state.strace_or_skip(sys.argv[1])
    with state.Temporary() as test_folder:
        {"still": still, "costs": costs}[sys.argv[1]](Tracer(traced, sys.argv[2], test_folder), test_folder)

"""Reading an ordinary file takes four system calls: openat, fstat, read, close. Needs strace.

    calls_test.py READ_WORKER
"""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FEW, MANY = 10, 110


def calls(strace, worker, file, times, log):
    done = subprocess.run([strace, "-f", "-qq", "-o", log, worker, file, str(times)], capture_output=True, text=True)
    if "ptrace" in done.stderr:
        print(f"SKIPPED reading-calls: strace may not trace here: {done.stderr.strip()}")
        sys.exit(SKIPPED)
    assert done.returncode == 0, f"{done.returncode}: {done.stderr}"
    with open(log, encoding="utf-8") as lines:
        return collections.Counter(match[1] for match in (re.match(r"\d+\s+(\w+)\(", line) for line in lines) if match)


def main():
    strace = shutil.which("strace")
    if not strace:
        print("SKIPPED reading-calls: strace is missing")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        for size in (0, 1, 3000, 100_000):
            file = os.path.join(folder, "file")
            with open(file, "w", encoding="ascii") as out:
                out.write("x" * size)
            log = os.path.join(folder, "log")
            more = calls(strace, sys.argv[1], file, MANY, log)
            more.subtract(calls(strace, sys.argv[1], file, FEW, log))
            found = {name.replace("newfstatat", "fstat"): count for name, count in more.items() if count}
            expected = dict.fromkeys(("openat", "fstat", "read", "close"), MANY - FEW)
            assert found == expected, f"{MANY - FEW} files of {size} bytes: {found}"
    print("reading a file takes four system calls")
    return 0


sys.exit(main())

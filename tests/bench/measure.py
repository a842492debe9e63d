"""Runs a command and says what it cost: time and memory as the system counts them, instructions, system calls."""

import re
import subprocess
import sys
import tempfile
from typing import NamedTuple


class Cost(NamedTuple):
    wall: float  # seconds
    cpu: float   # seconds, user and system, all threads
    user: float  # seconds of that in the program itself
    peak: float  # megabytes resident


def environment():
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}


def accept(command, code, errors):
    """A command that found something wrong in articles exits with 1; anything above is a failure of the benchmark."""
    if code not in (0, 1):
        sys.exit(f"bench: exit code {code} from: {' '.join(map(str, command))}\n{errors[-2000:]}")


def timed(runner, command):
    """`runner` is run_and_measure, compiled."""
    with tempfile.NamedTemporaryFile("r") as report:
        traced([runner, report.name], command)
        wall, cpu, user, kilobytes = map(float, report.read().split())
    return Cost(wall, cpu, user, kilobytes / 1024)


def traced(tool, command):
    done = subprocess.run([*tool, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env=environment(), text=True, errors="replace")
    accept(command, done.returncode, done.stderr)
    return done.stderr


def instructions(command):
    """User instructions of all threads (callgrind)."""
    log = traced(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], command)
    return int(re.search(r"Collected : (\d+)", log)[1])


def system_calls(command):
    """System calls of all threads (strace)."""
    with tempfile.NamedTemporaryFile("r") as log:
        traced(["strace", "-f", "-c", "-o", log.name], command)
        return int(re.search(r"^100\.00\s+\S+\s+\S*\s+(\d+)\s.*total$", log.read(), re.MULTILINE)[1])

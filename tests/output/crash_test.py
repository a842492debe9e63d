"""Kills a run at many points: what it leaves is whole, and the next run repairs it.

    crash_test.py random WORKER       at random moments, again and again in one folder
    crash_test.py each-call WORKER    before every single system call that changes the disk (needs strace)
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

import worker_state as state

ROUNDS = 60
MANY = 300
FEW = 15
CHANGING = ["openat", "write", "mkdirat", "renameat", "renameat2", "unlinkat"]


def seconds_of_a_run(worker, out):
    began = time.monotonic()
    state.run(worker, out, 1, MANY)
    return time.monotonic() - began


def kill_at_random(worker):
    chance = random.Random(20260221)
    settling = waiting = 0
    with state.Temporary() as folder:
        out = os.path.join(folder, "out")
        state.put_foreign(out)
        longest = 2.5 * seconds_of_a_run(worker, out)
        generation = 2
        for number in range(ROUNDS):
            process = subprocess.Popen([worker, "loop", out, str(generation), str(MANY)], stderr=subprocess.PIPE)
            time.sleep(chance.uniform(0.0, longest))
            process.send_signal(signal.SIGKILL)
            _, said = process.communicate()
            assert process.returncode == -signal.SIGKILL, f"round {number}: it ended by itself: {said.decode()}"
            state.check_whole(out)
            paths = state.manifest_paths(out)
            settling += len(paths) != len(set(paths))
            waiting += os.path.exists(os.path.join(out, ".errpress/tmp"))
            generation += 1000
            # In between, one killed run follows another.
            if number % 2:
                state.run(worker, out, generation, MANY)
                state.check_finished(worker, out, generation, MANY)
    print(f"{ROUNDS} kills: {settling} while files were replaced, {waiting} with temporary files left")


def kill_before_each_call(worker):
    strace = state.strace_or_skip("each-call")
    kills = 0
    with state.Temporary() as folder:
        for start in ("fresh", "grown"):
            before = os.path.join(folder, start)
            state.put_foreign(before)
            if start == "grown":
                state.run(worker, before, 1, FEW)
            for name in CHANGING:
                kills += kill_before_each(strace, worker, before, name)
    assert kills > 80, f"only {kills} kills: this test does not look where it should"
    print(f"{kills} kills, one before each call of {', '.join(CHANGING)}")


def kill_before_each(strace, worker, before, name):
    for nth in range(1, 1000):
        out = before + "-out"
        shutil.copytree(before, out)
        done = state.call(worker, "run", out, 2, FEW,
                          before=[strace, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e",
                                  f"inject={name}:signal=KILL:when={nth}"])
        if done.returncode == 0:
            state.check_finished(worker, out, 2, FEW)
            shutil.rmtree(out)
            return nth - 1
        assert done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), f"{name} {nth}: {done}"
        try:
            state.check_whole(out)
            # Once with the same plan, once with one in which other files are orphans.
            shutil.copytree(out, out + "-2")
            for path, generation in ((out, 2), (out + "-2", 3)):
                state.run(worker, path, generation, FEW)
                state.check_finished(worker, path, generation, FEW)
        except AssertionError as error:
            raise AssertionError(f"killed before {name} number {nth} from {pathlib.Path(before).name}: {error}") from error
        shutil.rmtree(out)
        shutil.rmtree(out + "-2")
    raise AssertionError(f"{name}: a run has no end")


if __name__ == "__main__":
    {"random": kill_at_random, "each-call": kill_before_each_call}[sys.argv[1]](sys.argv[2])

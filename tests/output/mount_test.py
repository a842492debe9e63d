"""Runs on disks of their own: a full one, a read-only one, and a folder that is another disk. Needs the right to mount.

    mount_test.py full|read-only|another WORKER
"""

import os
import shutil
import subprocess
import sys

import worker_state as state

MOUNTED = []
INSIDE = "ERRPRESS_TEST_INSIDE_OF_ITS_OWN_MOUNTS"


def enter_own_mounts(name):
    """Starts this script again where mounts are its own and go with it."""
    unshare = shutil.which("unshare")
    if not unshare:
        state.skip(name, "unshare is not installed")
    command = [unshare, "--mount"] if os.geteuid() == 0 else [unshare, "--user", "--map-root-user", "--mount"]
    with state.Temporary() as folder:
        # The mount goes with the process, so the folder can be removed.
        probe = subprocess.run([*command, "mount", "-t", "tmpfs", "none", folder], capture_output=True, text=True)
    if probe.returncode != 0:
        state.skip(name, f"cannot mount here: {probe.stderr.strip()}")
    os.environ[INSIDE] = "1"
    os.execv(unshare, [*command, sys.executable, "-B", *sys.argv])


def mount(folder, options):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)
    MOUNTED.append(folder)


def fails(worker, out, generation, count, reason):
    done = state.call(worker, "run", out, generation, count)
    assert done.returncode == 1, f"it should have failed: {done}"
    assert len(done.stderr.splitlines()) == 1 and reason in done.stderr, done.stderr
    print("  " + done.stderr.strip().replace(os.path.dirname(out), "..."))


def on_full_disk(worker, folder):
    mount(folder, "size=400k")
    out = os.path.join(folder, "out")
    state.put_foreign(out)
    state.run(worker, out, 1, 30)
    # Copies of all that changes have no room; then not even the tree of new files has.
    for generation, count in ((2, 150), (3, 400)):
        fails(worker, out, generation, count, "cannot write: no space left on device")
        state.check_finished(worker, out, 1, 30)
    with open(os.path.join(folder, "filler"), "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            pass
    fails(worker, out, 2, 30, "no space left on device")
    state.check_finished(worker, out, 1, 30)
    os.remove(os.path.join(folder, "filler"))
    state.run(worker, out, 2, 30)
    state.check_finished(worker, out, 2, 30)


def on_read_only_disk(worker, folder):
    mount(folder, "size=4m")
    out = os.path.join(folder, "out")
    state.put_foreign(out)
    state.run(worker, out, 1, 30)
    subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
    state.run(worker, out, 1, 30)
    fails(worker, out, 2, 30, ".errpress/tmp: cannot make folders: read-only file system")
    fails(worker, os.path.join(folder, "none"), 1, 1, "cannot make the output folder: read-only file system")
    state.check_finished(worker, out, 1, 30)


def on_another_disk(worker, folder):
    out = os.path.join(folder, "out")
    state.put_foreign(out)
    state.run(worker, out, 1, 30)
    # What is moved to the other disk is ours as before.
    for name in ("d2", "era2"):
        moved = os.path.join(folder, name)
        if os.path.exists(os.path.join(out, name)):
            shutil.copytree(os.path.join(out, name), moved)
        mount(os.path.join(out, name), "size=4m")
        if os.path.exists(moved):
            shutil.copytree(moved, os.path.join(out, name), dirs_exist_ok=True)
    state.run(worker, out, 2, 30)
    state.check_finished(worker, out, 2, 30)
    state.run(worker, out, 2, 30)
    state.check_finished(worker, out, 2, 30)


TESTS = {"full": on_full_disk, "read-only": on_read_only_disk, "another": on_another_disk}

if __name__ == "__main__":
    if INSIDE not in os.environ:
        enter_own_mounts(sys.argv[1])
    with state.Temporary() as test_folder:
        try:
            TESTS[sys.argv[1]](sys.argv[2], test_folder)
        finally:
            for mounted in reversed(MOUNTED):
                subprocess.run(["umount", mounted], check=True)
    print(f"{sys.argv[1]}: ok")

"""Builds of a corpus on a real disk whose time stamps are whole seconds: no edit is lost. Needs the right to mount.

    coarse_disk.py ERRPRESS [STEPS [SEED]]
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
INSIDE = "ERRPRESS_TEST_INSIDE_OF_ITS_OWN_MOUNTS"
# For each disk how to make it: the first has stamps of a second, the second of two.
DISKS = {"ext2": ["mkfs.ext2", "-q", "-I", "128"], "vfat": ["mkfs.vfat"]}


def skip(why):
    print(f"SKIPPED coarse disk: {why}")
    sys.exit(SKIPPED)


def enter_own_mounts():
    """Starts this script again where mounts are its own and go with it."""
    unshare = shutil.which("unshare")
    if os.geteuid() != 0 or not unshare:
        skip("only root can mount a disk image")
    os.environ[INSIDE] = "1"
    os.execv(unshare, [unshare, "--mount", sys.executable, "-B", *sys.argv])


def mount(kind, folder):
    """Whether a disk of this kind is there now; otherwise the reason."""
    if not shutil.which(DISKS[kind][0]):
        return f"{DISKS[kind][0]} is not installed"
    image = folder / f"{kind}.img"
    with open(image, "wb") as file:
        file.truncate(8 << 20)
    made = subprocess.run([*DISKS[kind], str(image)], capture_output=True, text=True)
    disk = folder / kind
    disk.mkdir()
    mounted = subprocess.run(["mount", "-o", "loop", "-t", kind, str(image), str(disk)], capture_output=True, text=True)
    return (made.stderr if made.returncode else mounted.stderr).strip() if made.returncode or mounted.returncode else None


def article(number, text):
    return f"ERROR_N{number} - {number} (0x{number:X})\n\nMessage {text}.\n\nTechnical Meaning\n\nText.\n"


def build(errpress, corpus, out):
    done = subprocess.run([errpress, "build", "--isolated", "--corpus", str(corpus), "--out", str(out), "--target", "markdown"],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def lost_edits(errpress, corpus, out, steps, seed):
    """Edits of the same size, each followed by a build: how many are not in the page afterwards."""
    chosen = random.Random(seed)
    texts = [0] * 5
    for number in range(5):
        (corpus / f"{number}.txt").write_text(article(number, 0))
    assert all((corpus / f"{number}.txt").stat().st_mtime_ns % 1_000_000_000 == 0 for number in range(5)), "stamps are not coarse"
    build(errpress, corpus, out)
    lost = 0
    for _ in range(steps):
        number = chosen.randrange(5)
        texts[number] = (texts[number] + 1) % 10
        (corpus / f"{number}.txt").write_text(article(number, texts[number]))
        build(errpress, corpus, out)
        if f"Message {texts[number]}." not in (out / f"markdown/ERROR_N{number}.md").read_text():
            lost += 1
    return lost


def main(errpress, steps="60", seed="1"):
    ran = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for kind in DISKS:
            if reason := mount(kind, folder):
                print(f"{kind}: not tried: {reason}")
                continue
            try:
                corpus = folder / kind / "corpus"
                corpus.mkdir()
                lost = lost_edits(errpress, corpus, folder / f"out-{kind}", int(steps), int(seed))
            finally:
                subprocess.run(["umount", str(folder / kind)], check=True)
            print(f"{kind}: {lost} of {steps} edits lost")
            assert lost == 0
            ran += 1
    if ran == 0:
        skip("no disk with coarse stamps can be mounted here")


if __name__ == "__main__":
    if INSIDE not in os.environ:
        enter_own_mounts()
    main(*sys.argv[1:])

"""man_index.py ERRPRESS INDEXER: after an installation into a folder of its own, indexed by mandb (man-db) or makewhatis
(mandoc), man, apropos and whatis find a page by name, decimal and hex."""

import os
import pathlib
import shutil
import subprocess
import sys

import target_support
from target_support import SHIPPED, VARIETY, articles, build

# The two sets of tools stand beside each other on Debian: mandoc's have an 'm' before their names.
TOOLS = {"mandb": ("man", "apropos", "whatis"), "makewhatis": ("mman", "mapropos", "mwhatis")}


def index(indexer, pages):
    if indexer.endswith("mandb"):
        (pages.parent / "manpath.config").write_text(f"MANDATORY_MANPATH {pages}\n")
        return [indexer, "--quiet", "--user-db", "--create", "--config-file", pages.parent / "manpath.config", pages]
    return [indexer, pages]


def search(tool, pages, *words):
    """What a tool prints, or nothing where it finds nothing."""
    environment = {**os.environ, "MANPATH": str(pages), "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat", "PAGER": "cat"}
    done = subprocess.run([tool, *words], capture_output=True, text=True, env=environment)
    return done.stdout if done.returncode == 0 else ""


def is_real(man):
    """Whether this is man at all: images for containers put a script in its place."""
    return subprocess.run([man, "--version"], capture_output=True, text=True).stdout.startswith("man 2")


def main():
    errpress, name = sys.argv[1:]
    indexer, man, apropos, whatis = target_support.need(name, *TOOLS[name])
    if name == "mandb" and not is_real(man):
        print(f"SKIPPED man_index.py: {man} is not man-db's")
        return target_support.SKIPPED
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        pages = folder / "share" / "man"
        views = []
        for corpus in [SHIPPED, VARIETY]:
            out = build(errpress, corpus, folder / corpus.name, "--target", "man", "--target", "json")
            shutil.copytree(out / "man", pages, dirs_exist_ok=True)
            views += articles(out)
        judge.run(index(indexer, pages), name)
        for view in views:
            beginning = (view["message"] or "error code")[:20]  # of the description; whatis cuts it to the terminal's width
            for word in [view["name"], str(view["code"]["value"]), view["code"]["hex"]]:
                judge.check(beginning in search(whatis, pages, word), f"whatis {word}")
                judge.check(view["name"] in search(apropos, pages, word), f"apropos {word}")
                judge.check(view["name"] in search(man, pages, word), f"man {word}")
        for word in ["4711", "0x4711", "ERROR_NO_SUCH_PAGE"]:
            judge.equal(search(whatis, pages, word), "", f"whatis {word}")
            judge.equal(search(man, pages, word), "", f"man {word}")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

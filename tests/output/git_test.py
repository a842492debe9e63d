"""An output folder that is committed: what git does to it, errpress reads and repairs. Needs git.

    git_test.py crlf|merge|attributes ERRPRESS

crlf         a clone that converts line ends is built without complaint, and a build makes it current
merge        two branches that changed articles are merged; a build repairs what git left
attributes   with the lines that the README advises, a merge and a converting clone leave outputs that git did not touch
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ADVICE = "out/** -text -merge\n"
ARTICLE = """ERROR_{name} - {code} (0x{code:X})

{message}

Updated: Feb 21, 2026

Technical Meaning

{text}
"""


def skip(name, why):
    print(f"SKIPPED {name}: {why}")
    sys.exit(77)


class Repository:
    def __init__(self, errpress, path):
        self.errpress, self.path = errpress, pathlib.Path(path)

    def run(self, *command, status=0):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.path.parent), "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1"}
        environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
        done = subprocess.run(command, cwd=self.path, env=environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
        assert status is None or done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def git(self, *arguments, status=0):
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
        return self.run("git", *identity, *arguments, status=status)

    def build(self, *arguments, status=0):
        return self.run(self.errpress, "--isolated", "build", "--corpus", "corpus", *arguments, status=status)

    def article(self, name, code, text="Some text."):
        path = self.path / "corpus" / f"ERROR_{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE.format(name=name, code=code, message=f"The message of {name}.", text=text), "utf-8")

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")

    def outputs(self):
        return {path.relative_to(self.path).as_posix(): path.read_bytes() for path in (self.path / "out").rglob("*")
                if path.is_file() and path.name not in ("cache", "lock")}


def started(errpress, folder, attributes):
    """A repository with five articles and their outputs, committed."""
    path = pathlib.Path(folder, "repository")
    path.mkdir()
    repository = Repository(errpress, path)
    repository.git("init", "-q", "-b", "main")
    (path / ".gitattributes").write_text(attributes)
    for code, name in enumerate(("BETA_A", "BETA_B", "DELTA_A", "DELTA_B", "OMEGA_A"), 10):
        repository.article(name, code)
    repository.build()
    repository.commit()
    listed = repository.git("ls-files", "out/.errpress").stdout.split()
    assert listed == ["out/.errpress/.gitattributes", "out/.errpress/.gitignore", "out/.errpress/manifest"], listed
    return repository


def cold(repository, folder):
    """What a build of the same corpus into a new folder prints."""
    fresh = Repository(repository.errpress, pathlib.Path(folder, "fresh"))
    shutil.rmtree(fresh.path, ignore_errors=True)
    shutil.copytree(repository.path / "corpus", fresh.path / "corpus")
    fresh.build()
    return fresh.outputs()


def converting_clone(repository, folder):
    clone = Repository(repository.errpress, pathlib.Path(folder, "clone"))
    repository.git("clone", "-q", "-c", "core.autocrlf=true", str(repository.path), str(clone.path))
    return clone


def crlf(errpress, folder):
    repository = started(errpress, folder, "corpus/** -text\n")
    clone = converting_clone(repository, folder)
    assert b"\r\n" in (clone.path / "out/markdown/README.md").read_bytes(), "git converted nothing"
    assert b"\r\n" not in (clone.path / "out/.errpress/manifest").read_bytes(), "git converted the manifest"
    checked = clone.build("--check", status=1)
    assert "line ends: out/markdown/README.md\n" in checked.stdout and "changed:" not in checked.stdout, checked.stdout
    assert "differ only in line ends" in checked.stderr, checked.stderr
    clone.article("BETA_A", 10, "Other text.")
    (clone.path / "corpus/ERROR_OMEGA_A.txt").unlink()
    clone.build()
    assert clone.outputs() == cold(clone, folder)
    clone.build("--check")


def edit_on_two_branches(repository):
    """Articles come, go and change on both, so that lists and counts of the outputs differ in many places."""
    repository.git("checkout", "-q", "-b", "topic")
    repository.article("ALPHA", 1)
    repository.article("BETA_A", 10, "Text of the topic.")
    (repository.path / "corpus/ERROR_DELTA_A.txt").unlink()
    repository.build()
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.article("ZETA", 99)
    repository.article("DELTA_B", 13, "Text of main.")
    repository.build()
    repository.commit()


def merge(errpress, folder, attributes=""):
    repository = started(errpress, folder, attributes)
    edit_on_two_branches(repository)
    merged = repository.git("merge", "topic", status=None)
    conflicts = repository.git("diff", "--name-only", "--diff-filter=U").stdout.split()
    assert merged.returncode == 1 and conflicts and all(name.startswith("out/") for name in conflicts), merged.stdout
    assert "out/.errpress/manifest" not in conflicts, "the manifest has a conflict"
    # Where git merged one part of a page and left a conflict in another, neither side is what errpress wrote.
    repository.build(*([] if attributes else ["--overwrite-changed"]))
    assert repository.outputs() == cold(repository, folder)
    repository.build("--check")
    repository.commit()
    assert repository.git("status", "--porcelain").stdout == ""
    return conflicts


def attributes(errpress, folder):
    print("conflicts:", merge(errpress, folder, ADVICE))
    repository = Repository(errpress, pathlib.Path(folder, "repository"))
    clone = converting_clone(repository, folder)
    assert clone.outputs() == repository.outputs()
    # What git says of a merge is that somebody has to look at it; the outputs are those of one side.
    assert not [path for path, data in repository.outputs().items() if b"<<<<<<<" in data]


def main():
    name, errpress = sys.argv[1:]
    if not shutil.which("git"):
        skip(name, "git is not installed")
    with tempfile.TemporaryDirectory(prefix="errpress-test-") as folder:
        {"crlf": crlf, "merge": merge, "attributes": attributes}[name](os.path.abspath(errpress), folder)
    print(f"{name}: ok")


if __name__ == "__main__":
    main()

"""What worker.cpp writes, said a second time, and checks of the folder that it leaves. Used by the *_test.py here."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FOREIGN = {"mine.txt": b"mine 1", "d1/e/mine.txt": b"mine 2", "own/f1": b"mine 3"}


def skip(name, why):
    print(f"SKIPPED {name}: {why}")
    sys.exit(77)


def path_of(n, generation):
    if n % 5 == 0:
        return f"f{n}"
    return f"era{generation}/x/f{n}" if n % 5 == 4 else f"d{n % 5}/e/f{n}"


def content(n, version):
    return f"file {n} version {version}\n".encode() * (1 + n % 50)


def version_of(n, generation):
    if n % 5 == 4 or n % 3 == 0:
        return generation
    return 0 if n % 3 == 1 else generation // 2


def wanted(generation, count):
    return {path_of(n, generation): content(n, version_of(n, generation)) for n in range(count)}


def files_in(out):
    files = {}
    for path in pathlib.Path(out).rglob("*"):
        name = path.relative_to(out).as_posix()
        if path.is_file() and not name.startswith(".errpress/"):
            files[name] = path.read_bytes()
    return files


def folders_in(out):
    return sorted(p.relative_to(out).as_posix() for p in pathlib.Path(out).rglob("*") if p.is_dir())


def put_foreign(out):
    for name, data in FOREIGN.items():
        path = pathlib.Path(out, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def manifest_paths(out):
    path = pathlib.Path(out, ".errpress/manifest")
    if not path.exists():
        return []
    lines = path.read_text().splitlines()
    assert lines[0] == "errpress manifest 2", lines[0]
    assert all(len(line) > 18 and line[16:18] == "  " for line in lines[1:]), lines
    return [line[18:] for line in lines[1:]]


def check_whole(out):
    """After a kill: foreign files are as they were, all others are one version of themselves, and known as ours."""
    files = files_in(out)
    owned = set(manifest_paths(out))
    for name, data in FOREIGN.items():
        assert files.pop(name, None) == data, f"foreign file {name} was touched"
    for name, data in files.items():
        n = int(name.rsplit("f", 1)[1])
        words = data.split(b"\n", 1)[0].split()
        assert len(words) == 4 and data == content(n, int(words[3])), f"{name} is torn: {data[:60]!r}"
        assert name in owned, f"{name} is not in the manifest"


def check_finished(worker, out, generation, count):
    """After a run that ended well: exactly the wanted files, and nothing to do."""
    expected = wanted(generation, count)
    assert manifest_paths(out) == sorted(expected), "the manifest is not the plan"
    folders = {os.path.dirname(p) for p in [*expected, *FOREIGN]} - {""}
    folders |= {os.path.dirname(p) for p in folders} - {""} | {".errpress"}
    expected.update(FOREIGN)
    found = files_in(out)
    different = sorted(p for p in expected.keys() | found.keys() if expected.get(p) != found.get(p))
    assert not different, f"not as wanted: {different}"
    assert folders_in(out) == sorted(folders), f"folders: {folders_in(out)}"
    assert sorted(os.listdir(pathlib.Path(out, ".errpress"))) == [".gitattributes", ".gitignore", "lock", "manifest"]
    assert call(worker, "check", out, generation, count).returncode == 0, "a check finds something to do"


def call(worker, *arguments, before=()):
    """Runs the worker, under the command `before` if there is one."""
    # Under strace, the leak sanitizer of a sanitized build cannot work.
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0", LC_ALL="C")
    return subprocess.run([*before, worker, *map(str, arguments)], capture_output=True, text=True, env=environment,
                          stdin=subprocess.DEVNULL)


def run(worker, out, generation, count):
    done = call(worker, "run", out, generation, count)
    assert done.returncode == 0, f"a run failed: {done.stderr}"


class Temporary:
    """A folder for one test, gone after it."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="errpress-test-")
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def strace_or_skip(name):
    strace = shutil.which("strace")
    if not strace:
        skip(name, "strace is not installed")
    if subprocess.run([strace, "-f", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        skip(name, "strace may not trace here")
    return strace

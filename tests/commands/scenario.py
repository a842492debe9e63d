"""What the scenarios share: a temporary folder, articles, and running errpress in it."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77


def errpress():
    return sys.argv[1]


def source_dir():
    return pathlib.Path(sys.argv[2])


def article(name, code, related="", message="Something is wrong."):
    return f"""{name} - {code} (0x{code:X})

{message}

Updated: Feb 21, 2026

Technical Meaning

What {name} means.

Related Errors

{related}
Summary

The end.
"""


class Scenario(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "corpus").mkdir()

    def write(self, path, data):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    def run_errpress(self, *arguments, cwd=".", **options):
        return subprocess.run([errpress(), *arguments], cwd=self.root / cwd, capture_output=True, timeout=300, **options)

    def files(self, folder="out"):
        """Path, bytes and time of all files but errpress's own."""
        found = {}
        for path in sorted((self.root / folder).rglob("*")):
            if path.is_file() and ".errpress" not in path.parts:
                found[str(path.relative_to(self.root / folder))] = (path.read_bytes(), path.stat().st_mtime_ns)
        return found


def main():
    result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    if not result.wasSuccessful() or result.testsRun == 0:
        sys.exit(1)
    sys.exit(SKIPPED if len(result.skipped) == result.testsRun else 0)

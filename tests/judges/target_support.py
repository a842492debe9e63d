"""What the targets' judges share: corpora, builds, views, and a count of what was checked."""

import importlib
import json
import pathlib
import subprocess
import sys
import tempfile

from escape_support import SKIPPED, need, report  # noqa: F401 (need is for the judges)

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
SHIPPED = SOURCE / "corpus"
REGISTRY = SHIPPED / "registry" / "windows.tsv"
VARIETY = HERE / "variety"  # articles with all kinds of blocks and gaps
HOSTILE = HERE / "hostile"  # articles whose every field is markup, code or broken bytes


def need_module(name):
    """Leaves the test as skipped where a Python module is missing; returns the module."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"SKIPPED {sys.argv[0].rsplit('/', 1)[-1]}: the Python module {name} is missing")
        sys.exit(SKIPPED)


# What the plain escaper makes of characters that mean something to a site generator.
LOOKALIKES = str.maketrans({"\\": "/", "<": "\u2039", ">": "\u203a", "{": "(", "}": ")", '"': "'", "`": "'",
                            "\ufeff": "\ufffd", "\ufffe": "\ufffd", "\uffff": "\ufffd"})


class Judge:
    """Counts checks and keeps what failed."""

    def __init__(self):
        self.failures = []
        self.checks = 0

    def check(self, holds, what):
        self.checks += 1
        if not holds:
            self.failures.append(what)

    def equal(self, got, wanted, what):
        self.check(got == wanted, f"{what}\n  wanted {wanted!r}\n  got    {got!r}")

    def run(self, command, what, **options):
        """A command that has to succeed without a word; what it printed."""
        done = subprocess.run([str(word) for word in command], capture_output=True, **options)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        self.check(done.returncode == 0 and not said, f"{what}: exit code {done.returncode}\n{said[:2000]}")
        return said

    def finish(self):
        return report(self.failures, self.checks)


def run_errpress(errpress, *arguments, folder=None):
    return subprocess.run([errpress, *map(str, arguments)], capture_output=True, cwd=folder)


def build(errpress, corpus, out, *options, config=None):
    """Prints a corpus into `out`; with the text of an errpress.yaml, which is put beside it, or with none."""
    out = pathlib.Path(out)
    if config is not None:
        (out.parent / "errpress.yaml").write_text(config)
    isolated = [] if config is not None else ["--isolated"]
    done = run_errpress(errpress, "build", *isolated, "--allow-empty", "--corpus", corpus, "--out", out, *options, folder=out.parent)
    if done.returncode != 0:
        sys.exit(f"errpress build failed with {done.returncode}:\n{done.stderr.decode()}")
    return out


def articles(out):
    """The view of a corpus that was printed with the json target."""
    return json.loads((out / "json" / "articles.json").read_text())["articles"]


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="errpress-judge-")


def article(name, code, message="Something is wrong.", body=""):
    return f"{name} - {code} (0x{code:X})\n\n{message}\n\nUpdated: Feb 21, 2026\n\n{body}"


def write(folder, texts):
    """A corpus of {name: text or bytes}."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def registry_corpus(folder):
    """An article for each name of the registry whose code no other name has."""
    rows = [line.split("\t") for line in REGISTRY.read_text().splitlines() if line and not line.startswith("#")]
    names = {}
    for name, code, *_ in rows:
        names.setdefault(int(code, 16), []).append(name)
    texts = {owners[0]: article(owners[0], code, f"The operation ended with {owners[0]}.", "Summary\n\nText.\n")
             for code, owners in names.items() if len(owners) == 1}
    return write(folder, texts)


def platform_headers(compiler):
    """The start of a program that includes all the headers of the compiler's platform that go together."""
    file = "windows_headers.txt" if "mingw" in compiler else "posix_headers.txt"
    lines = [f"#if __has_include(<{name}>)\n#include <{name}>\n#endif" for name in (HERE / file).read_text().split()]
    return "\n".join(["#define SECURITY_WIN32", *lines, ""])

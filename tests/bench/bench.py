"""Prints the tables of README.md beside this file: errpress beside the null generator and a plain Jinja2 script.

Counts are per article, as the slope between two small corpora, so that start-up does not enter. Times are medians of
several rounds (least to most in brackets) in which all programs take turns. It reports and never judges: the exit code is
0 whatever the figures say.
"""

import argparse
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import table
from make_corpus import make_corpus
from measure import instructions, system_calls, timed

HERE = pathlib.Path(__file__).resolve().parent
REGISTRY = HERE.parent.parent / "corpus" / "registry" / "windows.tsv"
TARGETS = ("cpp", "markdown", "man")


class Bench:
    """The programs, each as a function from a corpus (its size) to a command line."""

    def __init__(self, errpress, work):
        self.errpress = str(errpress)
        self.work = work
        self.null = self.compiled("null_generator")
        self.runner = self.compiled("run_and_measure")

    def compiled(self, name):
        program = str(self.work / name)
        subprocess.run(["g++", "-std=c++20", "-O2", "-pthread", HERE / f"{name}.cpp", "-o", program], check=True)
        return program

    def timed(self, command):
        return timed(self.runner, command)

    def corpus(self, size, flawed=False):
        """The articles of a corpus; flawed, they have as many mistakes as published ones."""
        folder = self.work / f"{'flawed' if flawed else 'corpus'}-{size}"
        if not folder.exists():
            paths = make_corpus(REGISTRY, size, folder, flawed)
            if not flawed:
                (self.work / f"inputs-{size}").write_text("".join(f"{path}\n" for path in sorted(paths)))
        return folder

    def out(self, size):
        return self.work / f"out-{size}"

    def build(self, size, threads=1, flawed=False):
        targets = [word for target in TARGETS for word in ("--target", target)]
        return [self.errpress, "--isolated", "build", "--corpus", self.corpus(size, flawed), "--registry", REGISTRY,
                "--out", self.out(size), *targets, "-j", str(threads)]

    def lint(self, size, threads=1, flawed=False):
        return [self.errpress, "--isolated", "lint", "--registry", REGISTRY, "-j", str(threads),
                self.corpus(size, flawed)]

    def findings(self, size):
        """How many findings the flawed corpus of this size has."""
        report = subprocess.run([*self.lint(size, flawed=True), "--format", "json"], stdout=subprocess.PIPE)
        return len(json.loads(report.stdout)["findings"])

    def jinja(self, size):
        return ["/usr/bin/python3", HERE / "jinja2_script.py", REGISTRY, self.corpus(size), self.work / f"jinja-{size}"]

    def null_copy(self, size, threads=1):
        return [self.null, "copy", str(threads), self.work / f"inputs-{size}", self.work / f"outputs-{size}"]

    def null_read(self, size):
        return [self.null, "read", "1", self.work / f"inputs-{size}"]

    def walk(self, size):
        return [self.null, "walk", self.corpus(size), self.out(size)]

    def cold(self, size):
        """Removes what a build of this size left, and makes the folders that the null generator expects."""
        for name in ("out", "jinja", "null"):
            shutil.rmtree(self.work / f"{name}-{size}", ignore_errors=True)
        for folder in self.null_folders(size):
            folder.mkdir(parents=True, exist_ok=True)

    def null_folders(self, size):
        outputs = self.work / f"outputs-{size}"
        lines = outputs.read_text().splitlines() if outputs.exists() else []
        return {pathlib.Path(line.split(" ", 1)[1]).parent for line in lines}

    def prepare(self, size):
        """Builds once, warms the disk's cache, and notes which files of which size a build writes."""
        self.cold(size)
        self.timed(self.build(size))
        lines = [f"{path.stat().st_size} {self.work / f'null-{size}' / path.relative_to(self.out(size))}\n"
                 for path in sorted(self.out(size).rglob("*")) if path.is_file()]
        (self.work / f"outputs-{size}").write_text("".join(lines))

    def edit(self, size, number):
        path = pathlib.Path((self.work / f"inputs-{size}").read_text().splitlines()[size // 2])
        with path.open("a") as file:
            file.write(f"\nEdit number {number} of the benchmark.\n")


def slope(count, command, before, sizes):
    """What one more article costs; `before` brings a corpus into the state to measure in."""
    counts = []
    for size in sizes:
        before(size)
        counts.append(count(command(size)))
    return (counts[1] - counts[0]) / (sizes[1] - sizes[0])


def measure_counts(bench, sizes):
    """{(what, program): (instructions, system calls)}, both per article; "findings": how many a flawed one has."""
    programs = {("cold", "errpress"): (bench.build, bench.cold), ("cold", "null"): (bench.null_copy, bench.cold),
                ("cold", "jinja"): (bench.jinja, bench.cold)}
    nothing = lambda size: None
    programs |= {("lint", "errpress"): (bench.lint, nothing), ("lint", "null"): (bench.null_read, nothing)}
    built = lambda size: bench.timed(bench.build(size))
    programs |= {("no-op", "errpress"): (bench.build, built), ("no-op", "null"): (bench.walk, built)}
    for what, command in (("cold", bench.build), ("lint", bench.lint)):
        programs[f"{what} flawed", "errpress"] = (functools.partial(command, flawed=True), bench.cold)
    counts = {}
    for key, (command, before) in programs.items():
        note(f"counting: {' '.join(key)}")
        counts[key] = tuple(slope(count, command, before, sizes) for count in (instructions, system_calls))
    counts["findings"] = (bench.findings(sizes[1]) - bench.findings(sizes[0])) / (sizes[1] - sizes[0])
    return counts


def measure_round(bench, size, number, with_jinja):
    """One turn of every program: {(what, program): Cost}."""
    costs = {}
    for smaller in (size // 100, size // 10):
        bench.cold(smaller)
        costs[f"cold {smaller}", "null"] = bench.timed(bench.null_copy(smaller))
        costs[f"cold {smaller}", "errpress"] = bench.timed(bench.build(smaller))
    for threads in (1, 2):
        what = f"cold -j{threads}"
        bench.cold(size)
        costs[what, "null"] = bench.timed(bench.null_copy(size, threads))
        costs[what, "errpress"] = bench.timed(bench.build(size, threads))
    if with_jinja:
        costs["cold -j1", "jinja"] = bench.timed(bench.jinja(size))
    costs["no-op", "errpress"] = bench.timed(bench.build(size))
    costs["no-op", "null"] = bench.timed(bench.walk(size))
    bench.edit(size, number)
    costs["edit", "errpress"] = bench.timed(bench.build(size))
    costs["lint", "errpress"] = bench.timed(bench.lint(size))
    costs["lint", "null"] = bench.timed(bench.null_read(size))
    return costs


def note(text):
    print("bench: " + text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errpress", type=pathlib.Path, required=True, help="the program to measure")
    parser.add_argument("--articles", type=int, default=10000, metavar="N", help="for the times (10000)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--small", type=int, nargs=2, default=(200, 400), metavar="N", help="for the counts (200 400)")
    parser.add_argument("--no-counts", action="store_true", help="leave out callgrind and strace")
    parser.add_argument("--work", help="where to keep corpora and output (a temporary folder, removed at the end)")
    options = parser.parse_args()
    if options.articles < 1000:
        parser.error("--articles must be at least 1000, or the times say nothing")
    with tempfile.TemporaryDirectory(prefix="errpress-bench-", dir=options.work) as work:
        bench = Bench(options.errpress.resolve(), pathlib.Path(work))
        sizes = [options.articles, options.articles // 10, options.articles // 100, *options.small]
        for size in sizes:
            note(f"preparing {size} articles")
            bench.corpus(size)
            bench.prepare(size)
        rounds = []
        for number in range(options.rounds):
            note(f"round {number + 1} of {options.rounds}")
            rounds.append(measure_round(bench, options.articles, number, options.articles <= 10000 or number == 0))
        counts = {} if options.no_counts else measure_counts(bench, options.small)
    print(table.render(options.articles, rounds, counts))


if __name__ == "__main__":
    main()

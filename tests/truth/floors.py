"""What the test demands: floors.tsv says of each measure what held when it was written, and lists every kind of mistake of
which some are missed. A measure that falls below its floor, or a kind that is missed and not listed, is a failure."""

import math
import pathlib

FILE = pathlib.Path(__file__).with_name("floors.tsv")
HEAD = """\
# What `run.py --small` demands. Written by `run.py --small --write-floors`; raise the floors when the measures get better.
# Rates have some slack, since other registries or another Python draw other articles.
# measure, at least or at most, floor, target. Of a kind of mistake that is not listed here none may be missed.
"""


class Measure:
    """`count` is the number of trials behind a rate, None for what is no rate."""

    def __init__(self, figure, direction, target, count=None):
        self.figure, self.direction, self.target, self.count = figure, direction, target, count

    def floor(self):
        """What to demand from now on: of a rate, that no more than one or two in a hundred trials get worse."""
        if self.count is None:
            return math.ceil(self.figure * 1.03) + (1 if self.figure else 0) if self.figure > 2 else round(self.figure * 1.03, 3)
        return max(0.0, self.figure - max(0.02, 1.2 / self.count)) if self.figure < 1 else 1.0

    def holds(self, floor):
        return self.figure >= floor - 0.005 if self.direction == "at least" else self.figure <= floor + 0.005

    def beats(self, floor):
        return self.floor() > floor + 0.05 if self.direction == "at least" else self.floor() < floor * 0.95


def measured(figures):
    """All measures by name; those of kinds are "recall: KIND: strong" (above statements) and "recall: KIND: statement"."""
    measures = {}
    for name, (figure, direction, target) in figures.summary().items():
        kind, _, grade = name.partition(": ")
        tally = figures.by_grade[grade] if grade else None
        count = {"recall": lambda: tally.planted, "precision": lambda: tally.found + tally.false_places}.get(kind, lambda: None)()
        measures[name] = Measure(figure, direction, target, 100 if name.startswith("fixes that restore") else count)
    for (kind, strength), tally in sorted(figures.by_kind_and_strength.items()):
        if tally.planted:
            measures[f"recall: {kind}: {strength}"] = Measure(tally.recall, "at least", 0.9 if strength == "statement" else 1.0, tally.planted)
    return measures


def write(figures):
    lines = []
    for name, measure in measured(figures).items():
        if name.count(": ") < 2 or measure.figure < 1:
            lines.append(f"{name}\t{measure.direction}\t{measure.floor():.2f}\t{measure.target}\n")
    FILE.write_text(HEAD + "".join(lines), "utf-8")


def read():
    rows = [line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {name: float(floor) for name, _, floor, _ in rows}


def check(figures):
    """Prints what is worse than its floor. Returns the exit code."""
    known, failed, better = read(), 0, 0
    for name, measure in measured(figures).items():
        floor = known.get(name, 1.0)
        if not measure.holds(floor):
            print(f"{name}: {measure.figure:.3f}, but {measure.direction} {floor:.2f} is expected")
            failed += 1
        better += name in known and measure.beats(floor)
    targets = figures.summary().values()
    met = sum(figure >= target if direction == "at least" else figure <= target for figure, direction, target in targets)
    print(f"{len(known)} floors, {failed} failed, {better} clearly beaten; {met} of {len(targets)} targets met; {len(figures.misses)} mistakes missed")
    if better > len(known) // 10:
        print("run.py --small --write-floors raises the floors")
    return 1 if failed else 0

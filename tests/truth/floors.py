"""What the test demands: floors.tsv says of each measure what held when it was written, and lists every kind of mistake of
which some are missed. A measure that falls below it, or a kind that is missed and not listed, is a failure."""

import pathlib

FILE = pathlib.Path(__file__).with_name("floors.tsv")
SLACK = 0.03  # of a rate: another Python may draw other random numbers
HEAD = """\
# What `run.py --small` demands. Written by `run.py --small --write-floors`: raise a floor when a measure got better.
# measure, at least or at most, floor, target. Of a kind of mistake that is not listed, none may be missed.
"""


def measured(figures):
    """All measures, as {name: (figure, direction, target)}; kinds of mistakes only where some are missed."""
    measures = dict(figures.summary())
    for (kind, strength), tally in sorted(figures.by_kind_and_strength.items()):
        target = 0.9 if strength == "statement" else 1.0
        measures[f"recall: {kind}: {strength}"] = (tally.recall, "at least", target)
    return measures


def _is_rate(name):
    return name.startswith(("recall", "precision")) or name == "fixes that restore what was right"


def _floor(name, figure, direction):
    if _is_rate(name):
        return max(0.0, figure - SLACK) if figure < 1 else 1.0
    return figure * (1 + SLACK) + (1 if figure >= 20 else 0)


def write(figures):
    lines = []
    for name, (figure, direction, target) in measured(figures).items():
        if not (_is_rate(name) and name.count(":") == 2 and figure == 1):
            lines.append(f"{name}\t{direction}\t{_floor(name, figure, direction):.2f}\t{target}\n")
    FILE.write_text(HEAD + "".join(lines), "utf-8")


def read():
    rows = [line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {name: (direction, float(floor)) for name, direction, floor, _ in rows}


def check(figures):
    """Prints what is worse than its floor. Returns the exit code."""
    known, failed, better = read(), 0, []
    for name, (figure, direction, target) in measured(figures).items():
        direction, floor = known.get(name, (direction, target if not name.startswith("recall") else 1.0))
        if figure < floor - 0.005 if direction == "at least" else figure > floor + 0.005:
            print(f"{name}: {figure:.3f}, but {direction} {floor:.2f} is expected")
            failed += 1
        elif name in known and _is_rate(name) and figure > floor + 2 * SLACK:
            better.append(name)
    met = sum(figure >= target if direction == "at least" else figure <= target for figure, direction, target in figures.summary().values())
    print(f"{len(known)} floors, {failed} failed; {met} of {len(figures.summary())} targets met; {len(figures.misses)} mistakes missed")
    if better:
        print(f"{len(better)} measures are better than their floors: run.py --small --write-floors raises them")
    return 1 if failed else 0

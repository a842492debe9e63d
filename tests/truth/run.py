"""Measures how well `errpress lint` finds wrong codes: precision and recall on articles that this program makes.

It makes right articles of several families of codes, plants mistakes into them, lints both, and compares what is reported
with what was planted. README.md says what the figures mean. Everything follows from --seed.
"""

import argparse
import datetime
import json
import pathlib
import sys
import tempfile

import families
import figures
import fixes
import floors
import forms
import measure
import project
import tables

SMALL = 40  # articles of a family in the test


class Runs:
    """Projects and what errpress reports of them: each family by itself, and all in one project."""

    def __init__(self, errpress, work, seed, articles):
        self.errpress, self.work = errpress, work
        loaded = families.load(work, seed)
        self.projects = [project.Project(family, loaded, seed, articles) for family in loaded.values()]
        for kind in ("right", "planted"):
            project.write(self.projects, work / kind, kind)
        self.why_no_families = measure.why_no_families(errpress, work / "right", self.projects[:1])

    def _run(self, projects, kind):
        root = self.work / kind
        config = project.configuration(projects, root, not self.why_no_families)
        reported = measure.findings(self.errpress, root, config)
        texts = {path: text for each in projects for path, text in getattr(each, kind).items()}
        match = measure.Match(reported, texts, [m for each in projects for m in each.mistakes] if kind == "planted" else [])
        return config, reported, match

    def alone(self):
        for each in self.projects:
            yield each.family.name, "right", self._run([each], "right")[2], None
            config, reported, match = self._run([each], "planted")
            measure.count_lines(measure.lint(self.errpress, self.work / "planted", config), match)
            yield each.family.name, "planted", match, fixes.check(self.errpress, self.work / "planted", config, [each], reported, match)

    def together(self):
        """One project of all families that a registry covers, its findings taken apart by family."""
        projects = [each for each in self.projects if each.family.covered]
        for kind in ("right", "planted"):
            match = self._run(projects, kind)[2]
            for each in projects:
                yield each.family.name, kind, match.part(each.family.name), None


def report(alone, together, groups):
    alarms = [alarm for each in alone.right.values() for alarm in each]
    return "\n\n".join([
        "### Measures and targets", tables.summary(alone), "### By grade", tables.by_grade(alone), "### By kind of mistake",
        tables.by_kind(alone), "### By rule", tables.by_rule(alone), "### By family", tables.by_family(alone, together),
        "### By group of statements", tables.by_group(alone, groups),
        "### Most frequent misses", tables.misses(alone, 25), "### Most frequent false alarms on right articles", tables.alarms(alarms, 25)])


def write_readme(text, options, with_families):
    path = pathlib.Path(__file__).with_name("README.md")
    head, mark, _ = path.read_text("utf-8").partition("<!-- what follows is written by run.py --write-readme -->\n")
    said = (f"Measured on {datetime.date.today().isoformat()} with `--seed {options.seed} --articles {options.articles}`; articles of a family "
            "are fewer where it has fewer codes. " + ("Families were configured." if with_families else
            "Families could not be configured."))
    path.write_text(head + mark + "\n" + said + "\n\n" + text + "\n", "utf-8")


def write_mistakes(path, projects):
    records = [json.dumps(mistake.record(), ensure_ascii=False) for each in projects for mistake in each.mistakes]
    path.write_text("\n".join(records) + "\n", "utf-8")


def write_forms(path, alone):
    """Each form with the number of mistakes in it and of those found, worst first."""
    rows = sorted(alone.by_form.items(), key=lambda row: (row[1].recall or 0, row[0]))
    path.write_text("".join(f"{tally.planted}\t{tally.found}\t{form!r}\n" for form, tally in rows if tally.planted), "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errpress", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=400, help="of each family")
    parser.add_argument("--small", action="store_true", help="the test: few articles, and no measure below floors.tsv")
    parser.add_argument("--write-floors", action="store_true", help="with --small: write what holds today into floors.tsv")
    parser.add_argument("--write-readme", action="store_true", help="write the tables into README.md")
    parser.add_argument("--mistakes", type=pathlib.Path, metavar="FILE", help="write all mistakes as JSON lines")
    parser.add_argument("--forms", type=pathlib.Path, metavar="FILE", help="write what was found of each form, tab-separated")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="leave the articles there; an empty folder")
    options = parser.parse_args()
    if options.small:
        options.seed, options.articles = 1, SMALL
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or pathlib.Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        if any(work.iterdir()):
            parser.error(f"{work} is not empty")
        runs = Runs(options.errpress.resolve(), work, options.seed, options.articles)
        alone = figures.Figures(runs.alone())
        together = figures.Figures([] if options.small else runs.together())
    if runs.why_no_families:
        print(f"families are not configured: {runs.why_no_families}", file=sys.stderr)
    if options.mistakes:
        write_mistakes(options.mistakes, runs.projects)
    if options.forms:
        write_forms(options.forms, alone)
    if options.small:
        if options.write_floors:
            floors.write(alone)
        return floors.check(alone)
    text = report(alone, together, {form.text: f"{form.grade}: {form.group}" for form in forms.read("statements.txt")})
    if options.write_readme:
        write_readme(text, options, not runs.why_no_families)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

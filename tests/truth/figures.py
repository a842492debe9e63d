"""Figures of a run: rates of recall and precision, and what else the targets are about."""

import collections
import statistics

GRADES = ["title", "field", "entry", "bracket", "statement", "structure"]
LOOSE = {"innocent": "statement", "text": "statement"}  # the grade whose precision a false alarm there lowers


def rate(part, whole):
    return part / whole if whole else None


class Tally:
    def __init__(self):
        self.planted = self.found = self.named = self.findings = self.fixes = self.false_places = 0

    def add(self, result):
        self.planted += 1
        if result.found:
            self.found += 1
            self.named += result.names_right
            self.findings += len(result.findings)
            self.fixes += any(f["fix"] for f in result.findings)

    @property
    def recall(self):
        return rate(self.found, self.planted)

    @property
    def precision(self):
        return rate(self.found, self.found + self.false_places)

    @property
    def each(self):
        return rate(self.findings, self.found)


class Figures:
    """All figures of one set of runs. `runs` are (project names, what, Match, Checked or None), what is "right" or
    "planted"."""

    def __init__(self, runs):
        self.by_kind, self.by_grade, self.by_family = (collections.defaultdict(Tally) for _ in range(3))
        self.by_rule = collections.defaultdict(lambda: [0, 0, 0])  # as planted, other mistakes, false alarms
        self.by_form = collections.defaultdict(Tally)
        self.by_kind_and_strength = collections.defaultdict(Tally)
        self.lines = []
        self.right = collections.defaultdict(list)  # family -> false alarms on right articles
        self.alarms, self.misses, self.fixes = [], [], []
        for family, what, match, checked in runs:
            if what == "right":
                self.right[family] += match.false_alarms
                continue
            self._planted(family, match)
            if checked:
                self.fixes.append((family, checked))

    def _planted(self, family, match):
        for result in match.results:
            mistake = result.mistake
            strength = "statement" if mistake.grade == "statement" else "strong"
            for tally in (self.by_kind[mistake.kind], self.by_grade[mistake.grade], self.by_family[family],
                          self.by_form[mistake.site.form], self.by_kind_and_strength[mistake.kind, strength]):
                tally.add(result)
            if not result.found:
                self.misses.append(result)
            if result.found and result.lines and mistake.sort in ("code", "notations", "text", "name"):
                self.lines.append(result.lines)
            for finding in result.findings:
                self.by_rule[finding["rule"]][0 if finding["rule"] in mistake.rules else 1] += 1
        places = set()
        for finding, grade, site in match.false_alarms:
            self.by_rule[finding["rule"]][2] += 1
            self.alarms.append((finding, grade, site))
            places.add((LOOSE.get(grade, grade), finding["path"], finding["line"], id(site)))
        for grade, *_ in places:
            self.by_grade[grade].false_places += 1
            self.by_family[family].false_places += 1

    def summary(self):
        """The measures that have a target, as {name: (figure, "at least" or "at most", target)}."""
        measures = {}
        for grade in GRADES:
            statement = grade == "statement"
            measures[f"recall: {grade}"] = (self.by_grade[grade].recall, "at least", 0.9 if statement else 1.0)
            measures[f"precision: {grade}"] = (self.by_grade[grade].precision, "at least", 1.0)
        all_of = Tally()
        for tally in self.by_kind.values():
            all_of.found += tally.found
            all_of.findings += tally.findings
        measures["findings a mistake"] = (all_of.each, "at most", 1.2)
        measures["lines a wrong reference, most"] = (max(self.lines, default=None), "at most", 8)
        measures["lines a wrong reference, median"] = (statistics.median(self.lines) if self.lines else None, "at most", 8)
        measures["findings on right articles"] = (sum(map(len, self.right.values())), "at most", 0)
        judged = sum(c.judged for _, c in self.fixes)
        measures["fixes that restore what was right"] = (rate(sum(c.restored for _, c in self.fixes), judged), "at least", 1.0)
        measures["new findings after all fixes"] = (sum(len(c.new_findings) for _, c in self.fixes), "at most", 0)
        measures["fixes offered again"] = (sum(c.again for _, c in self.fixes), "at most", 0)
        measures["fixes of what is right"] = (sum(c.misplaced for _, c in self.fixes), "at most", 0)
        measures["fixes that overlap"] = (sum(c.overlapping for _, c in self.fixes), "at most", 0)
        return {name: measure for name, measure in measures.items() if measure[0] is not None}

"""The measure is right where the answer is known: for a program that finds everything, one that finds nothing, one that
reports everything twice, and one that reports what is right."""

import pathlib
import tempfile
import unittest

import families
import figures
import fixes
import floors
import measure
import project


def finding(path, span, rule="wrong-code", message="", fix=None):
    line, column, end_line, end_column = span
    return {"rule": rule, "severity": "error", "message": message, "path": path, "line": line, "column": column, "end_line": end_line,
            "end_column": end_column, "notes": [], "fix": fix}


def of_mistake(mistake):
    return finding(mistake.article.path, mistake.span, sorted(mistake.rules)[0], (mistake.right or [""])[0])


class Measure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as work:
            loaded = families.load(pathlib.Path(work), 7)
            cls.projects = [project.Project(loaded[name], loaded, 7, 12) for name in ("win32", "ntstatus", "vendor-uncovered")]

    def figures_of(self, report, on_right=lambda each: []):
        runs = []
        for each in self.projects:
            runs.append((each.family.name, "right", measure.Match(on_right(each), each.right, []), None))
            runs.append((each.family.name, "planted", measure.Match(report(each), each.planted, each.mistakes), None))
        return figures.Figures(runs)

    def test_who_finds_everything_is_perfect(self):
        perfect = self.figures_of(lambda each: [of_mistake(m) for m in each.mistakes])
        for name, (figure, direction, target) in perfect.summary().items():
            self.assertTrue(figure >= target if direction == "at least" else figure <= target, (name, figure))
        self.assertEqual(perfect.summary()["findings a mistake"][0], 1)
        self.assertEqual((perfect.misses, perfect.alarms), ([], []))

    def test_who_finds_nothing_has_no_recall(self):
        silent = self.figures_of(lambda each: [])
        self.assertEqual({tally.recall for tally in silent.by_grade.values()}, {0.0})
        self.assertFalse(all(m.holds(1.0) for name, m in floors.measured(silent).items() if name.startswith("recall")))

    def test_findings_are_counted(self):
        twice = self.figures_of(lambda each: [of_mistake(m) for m in each.mistakes] * 2)
        self.assertEqual(twice.summary()["findings a mistake"][0], 2)

    def test_another_rule_does_not_count(self):
        odd = self.figures_of(lambda each: [{**of_mistake(m), "rule": "untidy-text"} for m in each.mistakes])
        self.assertEqual({tally.recall for tally in odd.by_grade.values()}, {0.0})
        self.assertEqual(odd.alarms, [])

    def test_what_is_right_must_not_be_reported(self):
        def everything(each):
            return [finding(path, span) for path, text in each.right.items() for site, span in text.sites() if site.grade == "innocent"]
        alarmed = self.figures_of(everything, everything)
        self.assertLess(alarmed.by_grade["statement"].false_places, len(alarmed.alarms) + 1)
        self.assertGreater(alarmed.by_grade["statement"].false_places, 0)
        self.assertEqual(alarmed.summary()["findings on right articles"][0], sum(len(everything(each)) for each in self.projects))

    def test_spans_hold_the_sites(self):
        for each in self.projects:
            for text in each.planted.values():
                lines = text.text.split("\n")
                for site, (line, column, end_line, end_column) in text.sites():
                    if line == end_line:
                        self.assertEqual(lines[line - 1][column - 1:end_column - 1], site.render())

    def test_every_planted_text_is_wrong_and_every_other_one_right(self):
        for each in self.projects:
            planted = {id(m.site) for m in each.mistakes if m.sort not in ("self", "twice")}
            for text in each.planted.values():
                for site in text.article.sites:
                    self.assertEqual(site.render() != site.right_text(), id(site) in planted, site.render())

    def test_a_fix_replaces_its_range(self):
        fix = {"path": "a", "line": 2, "column": 3, "end_line": 2, "end_column": 5, "text": "xyz"}
        self.assertEqual(fixes.apply("one\nabcdef\n", fix), "one\nabxyzef\n")
        texts, skipped = fixes.apply_all({"a": "one\nabcdef\n"}, [{"fix": fix}, {"fix": fix}, {"fix": {**fix, "column": 4}}])
        self.assertEqual((texts["a"], skipped), ("one\nabxyzef\n", 1))


if __name__ == "__main__":
    unittest.main()

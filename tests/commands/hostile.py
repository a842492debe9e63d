"""Input that would break a careless program: each gets one clear finding, and the rest of the corpus goes on."""

import json

import scenario
from scenario import article


class Hostile(scenario.Scenario):
    def lint(self, text):
        self.write("corpus/GOOD.txt", article("ERROR_GOOD", 1, "  • ERROR_OTHER (2, 0x3): wrong.\n\n"))
        self.write("corpus/BAD.txt", text)
        result = self.run_errpress("lint", "--format", "json", "corpus")
        self.assertEqual(result.returncode, 1, result.stderr)
        report = json.loads(result.stdout)
        good = [f for f in report["findings"] if f["path"] == "corpus/GOOD.txt" and f["rule"] == "hex-mismatch"]
        self.assertEqual(len(good), 1)
        return [f["rule"] for f in report["findings"] if f["path"] == "corpus/BAD.txt"]

    def test_one_line_of_100_megabytes(self):
        rules = self.lint(article("ERROR_BAD", 9).encode() + b"x" * 100_000_000)
        self.assertEqual(rules.count("oversized-article"), 1)
        self.assertLess(len(rules), 10)

    def test_one_line_of_100_megabytes_as_text(self):
        self.write("corpus/BAD.txt", article("ERROR_BAD", 9).encode() + b"  \xe2\x80\xa2 (1, 0x2) " * 6_000_000)
        result = self.run_errpress("lint", "corpus")
        self.assertEqual(result.returncode, 1)
        self.assertLess(len(result.stdout), 100_000)

    def test_a_million_sections(self):
        rules = self.lint(article("ERROR_BAD", 9) + "\nSummary\n" * 1_000_000)
        self.assertEqual(rules.count("duplicate-section"), 1)
        self.assertLess(len(rules), 100)

    def test_a_million_brackets_in_a_reference(self):
        self.lint(article("ERROR_BAD", 9, "  • ERROR_X (" + "(" * 1_000_000 + "\n\n"))

    def test_a_million_glued_references(self):
        rules = self.lint(article("ERROR_BAD", 9, "  • " + "ERROR_X (1): x." * 300_000 + "\n\n"))
        self.assertLess(len(rules), 200)

    def test_every_byte(self):
        self.lint(bytes(range(256)) * 100)


if __name__ == "__main__":
    scenario.main()

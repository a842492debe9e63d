"""The three shipped articles: every one of their seven related codes is wrong, and is found. seeds.py checks the same of
the articles that they retell."""

import json
import pathlib

import scenario


class WrongCodes:
    folder = None  # of the three articles
    articles = {}  # their names

    def lint(self, *arguments):
        result = self.run_errpress("--isolated", "lint", "--format", "json", *arguments, str(self.folder))
        self.assertEqual(result.returncode, 1)
        return [{**f, "path": pathlib.Path(f["path"]).name} for f in json.loads(result.stdout)["findings"]]

    def found(self, findings, rule, article, line):
        return [f for f in findings if (f["rule"], f["path"], f["line"]) == (rule, self.articles[article], line)]

    def test_without_a_registry(self):
        findings = self.lint()
        self.assertEqual(len(self.found(findings, "hex-mismatch", "first", 25)), 1)
        self.assertEqual(len(self.found(findings, "hex-mismatch", "third", 26)), 1)
        conflicts = {f["message"].split()[0]: f for f in findings if f["rule"] == "conflicting-code"}
        self.assertEqual(set(conflicts), {"13002", "13004"})
        for code, others in {"13002": ("first", "second"), "13004": ("first", "second")}.items():
            places = [conflicts[code]["path"]] + [pathlib.Path(n["path"]).name for n in conflicts[code]["notes"] if n["path"]]
            self.assertLessEqual({self.articles[other] for other in others}, set(places))
        # The title's own code, in an entry whose two numbers differ: one finding, with a note.
        note = self.found(findings, "hex-mismatch", "third", 26)[0]["notes"][0]
        self.assertEqual(note["message"], "13883 (0x363B) is ERROR_IPSEC_IKE_NEGOTIATION_DISABLED, says its article")
        self.assertEqual(note["line"], 1)

    def test_with_the_registry_every_related_entry_is_reported_with_the_owner_of_its_number(self):
        registry = scenario.source_dir() / "corpus/registry/windows.tsv"
        findings = self.lint("--registry", str(registry))
        owners = {
            ("first", 25): ["13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE", "13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND"],
            ("first", 26): ["13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND"],
            ("second", 53): ["13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE"],
            ("second", 54): ["13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND"],
            ("second", 55): ["13006 (0x32CE) is ERROR_IPSEC_MM_FILTER_EXISTS"],
            ("third", 25): ["13890 (0x3642) is ERROR_IPSEC_IKE_DOS_COOKIE_SENT"],
            ("third", 26): ["13875 (0x3633) is ERROR_IPSEC_IKE_INVALID_SIG", "13883 (0x363B) is ERROR_IPSEC_IKE_NEGOTIATION_DISABLED"],
        }
        for (article, line), sentences in owners.items():
            here = self.found(findings, "wrong-code", article, line) + self.found(findings, "unknown-name", article, line)
            self.assertEqual(len(here), 1, (article, line))
            told = " ".join([note["message"] for note in here[0]["notes"]])
            for sentence in sentences:
                self.assertIn(sentence, told)


class Shipped(WrongCodes, scenario.Scenario):
    folder = scenario.source_dir() / "corpus"
    articles = {"first": "ERROR_IPSEC_MM_POLICY_EXISTS.txt", "second": "ERROR_IPSEC_QM_POLICY_EXISTS.txt",
                "third": "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED.txt"}


if __name__ == "__main__":
    scenario.main()

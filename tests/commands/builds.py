"""Builds one after the other: what is written again, what is removed, what is left alone."""

import scenario
from scenario import article


class Builds(scenario.Scenario):
    def setUp(self):
        super().setUp()
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x2): other.\n\n"))
        self.write("corpus/B.txt", article("ERROR_B", 2, "  • ERROR_A (1, 0x1): other.\n\n"))
        self.first = self.build()

    def build(self, *arguments, code=0):
        result = self.run_errpress("build", "--corpus", "corpus", *arguments)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result

    def test_the_second_writes_nothing_and_says_the_same(self):
        before = self.files()
        second = self.build()
        self.assertEqual(self.files(), before)
        self.assertEqual(second.stderr.decode().splitlines()[:-1], self.first.stderr.decode().splitlines()[:-1])
        self.assertIn("out: up to date", second.stderr.decode())

    def test_an_edit_prints_that_article_and_what_lists_it(self):
        before = self.files()
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x2): other.\n\n", message="Something else."))
        self.build()
        after = self.files()
        changed = {path for path in after if after[path] != before.get(path)}
        self.assertEqual(changed, {"include/errors.hpp", "json/articles.json", "man/man7/ERROR_A.7", "man/man7/errors.7",
                                   "markdown/ERROR_A.md", "markdown/README.md"})

    def test_a_new_article_changes_the_pages_that_refer_to_it(self):
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_C (3, 0x3): a third.\n\n"))
        self.build()
        self.assertNotIn(b"](ERROR_C.md)", self.files()["markdown/ERROR_A.md"][0])
        self.write("corpus/C.txt", article("ERROR_C", 3))
        self.build()
        self.assertIn(b"](ERROR_C.md)", self.files()["markdown/ERROR_A.md"][0])

    def test_a_finding_elsewhere_changes_the_page_that_it_disputes(self):
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_X (9, 0x9): undocumented.\n\n"))
        self.build()
        self.assertNotIn(b"disputed**", self.files()["markdown/ERROR_A.md"][0])
        self.write("corpus/C.txt", article("ERROR_C", 3, "  • ERROR_Y (9, 0x9): takes the same code.\n\n"))
        self.build()
        self.assertIn(b"disputed**", self.files()["markdown/ERROR_A.md"][0])

    def test_what_is_no_longer_printed_is_removed_and_nothing_else(self):
        mine = self.write("out/markdown/mine.md", "mine")
        (self.root / "corpus/B.txt").unlink()
        self.build()
        self.assertNotIn("markdown/ERROR_B.md", self.files())
        self.assertTrue(mine.exists())

    def test_check_is_clean_after_a_build_and_lists_what_is_stale(self):
        self.assertEqual(self.build("--check").stdout, b"")
        self.write("out/markdown/ERROR_A.md", "edited")
        self.write("corpus/B.txt", article("ERROR_B", 2))
        before = self.files()
        stale = self.build("--check", code=1).stdout.decode().splitlines()
        self.assertIn("edited: out/markdown/ERROR_A.md", stale)
        self.assertIn("changed: out/markdown/ERROR_B.md", stale)
        self.assertEqual(self.files(), before)

    def test_an_edited_output_is_told_and_printed_again_only_on_demand(self):
        before = self.files()
        self.write("out/markdown/ERROR_A.md", "edited")
        edited = self.files()
        self.write("corpus/B.txt", article("ERROR_B", 2))
        said = self.build(code=2).stderr.decode()
        self.assertIn("out: 1 file was changed since errpress wrote it: markdown/ERROR_A.md", said)
        self.assertEqual(self.files(), edited)
        said = self.build("--overwrite-changed").stderr.decode()
        self.assertIn("out/markdown/ERROR_A.md: was changed since errpress wrote it; replaced\n", said)
        self.assertNotEqual(self.files()["markdown/ERROR_A.md"][0], b"edited")
        self.assertNotEqual(self.files()["markdown/ERROR_B.md"][0], before["markdown/ERROR_B.md"][0])

    def test_an_edit_of_an_output_that_is_no_longer_printed_stays(self):
        self.write("out/markdown/ERROR_B.md", "edited")
        (self.root / "corpus/B.txt").unlink()
        said = self.build().stderr.decode()
        self.assertIn("out/markdown/ERROR_B.md: no longer rendered, but changed since errpress wrote it; left in place\n",
                      said)
        self.assertEqual(self.files()["markdown/ERROR_B.md"][0], b"edited")

    def test_strict_after_a_build_with_findings_fails_though_nothing_changed(self):
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))
        self.build()
        self.assertIn(b"nothing was written: --strict", self.build("--strict", code=1).stderr)

    def test_a_build_of_one_target_leaves_the_others_alone(self):
        before = self.files()
        self.build("--target", "json")
        self.assertEqual(self.files(), before)
        self.write("out/markdown/ERROR_A.md", "edited")
        self.assertEqual(self.build("--target", "json", "--check").stdout, b"")

    def test_a_configuration_with_fewer_targets_removes_the_files_of_the_others(self):
        self.write("errpress.yaml", "targets: {json: }\n")
        self.build()
        self.assertEqual(list(self.files()), ["json/articles.json"])

    def test_a_blocked_build_leaves_everything_as_it_was(self):
        before = self.files()
        self.write("corpus/A.txt", "not a title\n")
        self.build(code=1)
        self.assertEqual(self.files(), before)


if __name__ == "__main__":
    scenario.main()

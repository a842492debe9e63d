"""errpress.yaml: where it is found, and what its paths mean."""

import scenario
from scenario import article


class Configuration(scenario.Scenario):
    def setUp(self):
        super().setUp()
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))
        self.write("errpress.yaml", "corpus: [corpus]\nout: printed\ntargets: [json]\nrules: {dangling-reference: off}\n")
        (self.root / "deep/down").mkdir(parents=True)

    def test_it_is_found_upward_and_its_paths_start_where_it_lies(self):
        result = self.run_errpress("lint", cwd="deep/down")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(b"--> ../../corpus/A.txt:", result.stdout)

    def test_build_writes_beside_it(self):
        self.assertEqual(self.run_errpress("build", cwd="deep/down").returncode, 0)
        self.assertEqual(list(self.files("printed")), ["json/articles.json"])

    def test_the_command_line_overrides_it(self):
        self.write("other/B.txt", article("ERROR_B", 2, "  • ERROR_B (2, 0x2): itself.\n\n"))
        result = self.run_errpress("build", "--corpus", "other", "--out", "here", "--target", "markdown")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(list(self.files("here")), ["markdown/ERROR_B.md", "markdown/README.md"])

    def test_the_nearest_one_counts(self):
        self.write("deep/errpress.yaml", "corpus: [nowhere]\n")
        result = self.run_errpress("lint", cwd="deep/down")
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"../nowhere: does not exist", result.stderr)


if __name__ == "__main__":
    scenario.main()

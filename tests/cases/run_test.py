"""The runner of the golden cases, tried with a stand-in for errpress: it passes what is right and fails all else."""

import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

RUNNER = pathlib.Path(__file__).with_name("run.py")

STAND_IN = f"""#!{sys.executable}
import os, pathlib, sys
if sys.argv[1] == "write":
    pathlib.Path(sys.argv[2]).write_text(sys.argv[3])
if sys.argv[1] == "remove":
    os.remove(sys.argv[2])
if sys.argv[1] == "where":
    print(os.environ.get("NO_COLOR"), os.environ.get("LC_ALL"), sys.stdout.isatty(), sorted(os.listdir(".")))
if sys.argv[1] == "echo":
    sys.stdout.write(sys.stdin.read())
print("said", *sys.argv[1:])
print("noted", file=sys.stderr)
sys.exit(3)
"""


class Runner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = pathlib.Path(folder.name, "stand-in")
        self.program.write_text(STAND_IN)
        self.program.chmod(stat.S_IRWXU)
        self.case = pathlib.Path(folder.name, "case")
        self.case.mkdir()

    def write(self, **files):
        for name, text in files.items():
            path = self.case / name.replace("__", "/")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)

    def run_case(self, **environment):
        return subprocess.run([sys.executable, RUNNER, "--errpress", self.program, self.case], text=True,
                              stdout=subprocess.PIPE, env={**os.environ, "ERRPRESS_BLESS": "0", **environment})

    def assert_fails(self, *texts):
        done = self.run_case()
        self.assertEqual(done.returncode, 1)
        for text in texts:
            self.assertIn(text, done.stdout)

    def right_case(self, cmd="say 'two words'", said="say two words", **files):
        self.write(cmd=cmd + "\n", stdout=f"said {said}\n", stderr="noted\n", exit="3\n", **files)

    def test_what_is_right_passes(self):
        self.right_case()
        done = self.run_case()
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_a_different_stdout_fails_with_a_diff(self):
        self.right_case()
        self.write(stdout="said other\n")
        self.assert_fails("-said other\n", "+said say two words\n")

    def test_a_different_stderr_fails(self):
        self.right_case()
        self.write(stderr="noted")
        self.assert_fails("actual stderr", "no newline at the end")

    def test_a_different_exit_code_fails(self):
        self.right_case()
        self.write(exit="0\n")
        self.assert_fails("-0\n", "+3\n")

    def test_a_missing_expectation_fails(self):
        self.right_case()
        (self.case / "exit").unlink()
        self.assert_fails("not expected: exit")

    def test_written_files_are_compared(self):
        self.right_case("write new.txt text", "write new.txt text")
        self.assert_fails("not expected: expect/new.txt")
        self.write(expect__new_txt="x")
        (self.case / "expect" / "new_txt").rename(self.case / "expect" / "new.txt")
        self.assert_fails("-x", "+text")
        (self.case / "expect" / "new.txt").write_text("text")
        self.assertEqual(self.run_case().returncode, 0)
        self.write(expect__other="never written")
        self.assert_fails("missing: expect/other")

    def test_ignored_files_are_not_compared(self):
        self.right_case("write new.txt text", "write new.txt text", ignore="new.*\n")
        self.assertEqual(self.run_case().returncode, 0)
        self.write(expect__new_txt="left over")
        (self.case / "expect" / "new_txt").rename(self.case / "expect" / "new.txt")
        self.assertEqual(self.run_case().returncode, 0)

    def test_a_changed_input_and_a_removed_one_are_noticed(self):
        self.right_case("write input other", "write input other", input="as it was")
        self.assert_fails("not expected: expect/input")
        self.right_case("remove input", "remove input")
        self.assert_fails("not expected: removed input")
        self.assertEqual((self.case / "input").read_text(), "as it was")

    def test_the_environment_is_clean(self):
        self.write(cmd="where", input="")
        self.run_case(ERRPRESS_BLESS="1", NO_COLOR="1")
        self.assertEqual((self.case / "stdout").read_text(), "None C False ['input']\nsaid where\n")
        self.write(cmd="NO_COLOR=1 where")
        self.assert_fails("+1 C False ['input']")

    def test_setup_and_stdin(self):
        self.write(cmd="echo", setup="ln -s nowhere link", stdin="typed\n")
        self.run_case(ERRPRESS_BLESS="1")
        self.assertEqual((self.case / "stdout").read_text(), "typed\nsaid echo\n")
        self.assertFalse((self.case / "expect").exists())

    def test_blessing_makes_it_pass(self):
        for command in ("say hello", "write new.txt text", "remove input"):
            with self.subTest(command):
                self.write(cmd=command, input="", stdout="wrong", stderr="wrong", exit="wrong", expect__stale="wrong")
                self.assertEqual(self.run_case(ERRPRESS_BLESS="1").returncode, 0)
                done = self.run_case()
                self.assertEqual((done.returncode, done.stdout), (0, ""))


if __name__ == "__main__":
    unittest.main()

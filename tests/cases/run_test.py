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
    path = pathlib.Path(sys.argv[2])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sys.argv[3].replace("/", "\\n"))
if sys.argv[1] == "remove":
    os.remove(sys.argv[2])
if sys.argv[1] == "where":
    print(os.environ.get("NO_COLOR"), os.environ.get("LC_ALL"), sys.stdout.isatty(), sorted(os.listdir(".")))
if sys.argv[1] == "echo":
    sys.stdout.write(sys.stdin.read())
if sys.argv[1] == "read":
    print(pathlib.Path(sys.argv[2]).read_text())
print("said", *sys.argv[1:])
print("noted", file=sys.stderr)
sys.exit(3)
"""


def step(command, *after, before=""):
    """A command of the stand-in with all that it prints, and what else it does."""
    said = command.replace("'", "")
    return f"{before}\n$ errpress {command}\nexit: 3\nstdout:\n  said {said}\nstderr:\n  noted\n" + "".join(after)


class Trial(unittest.TestCase):
    """One case in a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program = self.folder / "stand-in"
        self.program.write_text(STAND_IN)
        self.program.chmod(stat.S_IRWXU)
        self.case = self.folder / "area.case"
        shared = self.folder / "inputs" / "one_file" / "corpus"
        shared.mkdir(parents=True)
        (shared / "a.txt").write_text("shared\n")

    def write(self, *steps):
        self.case.write_text("# What it is about.\n" + "".join(steps))

    def stored(self, path, text):
        path = self.folder / "area.expect" / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_case(self, **environment):
        return subprocess.run([sys.executable, "-B", RUNNER, "--errpress", self.program,
                               "--inputs", self.folder / "inputs", self.case],
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                              env={**os.environ, "ERRPRESS_BLESS": "0", **environment})

    def assert_passes(self):
        done = self.run_case()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def assert_fails(self, *texts):
        done = self.run_case()
        self.assertEqual(done.returncode, 1)
        for text in texts:
            self.assertIn(text, done.stdout)

    def assert_wrong_case(self, text):
        done = self.run_case()
        self.assertEqual(done.returncode, 2)
        self.assertIn(text, done.stderr)

    def bless(self):
        self.assertEqual(self.run_case(ERRPRESS_BLESS="1").returncode, 0)
        self.assert_passes()
        return self.case.read_text()


class Runner(Trial):
    def test_what_is_right_passes(self):
        self.write(step("say 'two words'"))
        self.assert_passes()

    def test_a_different_stdout_fails_with_a_diff(self):
        self.write(step("say this").replace("  said", "  cried"))
        self.assert_fails("area.case:3: errpress say this\n", "-  cried say this\n", "+  said say this\n")

    def test_a_different_stderr_fails(self):
        self.write(step("say").replace("noted", "noticed"))
        self.assert_fails("actual stderr", "-  noticed\n")

    def test_a_different_newline_at_the_end_fails(self):
        self.write(step("say").replace("  noted\n", "  noted (no-eol)\n"))
        self.assert_fails("-  noted (no-eol)\n+  noted\n")

    def test_a_different_exit_code_fails(self):
        self.write(step("say").replace("exit: 3", "exit: 0"))
        self.assert_fails("-  0\n+  3\n")

    def test_an_expectation_left_out_fails(self):
        self.write(step("say").replace("exit: 3\n", ""))
        self.assert_fails("not expected: exit")
        self.write(step("say").replace("stderr:\n  noted\n", ""))
        self.assert_fails("not expected: stderr")

    def test_written_files(self):
        self.write(step("write b/new.txt text"))
        self.assert_fails("not expected: wrote b/new.txt", "+  text (no-eol)")
        self.write(step("write b/new.txt text", "wrote: b/new.txt\n  other (no-eol)\n"))
        self.assert_fails("-  other (no-eol)\n+  text (no-eol)\n")
        self.write(step("write b/new.txt text", "wrote: b/new.txt\n  text\n"))
        self.assert_fails("-  text\n+  text (no-eol)\n")
        self.write(step("write b/new.txt text", "wrote: b/new.txt\n  text (no-eol)\n", "wrote-path: never\n"))
        self.assert_fails("missing: wrote never")
        for expectation in ("wrote: b/new.txt\n  text (no-eol)\n", "wrote-path: b/new.txt\n"):
            self.write(step("write b/new.txt text", expectation))
            self.assert_passes()

    def test_lines_of_written_files(self):
        right = step("write new.txt one/two/three", "wrote-lines: new.txt\n  one\n  three\n")
        self.write(right)
        self.assert_passes()
        wrong = right.replace("  one\n  three", "  three\n  one")
        self.write(wrong)
        self.assert_fails("area.case:9: new.txt does not hold this line, or not in this order:\n  one\n")
        self.assertEqual(self.run_case(ERRPRESS_BLESS="1").returncode, 1)
        self.assertTrue(self.case.read_text().endswith(wrong))

    def test_stored_files(self):
        self.write(step("write b/new.txt text", "wrote-stored: b/new.txt\n"))
        self.assert_fails("+  text (no-eol)")
        path = self.stored("b/new.txt", "text")
        self.assert_passes()
        path.write_text("tent")
        self.assert_fails("-  tent (no-eol)\n+  text (no-eol)\n")
        left = self.stored("c/other.txt", "")
        self.assert_fails("c/other.txt: no `wrote-stored:` names this file")
        self.bless()
        self.assertEqual((path.read_text(), left.parent.exists()), ("text", False))

    def test_caches_and_locks_are_not_compared(self):
        self.write(step("write out/.errpress/cache text"))
        self.assert_passes()

    def test_a_changed_input_and_a_removed_one_are_noticed(self):
        before = "inputs: one_file\n"
        self.write(step("write corpus/a.txt other", before=before))
        self.assert_fails("not expected: wrote corpus/a.txt")
        self.write(step("remove corpus/a.txt", before=before))
        self.assert_fails("not expected: removed corpus/a.txt")
        self.write(step("remove corpus/a.txt", "removed: corpus/a.txt\n", before=before))
        self.assert_passes()
        self.write(step("say", "removed: corpus/a.txt\n", before=before))
        self.assert_fails("missing: removed corpus/a.txt")
        self.assertEqual((self.folder / "inputs/one_file/corpus/a.txt").read_text(), "shared\n")

    def test_inputs(self):
        self.write("inputs: no_such\n", step("say"))
        self.assert_wrong_case("area.case:2: there is no folder inputs/no_such")
        self.write("inputs: one_file\nfile: corpus/a.txt\n  own\n", step("read corpus/a.txt"))
        self.assert_fails("+  own\n")

    def test_the_environment_is_clean(self):
        self.write("file: input\n  (empty)\n", step("where"))
        self.assertIn("  None C False ['input']\n", self.bless())
        self.write("file: input\n  (empty)\n", step("where").replace("$ ", "$ NO_COLOR=1 "))
        self.assert_fails("+  1 C False ['input']")

    def test_setup_and_stdin(self):
        self.write("setup:\n  ln -s nowhere link\nstdin:\n  typed\n", step("echo"))
        self.assertIn("stdout:\n  typed\n  said echo\n", self.bless())
        self.write("setup:\n  echo why\n  exit 4\n", step("say"))
        self.assert_wrong_case("area.case:2: the setup failed with 4: why")

    def test_commands_continue_in_one_folder(self):
        first = step("write a text", "wrote: a\n  text (no-eol)\n")
        self.write(first, step("write a text"), step("remove a", "removed: a\n"))
        self.assert_passes()
        self.write(first, step("remove a", "wrote-path: a\n", before="file: a\n  changed\n"))
        self.assert_fails("area.case:14: errpress remove a\nmissing: wrote a\nnot expected: removed a\n")

    def test_a_wrong_case_file_is_an_error(self):
        self.write(step("say").replace("stderr:", "stdeer:"))
        self.assert_wrong_case("area.case:7: unknown header `stdeer:`")


class Bless(Trial):
    def test_wrong_expectations_are_replaced_and_the_rest_is_kept(self):
        start = "# More.\n\ninputs: one_file\nfile: x\n  \\x41\\t (esc)\n"
        wrong = "\n# Why.\n$ errpress write out text\nstdout:\n  wrong\n\n# Then.\nexit: 0\nremoved: x\nwrote-path: y\n"
        self.write(start, wrong, step("remove corpus/a.txt", "removed: corpus/a.txt\n"))
        right = ("\n# Why.\n$ errpress write out text\nstdout:\n  said write out text\n\n# Then.\nexit: 3\n"
                 "stderr:\n  noted\nwrote: out\n  text (no-eol)\n")
        self.assertEqual(self.bless(), "# What it is about.\n" + start + right +
                         step("remove corpus/a.txt", "removed: corpus/a.txt\n"))

    def test_the_kind_of_an_expectation_is_kept(self):
        for text in ("wrote-path: out\n", "wrote-stored: out\n", "wrote-lines: out\n  text\n"):
            self.write("\n$ errpress write out text\n", text)
            self.assertIn(text, self.bless())

    def test_a_right_case_is_kept_byte_for_byte(self):
        self.write(step("say").replace("  noted", "  n\\x6fted (esc)"))
        before = self.case.read_text()
        self.assertEqual(self.bless(), before)


if __name__ == "__main__":
    unittest.main()

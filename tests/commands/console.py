"""The streams: colour and progress on terminals only, results on standard output, failures to write."""

import os
import pty
import resource
import signal
import subprocess
import time
import unittest

import scenario
from scenario import article, errpress


class Console(scenario.Scenario):
    def setUp(self):
        super().setUp()
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))

    def on_terminal(self, *arguments, paused=None, **variables):
        """What the program shows where both its streams are a terminal. `paused` says after how many seconds it is held
        up for a while."""
        main, side = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", **variables}
        environment = {name: value for name, value in environment.items() if value is not None}
        process = subprocess.Popen([errpress(), *arguments], cwd=self.root, stdin=subprocess.DEVNULL, stdout=side, stderr=side,
                                   env=environment)
        os.close(side)
        if paused is not None:
            time.sleep(paused)
            process.send_signal(signal.SIGSTOP)
            time.sleep(0.6)
            process.send_signal(signal.SIGCONT)
        shown = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        process.wait(timeout=60)
        os.close(main)
        return shown

    def test_no_colour_where_there_is_no_terminal(self):
        self.assertNotIn(b"\033", self.run_errpress("lint", "corpus").stdout)
        self.assertNotIn(b"\033", self.run_errpress("build", "--corpus", "corpus").stderr)

    def test_colour_on_a_terminal_unless_NO_COLOR_says_otherwise(self):
        self.assertIn(b"\033[", self.on_terminal("lint", "corpus", NO_COLOR=None))
        self.assertNotIn(b"\033", self.on_terminal("lint", "corpus", NO_COLOR="1"))
        self.assertNotIn(b"\033", self.on_terminal("lint", "corpus", NO_COLOR=None, TERM="dumb"))

    def test_a_remembered_report_has_the_colours_that_its_stream_wants(self):
        self.run_errpress("build", "--corpus", "corpus")
        self.assertIn(b"\033[", self.on_terminal("build", "--corpus", "corpus", NO_COLOR=None))
        again = self.run_errpress("build", "--corpus", "corpus").stderr
        self.assertIn(b"up to date", again)
        self.assertNotIn(b"\033", again)

    def test_lint_reports_on_standard_output_and_build_on_standard_error(self):
        lint = self.run_errpress("lint", "corpus")
        self.assertIn(b"error[hex-mismatch]", lint.stdout)
        self.assertEqual(lint.stderr, b"")
        build = self.run_errpress("build", "--corpus", "corpus")
        self.assertIn(b"error[hex-mismatch]", build.stderr)
        self.assertEqual(build.stdout, b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "SKIPPED full disk: /dev/full is missing")
    def test_a_full_disk_is_a_failure(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([errpress(), "lint", "corpus"], cwd=self.root, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"cannot write", result.stderr)

    def with_closed(self, numbers, *arguments):
        """Runs the program without some of its standard streams; the others are pipes."""
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.run([errpress(), *arguments], cwd=self.root, timeout=300, **streams,
                              preexec_fn=lambda: [os.close(number) for number in numbers])

    def test_a_result_without_standard_output_is_a_failure(self):
        self.write("corpus/A.txt", article("ERROR_A", 1))
        for arguments in (["lint", "corpus"], ["lint", "--format", "json", "corpus"], ["view", "corpus"], ["rule"],
                          ["rule", "wrong-code"], ["build", "--check", "--corpus", "corpus"]):
            with self.subTest(arguments=arguments):
                for closed in ([1], [0, 1]):
                    result = self.with_closed(closed, *arguments)
                    self.assertEqual(result.returncode, 2, result.stderr)
                    self.assertIn(b"to standard output\n", result.stderr)
                self.assertEqual(self.with_closed([1, 2], *arguments).returncode, 2)
                self.assertIn(self.with_closed([0, 2], *arguments).returncode, (0, 1))

    def test_a_build_needs_no_standard_streams(self):
        self.write("corpus/A.txt", article("ERROR_A", 1))
        for number, closed in enumerate(([1], [2], [0, 2], [0, 1, 2])):
            out = f"out{number}"
            result = self.with_closed(closed, "build", "--corpus", "corpus", "--out", out)
            self.assertEqual(result.returncode, 0, closed)
            self.assertIn("markdown/ERROR_A.md", self.files(out))
            result = self.with_closed(closed, "build", "--corpus", "corpus", "--out", out)
            self.assertEqual(result.returncode, 0, closed)

    def test_a_limit_on_file_sizes_is_a_failure_like_any_other(self):
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        result = self.run_errpress("build", "--isolated", "--corpus", "corpus", preexec_fn=limit)
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn(b"cannot write", result.stderr)

    def test_long_work_shows_its_progress_on_a_terminal_and_wipes_it(self):
        for number in range(3000):
            self.write(f"many/E_{number}.txt", f"E_{number} - {number} (0x{number:X})\n\nText.\n")
        # How long the program takes to get to work is not known, so it is held up at several points.
        for attempt in range(100):
            shown = self.on_terminal("lint", "many", paused=0.002 * attempt)
            if b"reading [" in shown:
                break
        else:
            self.fail("no progress was shown, wherever the program was held up")
        self.assertRegex(shown, rb"reading \[=* *\] \d+ of 3000 articles")
        last_line = shown[shown.rindex(b"articles\r"):]
        self.assertIn(b"\r\033[K", last_line)
        self.assertNotIn(b"reading", self.run_errpress("lint", "many").stderr)

    def test_an_escape_sequence_of_an_article_never_reaches_the_terminal(self):
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B\033[31m (2, 0x3): \033]0;title\007 wrong.\n\n"))
        self.assertNotIn(b"\033]", self.on_terminal("lint", "corpus", NO_COLOR="1"))
        self.assertNotIn(b"\033", self.on_terminal("lint", "corpus", NO_COLOR="1"))


if __name__ == "__main__":
    scenario.main()

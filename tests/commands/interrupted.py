"""Builds that are disturbed: by signals, by readers that go away, by another build, by a disk that takes no cache."""

import os
import re
import shutil
import signal
import subprocess
import unittest

import scenario
from scenario import article, errpress

# Leaks cannot be looked for in a traced process.
TRACED = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
ENDED_BY_USER = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Scenario(scenario.Scenario):
    def setUp(self):
        super().setUp()
        self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))

    def build(self, *arguments, code=0, **options):
        result = self.run_errpress("build", "--corpus", "corpus", *arguments, **options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result.stderr.decode()

    def start(self, *arguments, **options):
        process = subprocess.Popen([errpress(), *arguments], cwd=self.root, stdin=subprocess.DEVNULL, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def private_files(self):
        return sorted(str(path.relative_to(self.root / "out/.errpress")) for path in (self.root / "out/.errpress").rglob("*"))

    def hold_lock(self):
        """Another errpress in the output folder, as far as this one can tell. Ends when its standard input does."""
        (self.root / "out/.errpress").mkdir(parents=True, exist_ok=True)
        holder = subprocess.Popen(["flock", "out/.errpress/lock", "sh", "-c", "echo locked; cat"], cwd=self.root,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.assertEqual(holder.stdout.readline(), b"locked\n")
        self.addCleanup(holder.stdout.close)
        self.addCleanup(holder.wait)
        self.addCleanup(holder.stdin.close)
        return holder


@unittest.skipUnless(shutil.which("flock"), "SKIPPED waiting: flock is not installed")
class Waiting(Scenario):
    WAITING = "errpress: waiting for another errpress that is writing to out\n"

    def start_waiting(self, *arguments):
        process = self.start("build", "--corpus", "corpus", *arguments, stderr=subprocess.PIPE)
        self.addCleanup(process.stderr.close)
        self.assertEqual(process.stderr.readline().decode(), self.WAITING)
        return process

    def test_a_second_build_waits_and_then_builds_what_is_there_now(self):
        holder = self.hold_lock()
        process = self.start_waiting()
        self.write("corpus/B.txt", article("ERROR_B", 2))
        holder.stdin.close()
        errors = process.stderr.read().decode()
        self.assertEqual(process.wait(), 0, errors)
        self.assertEqual(errors.count("error[hex-mismatch]"), 1)
        self.assertIn("markdown/ERROR_B.md", self.files())
        self.assertIn("up to date", self.build())

    def test_it_does_not_wait_where_there_is_nothing_to_do_nor_to_check(self):
        self.build()
        self.hold_lock()
        self.assertNotIn("waiting", self.build())
        self.write("corpus/B.txt", article("ERROR_B", 2))
        self.assertNotIn("waiting", self.build("--check", code=1))

    def test_it_does_not_wait_where_findings_forbid_to_write(self):
        self.hold_lock()
        self.write("corpus/A.txt", "not a title\n")
        self.assertNotIn("waiting", self.build(code=1))

    def test_a_signal_ends_the_waiting(self):
        for number in ENDED_BY_USER:
            with self.subTest(number):
                holder = self.hold_lock()
                process = self.start_waiting()
                process.send_signal(number)
                self.assertIn("interrupted; nothing was written", process.stderr.read().decode())
                self.assertEqual(process.wait(), -number)
                self.assertEqual(self.files(), {})
                holder.stdin.close()
                holder.wait()

    def test_many_at_once_all_end_well(self):
        targets = ["json", "markdown", "man", "cpp"]
        processes = [self.start("build", "--corpus", "corpus", "--target", targets[i % 4], stderr=subprocess.DEVNULL)
                     for i in range(12)]
        self.assertEqual([process.wait() for process in processes], [0] * 12)
        self.build()
        outputs = self.files()
        self.build("--out", "alone")
        self.assertEqual({path: data for path, (data, _) in outputs.items()},
                         {path: data for path, (data, _) in self.files("alone").items()})
        self.assertNotIn("tmp", self.private_files())


class Signals(Scenario):
    def setUp(self):
        super().setUp()
        for number in range(400):
            self.write(f"corpus/{number}.txt", article(f"ERROR_N{number}", number + 10))

    def stopped_while(self, call, number, *arguments):
        """A build that gets a signal at its first use of a system call."""
        result = subprocess.run(["strace", "-f", "-qq", "-o", "trace", "-e", f"trace={call}",
                                 "-e", f"inject={call}:signal={number.name[3:]}:when=1", errpress(), "build", "--corpus",
                                 "corpus", *arguments], cwd=self.root, env=TRACED, capture_output=True, timeout=300)
        return result

    @unittest.skipUnless(shutil.which("strace"), "SKIPPED signals: strace is not installed")
    def test_a_build_that_is_stopped_leaves_the_outputs_and_no_temporary_files(self):
        self.build()
        before = self.files()
        private = self.private_files()
        for number in ENDED_BY_USER:
            for call in ("getdents64", "mkdirat", "flock"):
                with self.subTest(number=number, call=call):
                    self.write("corpus/A.txt", article("ERROR_A", 1, message=f"{number.name} {call}."))
                    result = self.stopped_while(call, number)
                    self.assertEqual(result.returncode, -number, result.stderr)
                    self.assertIn(b"interrupted; nothing was written", result.stderr)
                    self.assertEqual(self.files(), before)
                    self.assertEqual(self.private_files(), private)

    @unittest.skipUnless(shutil.which("strace"), "SKIPPED signals: strace is not installed")
    def test_a_first_build_that_is_stopped_leaves_nothing(self):
        result = self.stopped_while("flock", signal.SIGINT)
        self.assertEqual(result.returncode, -signal.SIGINT, result.stderr)
        self.assertFalse((self.root / "out").exists())

    @unittest.skipUnless(shutil.which("strace"), "SKIPPED signals: strace is not installed")
    def test_outputs_that_are_being_put_in_place_all_are(self):
        result = self.stopped_while("renameat2", signal.SIGTERM)
        self.assertEqual(result.returncode, -signal.SIGTERM, result.stderr)
        self.assertIn(b"files written", result.stderr)
        self.assertNotIn("tmp", self.private_files())
        self.assertIn("up to date", self.build())

    @unittest.skipUnless(shutil.which("strace"), "SKIPPED signals: strace is not installed")
    def test_a_second_signal_does_not_stop_the_clean_up_and_the_third_ends_it(self):
        def run(*calls):
            inject = [word for call in calls for word in ("-e", f"inject={call}:signal=INT:when=1")]
            return subprocess.run(["strace", "-f", "-qq", "-o", "trace", "-e", "trace=" + ",".join(calls), *inject,
                                   errpress(), "build", "--corpus", "corpus"], cwd=self.root, env=TRACED,
                                  capture_output=True)

        result = run("flock", "unlinkat")  # the second one comes while it cleans up
        self.assertEqual(result.returncode, -signal.SIGINT, result.stderr)
        self.assertIn(b"interrupted; nothing was written", result.stderr)
        self.assertFalse((self.root / "out").exists())
        result = run("mkdirat", "flock", "unlinkat")
        self.assertEqual(result.returncode, -signal.SIGINT, result.stderr)
        self.assertTrue((self.root / "out").exists())  # it was about to go

    @unittest.skipUnless(shutil.which("strace"), "SKIPPED signals: strace is not installed")
    def test_a_signal_that_was_ignored_before_stays_so(self):
        ignore = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
        result = subprocess.run(["strace", "-f", "-qq", "-o", "trace", "-e", "inject=flock:signal=HUP:when=1", errpress(), "build",
                                 "--corpus", "corpus"], cwd=self.root, env=TRACED, capture_output=True, preexec_fn=ignore)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_what_a_killed_build_left_goes_with_the_next_even_where_there_is_nothing_to_do(self):
        self.build()
        self.write("out/.errpress/tmp/stage/left/over", "half a file")
        self.assertIn("up to date", self.build())
        self.assertFalse((self.root / "out/.errpress/tmp").exists())

    def test_a_check_touches_nothing(self):
        self.build()
        left = self.write("out/.errpress/tmp/stage/left/over", "half a file")
        self.build("--check")
        self.assertTrue(left.exists())


class Readers(Scenario):
    def closed_pipe(self):
        read, write = os.pipe()
        os.close(read)
        self.addCleanup(os.close, write)
        return write

    def run_with(self, *arguments, **streams):
        return subprocess.run([errpress(), *arguments], cwd=self.root, timeout=300,
                              **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams})

    def test_a_build_writes_everything_though_nobody_reads_its_messages(self):
        for number in range(300):
            self.write(f"corpus/{number}.txt", article(f"ERROR_N{number}", number + 10, "  • ERROR_B (2, 0x3): wrong.\n\n"))
        result = self.run_with("build", "--corpus", "corpus", stderr=self.closed_pipe())
        self.assertEqual(result.returncode, 0)
        self.assertGreater(len(self.files()), 600)
        self.assertIn("up to date", self.build())

    def test_lint_fails_for_its_findings_where_the_reader_is_gone(self):
        result = self.run_with("lint", "corpus", stdout=self.closed_pipe())
        self.assertEqual((result.returncode, result.stderr), (1, b""))

    def test_lint_is_never_clean_where_the_reader_is_gone(self):
        result = self.run_with("lint", "--fail-on", "error", "corpus", stdout=self.closed_pipe())
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        self.write("corpus/A.txt", article("ERROR_A", 1))
        result = self.run_with("lint", "--fail-on", "error", "corpus", stdout=self.closed_pipe())
        self.assertEqual((result.returncode, result.stderr), (2, b""))
        self.assertEqual(self.run_with("lint", "--fail-on", "error", "corpus").returncode, 0)

    def test_other_results_without_a_reader_are_failures_without_a_message(self):
        self.build()
        for arguments in (["rule"], ["rule", "wrong-code"], ["view", "corpus"]):
            result = self.run_with(*arguments, stdout=self.closed_pipe())
            self.assertEqual((result.returncode, result.stderr), (2, b""), arguments)
        self.write("corpus/B.txt", article("ERROR_B", 2))
        result = self.run_with("build", "--check", "--corpus", "corpus", stdout=self.closed_pipe())
        self.assertEqual(result.returncode, 1)

    def test_streams_that_are_closed_are_not_taken_for_files(self):
        for closed in ([0], [2], [0, 1, 2]):
            shutil.rmtree(self.root / "out", ignore_errors=True)
            close = lambda: [os.close(number) for number in closed]
            result = subprocess.run([errpress(), "build", "--corpus", "corpus"], cwd=self.root, preexec_fn=close,
                                    stderr=subprocess.DEVNULL)
            self.assertEqual(result.returncode, 0, closed)
            for path, (data, _) in self.files().items():
                self.assertNotIn(b"files written", data, path)
                self.assertNotIn(b"error[", data, path)


class Caches(Scenario):
    def test_a_cache_that_cannot_be_written_is_a_warning(self):
        (self.root / "out/.errpress/cache").mkdir(parents=True)
        for _ in range(2):
            errors = self.build()
            self.assertIn("errpress: warning: out/.errpress/cache: cannot write the build cache: ", errors)
            self.assertIn("; the next build will render everything again\n", errors)
            self.assertRegex(errors, r"out: \d+ files written")
            self.assertNotIn("tmp", self.private_files())
        self.assertIn("markdown/ERROR_A.md", self.files())

    def test_a_warning_does_not_make_the_next_build_stale(self):
        (self.root / "out/.errpress/cache").mkdir(parents=True)
        self.build()
        self.write("corpus/A.txt", article("ERROR_A", 1, message="Something else."))
        self.build()
        self.assertIn(b"Something else.", self.files()["markdown/ERROR_A.md"][0])

    @unittest.skipIf("ASAN_OPTIONS" in os.environ, "SKIPPED full-disk: sanitizers write to pipes of their own")
    @unittest.skipUnless(shutil.which("strace"), "SKIPPED full disk: strace is not installed")
    def test_a_disk_that_is_full_once_the_outputs_are_written_is_a_warning(self):
        def traced(*options):
            return subprocess.run(["strace", "-qq", "-o", "trace", "-e", "trace=write", *options, errpress(), "build", "--corpus",
                                   "corpus", "-j", "1"], cwd=self.root, env=TRACED, capture_output=True)

        self.build()
        self.write("corpus/A.txt", article("ERROR_A", 1, message="Something else."))
        self.assertEqual(traced().returncode, 0)
        calls = (self.root / "trace").read_text().splitlines()
        last = max(number for number, call in enumerate(calls, 1) if not call.startswith("write(2,"))
        self.assertIn("ErpRch", bytes(re.search(r'"(.*?)"', calls[last - 1])[1], "ascii").decode("unicode_escape"))

        self.write("corpus/A.txt", article("ERROR_A", 1, message="Something odd. "))
        result = traced("-e", f"inject=write:error=ENOSPC:when={last}")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn(b"cannot write the build cache: no space left on device", result.stderr)
        self.assertIn(b"Something odd.", self.files()["markdown/ERROR_A.md"][0])
        self.write("corpus/A.txt", article("ERROR_A", 1, message="Something else."))
        self.build()
        self.assertIn(b"Something else.", self.files()["markdown/ERROR_A.md"][0])


class LargeReports(Scenario):
    def write_many(self, articles, references, tail=""):
        wrong = "".join(f"  • ERROR_B{number}{tail} ({number}, 0x{number + 1:X}): wrong.\n" for number in range(1000, 1000 + references))
        for number in range(articles):
            self.write(f"many/{number:04}.txt", article(f"ERROR_N{number}", number + 10, wrong + "\n"))

    def check(self, arguments):
        report = self.run_errpress("lint", "many").stdout.decode()
        first = self.run_errpress(*arguments).stderr.decode()
        findings = [sum(map(int, re.findall(r"(\d+) (?:error|warning|info)", text.splitlines()[line])))
                    for text, line in ((report, -1), (first, -2))]
        self.assertEqual(findings[0], findings[1])
        places = re.findall(r"^ *--> many/", first, re.MULTILINE)
        headings = re.findall(r"^(?:error|warning|info)\[", first, re.MULTILINE)
        hidden = int(re.search(r"^\.\.\. and (\d+) more findings; `errpress lint` shows all$", first, re.MULTILINE)[1])
        self.assertGreaterEqual(len(places), 50)
        self.assertEqual(len(headings) + hidden, findings[0])
        second = self.run_errpress(*arguments).stderr.decode()
        self.assertEqual(second.splitlines()[:-1], first.splitlines()[:-1])
        self.assertEqual(second.splitlines()[-1], "out: up to date")
        return report

    def test_a_report_of_more_than_50_places_is_shortened_and_remembered(self):
        self.write_many(150, 1)
        self.check(["build", "--corpus", "many"])

    def test_a_report_of_more_than_16_MiB_is_remembered_as_well(self):
        self.write_many(3000, 20, "_" + 150 * "X")
        self.assertGreater(len(self.check(["build", "--corpus", "many", "--target", "json"])), 16 << 20)

    def test_a_report_of_50_places_is_whole(self):
        self.write_many(25, 1)
        errors = self.run_errpress("build", "--corpus", "many").stderr
        self.assertNotIn(b"more finding", errors)


if __name__ == "__main__":
    scenario.main()

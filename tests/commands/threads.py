"""What comes out does not depend on the number of threads, nor on the order of files on disk."""

import scenario
from scenario import article


class Threads(scenario.Scenario):
    def setUp(self):
        super().setUp()
        numbers = [(i * 7919) % 400 for i in range(400)]
        for number in numbers:
            related = f"  • ERROR_N{(number + 1) % 400} ({number + 1}, 0x{number + 1 + (number % 50 == 0):X}): next.\n\n"
            self.write(f"corpus/{number % 7}/{number}.txt", article(f"ERROR_N{number}", number, related))

    def test_one_and_many_give_the_same(self):
        reports, outputs = [], []
        for threads in ("1", "2", "7"):
            result = self.run_errpress("build", "--corpus", "corpus", "--out", f"out{threads}", "-j", threads)
            self.assertEqual(result.returncode, 0, result.stderr)
            reports.append(result.stderr.replace(f"out{threads}".encode(), b"out"))
            outputs.append({path: data for path, (data, _) in self.files(f"out{threads}").items()})
        self.assertEqual(reports[0], reports[1])
        self.assertEqual(reports[0], reports[2])
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])
        self.assertGreater(len(outputs[0]), 800)


if __name__ == "__main__":
    scenario.main()

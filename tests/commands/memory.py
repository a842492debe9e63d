"""Memory is bounded by the largest article: 64 MiB and 20 times its size, whatever it holds and whatever is printed of
it; and where the system gives less, the program says so and exits with 2."""

import os
import resource
import tempfile

import scenario

MIB = 1 << 20
FIXED = 64 * MIB
PER_BYTE = 20

# name: (the section that the text is in, what it repeats)
SHAPES = {
    "control characters": ("Summary", b"\x01"),
    "blank lines": ("Summary", b"\n"),
    "paragraphs of a character": ("Summary", b"a\n\n"),
    "bullets of a character": ("Summary", b"- a\n"),
    "headings": ("Summary", b"Summary\n\n"),
    "questions": ("FAQ", b"Q: a\n"),
    "references": ("Related Errors", b"- A_B (1)\n"),
    "fields": ("Error Details", b"- Error Code: 1 (0x1)\n"),
    "tabs": ("Summary", b"\t"),
    "one line": ("Summary", b"x"),
    "one line of markup": ("Summary", b"*"),
    "sentences with a code": ("Summary", b"ERROR_A (1, 0x2)\n"),
}
COMMANDS = {
    "lint": ["lint", "--isolated", "corpus"],
    "view": ["view", "--isolated", "corpus"],
    **{f"build {target}": ["build", "--isolated", "--corpus", "corpus", "--target", target]
       for target in ["cpp", "markdown", "man", "json"]},
}


def run_measured(command, folder, address_space=None):
    """The exit code, what it said on standard error, and the peak of its resident memory in bytes."""
    with tempfile.TemporaryFile() as said:
        process = os.fork()
        if process == 0:
            os.chdir(folder)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(said.fileno(), 2)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if address_space is not None:
                resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
            os.execv(command[0], command)
        _, status, usage = os.wait4(process, 0)
        said.seek(0)
        return os.waitstatus_to_exitcode(status), said.read(), usage.ru_maxrss * 1024


class Memory(scenario.Scenario):
    def write_repeated(self, path, section, unit, size):
        """An article of about `size` bytes; in pieces, since a child's peak counts what this process has."""
        head = f"{path.stem} - 9 (0x9)\n\nSomething is wrong.\n\nUpdated: Feb 21, 2026\n\n{section}\n\n"
        with path.open("wb") as file:
            file.write(head.encode())
            for _ in range(size // (len(unit) * 1024)):
                file.write(unit * 1024)

    def check_peak(self, command, largest, what):
        code, said, peak = run_measured([scenario.errpress(), *command], self.root)
        self.assertIn(code, (0, 1), f"{what}: {said[-300:]}")
        limit = FIXED + PER_BYTE * largest
        self.assertLessEqual(peak, limit, f"{what}: {peak / MIB:.0f} MiB, more than {limit / MIB:.0f}")

    def check_shapes(self, size):
        for shape, (section, unit) in SHAPES.items():
            self.write_repeated(self.root / "corpus" / "ERROR_BAD.txt", section, unit, size)
            for name, command in COMMANDS.items():
                with self.subTest(f"{size // MIB} MiB of {shape}, {name}"):
                    self.check_peak(command, size, name)

    def test_a_mebibyte_of_anything(self):
        self.check_shapes(MIB)

    def test_eight_mebibytes_of_anything(self):
        self.check_shapes(8 * MIB)

    def test_the_json_of_a_corpus_is_not_held(self):
        for i in range(100):
            self.write_repeated(self.root / "corpus" / f"ERROR_{i}.txt", "Summary", b"\x01", MIB)
        self.check_peak(COMMANDS["build json"], 2 * MIB, "the JSON of 100 MiB")
        self.check_peak(COMMANDS["build json"], 2 * MIB, "the same again")

    def test_short_of_memory_is_an_error_that_says_so(self):
        self.write_repeated(self.root / "corpus" / "ERROR_BAD.txt", "Summary", b"a\n\n", MIB)
        self.write_repeated(self.root / "corpus" / "ERROR_WORSE.txt", "Related Errors", b"- A_B (1, 0x2)\n", MIB)
        commands = {**COMMANDS, "lint json": ["lint", "--isolated", "--format", "json", "corpus"]}
        for name, command in commands.items():
            codes = set()
            for limit in [*range(20, 120, 12), 4096]:
                with self.subTest(f"{name} in {limit} MiB"):
                    code, said, _ = run_measured([scenario.errpress(), *command], self.root, limit * MIB)
                    codes.add(code)
                    self.assertIn(code, (0, 1, 2), said[-300:])
                    if code == 2:
                        self.assertEqual(said.splitlines()[-1], b"errpress: out of memory")
            self.assertEqual(len(codes), 2, f"{name}: limits that are too low, and one that is not")


if __name__ == "__main__":
    scenario.main()

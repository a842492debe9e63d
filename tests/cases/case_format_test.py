"""Case files are read strictly and keep every byte; the cases here leave nothing unused."""

import pathlib
import tempfile
import unittest

from case_format import CaseFile, FormatError, decode_body, encode_body, read_items, steps_of

CASES = pathlib.Path(__file__).parent


def read(text):
    content = text if isinstance(text, bytes) else text.encode()
    return steps_of(read_items(content))


class Bodies(unittest.TestCase):
    def test_every_content_survives(self):
        contents = [b"", b"\n", b"\n\n", b"a", b"a\n", b"a\n\n", b"\na\n\n\nb", b"  a\n", b" \n", b"a ",
                    b"(empty)\n", b"(empty)", b"a (esc)\n", b"a (no-eol)\n", b"a (no-eol)", b"(esc)\n", b" (esc)\n",
                    b"\\t\n", b"\\t\t\n", b"# a\n$ b\nexit: 1\n", "Größe 漢字 ␛\n".encode(),
                    "\ufeff\u200b\u2028\n".encode(), b"\xe4\xff\n", bytes(range(256)), b"a\r\nb\r"]
        for content in contents:
            with self.subTest(content):
                lines = encode_body(content)
                self.assertTrue(all(line.isprintable() and not line.endswith(" ") for line in lines))
                self.assertTrue(lines[-1])
                self.assertEqual(decode_body(lines, 1), content)

    def test_what_a_reader_sees(self):
        self.assertEqual(encode_body(b"a\n\n  b"), ["  a", "", "    b (no-eol)"])
        self.assertEqual(encode_body(b"a\tb \n\n"), [r"  a\tb\x20 (esc)", "   (esc)"])
        self.assertEqual(encode_body(b"\x1b\xe4\\\n"), [r"  \x1B\xE4\\ (esc)"])


class Strictness(unittest.TestCase):
    def test_a_whole_case(self):
        first, second = read("# a\n# b\ninputs: i\nfile: x/y\n  t\n\n\n  u\n\n"
                             "$ errpress 'a b'\nexit: -1\nstdout:\n  out\n"
                             "wrote: z\n  (empty)\n\n$ N=1 errpress\nexit: 0\n")
        self.assertEqual([(item.name, item.value, item.body) for item in first.before],
                         [("inputs", "i", b""), ("file", "x/y", b"t\n\n\nu\n")])
        self.assertEqual([(item.name, item.value, item.body) for item in first.after],
                         [("exit", "-1", b""), ("stdout", "", b"out\n"), ("wrote", "z", b"")])
        self.assertEqual(second.command.value, "N=1 errpress")

    def test_what_is_not_understood_is_an_error(self):
        command = "$ errpress\nexit: 0\n"
        faults = {
            "": "1: a case starts with a comment",
            command: "1: a case starts with a comment",
            "# a\n": "1: no command follows",
            "# a\nstdout:\n  x\n" + command: "2: `stdout:` comes before its command",
            "# a\n" + command + "file: x\n  y\n": "4: no command follows",
            "# a\n" + command + "stdeer:\n  x\n": "4: unknown header `stdeer:`",
            "# a\n" + command + "Exit: 0\n": "4: unknown header `Exit: 0`",
            "# a\n" + command + "text\n": "4: unknown header `text`",
            "# a\n#b\n" + command: "2: unknown header `#b`",
            "# a\n$errpress\n": "2: unknown header `$errpress`",
            "# a\n  text\n" + command: "2: an indented line that belongs to no header",
            "# a\n" + command + "\n  text\n": "5: an indented line",
            "# a\n" + command + "stdout:\n": "4: `stdout:` has no text",
            "# a\n" + command + "stdout:\n text\n": "4: `stdout:` has no text",
            "# a\n" + command + "stdout: x\n": "4: `stdout:` takes nothing on its own line",
            "# a\n" + command + "stdout:x\n": "4: a space has to follow the colon",
            "# a\n" + command + "exit: 1\n": "4: `exit` is given twice, first on line 3",
            "# a\n" + command + "wrote-path: x\nwrote: x\n  y\n": "5: `wrote x` is given twice",
            "# a\n" + command + "wrote-path: x\n  y\n": "5: an indented line",
            "# a\n" + command + "wrote: x\n": "4: `wrote:` has no text",
            "# a\n" + command + "wrote-path: ../x\n": "4: `../x` is not a path inside the case",
            "# a\nfile: /x\n  y\n" + command: "2: `/x` is not a path inside the case",
            "# a\n" + command + "removed:\n": "4: `` is not a path",
            "# a\n$ errpress\nexit: one\n": "3: `exit:` takes a number",
            "# a\n$ true\n": "2: a command starts with `errpress`",
            "# a\n$ errpress 'x\n": "2: No closing quotation",
            "# a\nfile: x\n  y\ninputs: i\n" + command: "4: `inputs:` comes once, before all else",
            "# a\n" + command + "inputs: i\n" + command: "4: `inputs:` comes once, before all else",
            "# a\n" + 2 * (command + "wrote-stored: x\n"): "7: `x` is stored for an earlier command",
        }
        for text, message in faults.items():
            with self.subTest(text), self.assertRaisesRegex(FormatError, "^" + message.replace("$", r"\$")):
                read(text)

    def test_lines_that_a_reader_cannot_see_are_errors(self):
        start = b"# a\n$ errpress\nexit: 0\nstdout:\n"
        faults = {b"  a\tb\n": "5: a tab", b"  a\x1b\n": "5: a tab or", b"  \xef\xbb\xbf\n": "5: a tab or",
                  b"  a\r\n": "5: a tab or", b"  a\n  \xe4\n": "6: not UTF-8", b"  a \n": "5: a space at the end",
                  b"  a\n  \n  b\n": "6: a space at the end", b"  a": "5: no newline", b"  a\n\n": "6: a blank line",
                  b"  a (no-eol)\n  b\n": "5: only the last line", b"  a\\n (esc)\n": "5: unknown escape",
                  b"  a\\x1 (esc)\n": "5: unknown escape", b"  a\\ (esc)\n": "5: unknown escape"}
        for text, message in faults.items():
            with self.subTest(text), self.assertRaisesRegex(FormatError, "^" + message):
                read(start + text)

    def test_a_file_that_is_not_changed_is_written_as_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.case")
            text = "# a\n\n\n# b\n$ errpress\nstderr:\n  \\x41 (esc)\n\n\n# c\nexit: 0\n"
            path.write_text(text)
            CaseFile(path).write()
            self.assertEqual(path.read_text(), text)


class Tree(unittest.TestCase):
    def test_all_files_are_cases_and_all_inputs_are_used(self):
        used = set()
        for path in sorted(CASES.glob("*/*")):
            if path.parent.name not in ("inputs", "__pycache__"):
                self.assertTrue(path.suffix == ".case" or path.with_suffix(".case").is_file(),
                                f"{path} belongs to no case")
        for path in CASES.glob("*/*.case"):
            used |= {item.value for item in CaseFile(path).items if item.name == "inputs"}
        self.assertEqual(used, {path.name for path in (CASES / "inputs").iterdir()})


if __name__ == "__main__":
    unittest.main()

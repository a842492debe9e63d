"""Whatever an argument, a path, a key, a template or a manifest says, what errpress prints is text of printable
characters on lines of its own: nothing moves a cursor, hides, reorders, or reads as a command to GitHub."""

import json
import os
import unicodedata

import scenario
from scenario import article

WORDS = [
    b"escape\033[31m\033]0;title\007",
    b"line\n::error title=forged::text",
    b"return\r::error::text",
    b"::error::text",
    b"  ::warning::text",
    b"tab\tbell\a\b\x7f",
    b"not \xff\xfe utf-8 \xc3",
    "c1 \u0085 \u009b31m".encode(),
    "bidi \u202e\u2066 \u200f".encode(),
    "hidden \u200b\u200d\ufeff\u00ad\u2060".encode(),
    "separators \u2028::error::text\u2029".encode(),
    "tags \U000e0041\U000e0042".encode(),
]

TARGET = {"summary": "x", "escape": "text", "outputs": [{"format": "json", "for": "corpus", "path": "x.json"}]}


def in_yaml(word):
    """A YAML scalar that says these bytes; bytes that are not UTF-8 stand in it raw."""
    quoted = ""
    for c in word.decode("utf-8", "surrogateescape"):
        escape = ord(c) < 0x20 or c in '"\\' or (c not in " " and not c.isprintable() and not 0xDC80 <= ord(c) <= 0xDCFF)
        quoted += f"\\U{ord(c):08x}" if escape else c
    return b'"' + quoted.encode("utf-8", "surrogateescape") + b'"'


def is_utf8(word):
    try:
        word.decode("utf-8", "strict")
    except UnicodeDecodeError:
        return False
    return True


def yaml(value):
    """Flow YAML of dicts, lists, words (bytes) and plain text (str)."""
    if isinstance(value, dict):
        return b"{" + b", ".join(yaml(key) + b": " + yaml(item) for key, item in value.items()) + b"}"
    if isinstance(value, list):
        return b"[" + b", ".join(map(yaml, value)) + b"]"
    return in_yaml(value) if isinstance(value, bytes) else json.dumps(value).encode()


def faults(printed):
    """What is wrong with the bytes on a stream."""
    try:
        text = printed.decode("utf-8", "strict")
    except UnicodeDecodeError as problem:
        return [f"not UTF-8: {problem}"]
    found = [f"U+{ord(c):04X}" for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")]
    found += [f"a command: {line}" for line in text.split("\n") if line.lstrip().startswith("::")]
    return found


def for_each_word(test):
    """Runs a test for each word, in a folder of its own."""
    def run(self):
        root = self.root
        for number, word in enumerate(WORDS):
            self.root = root / str(number)
            self.write("corpus/A.txt", article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))
            with self.subTest(word=word):
                test(self, word)
    return run


class Quoting(scenario.Scenario):
    def see(self, *arguments, code, has=None):
        """Runs a command. Something is printed, all of it is printable, and `has` is there if given."""
        result = self.run_errpress(*arguments)
        both = result.stdout + result.stderr
        self.assertEqual(result.returncode, code, both)
        for printed in (result.stdout, result.stderr):
            self.assertEqual(faults(printed), [], both)
        self.assertNotEqual(both, b"")
        if has is not None:
            self.assertIn(has, both)
        return result

    def test_the_judge_sees_what_is_wrong(self):
        for word in WORDS:
            self.assertNotEqual(faults(word), [], word)
        for right in (b"", b"plain\n", "漢字 • naïve ::error\n".encode()):
            self.assertEqual(faults(right), [], right)

    @for_each_word
    def test_arguments(self, word):
        for arguments in (
            ["lint", word], ["lint", "--registry", word, "corpus"], ["lint", "--format", word, "corpus"],
            ["lint", "--fail-on", word, "corpus"], ["lint", "-j", word, "corpus"], ["lint", b"--" + word],
            ["lint", b"--" + word + b"=1"], ["lint", b"-z" + word], ["build", "--corpus", word], ["rule", word],
            ["rule", "wrong-code", word], ["build", "--corpus", "corpus", "--target", word],
            ["build", "--corpus", "corpus", "--templates", word], ["build", "--corpus", "corpus", word],
            ["view", word], ["view", "--registry", word, "corpus"], [word], [b"--" + word], [b"--version=" + word]):
            self.see(*arguments, code=2)

    @for_each_word
    def test_names_of_articles(self, word):
        folder = b"named " + word
        self.write(os.fsdecode(folder + b"/" + word + b".txt"), article("ERROR_A", 1, "  • ERROR_B (2, 0x3): wrong.\n\n"))
        self.write(os.fsdecode(folder + b"/two.txt"), article("ERROR_A", 2))
        os.symlink("nowhere", os.fsencode(self.root) + b"/" + folder + b"/to " + word + b".txt")
        self.see("lint", folder, code=1, has=b"hex-mismatch")
        self.see("lint", "--format", "json", folder, code=1)
        self.see("build", "--corpus", folder, code=1, has=b"nothing was written")
        self.see("view", folder, code=1)  # it lacks the article behind the broken link

    @for_each_word
    def test_a_folder_without_articles(self, word):
        self.write(os.fsdecode(b"empty " + word + b"/a." + word), "no article")
        self.see("lint", b"empty " + word, code=2, has=b"1 file does not end in .txt")
        os.mkdir(os.fsencode(self.root) + b"/" + word)
        self.see("lint", word, code=2, has=b"holds no files")

    @for_each_word
    def test_an_output_folder(self, word):
        build = ["build", "--corpus", "corpus", "--target", "json", "--out", word]
        self.see(*build, "--check", code=1, has=b"missing: ")
        self.see(*build, code=0, has=b"1 file written")
        self.see(*build, code=0, has=b"up to date")
        json_file = os.fsencode(self.root) + b"/" + word + b"/json/articles.json"
        with open(json_file, "ab") as file:
            file.write(b" ")
        self.see(*build, "--check", code=1, has=b"articles.json")
        self.see("build", "--corpus", "corpus", "--target", "markdown", "--out", word, code=0)
        os.rename(os.fsencode(self.root) + b"/" + word, os.fsencode(self.root) + b"/moved " + word)
        self.write(os.fsdecode(word), "a file")
        self.see(*build, code=2)

    @for_each_word
    def test_a_title_without_code(self, word):
        self.write("errpress.yaml", "rules: {hex-mismatch: off}\n")
        self.write(os.fsdecode(word + b".d/A.txt"), article("ERROR_A", 1).replace("0x1", "0x2"))
        self.see("build", "--corpus", word + b".d", code=1, has=b"numbers of the title differ")

    @for_each_word
    def test_words_of_an_article(self, word):
        related = b"  \xe2\x80\xa2 ERROR_B" + word + b" (2, 0x3): " + word + b"\n  \xe2\x80\xa2 " + word + b"\n\n"
        text = article("ERROR_A", 1).encode()
        text = text.replace(b"Something is wrong.", word).replace(b"Related Errors\n\n", b"Related Errors\n\n" + related)
        text = text.replace(b"Feb 21, 2026", word).replace(b"What ERROR_A means.", word + b"\n\n" + word + b"\n\n- " + word)
        self.write("corpus/A.txt", text)
        self.see("lint", "corpus", code=1)
        self.see("lint", "--format", "json", "corpus", code=1)
        self.see("build", "--corpus", "corpus", code=0)
        self.see("build", "--corpus", "corpus", code=0, has=b"up to date")
        shown = self.see("view", "corpus", code=0)
        self.assertEqual(json.loads(shown.stdout)["articles"][0]["name"], "ERROR_A")
        self.write("corpus/A.txt", word)
        self.see("lint", "corpus", code=1)
        self.see("view", "corpus", code=0, has=b"left out")

    @for_each_word
    def test_errpress_yaml(self, word):
        for config in (
            {word: "x"}, {"out": word, word: "x"}, {"corpus": [word]}, {"registry": word}, {"dialect": word},
            {"templates": word}, {"targets": [word]}, {"targets": {word: {"x": "y"}}}, {"targets": {"json": {word: "x"}}},
            {"targets": {"json": {"stem": word}}}, {"targets": [word, word]}, {"rules": {word: "error"}},
            {"rules": {"wrong-code": word}}, {"fail_on": word}, {"aliases": [word]}, {"corpus": {word: "x"}}):
            self.write("errpress.yaml", yaml({"corpus": ["corpus"], **config}))
            self.see("build", code=2)
        self.write("errpress.yaml", b"corpus: corpus\n" + word + b": x\n")
        self.see("build", code=2)
        self.write("errpress.yaml", b"corpus: corpus\nout: " + in_yaml(word) + b"\n")
        self.see("build", code=0 if is_utf8(word) else 2)

    @for_each_word
    def test_target_yaml_and_templates(self, word):
        def build(code=2):
            self.see("build", "--corpus", "corpus", "--templates", "t", "--target", "own", code=code)

        output = TARGET["outputs"][0]
        for manifest in (
            {**TARGET, word: "x"}, {**TARGET, "escape": word}, {**TARGET, "outputs": word}, {**TARGET, "options": word},
            {**TARGET, "options": {word: "x"}}, {**TARGET, "options": {"x": {"default": "x", "is": word}}},
            {**TARGET, "options": {"x": {"default": word, "is": "file_name"}}}, {**TARGET, "outputs": [{**output, word: "x"}]},
            {**TARGET, "outputs": [{**output, "format": word}]}, {**TARGET, "outputs": [{**output, "for": word}]},
            {**TARGET, "outputs": [{**output, "path": word}]},
            {**TARGET, "outputs": [{**output, "path": b"{{" + word + b"}}"}]},
            {**TARGET, "outputs": [{"template": word, "for": "corpus", "path": "x"}]}):
            self.write("t/own/target.yaml", yaml(manifest))
            build()
        self.write("t/own/target.yaml", yaml({**TARGET, "outputs": [{"template": "a.mustache", "for": "corpus", "path": "x"}]}))
        for template in (b"{{" + word + b"}}", b"{{> " + word + b"}}", b"{{#" + word + b"}}", b"{{/" + word + b"}}",
                         b"{{#escape." + word + b"}}", b"{{" + word):
            self.write("t/own/a.mustache", template)
            build()
        self.write("t/own/a.mustache", b"{{=" + word + b"=}}")
        self.run_and_judge("build", "--corpus", "corpus", "--templates", "t", "--target", "own")

    @for_each_word
    def test_names_in_a_folder_of_templates(self, word):
        folder = b"t " + word
        self.write(os.fsdecode(folder + b"/json/" + word + b".mustache"), "")
        self.write(os.fsdecode(folder + b"/" + word + b"/a.mustache"), "")
        build = ["build", "--corpus", "corpus", "--templates", folder, "--target", "json"]
        self.see(*build, code=0, has=b"not used by target")
        self.write(os.fsdecode(word + b"/json/x.mustache"), "")
        self.see("build", "--corpus", "corpus", "--templates", word, "--target", "json", code=0, has=b"not used by target")

    @for_each_word
    def test_a_registry_and_a_dialect(self, word):
        for name in (b"r " + word + b".tsv", b"r " + word + b".h"):
            self.write(os.fsdecode(name), b"ERROR_A\t" + word + b"\twin32\n" + word + b"\t1\twin32\n#define ERROR_B 9\n")
            self.run_and_judge("lint", "--registry", name, "corpus")
        self.write("dialect.yaml", yaml({"sections": [{"kind": word, "heading": word, word: word}], word: word}))
        self.write("errpress.yaml", "dialect: dialect.yaml\n")
        self.see("lint", "corpus", code=2)
        (self.root / "errpress.yaml").unlink()

    def run_and_judge(self, *arguments):
        result = self.run_errpress(*arguments)
        self.assertIn(result.returncode, (0, 1, 2))
        for printed in (result.stdout, result.stderr):
            self.assertEqual(faults(printed), [], result)

    @for_each_word
    def test_a_forged_manifest(self, word):
        self.run_errpress("build", "--corpus", "corpus", "--target", "json")
        manifest = (self.root / "out/.errpress/manifest").read_bytes()
        for forged in (manifest + b"0123456789abcdef  " + word + b"\n", manifest + b"----------------  " + word + b"\n",
                       manifest + word + b"\n", manifest.replace(b"manifest 1", b"manifest " + word), word + b"\n",
                       manifest + b"0123456789abcdef  z/" + word.replace(b"\n", b"")):
            for mode in ([], ["--check"]):
                self.write("out/.errpress/manifest", forged)
                self.run_and_judge("build", "--corpus", "corpus", "--target", "json", *mode)


if __name__ == "__main__":
    scenario.main()

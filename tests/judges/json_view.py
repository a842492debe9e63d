"""json_view.py ERRPRESS SCHEMA: the json target prints what the view's schema says, the same bytes as `errpress view`,
and the texts of hostile articles as they are, but for what is not text."""

import json
import pathlib
import sys

import target_support
from target_support import HOSTILE, SHIPPED, VARIETY, article, build, run_errpress, write

# Bytes of an article's message, and what the view makes of them.
MESSAGES = {
    b'" \\ / \\u0041 </script>': '" \\ / \\u0041 </script>',
    b"a\x01b\x1b[31m\x7f\x00": "a\ufffdb\ufffd[31m\ufffd\ufffd",
    b"\xff \xc3( \xed\xa0\x80": None,  # some U+FFFD; how many is the decoder's matter
    "Ä • 日本 😀".encode(): "Ä • 日本 😀",
    b"tab\tand   spaces": "tab and spaces",
    "line\u2028separator".encode(): "line separator",
}


def main():
    errpress, schema = sys.argv[1:]
    jsonschema = target_support.need_module("jsonschema")
    validator = jsonschema.Draft202012Validator(json.loads(pathlib.Path(schema).read_text()))
    jsonschema.Draft202012Validator.check_schema(validator.schema)
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        messages = {f"ERROR_{i}": article(f"ERROR_{i}", i, "?").encode().replace(b"?", text)
                    for i, text in enumerate(MESSAGES, 1)}
        corpora = {"shipped": SHIPPED, "variety": VARIETY, "hostile": HOSTILE, "empty": write(folder / "none", {}),
                   "messages": write(folder / "articles", messages)}
        for name, corpus in corpora.items():
            printed = (build(errpress, corpus, folder / name, "--target", "json") / "json" / "articles.json").read_bytes()
            document = json.loads(printed)
            for error in validator.iter_errors(document):
                judge.failures.append(f"{name}: {error.json_path}: {error.message[:300]}")
            judge.equal(len(document["articles"]), len(list(corpus.glob("*.txt"))), f"{name}: articles")
            shown = run_errpress(errpress, "view", "--isolated", "--allow-empty", corpus)
            judge.equal(shown.returncode, 0, f"{name}: exit code of errpress view")
            # The same document: what would not be visible on a terminal is escaped in what `view` prints.
            judge.check(json.loads(shown.stdout) == document, f"{name}: errpress view prints another document")
        for view, (text, wanted) in zip(document["articles"], MESSAGES.items()):
            judge.check("\ufffd" in view["message"] if wanted is None else view["message"] == wanted,
                        f"{text!r} became {view['message']!r}")
        judge.check(list(validator.iter_errors({"view_version": 3, "articles": []})), "the schema accepts another version")
        document["articles"][0]["code"]["value"] = -1
        judge.check(list(validator.iter_errors(document)), "the schema accepts a negative code")
        del document["articles"][0]["code"]
        judge.check(list(validator.iter_errors(document)), "the schema accepts an article without a code")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

"""markdown_front_matter.py ERRPRESS: PyYAML gives back the texts of an article from its page's front matter, as the
plain escaper leaves them."""

import pathlib
import sys

import target_support
from target_support import HOSTILE, SHIPPED, VARIETY, articles, build


def front_matter(view):
    fields = {"title": view["name"], "code": view["code"]["decimal"], "hex": view["code"]["hex"]}
    if view["message"]:
        fields["description"] = view["message"].translate(target_support.LOOKALIKES)
    if view["updated"]:
        fields["date"] = view["updated"]
    return {**fields, "disputed": view["disputed"]}


def main():
    [errpress] = sys.argv[1:]
    yaml = target_support.need_module("yaml")
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        for corpus in [SHIPPED, VARIETY, HOSTILE]:
            out = folder / corpus.name
            build(errpress, corpus, out, "--target", "markdown", "--target", "json")
            for view in articles(out):
                _, text, _ = (out / "markdown" / f"{view['name']}.md").read_text().split("---\n", 2)
                documents = list(yaml.safe_load_all(text))
                judge.equal(documents, [front_matter(view)], view["name"])
            _, text, _ = (out / "markdown" / "README.md").read_text().split("---\n", 2)
            judge.equal(yaml.safe_load(text), {"title": "Error codes"}, "index")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

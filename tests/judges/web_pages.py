"""web_pages.py ERRPRESS PACKAGES: what MDX 3 (as Docusaurus uses it) and the Vue compiler (as VitePress uses it) make of
every shipped page and index. Nothing that an article says is code, an expression, a component or a script; a visitor
reads the article's texts; and metadata is the plain escaper's. PACKAGES is the folder of the npm packages of web/."""

import json
import pathlib
import subprocess
import sys

import markdown_pages
import target_support
from target_support import HOSTILE, SHIPPED, VARIETY, articles, build

NOT_IN_METADATA = set("\\<>{}\"`")


def metadata(view):
    """What the front matter of an article's page says, but for the date, which readers take for one."""
    texts = {"title": view["name"], "code": view["code"]["decimal"], "hex": view["code"]["hex"],
             "description": (view["message"] or "").translate(target_support.LOOKALIKES)}
    return {**{key: text for key, text in texts.items() if text}, "disputed": view["disputed"]}


def read_pages(node, packages, pages):
    script = pathlib.Path(__file__).parent / "web" / "pages.mjs"
    done = subprocess.run([node, script, packages], input=json.dumps(pages), capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"pages.mjs failed: {done.stderr[-2000:]}")
    return json.loads(done.stdout)


def judge_page(judge, name, result, parts, wanted):
    judge.check(not result["ran"], f"{name}: text of the article ran as code")
    judge.check(result["error"] is None, f"{name}: does not compile: {result['error']}")
    if result["error"] is not None:
        return
    shown = result["html"].removeprefix("<div>").removesuffix("</div>")
    read = markdown_pages.elements(shown)
    at = next((i for i, pair in enumerate(zip(read, parts)) if pair[0] != pair[1]), min(len(read), len(parts)))
    judge.equal(read[at:][:4], parts[at:][:4], f"{name}, element {at}")
    found = {key: value for key, value in result["metadata"].items() if key != "date"}
    judge.equal(found, wanted, f"{name}: metadata")
    texts = "".join(str(value) for value in found.values())
    judge.check(not NOT_IN_METADATA & set(texts), f"{name}: metadata has {sorted(NOT_IN_METADATA & set(texts))}")


def main():
    errpress, packages = sys.argv[1:]
    [node] = target_support.need("node")
    if not (pathlib.Path(packages) / "installed.json").is_file():
        print("SKIPPED web_pages.py: its npm packages are missing; ./dev test installs them")
        return target_support.SKIPPED
    judge = target_support.Judge()
    pages, wanted = {}, {}
    with target_support.temporary_folder() as folder:
        for corpus in [SHIPPED, VARIETY, HOSTILE]:
            (pathlib.Path(folder) / corpus.name).mkdir()
            config = f"registry: ['{target_support.REGISTRY}']\n" if corpus == SHIPPED else ""
            config += "targets: {markdown: , json: }\n"
            out = build(errpress, corpus, pathlib.Path(folder) / corpus.name / "out", config=config)
            views = articles(out)
            for file in (out / "markdown").iterdir():
                pages[f"{corpus.name}/{file.name}"] = file.read_text()
            wanted.update({f"{corpus.name}/{view['name']}.md": (markdown_pages.page(view), metadata(view))
                           for view in views})
            wanted[f"{corpus.name}/README.md"] = (markdown_pages.index(views), {"title": "Error codes"})
    judge.equal(sorted(pages), sorted(wanted), "pages")
    for name, results in read_pages(node, packages, pages).items():
        for reader, result in results.items():
            judge_page(judge, f"{reader}: {name}", result, *wanted[name])
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

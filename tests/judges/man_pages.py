"""man_pages.py ERRPRESS READER: mandoc or groff is silent on every page and index, and shows all texts of the article,
in their order, and nothing else."""

import os
import pathlib
import re
import subprocess
import sys

import target_support
from target_support import HOSTILE, REGISTRY, SHIPPED, VARIETY, article, articles, build, write

ALIASED = {"ERROR_FIRST": 5, "STATUS_SECOND": 5, "ERROR_OTHER": 4}
# The fonts of -Tps lack most of Unicode; nothing else may be amiss on paper.
NO_GLYPH = re.compile(r"warning: can't find special character 'u[0-9A-F]+'$")


class Mandoc:
    def __init__(self, path):
        self.path = path

    def complaints(self, file):
        done = subprocess.run([self.path, "-T", "lint", "-W", "style", file], capture_output=True, text=True)
        return (done.stdout + done.stderr).splitlines()

    def show(self, file):
        """The page as text, wide enough that no word is broken."""
        options = ["-T", "utf8", "-O", "width=500,indent=1"]
        return subprocess.run([self.path, *options, file], capture_output=True, check=True).stdout


class Groff:
    def __init__(self, path):
        self.path = path

    def run(self, file, *options):
        environment = dict(os.environ, GROFF_NO_SGR="1")
        return subprocess.run([self.path, "-man", "-ww", *options, file], capture_output=True, env=environment)

    def complaints(self, file):
        lines = [line for device in ["-Tutf8", "-Tps"] for line in self.run(file, "-z", device).stderr.decode().splitlines()]
        return [line for line in lines if not NO_GLYPH.search(line)]

    def show(self, file):
        return self.run(file, "-Tutf8", "-rLL=30000n", "-rLT=78n").stdout


def shown(page):
    """What a page shows between header and footer, without white space."""
    text = re.sub(".\x08", "", page.decode())
    lines = [line for line in text.split("\n") if line.strip()]
    return squeezed("".join(lines[1:-1]))


def squeezed(text):
    return "".join(text.split())


def findings(view):
    return "".join(f"\u2022{finding['message']}{''.join(finding['notes'])}" for finding in view["findings"])


def reference(view):
    if view["name"] is None:
        text = "\u2022" + ("(disputed)" if view["disputed"] else "") + view["text"]
    else:
        text = view["name"] + ("(7)" if view["documented"] else "")
        if view["disputed"]:
            text += f"(code disputed){':' if view['description'] else ''}"
        elif view["code"]:
            text += f"({view['code']['decimal']},{view['code']['hex']}){':' if view['description'] else ''}"
        text += view["description"] or ""
    return text + findings(view)


def mark(view):
    return "(disputed)" if view["disputed"] else ""


def block(view):
    kind = view["kind"]
    if kind in ("paragraph", "subheading"):
        return mark(view) + view["text"] + findings(view)
    if kind == "question":
        return mark(view) + view["question"] + (view["answer"] or "") + findings(view)
    if kind == "references":
        return "".join(map(reference, view["references"]))
    if kind == "fields":
        return "".join(item["label"] + mark(item) + item["text"] + findings(item) for item in view["items"])
    return "".join(("\u2022" if kind == "bullets" else f"{item['number']}.") + mark(item)
                   + (f"{item['label']}:" if item["label"] is not None else "") + item["text"] + findings(item)
                   for item in view["items"])


def page(view):
    code = view["code"]
    text = f"NAME{view['name']},{code['value']},{code['hex']}-{view['message'] or 'errorcode' + code['decimal']}"
    if view["disputed"]:
        text += "DISPUTEDSome codes on this page are disputed:" + findings(view)
    for section in view["sections"]:
        text += section["heading"] or "DESCRIPTION"
        text += "".join(map(block, section["blocks"]))
    return squeezed(text)


def index(views):
    text = "NAMEerrors-index of error codesDESCRIPTIONEvery documented error, in order of its code."
    owners, aliases = {}, ""
    for view in views:
        value = view["code"]["value"]
        if owners.setdefault(value, view) is not view:
            aliases += f"{view['name']}(7){value}(0x{value:X}), another name for the same code."
    for value in sorted(owners):
        view = owners[value]
        text += f"{view['name']}(7){value}(0x{value:X}){':' if view['message'] else ''}{view['message'] or ''}"
        text += "(disputed)" if view["disputed"] else ""
    return squeezed(text + aliases)


def main():
    errpress, name = sys.argv[1:]
    [path] = target_support.need(name)
    reader = Mandoc(path) if name == "mandoc" else Groff(path)
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        corpora = {"shipped": SHIPPED, "variety": VARIETY, "hostile": HOSTILE, "empty": write(folder / "none", {}),
                   "aliased": write(folder / "articles", {name: article(name, code) for name, code in ALIASED.items()})}
        for name, corpus in corpora.items():
            (folder / name).mkdir()
            config = f"registry: ['{REGISTRY}']\n" if name == "shipped" else ""
            config += "aliases: [[ERROR_FIRST, STATUS_SECOND]]\ntargets: {man: , json: }\n"
            out = build(errpress, corpus, folder / name / "out", config=config)
            views = articles(out)
            wanted = {view["name"]: page(view) for view in views} | {"errors": index(views)}
            files = {file.stem: file for file in (out / "man" / "man7").iterdir()}
            judge.equal(sorted(files), sorted(wanted), f"{name}: pages")
            for stem, file in files.items():
                judge.equal(reader.complaints(file), [], f"{name}/{stem}.7")
                got = shown(reader.show(file))
                at = len(os.path.commonprefix([got, wanted[stem]]))
                judge.equal(got[at:at + 80], wanted[stem][at:at + 80], f"{name}/{stem}.7, after {got[max(at - 40, 0):at]!r}")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

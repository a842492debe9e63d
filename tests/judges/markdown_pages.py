"""markdown_pages.py ERRPRESS: every page and index, read by cmark-gfm with all its extensions, has the elements that its
article's view calls for, with its texts, and no others. Links lead to files that are there."""

import html.parser
import pathlib
import subprocess
import sys

import target_support
from escape_support import one_spaced
from target_support import HOSTILE, SHIPPED, VARIETY, articles, build

EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
ALIASED = {"ERROR_FIRST": 5, "STATUS_SECOND": 5, "ERROR_OTHER": 4}


class Elements(html.parser.HTMLParser):
    """HTML as a list of texts, which are str, and of tags, which are tuples: ("a", ("href", "x.md")), ("/a",). <code> is
    left out, and so is <p> in a list: both change nothing of what a page says."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.items = 0

    def handle_starttag(self, tag, attrs):
        self.items += tag == "li"
        if tag == "p" and self.items:
            self.parts.append(" ")
        elif tag != "code" or attrs:
            self.parts.append((tag, *attrs))

    def handle_endtag(self, tag):
        self.items -= tag == "li"
        if tag != "code" and not (tag == "p" and self.items):
            self.parts.append(("/" + tag,))

    def handle_data(self, data):
        self.parts.append(data)

    def handle_comment(self, data):
        self.parts.append(("!--", data))

    def handle_decl(self, decl):
        self.parts.append(("!", decl))

    def handle_pi(self, data):
        self.parts.append(("?", data))


def tidy(parts):
    """Neighbouring texts as one, with single spaces, and none that is empty. Two lists of a kind in a row are one list
    for Markdown."""
    text, result = "", []
    for part in [*parts, ("end",)]:
        if isinstance(part, str):
            text += part.replace("\ufeff", "")  # readers drop this mark at a file's start
            continue
        result += [one_spaced(text)] if one_spaced(text) else []
        text = ""
        if result and part in (("ul",), ("ol",)) and result[-1] == ("/" + part[0],):
            result.pop()
        else:
            result.append(part)
    return result[:-1]


def elements(markup):
    parser = Elements()
    parser.feed(markup)
    parser.close()
    return tidy(parser.parts)


def tag(name, *inner, attributes=()):
    return [(name, *attributes), *inner, ("/" + name,)]


def link(name):
    return tag("a", name, attributes=[("href", f"{name}.md")])


def nested(findings):
    """A list of findings, each with its notes."""
    items = [part for finding in findings for part in tag("li", finding["message"], *(
        tag("ul", *(part for note in finding["notes"] for part in tag("li", note))) if finding["notes"] else []))]
    return tag("ul", *items) if items else []


def label(item):
    return tag("strong", item["label"] + ":") if item["label"] is not None else []


def reference(view):
    warning = "\u26a0\ufe0f" if view["disputed"] else ""
    if view["name"] is None:
        parts = [warning, *(tag("strong", "disputed:") if view["disputed"] else []), view["text"]]
    else:
        parts = link(view["name"]) if view["documented"] else [view["name"]]
        parts += [" " + warning, *tag("strong", "code disputed")] if view["disputed"] else []
        rest = ""
        if view["code"] and not view["disputed"]:
            rest += f" ({view['code']['decimal']}, {view['code']['hex']})"
        rest += f": {view['description']}" if view["description"] is not None else ""
        parts.append(rest)
    return tag("li", *parts, *nested(view["findings"]))


def mark(view):
    """In front of a text with a disputed code."""
    return ["\u26a0\ufe0f ", *tag("strong", "disputed:"), " "] if view["disputed"] else []


def quoted(view):
    """Behind a paragraph or a question with a disputed code."""
    return tag("blockquote", *nested(view["findings"])) if view["findings"] else []


def block(view):
    kind = view["kind"]
    if kind == "paragraph":
        return tag("p", *mark(view), view["text"]) + quoted(view)
    if kind == "subheading":
        return tag("h3", view["text"])
    if kind == "question":
        question = tag("p", *mark(view), *(tag("strong", view["question"]) if view["question"] else []))
        return ((question if view["question"] or view["disputed"] else [])
                + (tag("p", view["answer"]) if view["answer"] is not None else []) + quoted(view))
    if kind == "references":
        return tag("ul", *(part for entry in view["references"] for part in reference(entry)))
    items = [part for item in view["items"] for part in tag("li", *mark(item), *label(item), item["text"], *nested(item["findings"]))]
    return tag("ol" if kind == "steps" else "ul", *items)


def row(cell, *texts):
    return tag("tr", *(part for text in texts for part in tag(cell, *(text if isinstance(text, list) else [text]))))


def table(head, rows):
    body = [part for texts in rows for part in row("td", *texts)]
    return tag("table", *tag("thead", *row("th", *head)), *(tag("tbody", *body) if body else []))


def page(view):
    code = view["code"]
    updated = [view["updated"]] if view["updated"] else []
    parts = tag("h1", view["name"])
    if view["message"]:
        parts += tag("p", *tag("strong", view["message"]))
    parts += table(["Decimal", "Hexadecimal"] + ["Updated"] * len(updated), [[code["decimal"], code["hex"], *updated]])
    if view["disputed"]:
        parts += tag("blockquote", *tag("p", "[!WARNING] Some codes on this page are disputed:"),
                     *nested(view["findings"]))
    for section in view["sections"]:
        parts += tag("h2", section["heading"]) if section["heading"] is not None else []
        parts += [part for entry in section["blocks"] for part in block(entry)]
    return tidy(parts)


def index(views):
    by_code = {}
    for view in views:
        by_code.setdefault(view["code"]["value"], view)
    in_order = sorted(by_code.values(), key=lambda view: view["code"]["value"])
    in_order += [view for view in views if by_code[view["code"]["value"]] is not view]

    def name(view):
        return link(view["name"]) + (["\u26a0\ufe0f disputed"] if view["disputed"] else [])

    def codes(view):
        value = view["code"]["value"]
        return [str(value), f"0x{value:X}"]

    return tidy(tag("h1", "Error codes") + tag("h2", "By name")
                  + table(["Name", "Decimal", "Hexadecimal", "Message"],
                          [[name(view), *codes(view), view["message"] or ""] for view in views])
                  + tag("h2", "By code")
                  + table(["Decimal", "Hexadecimal", "Name"], [[*codes(view), name(view)] for view in in_order]))


def main():
    [errpress] = sys.argv[1:]
    [cmark] = target_support.need("cmark-gfm")
    command = [cmark, "--unsafe", *(word for extension in EXTENSIONS for word in ("-e", extension))]
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        aliased = {name: target_support.article(name, code) for name, code in ALIASED.items()}
        corpora = {"shipped": SHIPPED, "variety": VARIETY, "hostile": HOSTILE,
                   "aliased": target_support.write(folder / "articles", aliased),
                   "empty": target_support.write(folder / "none", {})}
        for name, corpus in corpora.items():
            (folder / name).mkdir()
            config = f"registry: ['{target_support.REGISTRY}']\n" if name == "shipped" else ""
            config += "aliases: [[ERROR_FIRST, STATUS_SECOND]]\ntargets: {markdown: , json: }\n"
            out = build(errpress, corpus, folder / name / "out", config=config)
            views = articles(out)
            wanted = {view["name"]: page(view) for view in views}
            wanted["README"] = index(views)
            files = {file.stem: file for file in (out / "markdown").iterdir()}
            judge.equal(sorted(files), sorted(wanted), f"{name}: pages")
            for stem, parts in wanted.items():
                _, front_matter, body = files[stem].read_text().split("---\n", 2)
                judge.check(front_matter, f"{stem}: front matter")
                got = subprocess.run(command, input=body.encode(), capture_output=True, check=True).stdout.decode()
                read = elements(got)
                at = next((i for i, pair in enumerate(zip(read, parts)) if pair[0] != pair[1]), min(len(read), len(parts)))
                judge.equal(read[at:][:4], parts[at:][:4], f"{name}/{stem}.md, element {at}")
                for part in read:
                    if not isinstance(part, str) and part[0] == "a":
                        target = dict(part[1:]).get("href", "")
                        judge.check((out / "markdown" / target).is_file(), f"{stem}.md: {part} leads nowhere")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

"""escape_markdown.py PRINTER ESCAPER READER: every hostile text, in every place that a template may put a value,
through cmark or cmark-gfm with all its extensions. A reader must see the cleaned text and no element but the
template's own and <code>."""

import html.parser
import subprocess
import sys

import escape_support

EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]

# name: (what stands before the value, what follows it, the elements around "...", which stands for the value's text)
PLACES = {
    "paragraph": ("", "", "<p>...</p>"),
    "second line": ("one\n", "", "<p>one ...</p>"),
    "first of two lines": ("", "\ntwo", "<p>... two</p>"),
    "twice": ("", "", "<p>...</p>"),
    "within a sentence": ("a ", " z", "<p>a ... z</p>"),
    "glued to letters": ("a", "z", "<p>a...z</p>"),
    "after a bracket": ("x (", ") y", "<p>x (...) y</p>"),
    "bullet": ("- ", "", "<ul><li>...</li></ul>"),
    "nested bullet": ("- a\n  - ", "", "<ul><li>a<ul><li>...</li></ul></li></ul>"),
    "step": ("1. ", "", "<ol><li>...</li></ol>"),
    "quote": ("> ", "", "<blockquote><p>...</p></blockquote>"),
    "quoted bullet": ("> - ", "", "<blockquote><ul><li>...</li></ul></blockquote>"),
    "heading": ("## ", "", "<h2>...</h2>"),
    "strong": ("**", ":** z", "<p><strong>...:</strong> z</p>"),
    "link text": ("see [", "](x.md) z", "<p>see <a href=x.md>...</a> z</p>"),
    "after a link": ("[x](x.md)", " z", "<p><a href=x.md>x</a>... z</p>"),
    "after code": ("`x` ", " z", "<p>x ... z</p>"),
    "cell": ("| a | b |\n| --- | --- |\n| ", " | z |",
             "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
             "<tbody><tr><td>...</td><td>z</td></tr></tbody></table>"),
}
RULE = ["<hr>"]
NOT_WITH_CMARK = {"cell"}
MAY_BE_BLANK = {"within a sentence", "glued to letters", "after a bracket", "after code", "cell"}


class Skeleton(html.parser.HTMLParser):
    """HTML as a list of tags and texts; <code> is left out, since it changes nothing of what a reader reads."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = [""]

    def handle_starttag(self, tag, attrs):
        if tag != "code" or attrs:
            self.parts += ["<" + tag + "".join(f" {k}={v}" for k, v in attrs) + ">", ""]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag != "code":
            self.parts += [f"</{tag}>", ""]

    def handle_data(self, data):
        self.parts[-1] += data

    def handle_comment(self, data):
        self.parts += [f"<!--{data}-->", ""]

    def handle_decl(self, decl):
        self.parts += [f"<!{decl}>", ""]

    def handle_pi(self, data):
        self.parts += [f"<?{data}>", ""]


def skeleton(markup, value=None):
    parser = Skeleton()
    parser.feed(markup.replace("\ufeff", ""))  # readers drop this mark at a file's start
    parser.close()
    parts = parser.parts
    if value is not None:
        value = value.replace("\ufeff", "")
        parts = [part.replace("...", value) if not part.startswith("<") else part for part in parts]
    return [text for text in map(escape_support.one_spaced, parts) if text]


def render(reader, options, document):
    return subprocess.run([reader, *options], input=document, check=True, capture_output=True).stdout.decode()


def may_stand(place, text):
    """A place that is nothing without its value is the template's matter, and so is emphasis that begins at white space
    (CommonMark does not take that for emphasis, and asks Unicode what white space is)."""
    if place in MAY_BE_BLANK:
        return True
    return text.strip(" ") != "" and not (place == "strong" and text[0].isspace())


def check(place, texts, cleaned, outs, run):
    """What went wrong, one string a fault. All texts go through one document, with rules between them."""
    _, after, markup = PLACES[place]

    def faults(cases):
        wanted = [skeleton(markup, seen) for _, seen, _ in cases]
        wanted = [part for i, parts in enumerate(wanted) for part in (RULE if i else []) + parts]
        got = skeleton(run(b"***\n\n".join(out + after.encode() + b"\n\n" for _, _, out in cases)))
        return [] if got == wanted else [f"wanted  {wanted!r}\n  got     {got!r}"]

    cases = [case for case in zip(texts, cleaned, outs) if may_stand(place, case[1])]
    return [f"{place}: {text!r}\n  printed {out + after.encode()!r}\n  {fault}"
            for (text, _, out), fault in escape_support.failures_among(cases, faults)]


def main():
    printer, escaper, reader = sys.argv[1:]
    [path] = escape_support.need(reader)
    options = ["--unsafe"] + (["--smart"] if escaper == "markdown" else [])
    if reader == "cmark-gfm":
        options += [word for extension in EXTENSIONS for word in ("-e", extension)]
    texts = escape_support.hostile_texts(printer)
    cleaned = escape_support.clean(printer, texts)
    failures = []
    checks = 0
    for place, (before, *_) in PLACES.items():
        if reader == "cmark" and place in NOT_WITH_CMARK:
            continue
        outs = escape_support.escape(printer, escaper, [(before.encode(), text) for text in texts])
        if place == "twice":
            outs = escape_support.escape(printer, escaper, zip(outs, texts))
        seen = [text * 2 if place == "twice" else text for text in cleaned]
        failures += check(place, texts, seen, outs, lambda document: render(path, options, document))
        checks += len(texts)
    return escape_support.report(failures, checks)


if __name__ == "__main__":
    sys.exit(main())

"""The three corpora that faults.py runs on: as small as they can be, since every allocation of a run is made to fail."""

import os

SECTIONS = """
Updated: Feb 21, 2026

Technical Meaning

What {name} means.

Related Errors

{related}
Summary

The end.
"""

REGISTRY = "ERROR_A\t5\twin32\nERROR_B\t6\twin32\nERROR_C\t7\twin32\n"
CONFIG = "corpus: articles\nregistry: codes.tsv\nout: out\ntargets: [markdown, json]\n"


def article(name, code, related="", hexadecimal=None):
    return f"{name} - {code} (0x{code if hexadecimal is None else hexadecimal:X})\n\nA message.\n" + SECTIONS.format(
        name=name, related=related)


def clean():
    return {
        "errpress.yaml": CONFIG,
        "codes.tsv": REGISTRY,
        "articles/A.txt": article("ERROR_A", 5, "  • ERROR_B (6, 0x6): another.\n\n"),
        "articles/more/B.txt": article("ERROR_B", 6),
    }


def with_findings():
    """Wrong codes, unknown names and repeated entries; none that stops a build."""
    related = "  • ERROR_B (7, 0x7): a wrong code.\n\n  • ERROR_NONE (9): no such name.\n\n  • ERROR_B (6): again.\n\n"
    files = clean()
    files["errpress.yaml"] = CONFIG.replace("[markdown, json]", "\n  cpp:\n    namespace: codes\n  man:")
    files["articles/A.txt"] = article("ERROR_A", 5, related)
    files["articles/C.txt"] = article("ERROR_C", 7, "- ERROR_A(6).ERROR_B(5): glued.\n").replace("Summary", "Sumary")
    return files


def hostile():
    """Bytes that are no text, text that is markup and code, a link; templates of its own. None stops a build."""
    files = clean()
    files["articles/bytes.txt"] = (b"\xef\xbb\xbfERROR_X - 1 (0x1)\r\n\0\xff\xfe\x1b]0;x\x07\n" + b"\xe2\x80\xae" * 9 +
                                   b"\n- a: \xc3")
    files["articles/markup.txt"] = article("ERROR_M", 8, "- ERROR_A(5): <script>{{x}} */ \\ `$(id)`\n").replace(
        "What", ".TH\n\n::error file=x::y\n\nexport const a = 1\n\nWhat")
    files["articles/link"] = ("more",)
    files["errpress.yaml"] = CONFIG.replace("[markdown, json]", "[markdown, man, own]") + "templates: templates\n"
    files["templates/own/target.yaml"] = ("summary: own\nescape: html\noptions: {title: \"<&>\"}\noutputs:\n"
                                          "  - {template: a.mustache, for: article, path: \"{{name}}.html\"}\n")
    files["templates/own/a.mustache"] = "{{title}} {{name}}{{#sections}}{{>b}}{{/sections}}\n"
    files["templates/own/b.mustache"] = "{{#heading}}{{heading}}: {{/heading}}{{#blocks}}{{kind}} {{/blocks}}\n"
    return files


CORPORA = {"clean": clean, "findings": with_findings, "hostile": hostile}


def write_corpus(name, root):
    for path, data in CORPORA[name]().items():
        place = os.path.join(root, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if isinstance(data, tuple):
            os.symlink(data[0], place)
            continue
        with open(place, "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())

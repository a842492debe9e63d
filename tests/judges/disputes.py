"""disputes.py ERRPRESS: a code that findings put in doubt is printed as a fact nowhere, in no target, and one that is
right is printed with its numbers and its link."""

import pathlib
import re
import sys

import target_support
from target_support import REGISTRY, SHIPPED, article, articles, build, write

# The references of the shipped articles: all of them are wrong.
WRONG = {
    "ERROR_IPSEC_IKE_NEGOTIATION_FAILED": (13890, 0x3642),
    "ERROR_IPSEC_POLICY_NOT_FOUND": (13875, 0x363B),
    "ERROR_IPSEC_MM_POLICY_NOT_FOUND": (13002, 0x32C9),
    "ERROR_IPSEC_MM_POLICY_INVALID": (13004, 0x32CC),
    "ERROR_IPSEC_INVALID_POLICY": (13002, 0x32CA),
    "ERROR_IPSEC_NO_POLICY": (13004, 0x32CC),
    "ERROR_IPSEC_KEYING_CHANNEL_QUERY_FAILED": (13006, 0x32CE),
}
# Nothing in the corpus contradicts these, so without a registry nobody can tell.
UNDOUBTED = {"ERROR_IPSEC_IKE_NEGOTIATION_FAILED", "ERROR_IPSEC_KEYING_CHANNEL_QUERY_FAILED"}
MANY = 60  # more than a rule lists in one article


def entries(text, target):
    """A page's entries of related errors: each with what belongs to it, as one piece of text."""
    start = {"markdown": "## Related Errors\n", "man": '.SH "Related Errors"\n'}[target]
    section = re.split(r"^(?:## |\.SH )", text.split(start)[1], flags=re.MULTILINE)[0]
    return re.split({"markdown": "^- ", "man": r"^\.TP\n"}[target], section, flags=re.MULTILINE)[1:]


def plain(text):
    """Without what Markdown and roff need, so that names can be looked for."""
    return text.replace("\\:", "").replace("`", "").replace("\n", " ")


def check_wrong(judge, entry, name, decimal, hexadecimal, explained=True):
    head, *findings = re.split(r"\n  - |\n\.RS\n", entry)
    judge.check("code disputed" in head, f"{name} is not marked: {head!r}")
    for number in [str(decimal), f"0x{hexadecimal:X}"]:
        judge.check(number not in head, f"{name} has {number} printed beside it: {head!r}")
    if explained:
        judge.check(findings and any(name in plain(finding) for finding in findings), f"{name}: no reason is given")


def check_page(judge, page, target, wrong, explained=True):
    found = entries(page.read_text(), target)
    for name, (decimal, hexadecimal) in wrong.items():
        matching = [entry for entry in found if name in plain(entry.split("\n  - ")[0].split("\n.RS\n")[0])]
        judge.equal(len(matching), 1, f"{page.name}: entries of {name}")
        for entry in matching:
            check_wrong(judge, entry, name, decimal, hexadecimal, explained)


def check_shipped(judge, errpress, folder, registry):
    config = f"registry: ['{REGISTRY}']\ntargets: {{markdown: , man: , json: , cpp: }}\n" if registry else None
    folder.mkdir()
    out = build(errpress, SHIPPED, folder / "out", config=config)
    seen = {}
    for view in articles(out):
        wrong = {reference["name"]: WRONG[reference["name"]] for reference in view["references"]}
        seen.update(wrong)
        if registry:
            check_page(judge, out / "markdown" / f"{view['name']}.md", "markdown", wrong)
            check_page(judge, out / "man" / "man7" / f"{view['name']}.7", "man", wrong)
        for reference in view["references"]:
            doubted = registry or reference["name"] not in UNDOUBTED
            judge.check(bool(reference["findings"]) == reference["disputed"] == doubted,
                        f"{reference['name']}: disputed in json where it should not be, or the other way round")
        if registry:
            judge.check(not view["disputed"], f"{view['name']} is right and is called disputed")
    judge.equal(sorted(seen), sorted(WRONG), "references of the shipped articles")
    header = (out / "include" / "errors.hpp").read_text()
    for name in WRONG:
        judge.check(name not in header, f"{name} has no article and is in the header")


def check_many(judge, errpress, folder):
    """Past the findings that a rule lists in a file, references are marked all the same."""
    rows = [line.split("\t") for line in REGISTRY.read_text().splitlines() if line and not line.startswith("#")]
    wrong = {name: (int(code, 16) + 70000, int(code, 16) + 70000) for name, code, _ in rows[20:20 + MANY]}
    related = "".join(f"  • {name} ({number}, 0x{number:X}): Text.\n" for name, (number, _) in wrong.items())
    write(folder / "corpus", {"ERROR_MANY": article("ERROR_MANY", 5000, body=f"Related Errors\n\n{related}")})
    out = build(errpress, folder / "corpus", folder / "out", "--registry", REGISTRY)
    check_page(judge, out / "markdown" / "ERROR_MANY.md", "markdown", wrong, explained=False)
    check_page(judge, out / "man" / "man7" / "ERROR_MANY.7", "man", wrong, explained=False)


def check_right(judge, errpress, folder):
    """The other side: what is right is a fact, with its link."""
    texts = {
        "ERROR_ACCESS_DENIED": article("ERROR_ACCESS_DENIED", 5, body=(
            "Related Errors\n\n  • ERROR_FILE_NOT_FOUND (2, 0x2): Right, and documented.\n"
            "  • ERROR_INVALID_DATA (13, 0xD): Right.\n")),
        "ERROR_FILE_NOT_FOUND": article("ERROR_FILE_NOT_FOUND", 2),
    }
    write(folder / "corpus", texts)
    out = build(errpress, folder / "corpus", folder / "out", "--registry", REGISTRY)
    markdown = entries((out / "markdown" / "ERROR_ACCESS_DENIED.md").read_text(), "markdown")
    judge.equal([entry.strip() for entry in markdown],
                ["[ERROR_FILE_NOT_FOUND](ERROR_FILE_NOT_FOUND.md) (`2`, `0x2`): Right, and documented.",
                 "ERROR_INVALID_DATA (`13`, `0xD`): Right."], "markdown entries")
    man = entries((out / "man" / "man7" / "ERROR_ACCESS_DENIED.7").read_text(), "man")
    judge.equal([entry.strip() for entry in man],
                [".BR ERROR_FILE_NOT_FOUND (7)\n(2, 0x2):\nRight, and documented.",
                 ".B ERROR_INVALID_DATA\n(13, 0xD):\nRight."], "manual page's entries")
    for file in out.rglob("*.*"):
        if ".errpress" not in file.parts and file.suffix != ".json":
            text = file.read_text().replace("disputed: false", "").lower()
            judge.check("disputed" not in text, f"{file.name} calls something disputed")


def main():
    [errpress] = sys.argv[1:]
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        check_shipped(judge, errpress, folder / "with a registry", True)
        check_shipped(judge, errpress, folder / "without", False)
        check_many(judge, errpress, folder / "many")
        check_right(judge, errpress, folder / "right")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

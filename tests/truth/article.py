"""Right articles: every section and form of the dialect, filled with sentences of which all facts are true."""

import functools
import pathlib
import sys

try:
    import yaml
except ImportError:
    print("SKIPPED truth: python3-yaml is missing", file=sys.stderr)
    sys.exit(77)

import filler
import forms
from claim_site import Site

DIALECT = pathlib.Path(__file__).resolve().parents[2] / "corpus/dialect.yaml"

# Forms of related errors. What follows the entry is its description.
ENTRIES = ["{name} ({dec})", "{name}", "{name} ({dec}, {hex})", "{name} ({hex})", "{name} ({dec} - {hex})", "{name} ({dec} / {hex})",
           "{name} ({hex}, {dec})", "{name} ({hex8})", "{name} ({dec}; {hex})", "{name} ({dec} = {hex})", "{name} ({dec} or {hex})",
           "{name} ({dec} | {hex})", "{name} ({dec}L)", "{name} ({lower})", "{name} [{dec}]", "{name}（{dec}）", "{name}\u00a0({dec})",
           "{name} ({dec}, {hex}, see below)", "{name} (code {dec})", "{name} (decimal {dec}, hex {hex})", "{name} (error {dec})",
           "{name} ({dec}, which is {hex})"]
# How often each is seen in real corpora; the others are rare.
ENTRY_WEIGHTS = [77, 26, 38, 21, 4, 2] + [4] * 16
DESCRIBED = [": ", " - ", ": ", " – "]

# Lists of fields in Error Details, as in dialect.yaml.
FIELDS = [["Error Name: {name}", "Numeric Code: {dec} ({hex})", "Hex Code: {hex}"],
          ["Symbolic Name: {name}", "Error Code: {dec}", "Hexadecimal: {hex}"],
          ["Error Name: {name}", "Decimal: {dec}", "Hex: {bare}"],
          ["Numeric Value: {dec}", "Hexadecimal Value: {bare}"],
          ["Code: {hex}", "Decimal Code: {dec}"],
          ["Error Number: {dec}", "Hex Value: {hex8}"],
          ["Error Name: {name}", "Numeric Code: {dec}", "Hexadecimal Code: {lower}"],
          ["Error Code: {hex} ({dec})", "Decimal Value: {dec}"]]


@functools.lru_cache
def dialect():
    """The templates, as lists of (kind, heading, role)."""
    data = yaml.safe_load(DIALECT.read_text("utf-8"))
    sections = {s["kind"]: (s["kind"], s["heading"], s.get("role", "prose")) for s in data["sections"]}
    return [[sections[kind] for kind in template["sections"]] for template in data["templates"]]


class Article:
    """Blocks are (kind, content): heading, paragraph and table hold one list of parts; bullets, steps and entries a list of
    such lists; question holds two. A part is text or a Site."""

    def __init__(self, family, error, style):
        self.family, self.error, self.style = family, error, style
        self.blocks, self.sites = [], []
        self.collapsed, self.glued, self.wrapped, self.bare_questions = False, False, False, False
        self.path = f"{family.name}/{error[0]}.txt"  # below the project

    def site(self, grade, text, errors, **more):
        site = Site(grade, text, self.family, errors, style=self.style, **more)
        self.sites.append(site)
        return site

    def structure(self, text):
        return self.site("structure", text.replace("{", "{{").replace("}", "}}"), [])


def make(rng, family, error, related, statements, innocents, style=""):
    """An article of `error` that lists `related` and holds the forms given, with their errors."""
    article = Article(family, error, style)
    article.collapsed = rng.random() < 0.4
    article.glued = article.collapsed and rng.random() < 0.4
    article.wrapped = not article.collapsed and rng.random() < 0.15
    article.bare_questions = rng.random() < 0.05
    article.blocks = [("title", [article.site("title", "{name} - {dec} ({hex})", [error], form="title")]),
                      ("paragraph", [rng.choice(filler.MESSAGES)]),
                      ("paragraph", [article.structure(f"Updated: {rng.choice(filler.DATES)}")])]
    template = rng.choice(dialect())
    prose = [kind for kind, _, role in template if role == "prose"]
    placed = {kind: [] for kind in prose}
    questions = []
    for item in statements + innocents:
        if item[0].text.endswith("?") and item[0].own:
            questions.append(item)
        else:
            placed[rng.choice(prose)].append(item)
    for kind, heading, role in template:
        article.blocks.append(("heading", [article.structure(heading)]))
        if role == "references":
            _entries(rng, article, related)
        elif role == "faq":
            _faq(rng, article, questions)
        else:
            _prose(rng, article, kind, placed[kind])
    return article


def _entries(rng, article, related):
    lines = []
    for error in related:
        form = rng.choices(ENTRIES, ENTRY_WEIGHTS)[0]
        described = ": " if article.glued else rng.choice(DESCRIBED)
        lines.append([article.site("entry", form, [error], form="entry " + form), described + rng.choice(filler.DESCRIPTIONS)])
    article.blocks.append(("entries", lines))
    if rng.random() < 0.1 and not article.glued:
        article.blocks.append(("paragraph", [rng.choice(filler.SENTENCES)]))


def _faq(rng, article, questions):
    for item in questions:
        article.blocks.append(("question", ([_sited(rng, article, item)], [rng.choice(filler.SENTENCES)])))
    for question in rng.sample(filler.QUESTIONS, 2):
        article.blocks.append(("question", ([question], [rng.choice(filler.SENTENCES)])))


def _sited(rng, article, item):
    form, errors = item
    return article.site(form.grade, form.text, errors, own=form.own, numbers=forms.random_numbers(rng), group=form.group, form=form.text)


def _prose(rng, article, kind, items):
    if kind == "error_details" and rng.random() < 0.4:
        fields = [[article.site("field", form, [article.error], own=True, form="field " + form)] for form in rng.choice(FIELDS)]
        article.blocks.append(("bullets", fields))
    else:
        article.blocks.append(("paragraph", [" ".join(rng.sample(filler.SENTENCES, 2))]))
    steps = kind in ("how_to_diagnose", "how_to_resolve")
    if steps or rng.random() < 0.2:
        article.blocks.append(("paragraph", [rng.choice(filler.INTRODUCTIONS)]))
        article.blocks.append(("steps" if steps else "bullets", [[text] for text in rng.sample(filler.BULLETS, 3)]))
        article.blocks.append(("paragraph", [rng.choice(filler.SENTENCES)]))
    if kind == "common_causes" and not article.collapsed and rng.random() < 0.1:
        article.blocks += [("paragraph", ["Wrong Moment"]), ("paragraph", [rng.choice(filler.SENTENCES)])]
    for item in items:
        _place(rng, article, item)


def _place(rng, article, item):
    """A sentence stands alone, behind another one, or in a list; code and labels stand alone or in a list."""
    text, site = item[0].text, _sited(rng, article, item)
    sentence = text[-1] in ".?!" and "\n" not in text
    if "\n" in text or text.startswith("|"):
        article.blocks.append(("paragraph", [site]))
    elif item[0].own and text.startswith(("It ", "Its ", "In decimal it")):
        article.blocks.append(("paragraph", ["This error comes from the storage layer. ", site]))
    elif sentence and rng.random() < 0.4:
        article.blocks.append(("paragraph", [rng.choice(filler.SENTENCES) + " ", site, " " + rng.choice(filler.SENTENCES)]))
    elif rng.random() < 0.3:
        article.blocks.append(("paragraph", [rng.choice(filler.INTRODUCTIONS)]))
        article.blocks.append(("bullets", [[rng.choice(filler.BULLETS)], [site]]))
    else:
        article.blocks.append(("paragraph", [site]))

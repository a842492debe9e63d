"""Plants mistakes into right articles, and records them."""

import collections
import re

import structure
from claim_site import Edit
from forms import DECIMALS, HEXES, fill, code_texts
from kinds import CONFLICTS, KINDS, RULES


STRICT = {"title", "field", "entry"}  # where nothing but a code can stand: elsewhere 5O is a word
DUPLICATES = {"code of an unrelated name": "duplicate code", "another name": "duplicate name"}  # of a title, without a registry
STATING = {"title", "field", "entry", "bracket", "statement"}


class Mistake:
    """A planted mistake. `site` is where it stands; a finding at one of `also` is a consequence of it, no false alarm.
    `right` has texts of which a report should show one."""

    def __init__(self, kind, sort, site, right):
        self.kind, self.sort, self.site, self.right = kind, sort, site, right
        self.grade = site.grade
        self.also = []  # (path, span, rules)
        self.rules = RULES[sort]
        self.article = None
        self.span = None

    def record(self):
        """The mistake as data, for --mistakes."""
        return {"file": self.article.path, "line": self.span[0], "kind": self.kind, "grade": self.grade,
                "rules": sorted(self.rules), "right": self.right, "text": self.site.render(), "form": self.site.form}


class World:
    """What is right in one project: the names and codes that a mistake must not hit."""

    def __init__(self, family, families, documented):
        self.family = family
        registered = [f for f in families.values() if f.covered] if family.registries else []
        self.right = collections.defaultdict(set)
        for each in [family, *registered]:
            for name, code in each.codes.items():
                self.right[name] |= {code, code | 0x10000000 if each.base == "ntstatus" else code}
                if each.name == "win32" and code <= 0xFFFF:
                    self.right[name].add(0x80070000 | code)
        self.all_names = set(self.right)
        self.taken = set(family.names)
        # Without a registry only what the corpus documents can contradict.
        self.errors = family.errors() if family.covered else documented
        self.wrong_titles = set()  # names of the articles whose titles get a mistake
        self.counts = collections.Counter()
        self.forms = collections.Counter()

    def other(self, rng, error):
        """An error of the family with another code."""
        while True:
            name, code = rng.choice(self.errors)
            if not self.family.covered and name in self.wrong_titles:
                continue
            if code != error[1] and code not in self.right[error[0]] and error[1] not in self.right[name]:
                return name, code


def texts_of_code(family, code):
    """All ways in which a report may write a code."""
    texts = code_texts(family, code, code)
    return list(dict.fromkeys([texts["dec"], texts["hex"], texts["unsigned"], texts["signed"], f"0x{code:X}", texts["hex8"]]))


def _value(text):
    try:
        return int(text, 0 if text[:2].lower() == "0x" else 10) & 0xFFFFFFFF if len(text) < 11 + text.startswith("-") else None
    except ValueError:
        return None


def _too_large(site, which, edit):
    """Whether a slip in a decimal gives a number of more than 32 bits, which is no code at all."""
    texts = code_texts(site.family, *[site.errors[which][1]] * 2, site.style)
    kinds = [kind for kind in DECIMALS if edit.decimal_text and kind + ("2" if which else "") in site.placeholders]
    return any(not -(1 << 31) <= int(edit.decimal_text(texts[kind])) < 1 << 32 for kind in kinds)


def _states_something_right(world, site, which, edit):
    """Whether the edited site would still be right."""
    name, code = site.errors[which]
    right = world.right[edit.name or name] | {code} if not edit.name else world.right.get(edit.name, set())
    if edit.name and edit.name not in world.all_names:
        return False
    for change, kinds in ((edit.decimal_text, DECIMALS), (edit.hex_text, HEXES)):
        if change:
            texts = code_texts(site.family, code, code, site.style)
            return all(_value("0x" + change(texts[k]) if k == "bare" else change(texts[k])) in right
                       for k in kinds if k + ("2" if which else "") in site.placeholders)
    stated = []
    if site.has(DECIMALS, which):
        stated.append(code if edit.decimal is None else edit.decimal)
    if site.has(HEXES, which):
        stated.append(code if edit.hexadecimal is None else edit.hexadecimal)
    return bool(stated) and all(value in right for value in stated)


def _usable(world, site, which, edit, sort):
    bare = site.grade == "entry" and not site.has(DECIMALS | HEXES, which)
    if bare and (sort != "name" or not world.family.covered):
        return False  # another real name may well be meant
    if edit is None or _states_something_right(world, site, which, edit):
        return False
    if any(value is not None and not 0 <= value < 1 << 32 for value in (edit.decimal, edit.hexadecimal)):
        return False
    one_sided = sort == "notations" or (sort in ("code", "text") and (edit.decimal_text or edit.hex_text))
    if site.group.startswith("pair") and not one_sided:
        return False
    if "wrap" in site.placeholders and max(edit.decimal or 0, edit.hexadecimal or 0) > 0xFFFF:
        return False
    before = site.right_text()
    site.edits[which] = edit
    changed = site.render() != before
    site.edits[which] = None
    return changed


def _right_texts(world, site, which, edit, sort):
    name, code = site.errors[which]
    if sort == "name":
        return [name]
    stated = edit.name or name
    codes = {code} if not edit.name else world.right.get(stated, set())
    right = [text for each in sorted(codes) for text in texts_of_code(site.family, each)]
    return right + ([name] if edit.name or not site.has(DECIMALS | HEXES, which) else [])


def _undecidable(world, site, which, kind, sort):
    """Without a registry: whether nothing in the corpus contradicts such a mistake."""
    if world.family.covered:
        return False
    if site.grade == "title":
        return kind not in ("code of an unrelated name", "another name") and sort != "notations"
    return site.errors[which][0] in world.wrong_titles


def _wrong_texts(site):
    """The words of an edited site that are not in the right one; numbers by value."""
    words = [set(re.findall(r"[\w-]+", text)) for text in (site.render(), site.right_text())]
    return {_value(word) or word for word in words[0] - words[1]}


def _repeats_title(article, site, which):
    """Whether the edited site says of the article's error what its edited title says: then both are one mistake."""
    title = article.sites[0]
    return (site is not title and title.edits[0] is not None and site.errors[which] == title.errors[0]
            and bool(_wrong_texts(site) & _wrong_texts(title)))


def plant(rng, world, article, site):
    """Edits the site with the kind that was used least of those that fit. Returns the mistake, or None."""
    which = rng.randrange(len(site.errors))
    order = sorted(KINDS, key=lambda kind: (world.counts[kind[0], site.grade], rng.random()))
    for kind, function, sort in order:
        if _undecidable(world, site, which, kind, sort) or kind.startswith("letter for") and site.grade not in STRICT:
            continue
        edit = function(rng, world, site, which)
        if not _usable(world, site, which, edit, sort):
            continue
        site.edits[which] = edit
        if _repeats_title(article, site, which):
            site.edits[which] = None
            continue
        if site.grade == "title" and not world.family.covered:
            kind = DUPLICATES.get(kind, kind)
        if sort == "code" and _too_large(site, which, edit):
            sort = "text"
        world.counts[kind, site.grade] += 1
        world.forms[site.form] += 1
        return Mistake(kind, sort, site, _right_texts(world, site, which, edit, sort))
    return None


def stated(site):
    """The names and the codes that a site states, as edited."""
    facts = set()
    for (name, code), edit in zip(site.errors, site.edits):
        edit = edit or Edit()
        facts |= {name, code, edit.name, edit.decimal, edit.hexadecimal}
    return facts - {None}


def consequences(world, mistake, all_articles):
    """Sites where a report of the mistake may stand, too, as (article, site, rules): what is about the error of a wrong
    title and, where no registry settles who is right, conflicts at every site with one of its names and codes."""
    article, site = mistake.article, mistake.site
    found = [(article, s, mistake.rules | CONFLICTS) for s in article.sites if s.own and site.grade == "title"]
    if mistake.sort in ("heading", "title"):
        found.append((article, article.sites[0], {"missing-section"}))
    if not world.family.covered and site.grade != "structure":
        facts = stated(site)
        if site.grade == "title" and site.edits[0].name:  # nothing documents the right name now
            found += [(a, s, CONFLICTS | {"unknown-name", "prose-code"}) for a in all_articles for s in a.sites if article.error in s.errors]
        found += [(a, s, CONFLICTS | {"prose-code"}) for a in all_articles for s in a.sites if s.grade in STATING and stated(s) & facts]
    return [each for each in found if each[1] is not site]


def _chosen(rng, world, article):
    """The sites of an article to edit: forms that were edited least come first."""
    by_grade = collections.defaultdict(list)
    for site in article.sites:
        by_grade[site.grade].append(site)
    chosen = []
    if article.error[0] in world.wrong_titles:
        chosen += by_grade["title"]
    if rng.random() < 0.7:
        chosen += rng.sample(by_grade["field"], min(1, len(by_grade["field"])))
    chosen += rng.sample(by_grade["entry"], min(1, len(by_grade["entry"])))
    prose = by_grade["bracket"] + by_grade["statement"]
    prose.sort(key=lambda site: (world.forms[site.form], rng.random()))
    return chosen + prose[:len(prose) // 3]


def plant_conflict(rng, world, first, second):
    """Two related errors give an error that nothing documents two codes. The second one is the mistake."""
    documented = {name for name, _ in world.errors}
    error = rng.choice([e for e in world.family.errors() if e[0] not in documented])
    structure.add_entry(first, "undocumented entry", error, "Seen once.")
    site = structure.add_entry(second, "undocumented entry", error, "Seen again.")
    site.edits[0] = Edit(decimal=max(world.taken) + rng.randint(1, 999))
    mistake = Mistake("conflicting references", "code", site, texts_of_code(world.family, error[1]))
    mistake.article, site.mistake = second, mistake
    return mistake


def plant_article(rng, world, article):
    """Plants a few mistakes into one article and returns them."""
    mistakes = [plant(rng, world, article, site) for site in _chosen(rng, world, article)]
    if rng.random() < 0.25 and article.error[0] not in world.wrong_titles:
        mistakes.append(structure.plant(rng, world, article, Mistake))
    mistakes = [mistake for mistake in mistakes if mistake]
    for mistake in mistakes:
        mistake.article = article
        mistake.site.mistake = mistake
    return mistakes

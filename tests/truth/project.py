"""Projects: a folder of right articles for each family, the same articles with mistakes, and their configuration."""

import collections
import os
import random

import article as articles
import forms
import planting
from rendering import Text

# Legitimate in right articles: a real name without an article, a related error without a code or description.
RULES_OFF = ["dangling-reference", "missing-code", "missing-description"]
STATEMENTS_EACH, INNOCENTS_EACH = 9, 4


class Deck:
    """Deals forms in random order, all of them before any is dealt again."""

    def __init__(self, rng, cards):
        self.rng, self.cards, self.left = rng, cards, []

    def deal(self, fits):
        for _ in range(2):
            for index, card in enumerate(self.left):
                if fits(card):
                    return self.left.pop(index)
            self.left += self.rng.sample(self.cards, len(self.cards))
        raise LookupError("no form fits")


class Project:
    """The articles of one family: `right` texts by path, `planted` texts by path, and the mistakes."""

    def __init__(self, family, families, seed, count):
        self.family = family
        self.rng = random.Random(f"{seed} {family.name}")
        self.errors = self._documented(count)
        self.world = planting.World(family, families, self.errors)
        self.statements = Deck(self.rng, forms.read("statements.txt"))
        self.innocents = Deck(self.rng, forms.read("innocents.txt"))
        made = [self._article(error) for error in self.errors]
        self.right = {a.path: Text(a) for a in made}
        self.world.wrong_titles = {a.error[0] for a in made if self.rng.random() < 0.3}
        self.mistakes = [mistake for a in made for mistake in planting.plant_article(self.rng, self.world, a)]
        if not family.covered and len(self.errors) < len(family.errors()):
            pairs = zip(made[::10], made[5::10])
            self.mistakes += [planting.plant_conflict(self.rng, self.world, *pair) for pair in pairs]
        self.planted = {a.path: Text(a) for a in made}
        spans = {path: dict(text.sites()) for path, text in self.planted.items()}
        for mistake in self.mistakes:
            mistake.span = spans[mistake.article.path][mistake.site]
            also = planting.consequences(self.world, mistake, made)
            mistake.also = [(a.path, spans[a.path][site], rules) for a, site, rules in also if site in spans[a.path]]

    def _documented(self, count):
        """Errors with different codes, half of them neighbours in the registry: related errors often are."""
        first_names = {code: names[0] for code, names in reversed(list(self.family.names.items())) if code}
        codes = sorted(first_names)
        at = self.rng.randrange(max(1, len(codes) - count))
        chosen = set(codes[at:at + count // 2])
        rest = [code for code in codes if code not in chosen]
        chosen |= set(self.rng.sample(rest, min(count - len(chosen), len(rest))))
        return [(first_names[code], code) for code in sorted(chosen)]

    def _article(self, error):
        rng = self.rng
        style = "unsigned" if self.family.wide and rng.random() < 0.15 else ""
        pool = self.world.errors
        near = pool.index(error) if error in pool else 0
        related = [e for e in rng.sample(pool[max(0, near - 6):near + 6], 4) + rng.sample(pool, 2) if e[1] != error[1]]
        related = list({code: (name, code) for name, code in related}.values())[:rng.randint(2, 5)]
        statements = [self._statement(error, pool) for _ in range(STATEMENTS_EACH)]
        innocents = [(self.innocents.deal(lambda form: True), rng.sample(pool, 2)) for _ in range(INNOCENTS_EACH)]
        return articles.make(rng, self.family, error, related, statements, innocents, style)

    def _statement(self, own, pool):
        first = own if self.rng.random() < 0.4 else self.rng.choice(pool)
        second = next(each for each in self.rng.sample(pool, 9) if each[1] != first[1])
        form = self.statements.deal(lambda f: f.fits(self.family, own[1] if f.own else first[1]))
        if form.own:
            return form, [own]
        return form, [first, second] if "name2" in form.placeholders else [first]


def write(projects, root, kind):
    """Writes the `right` or `planted` articles of projects into their folders below root."""
    for project in projects:
        folder = root / project.family.name
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in getattr(project, kind).items():
            (root / path).write_bytes(text.text.encode())


def configuration(projects, root, with_families):
    """The text of errpress.yaml for a lint of the projects."""
    registries = collections.OrderedDict((path, project.family) for project in projects for path in project.family.registries)
    folders = [project.family.name for project in projects]
    lines = ["corpus:"]
    for folder in folders:
        lines.append(f"  - {{path: {folder}, family: {folder.split('-')[0]}}}" if with_families else f"  - {folder}")
    if registries:
        lines.append("registry:")
    for path, family in registries.items():
        name = os.path.relpath(path, root)
        tagged = with_families and path.suffix == ".h"
        lines.append(f"  - {{file: '{name}', family: {family.name}}}" if tagged else f"  - '{name}'")
    return "\n".join(lines + ["rules:"] + [f"  {rule}: off" for rule in RULES_OFF]) + "\n"

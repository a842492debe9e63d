"""Mistakes that are no codes: headings, dates, the form of a title or of a related error."""

from claim_site import Edit

import slips

BAD_DATES = ["Updated: Feb 30, 2026", "Updated: 2026", "Updated: Fbe 21, 2026"]


def _heading(rng, article):
    headings = [s for s in article.sites if s.grade == "structure" and not s.text.startswith("Updated:") and len(s.text) > 6]
    site = rng.choice([s for s in headings if s.text[-1] != "?"])  # an alias of that one lacks the mark
    return site, slips.letter_lost(rng, site.render()), site.render()


def _date(rng, article):
    site = next(s for s in article.sites if s.text.startswith("Updated:"))
    return site, rng.choice(BAD_DATES), ""


def _title(rng, article):
    site = article.sites[0]
    text = site.render()
    return site, rng.choice([text.replace(" - ", " – "), text.replace(" - ", " "), text.rstrip(")")]), ""


def _entry(rng, article):
    site = rng.choice([s for s in article.sites if s.grade == "entry"])
    text = site.render()
    return site, text.replace(")", "", 1).replace("）", "", 1).replace("]", "", 1), ""


def add_entry(article, form, error, text):
    """One more related error at the end of the list. Returns its site."""
    site = article.site("entry", "{name} ({dec})", [error], form=form)
    next(content for kind, content in article.blocks if kind == "entries").append([site, ": " + text])
    return site


def _self(rng, article):
    return add_entry(article, "entry of the article itself", article.error, "This one."), None, ""


def _twice(rng, article):
    listed = [s for s in article.sites if s.grade == "entry" and s.edits[0] is None]
    return add_entry(article, "second entry", rng.choice(listed).errors[0], "Again.") if listed else None, None, ""


KINDS = [("heading one letter off", _heading, "heading"), ("no such date", _date, "date"),
         ("title of another form", _title, "title"), ("bracket of an entry not closed", _entry, "entry"),
         ("lists itself", _self, "self"), ("lists one error twice", _twice, "twice")]


def plant(rng, world, article, make_mistake):
    """Plants one of KINDS at a place that has no mistake yet. Returns it, or None."""
    kind, function, sort = min(KINDS, key=lambda k: (world.counts[k[0], ""], rng.random()))
    site, text, right = function(rng, article)
    if site is None or site.edits[0] is not None or text == site.render():
        return None
    world.counts[kind, ""] += 1
    if text is not None:
        site.edits[0] = Edit(text=text)
    mistake = make_mistake(kind, sort, site, [right] if right else [])
    mistake.grade = "structure"
    return mistake

"""Figures as Markdown tables."""

import collections

from figures import GRADES


def show(figure):
    if figure is None:
        return ""
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}".rstrip("0").rstrip(".") if figure > 2 else f"{figure:.3f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join(["---"] + ["---:"] * (len(head) - 1)) + " |"]
    return "\n".join(lines + ["| " + " | ".join(show(c) if not isinstance(c, str) else c.replace("|", "\\|") for c in row) + " |" for row in rows])


def summary(figures):
    rows = []
    for name, (figure, direction, target) in figures.summary().items():
        met = figure >= target if direction == "at least" else figure <= target
        rows.append([name, figure, ("≥ " if direction == "at least" else "≤ ") + show(target), "met" if met else "**not met**"])
    return table(["measure", "today", "target", ""], rows)


def _tally_rows(tallies, keys):
    return [[key, tallies[key].planted, tallies[key].found, tallies[key].recall, tallies[key].each,
             tallies[key].named, tallies[key].fixes] for key in keys if tallies[key].planted]


HEAD = ["planted", "found", "recall", "findings each", "right value named", "fix offered"]


def by_kind(figures):
    keys = sorted(figures.by_kind, key=lambda k: (figures.by_kind[k].recall, k))
    strong = figures.by_kind_and_strength
    rows = [row + [strong[row[0], "strong"].recall, strong[row[0], "statement"].recall] for row in _tally_rows(figures.by_kind, keys)]
    return table(["kind", *HEAD, "recall above statements", "recall of statements"], rows)


def by_grade(figures):
    rows = [row + [figures.by_grade[row[0]].false_places, figures.by_grade[row[0]].precision]
            for row in _tally_rows(figures.by_grade, GRADES)]
    return table(["grade", *HEAD, "right places reported", "precision"], rows)


def by_family(figures, together):
    rows = []
    for family, tally in figures.by_family.items():
        rows.append([family, tally.planted, tally.recall, tally.precision, len(figures.right[family]), together.by_family[family].recall,
                     together.by_family[family].precision, len(together.right[family])])
    return table(["family", "planted", "recall", "precision", "findings on right articles", "together: recall", "together: precision",
                  "together: on right articles"], rows)


def by_rule(figures):
    rows = [[rule, right, other, false, right / (right + other + false)] for rule, (right, other, false) in sorted(figures.by_rule.items())]
    return table(["rule", "mistakes it may report", "other mistakes", "false alarms", "precision"], rows)


def by_group(figures, groups):
    """Recall of the groups of statements.txt; `groups` maps a form to its group."""
    found = collections.defaultdict(lambda: [0, 0])
    for form, tally in figures.by_form.items():
        if form in groups:
            found[groups[form]][0] += tally.planted
            found[groups[form]][1] += tally.found
    return table(["group of statements", "planted", "found", "recall"],
                 [[group, planted, hits, hits / planted] for group, (planted, hits) in found.items()])


def misses(figures, most):
    """Forms that were never read, and an example of each kind of miss."""
    counts = collections.Counter(result.mistake.kind for result in figures.misses)
    examples = {}
    for result in figures.misses:
        examples.setdefault(result.mistake.kind, result.mistake)
    rows = []
    for kind, count in counts.most_common(most):
        mistake = examples[kind]
        text = mistake.site.render().replace("\n", "⏎")
        rows.append([kind, count, f"`{mistake.article.path}:{mistake.span[0]}`", f"`{text}`", f"`{(mistake.right or [''])[0]}`"])
    return table(["kind", "missed", "place", "text", "right"], rows)


def alarms(false_alarms, most):
    """The false alarms that are most frequent: by rule and form, with an example."""
    counts, examples = collections.Counter(), {}
    for finding, grade, site in false_alarms:
        key = (finding["rule"], grade, site.form if site else "")
        counts[key] += 1
        examples.setdefault(key, finding)
    rows = [[rule, grade, count, f"`{form}`".replace("\n", "⏎"), examples[rule, grade, form]["message"]]
            for (rule, grade, form), count in counts.most_common(most)]
    return table(["rule", "grade", "findings", "form", "example"], rows)

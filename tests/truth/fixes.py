"""What the fixes of a JSON report do when they are applied."""

import collections

import measure


class Checked:
    """Counts of one project: fixes offered, those that restore the text that was right, those that overlap another one, new
    findings after all were applied at once, and fixes that are offered again after that."""

    def __init__(self):
        self.offered = self.restored = self.misplaced = self.overlapping = self.again = 0
        self.new_findings = []


def _offset(starts, line, column):
    return starts[line - 1] + column - 1


def _range(text, fix):
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return _offset(starts, fix["line"], fix["column"]), _offset(starts, fix["end_line"], fix["end_column"])


def apply(text, fix):
    start, end = _range(text, fix)
    return text[:start] + fix["text"] + text[end:]


def apply_all(texts, reported):
    """Applies all fixes that do not overlap an earlier one. Returns the texts and how many were passed over."""
    chosen, skipped = collections.defaultdict(dict), 0
    for finding in reported:
        if finding["fix"]:
            path = finding["fix"]["path"]
            place = _range(texts[path], finding["fix"])
            overlap = [p for p in chosen[path] if p[0] < max(place[1], place[0] + 1) and place[0] < p[1]]
            if overlap and chosen[path].get(place, {}).get("text") != finding["fix"]["text"]:
                skipped += 1
            elif not overlap:
                chosen[path][place] = finding["fix"]
    fixed = dict(texts)
    for path, fixes in chosen.items():
        for _, fix in sorted(fixes.items(), reverse=True):
            fixed[path] = apply(fixed[path], fix)
    return fixed, skipped


def _restores(result, fix, text):
    """Whether the fix alone makes the site what it was before the mistake was planted."""
    fixed = apply(text, fix)
    start, end = _range(text, dict(zip(("line", "column", "end_line", "end_column"), result.mistake.span)))
    return fixed[start:end + len(fixed) - len(text)] == result.mistake.site.right_text()


def check(errpress, root, config, projects, reported, match):
    """Applies the fixes of a run to the articles below root, and puts the articles back."""
    checked = Checked()
    texts = {path: text.text for project in projects for path, text in project.planted.items()}
    checked.offered = sum(finding["fix"] is not None for finding in reported)
    for result in match.results:
        for finding in result.findings:
            if finding["fix"]:
                right = finding["fix"]["path"] == result.mistake.article.path and _restores(result, finding["fix"], texts[finding["fix"]["path"]])
                checked.restored += right
    checked.misplaced = sum(finding["fix"] is not None for finding, _, _ in match.false_alarms)
    fixed, checked.overlapping = apply_all(texts, reported)
    _write(root, texts, fixed)
    after = measure.findings(errpress, root, config)
    _write(root, fixed, texts)
    key = lambda f: (f["path"], f["line"], f["rule"])
    new = collections.Counter(map(key, after)) - collections.Counter(map(key, reported))
    checked.new_findings = sorted(new.elements())
    again = collections.Counter(key(f) for f in after if f["fix"])
    checked.again = sum(again.values())
    return checked


def _write(root, old, new):
    for path, text in new.items():
        if old[path] != text:
            (root / path).write_bytes(text.encode())

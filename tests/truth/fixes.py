"""What the fixes of a JSON report do when they are applied."""

import collections
import re

import measure

# Mistakes with two right answers: the other name or its code; the plain code or the right one in the same wrap.
TWO_ANSWERS = {"another name", "HRESULT of another name", "NTSTATUS of another name in an HRESULT"}

class Checked:
    """Counts of one project: fixes offered; those of mistakes with one right answer, and how many of them restore the text that
    was right; fixes of false alarms; fixes that overlap another one; findings at new places after all fixes were applied at
    once; and fixes that are offered then."""

    def __init__(self):
        self.offered = self.judged = self.restored = self.misplaced = self.overlapping = self.again = 0
        self.new_findings, self.not_restored = [], []


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
    return _plain_hex(fixed[start:end + len(fixed) - len(text)]) == _plain_hex(result.mistake.site.right_text())


def _plain_hex(text):
    """The text with hex numbers in upper case and without padding: that is a matter of style."""
    text = re.sub(r"\s+", " ", text)  # the place may be a part of a wrapped paragraph
    return re.sub(r"\b0[xX]0*([0-9A-Fa-f]+)", lambda m: "0x" + m.group(1).upper(), text)


def check(errpress, root, config, projects, reported, match):
    """Applies the fixes of a run to the articles below root, and puts the articles back."""
    checked = Checked()
    texts = {path: text.text for project in projects for path, text in project.planted.items()}
    checked.offered = sum(finding["fix"] is not None for finding in reported)
    for result in match.results:
        for finding in result.findings:
            if finding["fix"] and result.mistake.kind not in TWO_ANSWERS:
                checked.judged += 1
                right = finding["fix"]["path"] == result.mistake.article.path and _restores(result, finding["fix"], texts[finding["fix"]["path"]])
                checked.restored += right
                if not right:
                    checked.not_restored.append((result, finding["fix"]))
    checked.misplaced = sum(finding["fix"] is not None for finding, _, _ in match.false_alarms)
    fixed, checked.overlapping = apply_all(texts, reported)
    _write(root, texts, fixed)
    after = measure.findings(errpress, root, config)
    _write(root, fixed, texts)
    key = lambda f: (f["path"], f["line"], f["rule"])
    new = collections.Counter(map(key, after)) - collections.Counter(map(key, reported))
    planted = {(r.mistake.article.path, r.mistake.span[0]) for r in match.results}  # a fixed title shows what else is wrong
    checked.new_findings = [f for f in sorted(new.elements()) if f[:2] not in planted]
    again = collections.Counter(key(f) for f in after if f["fix"] and key(f)[:2] not in planted)
    checked.again_at = sorted(again.elements())
    checked.again = len(checked.again_at)
    return checked


def _write(root, old, new):
    for path, text in new.items():
        if old[path] != text:
            (root / path).write_bytes(text.encode())

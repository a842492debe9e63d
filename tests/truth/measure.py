"""Runs errpress lint and matches what it reports to the mistakes that were planted."""

import json
import re
import subprocess

import project

SEVERITIES = {"info": 0, "warning": 1, "error": 2}
PLACE = re.compile(r"\s*--> (.*?):(\d+):\d+$")


class CannotRun(Exception):
    """errpress ended with 2 or with something else than a report."""


def lint(errpress, root, config, *arguments):
    (root / "errpress.yaml").write_text(config, "utf-8")
    done = subprocess.run([errpress, "lint", *arguments], cwd=root, stdin=subprocess.DEVNULL, capture_output=True, timeout=600,
                          env={"LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": "/usr/bin:/bin"})
    if done.returncode not in (0, 1):
        raise CannotRun(f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8")


def findings(errpress, root, config):
    return json.loads(lint(errpress, root, config, "--format", "json"))["findings"]


def knows_families(errpress, root, projects):
    """Whether this errpress takes families in its configuration."""
    try:
        lint(errpress, root, project.configuration(projects, root, True), "--format", "json")
        return True
    except CannotRun:
        return False


def overlaps(finding, span):
    if finding["line"] is None:
        return False
    start, end = (finding["line"], finding["column"]), (finding["end_line"], finding["end_column"])
    return start < (span[2], span[3]) and (span[0], span[1]) < max(end, (start[0], start[1] + 1))


def shown(finding):
    """All that a reader sees of a finding."""
    texts = [finding["message"]] + [note["message"] for note in finding["notes"]]
    return "\n".join(texts + ([finding["fix"]["text"]] if finding["fix"] else []))


class Result:
    """What was reported of one mistake."""

    def __init__(self, mistake):
        self.mistake = mistake
        self.findings = []
        self.lines = 0  # of the text report

    def raised(self):
        return [f for f in self.findings if SEVERITIES[f["severity"]] >= 1 or self.mistake.sort in ("heading",)]

    @property
    def found(self):
        return any(f["rule"] in self.mistake.rules for f in self.raised())

    @property
    def names_right(self):
        text = "\n".join(shown(f) for f in self.findings)
        return any(re.search(rf"(?<![\w-]){re.escape(right)}(?!\w)", text) for right in self.mistake.right)


class Match:
    """All findings of a run: those of mistakes, and false alarms as (finding, grade of the site there, its form)."""

    def __init__(self, reported, texts, mistakes):
        self.results = [Result(mistake) for mistake in mistakes]
        self.false_alarms = []
        by_path = {}
        for result in self.results:
            by_path.setdefault(f"{result.mistake.site.family.name}/{result.mistake.article.path}", []).append(result)
        for finding in reported:
            result = self._owner(finding, by_path.get(finding["path"], []))
            if result:
                result.findings.append(finding)
            else:
                self.false_alarms.append((finding, *self._site(finding, texts[finding["path"]])))

    @staticmethod
    def _owner(finding, results):
        exact = [r for r in results if overlaps(finding, r.mistake.span)]
        allowed = [r for r in exact if finding["rule"] in r.mistake.rules]
        also = [r for r in results if any(overlaps(finding, span) for span in r.mistake.also)]
        return next(iter(allowed + exact + also), None)

    @staticmethod
    def _site(finding, text):
        for site, span in text.sites():
            if overlaps(finding, span):
                return site.grade, site.form
        return "text", ""


def count_lines(report, match):
    """Adds to each result the lines of the text report that are about it: a block belongs to the place behind its first
    arrow. Mistakes that share a line with another one share its blocks."""
    by_line = {}
    for result in match.results:
        mistake = result.mistake
        by_line.setdefault((f"{mistake.site.family.name}/{mistake.article.path}", mistake.span[0]), []).append(result)
    for block in report.split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        place = next((PLACE.match(line) for line in lines if PLACE.match(line)), None)
        sharing = by_line.get((place.group(1), int(place.group(2))), []) if place else []
        for result in sharing:
            result.lines += len(lines) / len(sharing)

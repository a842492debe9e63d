"""Runs errpress lint and matches what it reports to the mistakes that were planted."""

import collections
import json
import re
import subprocess

import project
from kinds import CONFLICTS

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


def why_no_families(errpress, root, projects):
    """Why this errpress takes no families in its configuration; empty if it does."""
    try:
        lint(errpress, root, project.configuration(projects, root, True), "--format", "json")
        return ""
    except CannotRun as reason:
        return str(reason)


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
        self.noted = False  # a finding elsewhere, about a conflict, points here
        self.lines = 0      # of the text report

    def raised(self):
        return [f for f in self.findings if SEVERITIES[f["severity"]] >= 1 or self.mistake.sort in ("heading",)]

    @property
    def found(self):
        return self.noted or any(f["rule"] in self.mistake.rules for f in self.raised())

    @property
    def names_right(self):
        text = "\n".join(shown(f) for f in self.findings)
        return any(re.search(rf"(?<![\w-]){re.escape(right)}(?!\w)", text) for right in self.mistake.right)


class Match:
    """All findings of a run: those of mistakes, and false alarms as (finding, grade of the site there, the site or None)."""

    def __init__(self, reported, texts, mistakes):
        self.results = [Result(mistake) for mistake in mistakes]
        self.false_alarms = []
        self.sites = {path: text.sites() for path, text in texts.items()}
        exact, also = collections.defaultdict(list), collections.defaultdict(list)
        for result in self.results:
            exact[result.mistake.article.path].append((result.mistake.span, result))
            for path, span, rules in result.mistake.also:
                also[path].append((span, rules, result))
        for finding in reported:
            self._follow_notes(finding, exact)
            here = [r for span, r in exact[finding["path"]] if overlaps(finding, span)]
            allowed = [r for r in here if finding["rule"] in r.mistake.rules]
            owners = allowed or here or [r for span, rules, r in also[finding["path"]]
                                         if finding["rule"] in rules and overlaps(finding, span)]
            if owners:
                owners[0].findings.append(finding)
            else:
                self._not_planted(finding)

    def part(self, folder):
        """The part of the match that is about one folder."""
        part = Match([], {}, [])
        part.results = [r for r in self.results if r.mistake.article.path.startswith(folder + "/")]
        part.false_alarms = [alarm for alarm in self.false_alarms if alarm[0]["path"].startswith(folder + "/")]
        return part

    @staticmethod
    def _follow_notes(finding, exact):
        if finding["rule"] in CONFLICTS:
            for note in finding["notes"]:
                for span, result in exact.get(note["path"], []):
                    result.noted |= (span[0], span[1]) <= (note["line"], note["column"]) < (span[2], span[3])

    def _not_planted(self, finding):
        here = [site for site, span in self.sites[finding["path"]] if overlaps(finding, span)]
        site = here[0] if here else None
        if finding["rule"] == "wrapped-code" and finding["severity"] == "info" and site and "wrap" in site.placeholders:
            return  # the right HRESULT of that very error: told, and no mistake
        self.false_alarms.append((finding, site.grade if site else "text", site))


def count_lines(report, match):
    """Adds to each result the lines of the text report that are about it: a block belongs to the place behind its first
    arrow. Mistakes that share a line with another one share its blocks."""
    by_line = {}
    for result in match.results:
        mistake = result.mistake
        by_line.setdefault((mistake.article.path, mistake.span[0]), []).append(result)
    for block in report.split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        place = next((PLACE.match(line) for line in lines if PLACE.match(line)), None)
        sharing = by_line.get((place.group(1), int(place.group(2))), []) if place else []
        for result in sharing:
            result.lines += len(lines) / len(sharing)

"""The figures of bench.py as a Markdown table, each beside what is to be reached."""

import datetime
import os
import statistics

# What the counts of one article may be: (instructions, system calls).
COUNTS_TO_REACH = {"cold": (130_000, 16), "no-op": (10_000, 3), "lint": (45_000, 4)}
# What each finding of a flawed corpus may cost beyond that, in instructions.
FINDING_TO_REACH = {"cold": 25_000, "lint": 30_000}
THREADS_TO_REACH = 1.6
SLOPE_TO_REACH = 1.2
LINT_MEGABYTES_TO_REACH = 300
LINT_MEGABYTES_AT = 100_000

LABELS = {"cold": "cold build", "no-op": "no-op build", "lint": "lint", "edit": "one article edited",
          "cold -j1": "cold build, one thread", "cold -j2": "cold build, two threads"}
HEAD = ["", "errpress", "to reach", "", "null generator", "Jinja2 script"]


def verdict(figure, limit, at_least=False):
    return "met" if (figure >= limit if at_least else figure <= limit) else "**not met**"


def in_thousands(count):
    return f"{count / 1e6:.2f} M" if count >= 1e6 else f"{count / 1e3:.1f} k"


def count_rows(counts):
    for index, (unit, show) in enumerate((("instructions", in_thousands), ("system calls", "{:.1f}".format))):
        for what, limits in COUNTS_TO_REACH.items():
            figures = {program: counts[what, program][index] for program in ("errpress", "null", "jinja")
                       if (what, program) in counts}
            beside = [show(figures[p]) if p in figures else "" for p in ("null", "jinja")]
            limit = f"{limits[index] // 1000} k" if index == 0 else str(limits[index])
            yield [f"{LABELS[what]}: {unit} an article", show(figures["errpress"]), "≤ " + limit,
                   verdict(round(figures["errpress"], 1), limits[index]), *beside]


def finding_rows(counts):
    findings = counts["findings"]
    for what, each in FINDING_TO_REACH.items():
        figure = counts[f"{what} flawed", "errpress"][0]
        limit = COUNTS_TO_REACH[what][0] + each * findings
        yield [f"{LABELS[what]}: instructions an article with {findings:.1f} findings", in_thousands(figure),
               "≤ " + in_thousands(limit), verdict(figure, limit), "", ""]


def values(rounds, what, program, field):
    return [getattr(costs[what, program], field) for costs in rounds if (what, program) in costs]


def spread(figures, show):
    return f"{show(statistics.median(figures))} ({show(min(figures))} to {show(max(figures))})"


def seconds(figure):
    return f"{figure:.2f} s" if figure >= 1 else f"{figure * 1000:.0f} ms"


def ratio(rounds, what, program, field):
    """errpress against another program, turn by turn: the median of the quotients."""
    pairs = [(costs[what, "errpress"], costs[what, program]) for costs in rounds if (what, program) in costs]
    return statistics.median(getattr(a, field) / max(getattr(b, field), 1e-6) for a, b in pairs)


def beside(rounds, what, program, field):
    figures = values(rounds, what, program, field)
    return f"{seconds(statistics.median(figures))}, ratio {ratio(rounds, what, program, field):.2f}" if figures else ""


def time_rows(rounds):
    for what in ("cold -j1", "cold -j2", "no-op", "edit", "lint"):
        for field, unit in (("wall", "time"), ("cpu", "CPU time")):
            yield [f"{LABELS[what]}: {unit}", spread(values(rounds, what, "errpress", field), seconds), "", "",
                   beside(rounds, what, "null", field), beside(rounds, what, "jinja", field)]


def memory_rows(rounds, articles):
    for what in ("cold -j1", "lint"):
        peaks = {p: values(rounds, what, p, "peak") for p in ("errpress", "null", "jinja")}
        shown = [f"{max(peaks[p]):.0f} MB" if peaks[p] else "" for p in ("errpress", "null", "jinja")]
        limited = what == "lint" and articles >= LINT_MEGABYTES_AT
        yield [f"{LABELS[what]}: peak memory", shown[0], f"≤ {LINT_MEGABYTES_TO_REACH} MB" if limited else "",
               verdict(max(peaks["errpress"]), LINT_MEGABYTES_TO_REACH) if limited else "", *shown[1:]]


def slope_of(rounds, program, field, small, large):
    """Seconds of one more article between two (what, articles), as the median over the rounds."""
    articles = large[1] - small[1]
    return statistics.median((getattr(c[large[0], program], field) - getattr(c[small[0], program], field)) / articles
                             for c in rounds)


def growth(rounds, program, field, articles):
    """How much dearer one more article is near `articles` than near a tenth of that."""
    sizes = [(f"cold {articles // 100}", articles // 100), (f"cold {articles // 10}", articles // 10), ("cold -j1", articles)]
    return slope_of(rounds, program, field, sizes[1], sizes[2]) / slope_of(rounds, program, field, sizes[0], sizes[1])


def scale_rows(rounds, articles):
    gains = {p: [c["cold -j1", p].wall / c["cold -j2", p].wall for c in rounds] for p in ("errpress", "null")}
    gain = statistics.median(gains["errpress"])
    yield ["cold build: two threads over one", spread(gains["errpress"], "{:.2f}x".format), f"≥ {THREADS_TO_REACH}x",
           verdict(gain, THREADS_TO_REACH, at_least=True), spread(gains["null"], "{:.2f}x".format), ""]
    of_an_article = f"of an article at {articles} over {articles // 10}"
    user = growth(rounds, "errpress", "user", articles)
    yield [f"cold build: user CPU time {of_an_article}", f"{user:.2f}x", f"≤ {SLOPE_TO_REACH}x",
           verdict(user, SLOPE_TO_REACH), "", ""]
    yield [f"cold build: CPU time with the system's {of_an_article}", f"{growth(rounds, 'errpress', 'cpu', articles):.2f}x",
           "", "", f"{growth(rounds, 'null', 'cpu', articles):.2f}x", ""]


def line(cells):
    return "| " + " | ".join(cells) + " |"


def render(articles, rounds, counts):
    rows = [*([*count_rows(counts), *finding_rows(counts)] if counts else []), *time_rows(rounds), *memory_rows(rounds, articles),
            *scale_rows(rounds, articles)]
    when = datetime.date.today().isoformat()
    return "\n".join([f"{articles} articles, {len(rounds)} rounds, {os.cpu_count()} cores, {when}.", "", line(HEAD),
                      line(["---"] * len(HEAD)), *map(line, rows)])

"""What one would write without errpress: regular expressions, Jinja2 and a few filters. A yardstick for bench.py.

    jinja2_script.py REGISTRY CORPUS OUT      writes OUT/include/errors.hpp, OUT/markdown/*.md and OUT/man/man7/*.7
"""

import pathlib
import re
import sys
from datetime import datetime

import jinja2

TITLE = re.compile(r"([A-Z][A-Z0-9_]*) - (-?\d+) \(0x([0-9A-F]+)\)$")
REFERENCE = re.compile(r"([A-Z][A-Z0-9_]*)(?: \((?:(-?\d+))?(?:, )?(?:0x([0-9A-F]+))?\))?(?:: (.*))?$")
ITEM = re.compile(r"  (•|\d+\.) (?:([^:.]{1,40}): )?(.*)$")
HEADINGS = {"Introduction", "Technical Meaning", "Technical Background", "Error Details", "Usage Context",
            "Common Causes", "Developer Interpretation", "Real-World Context", "Is This Error Critical?",
            "How to Diagnose", "How to Resolve", "Developer Notes", "Related Errors", "FAQ", "Summary"}

MARKDOWN = """---
title: {{ a.name|yaml }}
code: "{{ a.decimal }}"
hex: "0x{{ a.hex }}"
updated: {{ a.updated }}
---

# `{{ a.name }}`

{{ a.message|md }}
{% for section in a.sections %}

## {{ section.heading|md }}
{% for kind, items in section.blocks %}

{% if kind == "text" %}
{{ items|md }}
{% elif kind == "question" %}
**{{ items|md }}**
{% elif kind == "references" %}
{% for r in items %}
- {% if r.name in known %}[`{{ r.name }}`]({{ r.name }}.md){% else %}`{{ r.name }}`{% endif %}{% if r.code is not none %} ({{ r.code }}){% endif %}{% if r.owner %} **disputed: this code is {{ r.owner|md }}**{% endif %}: {{ r.description|md }}
{% endfor %}
{% else %}
{% for label, text in items %}
{{ "-" if kind == "bullets" else loop.index ~ "." }} {% if label %}**{{ label|md }}:** {% endif %}{{ text|md }}
{% endfor %}
{% endif %}
{% endfor %}
{% endfor %}
"""

MAN = r""".TH {{ a.name|roff }} 7 {{ a.updated }}
.SH NAME
{{ a.name|roff }}, {{ a.decimal|roff }}, 0x{{ a.hex }}
\- {{ a.message|roff }}
{% for section in a.sections %}
.SH {{ section.heading|upper|roff }}
{% for kind, items in section.blocks %}
{% if kind == "text" %}
{% if not loop.first %}.PP
{% endif %}
{{ items|roff }}
{% elif kind == "question" %}
.SS {{ items|roff }}
{% elif kind == "references" %}
{% for r in items %}
.TP
.BR {{ r.name|roff }} (7)
{% if r.code is not none %}{{ r.code|string|roff }}: {% endif %}{% if r.owner %}(disputed, this code is {{ r.owner|roff }}) {% endif %}{{ r.description|roff }}
{% endfor %}
{% else %}
{% for label, text in items %}
.IP {{ "\\(bu" if kind == "bullets" else loop.index ~ "." }} 4
{% if label %}{{ label|roff }}: {% endif %}{{ text|roff }}
{% endfor %}
{% endif %}
{% endfor %}
{% endfor %}
"""

HEADER = """#pragma once
#include <cstdint>
#include <string_view>
namespace errors {
enum class code : std::uint32_t {
{% for a in articles %}
  /// {{ a.message|comment }}
  {{ a.name|lower }} = 0x{{ a.hex }},
{% endfor %}
};
constexpr std::string_view message(code c) {
  switch (c) {
{% for a in articles %}
    case code::{{ a.name|lower }}: return "{{ a.message|literal }}";
{% endfor %}
  }
  return {};
}
}  // namespace errors
"""

INDEX = """# Errors
{% for a in articles %}
- [`{{ a.name }}`]({{ a.name }}.md) {{ a.decimal }} (0x{{ a.hex }}): {{ a.message|md }}
{% endfor %}
"""


MARKUP = re.compile(r"[`&<>\[\]{}*_~^=+|\\#$!\"'@%:]")


def escape_roff(text):
    for raw, escaped in (("\\", "\\(rs"), ("-", "\\-"), ("'", "\\(aq"), ('"', "\\(dq"), ("`", "\\(ga")):
        text = text.replace(raw, escaped)
    return text


FILTERS = {
    "md": lambda text: MARKUP.sub(lambda match: f"&#{ord(match[0])};", text),
    "yaml": lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
    "roff": escape_roff,
    "comment": lambda text: text.replace("*/", "* /"),
    "literal": lambda text: text.replace("\\", "\\\\").replace('"', '\\"'),
}


def read_registry(path):
    codes, owners = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, code, *_ = line.split("\t")
        if code.startswith("0x"):
            codes[name] = int(code, 16)
            owners.setdefault(int(code, 16), name)
    return codes, owners


def parse_reference(line, codes, owners):
    match = REFERENCE.match(line.removeprefix("  • "))
    if not match:
        return {"name": "", "code": None, "owner": None, "description": line}
    name, decimal, hexadecimal, description = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal) & 0xFFFFFFFF if decimal else None
    owner = owners.get(code) if code is not None and name in codes and codes[name] != code else None
    return {"name": name, "code": code, "owner": owner, "description": description or ""}


def add_line(section, line, codes, owners):
    blocks = section["blocks"]

    def extend(kind, item):
        if not blocks or blocks[-1][0] != kind:
            blocks.append((kind, []))
        blocks[-1][1].append(item)

    if section["heading"] == "Related Errors":
        extend("references", parse_reference(line, codes, owners))
    elif line.startswith("Q: "):
        blocks.append(("question", line[3:]))
    elif line.startswith("A: "):
        blocks.append(("text", line[3:]))
    elif match := ITEM.match(line):
        extend("bullets" if match[1] == "•" else "steps", (match[2], match[3]))
    else:
        blocks.append(("text", line))


def parse(path, codes, owners):
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    title = TITLE.match(lines[0])
    if not title or int(title[2]) & 0xFFFFFFFF != int(title[3], 16):
        sys.exit(f"{path}: bad title")
    article = {"name": title[1], "decimal": title[2], "hex": title[3], "message": lines[1], "sections": [],
               "updated": datetime.strptime(lines[2], "Updated: %b %d, %Y").date().isoformat()}
    for line in lines[3:]:
        if line in HEADINGS:
            article["sections"].append({"heading": line, "blocks": []})
        elif article["sections"]:
            add_line(article["sections"][-1], line, codes, owners)
    return article


def write_if_changed(path, text):
    try:
        if path.read_text(encoding="utf-8") == text:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    registry, corpus, out = map(pathlib.Path, sys.argv[1:])
    environment = jinja2.Environment(trim_blocks=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    environment.filters.update(FILTERS)
    codes, owners = read_registry(registry)
    articles = [parse(path, codes, owners) for path in sorted(corpus.rglob("*.txt"))]
    known = {article["name"] for article in articles}
    page, man = environment.from_string(MARKDOWN), environment.from_string(MAN)
    for article in articles:
        write_if_changed(out / "markdown" / f"{article['name']}.md", page.render(a=article, known=known))
        write_if_changed(out / "man" / "man7" / f"{article['name']}.7", man.render(a=article))
    write_if_changed(out / "markdown" / "index.md", environment.from_string(INDEX).render(articles=articles))
    write_if_changed(out / "include" / "errors.hpp", environment.from_string(HEADER).render(articles=articles))


if __name__ == "__main__":
    main()

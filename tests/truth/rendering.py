"""Articles as text in both renderings, and where each site stands in it."""

OPEN, CLOSE = "\ue000", "\ue001"
WIDTH = 80
FIRST_MARK = 0xF0000  # a private-use character for each site of an article


class Text:
    """The text of an article. `spans` has (line, column, end line, end column) of each site, in code points from 1, with an
    exclusive end, as in the JSON report."""

    def __init__(self, article):
        self.article = article
        self.spans = {}
        self.text = self._strip(_lines(article))

    def _strip(self, lines):
        out, line, column, open_sites = [], 1, 1, []
        for c in "\n".join(lines) + "\n":
            if c == OPEN:
                open_sites.append(None)
            elif open_sites and open_sites[-1] is None:
                open_sites[-1] = (ord(c) - FIRST_MARK, line, column)
            elif c == CLOSE:
                index, at_line, at_column = open_sites.pop()
                self.spans[index] = (at_line, at_column, line, column)
            else:
                out.append(c)
                line, column = (line + 1, 1) if c == "\n" else (line, column + 1)
        return "".join(out)

    def sites(self):
        """Pairs of a site and its span."""
        return [(site, self.spans[index]) for index, site in enumerate(self.article.sites) if index in self.spans]


def _parts(article, parts):
    texts = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        else:
            texts.append(OPEN + chr(FIRST_MARK + article.sites.index(part)) + part.render() + CLOSE)
    return "".join(texts)


def _list(article, kind, items):
    texts = [_parts(article, item) for item in items]
    if article.collapsed:
        return ["".join(texts)] if kind == "entries" and article.glued else ["- " + text for text in texts]
    return [f"  {number}. {text}" if kind == "steps" else "  • " + text for number, text in enumerate(texts, 1)]


def _wrap(text):
    """Breaks a paragraph at blanks, as editors do."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= WIDTH:
            lines.append(word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
    return lines


def _lines(article):
    blocks = []
    for kind, content in article.blocks:
        if kind in ("bullets", "steps", "entries"):
            blocks.append(_list(article, kind, content))
        elif kind == "question":
            question, answer = (_parts(article, parts) for parts in content)
            blocks += [[question], [answer]] if article.bare_questions else [["Q: " + question], ["A: " + answer]]
        else:
            text = _parts(article, content)
            sentences = kind == "paragraph" and text.rstrip(CLOSE)[-1] in ".?:"
            blocks.append(_wrap(text) if article.wrapped and sentences else text.split("\n"))
    lines = []
    for block in blocks:
        lines += block if article.collapsed or not lines else ["", *block]
    return lines

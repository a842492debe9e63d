"""A site: one place of an article that states something, or could be taken to. A mistake is an edit of a site."""

import forms

GRADES = ["title", "field", "entry", "bracket", "statement", "structure"]


class Edit:
    """What a mistake changes of one of a site's errors. None keeps what is right."""

    def __init__(self, name=None, decimal=None, hexadecimal=None, decimal_text=None, hex_text=None, text=None):
        self.name, self.decimal, self.hexadecimal = name, decimal, hexadecimal
        self.decimal_text, self.hex_text = decimal_text, hex_text  # functions of the text that would be right
        self.text = text                                           # instead of the whole site


class Site:
    """`errors` are the one or two (name, code) pairs that the form states; `edits` has one Edit or None for each."""

    def __init__(self, grade, text, family, errors=(), own=False, style="", numbers=None, group="", form=""):
        self.grade, self.text, self.family, self.errors = grade, text, family, list(errors)
        self.own, self.style, self.numbers, self.group = own, style, numbers or {}, group
        self.form = form or text
        self.edits = [None, None]
        self.placeholders = set(forms.PLACEHOLDER.findall(text))
        self.mistake = None

    def has(self, kinds, which=0):
        """Whether the error `which` is written with a placeholder of `kinds`."""
        suffix = "2" if which else ""
        return any(kind + suffix in self.placeholders for kind in kinds)

    def _values(self, which):
        (name, code), edit = self.errors[which], self.edits[which] or Edit()
        suffix = "2" if which else ""
        decimal = code if edit.decimal is None else edit.decimal
        hexadecimal = code if edit.hexadecimal is None else edit.hexadecimal
        values = forms.code_texts(self.family, decimal, hexadecimal, self.style, suffix)
        for kinds, change in ((forms.DECIMALS, edit.decimal_text), (forms.HEXES, edit.hex_text)):
            if change:
                values.update({kind + suffix: change(values[kind + suffix]) for kind in kinds})
        return {**values, "name" + suffix: edit.name or name}

    def render(self):
        if self.edits[0] and self.edits[0].text is not None:
            return self.edits[0].text
        values = {"kind": self.family.kind, "header": self.family.header, "api": self.family.api, **self.numbers}
        for which in range(len(self.errors)):
            values.update(self._values(which))
        return forms.fill(self.text, values)

    def right_text(self):
        kept, self.edits = self.edits, [None, None]
        text = self.render()
        self.edits = kept
        return text

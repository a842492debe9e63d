"""Slips of a writer, as functions of a text: digits and letters that are lost, doubled, swapped or mistaken."""

LOOKALIKE = {"0": "O", "1": "l", "5": "S", "8": "B"}


def _digits(text):
    """Where the digits behind a sign or 0x begin."""
    return 2 if text[:2] in ("0x", "0X") else 1 if text[0] in "-−" else 0


def swapped(rng, text):
    start = _digits(text)
    places = [i for i in range(start, len(text) - 1) if text[i] != text[i + 1] and not (i == start and text[i + 1] == "0")]
    if not places:
        return None
    i = rng.choice(places)
    return text[:i] + text[i + 1] + text[i] + text[i + 2:]


def lost(rng, text):
    start = _digits(text)
    if len(text) - start < 2:
        return None
    i = rng.randrange(start, len(text))
    return text[:i] + text[i + 1:]


def doubled(rng, text):
    i = rng.randrange(_digits(text), len(text))
    return text[:i] + text[i] + text[i:]


def mistaken(rng, text, alphabet):
    i = rng.randrange(_digits(text), len(text))
    return text[:i] + rng.choice([c for c in alphabet if c != text[i].upper()]) + text[i + 1:]


def lookalike(rng, text):
    """A letter where a digit was meant: O, l, S, B. No hex digit becomes another one."""
    places = [i for i in range(_digits(text), len(text)) if text[i] in LOOKALIKE]
    if not places:
        return None
    i = rng.choice(places)
    letter = LOOKALIKE[text[i]]
    return None if letter == "B" and "x" in text else text[:i] + letter + text[i + 1:]


def letter_lost(rng, name):
    i = rng.randrange(len(name) // 2, len(name))
    return name[:i] + name[i + 1:]


def letter_doubled(rng, name):
    i = rng.randrange(len(name) // 2, len(name))
    return name[:i] + name[i] + name[i:]


def letters_swapped(rng, name):
    places = [i for i in range(len(name) // 2, len(name) - 1) if name[i] != name[i + 1] and "_" not in name[i:i + 2]]
    if not places:
        return None
    i = rng.choice(places)
    return name[:i] + name[i + 1] + name[i] + name[i + 2:]


def letter_mistaken(rng, name):
    i = rng.choice([i for i in range(len(name) // 2, len(name)) if name[i] != "_"] or [len(name) - 1])
    return name[:i] + rng.choice([c for c in "AEIRSTN" if c != name[i]]) + name[i + 1:]


def underscore_lost(rng, name):
    places = [i for i, c in enumerate(name) if c == "_"][1:]
    if not places:
        return None
    i = rng.choice(places)
    return name[:i] + name[i + 1:]


def tail_in_lower_case(rng, name):
    i = rng.randrange(len(name) // 2, len(name) - 2) if len(name) > 6 else len(name) - 2
    return name[:i] + name[i:].lower()


def word_lost(rng, name):
    words = name.split("_")
    return "_".join(words[:-1]) if len(words) > 3 else None

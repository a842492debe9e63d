"""Kinds of mistakes: what each does to a site, and which rules may report it.

A kind is a function (rng, world, site, which) that returns an Edit, or None where it does not apply. `which` is the error
of the site, 0 or 1. KINDS is the table: name, function, sort. The sort says which rules may report it and what would be
right.
"""

import slips
from claim_site import Edit
from forms import DECIMALS, HEXES

CONFLICTS = {"conflicting-code", "conflicting-name", "duplicate-code", "duplicate-name", "duplicate-reference"}
CODE_RULES = {"wrong-code", "prose-code", "taken-code", "conflicting-code", "conflicting-name", "hex-mismatch", "duplicate-code",
              "duplicate-name"}
NAME_RULES = {"unknown-name", "malformed-reference", "malformed-title", "prose-code", "taken-code", "wrong-code", "conflicting-code",
              "conflicting-name", "duplicate-name"}
# sort -> rules that may report it
RULES = {
    "code": CODE_RULES,
    "notations": CODE_RULES,
    "text": CODE_RULES | {"invalid-code", "malformed-reference", "malformed-title", "unknown-name"},
    "name": NAME_RULES | {"duplicate-code"},
    "heading": {"unknown-section", "missing-section"},
    "date": {"bad-date"},
    "title": {"malformed-title"},
    "entry": {"malformed-reference"},
    "self": {"self-reference"},
    "twice": {"duplicate-reference"},
}


def _both(code):
    return Edit(decimal=code, hexadecimal=code)


def _neighbour(step):
    def edit(rng, world, site, which):
        code = world.family.neighbour(site.errors[which][1], step)
        return None if code is None else _both(code)
    return edit


def other_code(rng, world, site, which):
    return _both(world.other(rng, site.errors[which])[1])


def free_code(rng, world, site, which):
    code = site.errors[which][1]
    free = [c for step in range(1, 3000, 7) for c in (code + step,) if c not in world.taken and c < 1 << 32]
    return _both(free[0]) if free else None


def off_by_one(rng, world, site, which):
    return _both(site.errors[which][1] + rng.choice([1, -1]))


def wrong_decimal(rng, world, site, which):
    return Edit(decimal=world.other(rng, site.errors[which])[1]) if _pair(site, which) else None


def wrong_hex(rng, world, site, which):
    return Edit(hexadecimal=world.other(rng, site.errors[which])[1]) if _pair(site, which) else None


def two_wrong(rng, world, site, which):
    first, second = world.other(rng, site.errors[which])[1], world.other(rng, site.errors[which])[1]
    return Edit(decimal=first, hexadecimal=second) if _pair(site, which) and first != second else None


def hex_off_by_one(rng, world, site, which):
    return Edit(hexadecimal=site.errors[which][1] ^ 1) if _pair(site, which) else None


def _pair(site, which):
    return site.has(DECIMALS, which) and site.has(HEXES, which)


def decimal_behind_0x(rng, world, site, which):
    code = site.errors[which][1]
    return Edit(hexadecimal=int(str(code), 16)) if 9 < code < 10 ** 8 and site.has(HEXES, which) else None


def hex_as_decimal(rng, world, site, which):
    digits = f"{site.errors[which][1]:X}"
    return Edit(decimal=int(digits)) if digits.isdigit() and int(digits) < 1 << 32 and site.has(DECIMALS, which) else None


def octal(rng, world, site, which):
    digits = str(site.errors[which][1])
    if not site.has(HEXES, which) or set(digits) & set("89"):
        return None
    return Edit(hexadecimal=int(digits, 8)) if int(digits, 8) < 1 << 32 else None


def sign_lost(rng, world, site, which):
    signed = site.has({"signed"}, which) or (world.family.wide and site.style != "unsigned" and site.has({"dec"}, which))
    return Edit(decimal_text=lambda text: text.lstrip("-")) if signed and site.errors[which][1] >> 31 else None


def sign_added(rng, world, site, which):
    code = site.errors[which][1]
    return Edit(decimal_text=lambda text: "-" + text.lstrip("-")) if code < 1 << 31 and site.has(DECIMALS, which) else None


def _text_of(site, which, kinds):
    suffix = "2" if which else ""
    values = site._values(which)
    return next(values[kind + suffix] for kind in sorted(kinds) if kind + suffix in site.placeholders)


def _slip(kinds, slip, *arguments):
    """A slip in the digits of one notation. The slip is the same in every notation of that kind."""
    field = "decimal_text" if kinds is DECIMALS else "hex_text"

    def edit(rng, world, site, which):
        if not site.has(kinds, which):
            return None
        right = _text_of(site, which, kinds)
        wrong = slip(rng, right, *arguments)
        return Edit(**{field: lambda text: wrong if text == right else text}) if wrong and wrong != right else None
    return edit


def nine_digits(rng, world, site, which):
    return Edit(hex_text=lambda text: text + "0" * (11 - len(text))) if site.has({"hex", "hex8"}, which) else None


def facility_lost(rng, world, site, which):
    code = site.errors[which][1]
    return _both(code & 0xFFFF) if code > 0xFFFF and code & 0xFFFF else None


def facility_wrong(rng, world, site, which):
    return _both(site.errors[which][1] ^ 0x00070000) if site.errors[which][1] >> 16 else None


def severity_wrong(rng, world, site, which):
    code = site.errors[which][1]
    return _both(code ^ 0x40000000) if code >> 31 else None


def bytes_reversed(rng, world, site, which):
    return _both(int.from_bytes(site.errors[which][1].to_bytes(4, "little"), "big")) if site.has(HEXES, which) else None


def hresult_of_another(rng, world, site, which):
    if world.family.name != "win32" or site.has({"wrap"}, which):
        return None
    code = world.other(rng, site.errors[which])[1]
    return _both(0x80070000 | code) if code <= 0xFFFF else None


def ntstatus_in_hresult_of_another(rng, world, site, which):
    return _both(world.other(rng, site.errors[which])[1] | 0x10000000) if world.family.name == "ntstatus" else None


def _name(slip):
    def edit(rng, world, site, which):
        if not site.has({"name"}, which):
            return None
        wrong = slip(rng, site.errors[which][0])
        return Edit(name=wrong) if wrong and wrong not in world.all_names else None
    return edit


def another_name(rng, world, site, which):
    return Edit(name=world.other(rng, site.errors[which])[0]) if site.has({"name"}, which) else None


FOREIGN = {"ERROR_": "STATUS_", "STATUS_": "ERROR_", "WSAE": "E", "E": "WSAE", "VLM_E_": "VLM_W_"}


def prefix_of_another_family(rng, world, site, which):
    name = site.errors[which][0]
    prefix = next((p for p in FOREIGN if name.startswith(p)), None)
    if prefix is None or not site.has({"name"}, which):
        return None
    wrong = FOREIGN[prefix] + name[len(prefix):]
    return Edit(name=wrong) if wrong not in world.all_names else None


# Words of names that nothing has; three of them, so that hardly two mistakes invent one name.
INVENTED = ["UNHEARD", "NEVER", "PURELY", "WHIMSICAL", "QUAINT", "GLOSSY", "VELVET", "LUNAR", "TANGLED", "MARBLE", "BRISK", "OPAL"]


def unknown_name(rng, world, site, which):
    if not site.has({"name"}, which):
        return None
    name = site.errors[which][0]
    wrong = "_".join([name.split("_")[0], rng.choice(INVENTED), rng.choice(INVENTED), rng.choice(INVENTED)])
    return Edit(name=wrong) if "_" in name and wrong not in world.all_names else None


def unknown_name_and_code(rng, world, site, which):
    edit, code = unknown_name(rng, world, site, which), world.other(rng, site.errors[which])[1]
    if edit:
        edit.decimal = edit.hexadecimal = code
    return edit


KINDS = [
    ("neighbour's code: row below", _neighbour(1), "code"),
    ("neighbour's code: row above", _neighbour(-1), "code"),
    ("code of an unrelated name", other_code, "code"),
    ("code that nobody has", free_code, "code"),
    ("off by one", off_by_one, "code"),
    ("decimal wrong, hex right", wrong_decimal, "notations"),
    ("decimal right, hex wrong", wrong_hex, "notations"),
    ("decimal and hex of two others", two_wrong, "notations"),
    ("last hex digit differs", hex_off_by_one, "notations"),
    ("digits behind 0x are the decimal", decimal_behind_0x, "notations"),
    ("hex read as decimal", hex_as_decimal, "notations"),
    ("decimal read as octal", octal, "notations"),
    ("sign lost", sign_lost, "code"),
    ("sign added", sign_added, "code"),
    ("decimal digits swapped", _slip(DECIMALS, slips.swapped), "code"),
    ("decimal digit lost", _slip(DECIMALS, slips.lost), "code"),
    ("decimal digit doubled", _slip(DECIMALS, slips.doubled), "text"),
    ("decimal digit mistaken", _slip(DECIMALS, slips.mistaken, "0123456789"), "code"),
    ("letter for a digit in a decimal", _slip(DECIMALS, slips.lookalike), "text"),
    ("hex digits swapped", _slip(HEXES, slips.swapped), "code"),
    ("hex digit lost", _slip(HEXES, slips.lost), "code"),
    ("hex digit doubled", _slip(HEXES, slips.doubled), "text"),
    ("hex digit mistaken", _slip(HEXES, slips.mistaken, "0123456789ABCDEF"), "code"),
    ("letter for a digit in a hex", _slip(HEXES, slips.lookalike), "text"),
    ("nine hex digits", nine_digits, "text"),
    ("facility lost", facility_lost, "code"),
    ("facility wrong", facility_wrong, "code"),
    ("severity wrong", severity_wrong, "code"),
    ("bytes reversed", bytes_reversed, "code"),
    ("HRESULT of another name", hresult_of_another, "code"),
    ("NTSTATUS of another name in an HRESULT", ntstatus_in_hresult_of_another, "code"),
    ("another name", another_name, "code"),
    ("prefix of another family", prefix_of_another_family, "name"),
    ("unknown name", unknown_name, "name"),
    ("unknown name with the code of another", unknown_name_and_code, "name"),
    ("name: letter lost", _name(slips.letter_lost), "name"),
    ("name: letter doubled", _name(slips.letter_doubled), "name"),
    ("name: letters swapped", _name(slips.letters_swapped), "name"),
    ("name: letter mistaken", _name(slips.letter_mistaken), "name"),
    ("name: underscore lost", _name(slips.underscore_lost), "name"),
    ("name: word lost", _name(slips.word_lost), "name"),
    ("name: tail in lower case", _name(slips.tail_in_lower_case), "name"),
    ("name: all in lower case", _name(lambda rng, name: name.lower()), "name"),
]

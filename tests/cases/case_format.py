"""Reads and writes case files; the format is described in run.py. Nothing in a case file is ignored: what is not
understood is a FormatError with its line."""

import dataclasses
import pathlib
import re
import shlex

INDENT = "  "
ESCAPED = " (esc)"
NO_NEWLINE = " (no-eol)"
EMPTY = "(empty)"
COMMAND = "$"

BEFORE = {"inputs", "file", "setup", "stdin"}
AFTER = {"exit", "stdout", "stderr", "wrote", "wrote-lines", "wrote-stored", "wrote-path", "removed"}
WITH_PATH = {"inputs", "file", "wrote", "wrote-lines", "wrote-stored", "wrote-path", "removed"}
WITH_BODY = {"file", "setup", "stdin", "stdout", "stderr", "wrote", "wrote-lines"}


class FormatError(Exception):
    """What is wrong, as "line: message"; the runner puts the file's name in front."""

    def __init__(self, line, message):
        super().__init__(f"{line}: {message}")


@dataclasses.dataclass
class Item:
    """One header with its body, or a comment ("#"), a blank line ("") or a command ("$")."""
    name: str
    value: str
    body: bytes
    line: int
    raw: list  # its lines in the file


@dataclasses.dataclass
class Step:
    before: list
    command: Item
    after: list


# --- bodies -----------------------------------------------------------------------------------------------------------

def escape(text):
    def one(character):
        if character == "\\":
            return "\\\\"
        if character in "\t\r":
            return {"\t": "\\t", "\r": "\\r"}[character]
        if character.isprintable():
            return character
        return "".join(f"\\x{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))

    escaped = "".join(one(character) for character in text)
    return escaped[:-1] + "\\x20" if escaped.endswith(" ") else escaped


def unescape(text, line):
    def one(match):
        if match[1]:
            return bytes([int(match[1], 16)])
        if match[2] not in (b"\\", b"t", b"r"):
            raise FormatError(line, r"unknown escape: there are \\, \t, \r and \xHH")
        return {b"\\": b"\\", b"t": b"\t", b"r": b"\r"}[match[2]]

    return re.sub(rb"\\(?:x([0-9A-Fa-f]{2})|(.?))", one, text.encode())


def encode_body(content):
    """The lines of a body, with their indent."""
    if not content:
        return [INDENT + EMPTY]
    *lines, rest = content.decode("utf-8", "surrogateescape").split("\n")
    ending = NO_NEWLINE if rest else ""
    if rest:
        lines.append(rest)
    encoded = []
    for number, text in enumerate(lines, 1):
        last = number == len(lines)
        special = (not text.isprintable() or text.endswith((" ", ESCAPED, NO_NEWLINE)) or (last and not text)
                   or lines == [EMPTY])
        text = escape(text) + ESCAPED if special else text
        text += ending if last else ""
        encoded.append(INDENT + text if text else "")
    return encoded


def decode_body(lines, first_line):
    """The content of a body; the reverse of encode_body."""
    if lines == [INDENT + EMPTY]:
        return b""
    content = b""
    for line, text in enumerate(lines, first_line):
        text = text.removeprefix(INDENT)
        newline = not text.endswith(NO_NEWLINE)
        if not newline and line != first_line + len(lines) - 1:
            raise FormatError(line, f"only the last line of a body may end in{NO_NEWLINE}")
        text = text if newline else text.removesuffix(NO_NEWLINE)
        escaped = text.endswith(ESCAPED)
        content += unescape(text.removesuffix(ESCAPED), line) if escaped else text.encode()
        content += b"\n" if newline else b""
    return content


# --- reading ----------------------------------------------------------------------------------------------------------

def text_lines(content):
    """The lines of a case file, which has to be plain text."""
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError as error:
        raise FormatError(content[:error.start].count(b"\n") + 1, "not UTF-8: use an (esc) line") from None
    if lines.pop():
        raise FormatError(len(lines) + 1, "no newline at the end of the file")
    for line, text in enumerate(lines, 1):
        if not text.isprintable():
            raise FormatError(line, "a tab or a character that cannot be seen: use an (esc) line")
        if text.endswith(" "):
            raise FormatError(line, "a space at the end of the line: use an (esc) line")
    if lines and not lines[-1]:
        raise FormatError(len(lines), "a blank line at the end of the file")
    return lines


def body_length(lines):
    """How many of these lines belong to a body: up to the last indented one before the next header."""
    length = 0
    for count, text in enumerate(lines, 1):
        if text.startswith(INDENT):
            length = count
        elif text:
            break
    return length


def check_path(value, line):
    if not value or value.startswith("/") or any(part in ("", ".", "..") for part in value.split("/")):
        raise FormatError(line, f"`{value}` is not a path inside the case")


def header(text, line):
    name, colon, value = text.partition(":")
    if not colon or name not in BEFORE | AFTER:
        raise FormatError(line, f"unknown header `{text}`")
    if value and not value.startswith(" "):
        raise FormatError(line, "a space has to follow the colon")
    value = value[1:]
    if name in WITH_PATH:
        check_path(value, line)
    elif name == "exit":
        if not re.fullmatch(r"-?\d+", value):
            raise FormatError(line, "`exit:` takes a number")
    elif value:
        raise FormatError(line, f"`{name}:` takes nothing on its own line; its text follows, indented by two spaces")
    return name, value


def read_items(content):
    lines = text_lines(content)
    items, at = [], 0
    while at < len(lines):
        items.append(read_item(lines, at))
        at += len(items[-1].raw)
    return items


def read_item(lines, at):
    text, line = lines[at], at + 1
    if not text:
        return Item("", "", b"", line, [text])
    if text.startswith("# "):
        return Item("#", text[2:], b"", line, [text])
    if text.startswith(COMMAND + " "):
        return Item(COMMAND, text[2:], b"", line, [text])
    if text.startswith(" "):
        raise FormatError(line, "an indented line that belongs to no header")
    name, value = header(text, line)
    if name not in WITH_BODY:
        return Item(name, value, b"", line, [text])
    length = body_length(lines[at + 1:])
    if length == 0:
        raise FormatError(line, f"`{name}:` has no text; {EMPTY} is an empty file, and no header is no output")
    body = lines[at + 1:at + 1 + length]
    return Item(name, value, decode_body(body, line + 1), line, [text, *body])


def make_item(name, value, body):
    """A new item, as bless adds it."""
    if not value.isprintable() or value != value.strip():
        raise FormatError(0, f"a case file cannot name {value!a}")
    text = f"{name}: {value}" if value else f"{name}:"
    return Item(name, value, body, 0, [text] + (encode_body(body) if name in WITH_BODY else []))


# --- steps ------------------------------------------------------------------------------------------------------------

def key(item):
    """What an item is about; two of one step cannot be about the same."""
    if item.name.startswith("wrote"):
        return "wrote " + item.value
    return f"{item.name} {item.value}" if item.name in WITH_PATH else item.name


def split_command(text, line):
    """The environment and the arguments of a command."""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise FormatError(line, f"{error} in the command") from None
    settings = {}
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0], re.DOTALL):
        name, _, value = words.pop(0).partition("=")
        settings[name] = value
    if words[:1] != ["errpress"]:
        raise FormatError(line, "a command starts with `errpress`, after any NAME=VALUE")
    return settings, words[1:]


def check_step(step, first):
    keys = {}
    for item in step.before + step.after:
        if key(item) in keys:
            raise FormatError(item.line, f"`{key(item)}` is given twice, first on line {keys[key(item)]}")
        keys[key(item)] = item.line
    for index, item in enumerate(step.before):
        if item.name == "inputs" and (not first or index > 0):
            raise FormatError(item.line, "`inputs:` comes once, before all else")
    split_command(step.command.value, step.command.line)


def steps_of(items):
    steps, before = [], []
    if not items or items[0].name != "#":
        raise FormatError(1, "a case starts with a comment that says what it is about")
    for item in items:
        if item.name == COMMAND:
            steps.append(Step(before, item, []))
            before = []
        elif item.name in BEFORE:
            before.append(item)
        elif item.name in AFTER:
            if not steps or before:
                raise FormatError(item.line, f"`{item.name}:` comes before its command")
            steps[-1].after.append(item)
    if before or not steps:
        raise FormatError(items[-1].line, "no command follows")
    for index, step in enumerate(steps):
        check_step(step, index == 0)
    check_stored(steps)
    return steps


def check_stored(steps):
    seen = set()
    for item in (item for step in steps for item in step.after if item.name == "wrote-stored"):
        if item.value in seen:
            raise FormatError(item.line, f"`{item.value}` is stored for an earlier command; use `wrote:`")
        seen.add(item.value)


class CaseFile:
    """A case file: its items in order, and the same items by command."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.items = read_items(self.path.read_bytes())
        self.steps = steps_of(self.items)

    @property
    def stored(self):
        """The folder of the contents that `wrote-stored:` names."""
        return self.path.with_suffix(".expect")

    def replace(self, old, new):
        """Puts the items `new` where `old` is."""
        at = next(index for index, item in enumerate(self.items) if item is old)
        self.items[at:at + 1] = new

    def write(self):
        self.path.write_bytes("".join(line + "\n" for item in self.items for line in item.raw).encode())

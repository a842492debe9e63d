"""escape_cpp.py PRINTER COMPILER: every hostile text in string literals and comments of C and C++, through a compiler
that takes each warning for an error. The compiled program compares each literal to the cleaned text, and counts the
statements that stand after the comments."""

import pathlib
import subprocess
import sys
import tempfile

import escape_support

# -std=c++14 and c99 still read trigraphs, and -trigraphs makes the others do so, too.
STANDARDS = [("c++", "c++14"), ("c++", "c++17"), ("c++", "c++20"), ("c++", "c++20 -trigraphs"), ("c", "c99"),
             ("c", "c17")]
# A compiler of C may warn that not every other compiler takes literals this long.
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-overlength-strings"]

# What stands before a value and after it; then a statement that must still be code.
COMMENTS = {
    "// ...": ("// ", ""),
    "//...": ("//", ""),
    "/// ...": ("/// ", ""),
    "//! @brief ...": ("//! @brief ", ""),
    "/* ... */": ("/* ", " */"),
    "/** ... */": ("/** ", " */"),
    "/* on lines */": ("/*\n * ", "\n */"),
    "/* *... */": ("/* *", " */"),
    "//< ... after a statement": ("total += 0;  ///< ", ""),
}


def byte_array(data):
    """The bytes as an initialiser of C, independent of any escaper."""
    return "{" + "".join(f"{byte}," for byte in data) + "0}"


def literal_source(texts, literals):
    lines = ["#include <stdio.h>", "#include <string.h>", "int main(void) {", "  int wrong = 0;"]
    for number, (text, literal) in enumerate(zip(texts, literals)):
        lines.append(f"  {{ static const unsigned char want[] = {byte_array(text)};")
        lines.append(f"    static const char got[] =\n{literal};")
        lines.append(f"    if (sizeof(got) != {len(text) + 1} || memcmp(want, got, sizeof(got)) != 0)"
                     f' {{ printf("{number}\\n"); wrong = 1; }} }}')
    return "\n".join(lines + ["  return wrong;", "}", ""])


def comment_source(comments):
    lines = ["#include <stdio.h>", "int main(void) {", "  int total = 0;"]
    for comment in comments:
        lines += [comment, "  total += 1;"]
    lines += [f"  if (total == {len(comments)}) return 0;", '  printf("%d\\n", total);', "  return 1;", "}", ""]
    return "\n".join(lines)


def complaint(compiler, language, standard, source):
    """What the compiler, or else the program, has to say; "" if both are content."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "source.c")
        path.write_bytes(source.encode())
        program = pathlib.Path(folder, "program")
        options = [*(f"-std={standard}".split()), *WARNINGS, "-x", language, str(path), "-o", str(program)]
        built = subprocess.run([compiler, *options], capture_output=True, text=True, errors="replace")
        if built.returncode != 0:
            return built.stderr
        ran = subprocess.run([str(program)], capture_output=True, text=True)
        return "" if ran.returncode == 0 else f"the program printed {ran.stdout!r}"


def main():
    printer, name = sys.argv[1:]
    [compiler] = escape_support.need(name)
    texts = escape_support.hostile_texts(printer)
    cleaned = [text.encode() for text in escape_support.clean(printer, texts)]
    literals = escape_support.escape(printer, "cpp_string", [(b'"', text) for text in texts])
    literals = [out.decode() + '"' for out in literals]
    sources = {"literals": literal_source(cleaned, literals)}
    for place, (before, after) in COMMENTS.items():
        outs = escape_support.escape(printer, "cpp_comment", [(before.encode(), text) for text in texts])
        sources[place] = comment_source([out.decode() + after for out in outs])
    failures = []
    for language, standard in STANDARDS:
        for place, source in sources.items():
            said = complaint(compiler, language, standard, source)
            if said:
                failures.append(f"{place} in {standard}: {said}")
    return escape_support.report(failures, len(STANDARDS) * len(sources) * len(texts))


if __name__ == "__main__":
    sys.exit(main())

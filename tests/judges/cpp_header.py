"""cpp_header.py ERRPRESS COMPILER: the header of every corpus compiles without a warning in every standard, and says
the same at compile time as the articles do; so do all of them in one program, after the platform's own headers."""

import pathlib
import sys

import target_support
from target_support import article, articles, build, registry_corpus, write

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]


def literal(text):
    """Text as adjacent C++ literals, without leaning on errpress's own escaper."""
    data = text.encode()
    return "".join(f'"{"".join(f"{chr(92)}{byte:03o}" for byte in data[i:i + 200])}"'
                   for i in range(0, len(data), 200)) or '""'


def claims(views, namespace):
    """static_asserts for every article of a corpus, and for what it does not have."""
    owners = {}
    for view in views:
        owners.setdefault(view["code"]["value"], view)
    lines = []
    for view in views:
        number = view["code"]["value"]
        owner = owners[number]
        alias = view is not owner
        code = f"{namespace}::{'' if alias else 'code::'}{view['identifier']}"
        message = literal(owner["message"] or "")
        lines += [
            f"static_assert({namespace}::value({code}) == {number}U);",
            f"static_assert({namespace}::name({code}) == std::string_view({literal(owner['name'])}));",
            f"static_assert({namespace}::message({code}) == std::string_view({message}));",
            f"static_assert({namespace}::from_value({number}U) == {code});",
            f"static_assert({namespace}::from_name({literal(view['name'])}) == {code});",
        ]
    missing = next(number for number in range(0xFFFFFFFF, 0, -1) if number not in owners)
    lines += [
        f"static_assert(!{namespace}::from_value({missing}U).has_value());",
        f'static_assert(!{namespace}::from_name("").has_value());',
        f'static_assert(!{namespace}::from_name("NO_SUCH_ERROR").has_value());',
        f'static_assert({namespace}::name({namespace}::code{{{missing}U}}).empty());',
        f'static_assert({namespace}::message({namespace}::code{{{missing}U}}).empty());',
        f"static_assert(sizeof({namespace}::code) == 4 && noexcept({namespace}::from_name({{}})));",
    ]
    return lines


def sample(views):
    """All of a small corpus; of a large one the ends and every 97th between."""
    if len(views) < 200:
        return views
    by_code = sorted(views, key=lambda view: view["code"]["value"])
    chosen = {view["name"] for view in views[:2] + views[-2:] + views[::97] + by_code[:2] + by_code[-2:]}
    return [view for view in views if view["name"] in chosen]


def corpora(folder):
    """name: (folder, lines for errpress.yaml)"""
    names = ["CLASS", "CONTINUE", "CONTINUE_", "NOT", "INT", "CODE", "NAME", "VALUE", "DETAIL", "7", "INT32_T", "STD",
             "DOUBLE__SCORE", "ERROR_SAME", "SAME"]
    keywords = {f"ERROR_{word}": article(f"ERROR_{word}", number) for number, word in enumerate(names, 1)}
    keywords["SAME"] = article("SAME", 100)
    aliases = {name: article(name, 5, f"It is {name}.") for name in ["ERROR_FIRST", "ERROR_SECOND", "STATUS_THIRD"]}
    aliases["ERROR_OTHER"] = article("ERROR_OTHER", 6)
    return {
        "shipped": (target_support.SHIPPED, ""),
        "variety": (target_support.VARIETY, ""),
        "empty": (write(folder / "empty", {}), ""),
        "one": (write(folder / "one", {"ERROR_ONLY": article("ERROR_ONLY", 4294967295)}), ""),
        "wordy": (write(folder / "wordy", {"ERROR_LONG": article("ERROR_LONG", 1, "word " * 4000 + "end."),
                                           "ERROR_SHORT": article("ERROR_SHORT", 2)}), ""),
        "keywords": (write(folder / "keywords", keywords), ""),
        "aliases": (write(folder / "aliases", aliases), "aliases: [[ERROR_FIRST, ERROR_SECOND, STATUS_THIRD]]\n"),
        "registry": (registry_corpus(folder / "registry"), ""),
    }


def print_header(errpress, name, corpus, config, folder):
    """The folder that name.hpp is in, and the program's lines about it, in namespace judged::name."""
    out = folder / name / "out"
    out.parent.mkdir()
    config += f"targets: {{cpp: {{namespace: 'judged::{name}', stem: {name}}}, json: }}\n"
    views = articles(build(errpress, corpus, out, config=config))
    assert views or name == "empty"
    return out / "include", [f'#include "{name}.hpp"', *claims(sample(views), f"judged::{name}")]


def main():
    errpress, compiler = sys.argv[1:]
    target_support.need(compiler)
    judge = target_support.Judge()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        together, includes = [], []
        for name, (corpus, config) in corpora(folder / "corpora").items():
            include, lines = print_header(errpress, name, corpus, config, folder)
            together += lines
            includes += ["-I", include]
            program = folder / f"{name}.cpp"
            program.write_text("\n".join(lines) + "\n")
            judge.run([compiler, "-std=c++17", *WARNINGS, *includes, "-fsyntax-only", program], f"{name} alone")
        program = folder / "together.cpp"
        program.write_text("\n".join(together) + "\n")
        for standard in ["c++17", "c++20", "c++2b"]:
            judge.run([compiler, f"-std={standard}", *WARNINGS, *includes, "-fsyntax-only", program],
                      f"all in one program, {standard}")
        program.write_text(target_support.platform_headers(compiler) + program.read_text())
        large = [] if "clang" in compiler else ["-flarge-source-files"]  # or GCC remarks on the size of windows.h
        judge.run([compiler, "-std=c++20", *WARNINGS, *large, *includes, "-fsyntax-only", program],
                  "all in one program, after the platform's headers")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

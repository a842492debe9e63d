"""cpp_macros.py ERRPRESS COMPILER: an error named like any lower-case macro of the compiler's platform has an identifier
that the macro leaves alone. The compiler is asked for its macros; for Windows the text of all its headers is, too, since
not all of them go together in one program."""

import pathlib
import re
import subprocess
import sys

import target_support
from target_support import article, articles, build, write

# A macro's name, and '(' where it is function-like.
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+([a-z][a-z0-9_]*)\b(\(?)", re.MULTILINE)
# Some that are sure to be there, or nothing was asked.
WELL_KNOWN = {"windows": {"near", "far", "interface", "hyper"}, "posix": {"linux", "unix", "errno", "stdin"}}


def preprocess(compiler, program, *options):
    command = [compiler, "-std=gnu++20", "-x", "c++", "-E", *options, "-"]
    return subprocess.run(command, input=program.encode(), capture_output=True, check=True).stdout.decode("latin-1")


def windows_headers(compiler):
    lines = preprocess(compiler, "#include <windows.h>\n")
    [path] = set(re.findall(r'^# \d+ "([^"]*/windows\.h)"', lines, re.MULTILINE))
    return sorted(pathlib.Path(path).parent.rglob("*.h"))


def main():
    errpress, compiler = sys.argv[1:]
    target_support.need(compiler)
    judge = target_support.Judge()
    windows = "mingw" in compiler
    platform = target_support.platform_headers(compiler)
    macros = set(MACRO.findall(preprocess(compiler, platform, "-dM")))
    missing = WELL_KNOWN["windows" if windows else "posix"] - {name for name, _ in macros}
    judge.check(not missing, f"{missing} should be macros here")
    for header in windows_headers(compiler) if windows else []:
        macros.update(MACRO.findall(header.read_text("latin-1")))
    object_like = {name for name, parenthesis in macros if not parenthesis}
    names = sorted({f"ERROR_{name.upper()}" for name, _ in macros})
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        corpus = write(folder / "corpus", {name: article(name, number) for number, name in enumerate(names, 1)})
        out = build(errpress, corpus, folder / "out", "--target", "cpp", "--target", "json")
        views = articles(out)
        judge.equal(len(views), len(names), "articles")
        for view in views:
            judge.check(view["identifier"] not in object_like, f"{view['identifier']} is a macro")
        # A function-like macro is no danger: no '(' follows an identifier.
        uses = "".join(f"static_assert(errors::name(errors::code::{view['identifier']}) == \"{view['name']}\");\n"
                       for view in views)
        program = folder / "program.cpp"
        header = '#include "errors.hpp"\n'
        for order, text in {"before": platform + header, "after": header + platform}.items():
            program.write_text(text + uses)
            judge.run([compiler, "-std=gnu++20", "-I", out / "include", "-fsyntax-only", program],
                      f"errors named like macros, with the macros {order} the header")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

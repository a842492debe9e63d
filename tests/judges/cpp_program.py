"""cpp_program.py ERRPRESS COMPILER: a program of two files, each with the headers of several corpora, links and prints
what the articles say. Its objects have no relocation in data and nothing to initialise at the start."""

import pathlib
import re
import subprocess
import sys

import target_support
from target_support import HOSTILE, SHIPPED, VARIETY, articles, build, registry_corpus

# Sections of data with relocations and of code that runs before main; and of data that can change and is not empty.
BAD_SECTION = re.compile(r"\] (\.rela?\.(?:ro)?data\S*|\.data\.rel\S*|\.init_array\S*|\.ctors\S*)")
CHANGEABLE_SECTION = re.compile(r"\] (\.t?(?:data|bss)\S*)\s+\S+\s+\S+\s+\S+\s+(?!0+\s)\S+")

FUNCTION = """
void print_{name}(std::FILE* out) {{
  for (const std::uint32_t number : {{ {numbers} }}) {{
    const auto name = judged::{name}::name(*judged::{name}::from_value(number));
    const auto message = judged::{name}::message(*judged::{name}::from_name(name));
    std::fprintf(out, "%u", static_cast<unsigned>(judged::{name}::value(*judged::{name}::from_name(name))));
    std::fputc(0, out);
    std::fwrite(name.data(), 1, name.size(), out);
    std::fputc(0, out);
    std::fwrite(message.data(), 1, message.size(), out);
    std::fputc(0, out);
  }}
}}
"""


class Program:
    """The source of both files, and what the program has to print."""

    def __init__(self):
        self.names, self.flags, self.functions, self.words = [], [], "", []

    def add(self, name, out):
        views = sorted(articles(out), key=lambda view: view["code"]["value"])
        self.names.append(name)
        self.flags += ["-I", out / "include"]
        self.functions += FUNCTION.format(name=name, numbers=", ".join(f"{view['code']['value']}U" for view in views))
        self.words += [word for view in views
                       for word in (str(view["code"]["value"]), view["name"], view["message"] or "")]

    def source(self, unit):
        includes = "".join(f'#include "{name}.hpp"\n' for name in self.names)
        calls = "".join(f"  print_{name}(stdout);\n" for name in self.names)
        return (f"#include <cstdio>\n#include <initializer_list>\n{includes}"
                f"namespace {unit} {{\n{self.functions}\nvoid print_all() {{\n{calls}}}\n}}\n")


def check_object(judge, readelf, path):
    sections = subprocess.run([readelf, "-SW", path], capture_output=True, text=True, check=True).stdout
    judge.check(".rodata" in sections, f"{path.name} should have constant data")
    judge.equal(BAD_SECTION.findall(sections), [], f"{path.name}: sections with relocations or initialisers")
    judge.equal(CHANGEABLE_SECTION.findall(sections), [], f"{path.name}: sections of data that can change")


def main():
    errpress, compiler = sys.argv[1:]
    _, readelf = target_support.need(compiler, "readelf")
    judge = target_support.Judge()
    program = Program()
    with target_support.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        corpora = {"shipped": SHIPPED, "variety": VARIETY, "hostile": HOSTILE,
                   "registry": registry_corpus(folder / "articles")}
        for name, corpus in corpora.items():
            (folder / name).mkdir()
            config = f"targets: {{cpp: {{namespace: 'judged::{name}', stem: {name}}}, json: }}\n"
            program.add(name, build(errpress, corpus, folder / name / "out", config=config))
        main_file = "namespace two { void print_all(); }\nint main() {\n  one::print_all();\n  two::print_all();\n}\n"
        objects = []
        for unit, rest in {"one": main_file, "two": ""}.items():
            (folder / f"{unit}.cpp").write_text(program.source(unit) + rest)
            objects.append(folder / f"{unit}.o")
            judge.run([compiler, "-std=c++17", "-O2", "-fPIC", *program.flags, "-c", folder / f"{unit}.cpp", "-o",
                       objects[-1]], f"compiling {unit}.cpp")
            check_object(judge, readelf, objects[-1])
        judge.run([compiler, *objects, "-o", folder / "program"], "linking")
        printed = subprocess.run([folder / "program"], capture_output=True, check=True).stdout.decode().split("\0")[:-1]
    judge.equal(len(printed), 2 * len(program.words), "how many texts the program prints")
    for i, (got, wanted) in enumerate(zip(printed, program.words * 2)):
        judge.equal(got, wanted, f"text {i}")
    return judge.finish()


if __name__ == "__main__":
    sys.exit(main())

"""Judges JSON reports by the published schema.

usage: schema_test.py SCHEMA PROGRAM [ARGUMENT]...

Runs the program, whose exit code may be 0 or 1 (findings), and validates what it prints. Then damages the report in
many ways and sees that the schema refuses each, so that a schema which accepts anything is found out.
"""

import copy
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: the Python module jsonschema is missing (Debian: python3-jsonschema)")
    sys.exit(77)


def objects(value, path=()):
    """Every object in a JSON value, with the keys that lead to it."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from objects(child, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def damaged(report):
    """Copies of the report, each with one fault, and what the fault is."""
    for path, node in objects(report):
        where = "/".join(map(str, path)) or "the document"
        for key in node:
            copied = copy.deepcopy(report)
            del at(copied, path)[key]
            yield f"{where} without {key}", copied
            copied = copy.deepcopy(report)
            at(copied, path)[key] = {"an": "object"} if key not in ("summary",) else []
            yield f"{where} with a wrong {key}", copied
        copied = copy.deepcopy(report)
        at(copied, path)["extra"] = 1
        yield f"{where} with an extra key", copied
    if report["findings"]:
        for key, value in (("severity", "fatal"), ("line", 0), ("rule", "Not A Rule"), ("message", "")):
            copied = copy.deepcopy(report)
            copied["findings"][0][key] = value
            yield f"a finding whose {key} is {value!r}", copied


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    run = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{sys.argv[2]} exits with {run.returncode}")
    report = json.loads(run.stdout.decode("utf-8", "strict"))

    faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(report)]
    if not run.stdout.endswith(b"}\n"):
        faults.append("the report does not end with a line end")
    if run.stdout.count(b"\n{") != len(report["findings"]):
        faults.append("not one finding a line")
    if not report["findings"]:
        faults.append("nothing to judge: the report has no findings")
    checked = 0
    for what, copied in damaged({**report, "findings": report["findings"][:4]}):
        checked += 1
        if validator.is_valid(copied):
            faults.append(f"the schema accepts {what}")
    for fault in faults:
        print(fault)
    print(f"{len(report['findings'])} findings are as the schema says; it refuses {checked} damaged copies")
    sys.exit(1 if faults else 0)


main()

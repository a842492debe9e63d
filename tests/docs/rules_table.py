"""README.md's table of rules says what the program's says: prints the right table where it does not.

    rules_table.py ERRPRESS README.md
"""

import re
import subprocess
import sys

BEGIN = "<!-- rules: tests/docs compares this table with the program's -->\n"
END = "<!-- end of rules -->\n"


def right_table(errpress):
    listed = subprocess.run([errpress, "rule"], check=True, capture_output=True, text=True).stdout
    rows = []
    for line in listed.splitlines():
        rule, severity, summary = re.split(r"\s{1,}", line, maxsplit=2)
        rows.append(f"| `{rule}` | {severity} | {summary.replace('|', chr(92) + '|')} |\n")
    return "| rule | severity | finds |\n| --- | --- | --- |\n" + "".join(rows)


def main():
    errpress, readme = sys.argv[1:]
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    right = right_table(errpress)
    if text[begin:end] != right:
        print(f"the table of rules in {readme} is not the program's; it should be:\n\n{right}")
        return 1
    print("the table of rules is the program's")
    return 0


if __name__ == "__main__":
    sys.exit(main())

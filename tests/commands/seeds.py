"""The three articles that errpress started from, which are not part of the project: every one of their seven related
codes is wrong, and is found."""

import sys

import scenario
import wrong_codes


class Seeds(wrong_codes.WrongCodes, scenario.Scenario):
    folder = scenario.source_dir() / "../shared/seeds"
    articles = {"first": "000_3a3c172cae4641ca.txt", "second": "001_57027fb762de6f79.txt",
                "third": "002_b17487ade733aa15.txt"}


if __name__ == "__main__":
    if not Seeds.folder.is_dir():
        print("SKIPPED seeds: the folder ../shared/seeds is missing")
        sys.exit(scenario.SKIPPED)
    scenario.main()

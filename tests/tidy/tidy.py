#!/usr/bin/python3
"""The rules of the house, as far as a script can see them. Prints each broken rule as
FILE:LINE: RULE: how to mend it. baseline.txt names what is too long and may only shrink.
"""
import pathlib
import re
import sys

import database
import documents
import includes
import sizes
import words
from tree import Problem, Tree

RULES = [
    includes.room_order,
    includes.testing_only_in_tests,
    includes.purity,
    includes.declared_purity,
    includes.wire_only_in_routes,
    database.sql_only_in_stores,
    database.statements_are_listed,
    database.sql_files_are_migrations,
    database.distribution_is_stated,
    database.references_stay_near,
    database.customers_can_be_forgotten,
    database.migrations_only_grow,
    sizes.file_length,
    sizes.header_length,
    sizes.function_length,
    words.line_length,
    words.unfinished_work,
    words.workshop_words,
    words.banned_calls,
    documents.one_title,
    documents.links_lead_somewhere,
    documents.dead_documents,
    documents.dead_headers,
    documents.dead_tools,
    documents.rooms_in_architecture,
]
BASELINE = "tests/tidy/baseline.txt"


def broken(tree, rule):
    """The problems that a rule finds, but for what the baseline allows at its present length."""
    allowed = set(tree.files[BASELINE].lines) if BASELINE in tree.files else set()
    return [problem for problem in rule(tree) if _baseline_line(problem) not in allowed]


def _baseline_line(problem):
    length = re.search(r"(\d+) lines", problem.mend)
    return f"{problem.rule} {problem.file} {length[1]}" if length else ""


def stale_baseline(tree):
    """What the baseline allows and nobody needs any more."""
    source = tree.files.get(BASELINE)
    if source is None or not source.lines:
        return
    needed = {_baseline_line(problem) for rule in RULES for problem in rule(tree)}
    for number, line in enumerate(source.lines, 1):
        if line not in needed:
            yield Problem(BASELINE, number, "baseline", f"it has shrunk, so must this: {line}")


def main():
    tree = Tree(pathlib.Path(__file__).resolve().parents[2])
    failed = 0
    for rule in [*RULES, stale_baseline]:
        problems = broken(tree, rule)
        failed += bool(problems)
        for problem in problems:
            print(problem)
    print(f"{len(RULES) + 1 - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

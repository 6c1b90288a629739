#!/usr/bin/python3
"""Runs the gtest program and counts its cases.

Two processes side by side: one has the cases on PostgreSQL, the other has all the rest. Within each
one case comes after the other: on a PostgreSQL server the transactions of one test hold back the
facts that another one is about to count.

Usage: unit.py PROGRAM
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ON_POSTGRES = "*Postgres*"


def run(program, cases, server):
    """The cases that ran, and as text what went wrong."""
    environment = {name: value for name, value in os.environ.items()
                   if server or name != "SLUIS_TEST_POSTGRES"}
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "report.json")
        done = subprocess.run(
            [program, f"--gtest_filter={cases}", f"--gtest_output=json:{report}"], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace", env=environment)
        cases = list(cases_of(report)) if report.exists() else []
    told = failures_in(done.stdout)[-20000:]
    return cases, f"{told}\nthe test program ended with code {done.returncode}" \
        if done.returncode else ""


def cases_of(report):
    for suite in json.loads(report.read_text())["testsuites"]:
        yield from suite["testsuite"]


def failures_in(output):
    """What each failed case printed; the last case too when the program did not live to its end."""
    told = re.split(r"(?m)^(?=\[ RUN      \])", output)[1:]
    return "".join(part for part in told if "[  FAILED  ]" in part or part == told[-1])


def main():
    with concurrent.futures.ThreadPoolExecutor() as both:
        halves = [both.submit(run, sys.argv[1], ON_POSTGRES, server=True),
                  both.submit(run, sys.argv[1], f"-{ON_POSTGRES}", server=False)]
        outcomes = [half.result() for half in halves]
    passed = failed = skipped = 0
    for cases, told in outcomes:
        wrong = sum(bool(case.get("failures")) for case in cases)
        left = sum(case["result"] == "SKIPPED" for case in cases)
        passed += len(cases) - wrong - left
        failed += max(wrong, 1) if told else wrong
        skipped += left
        if told:
            print(told)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


sys.exit(main())

#!/usr/bin/python3
"""Runs the gtest program and counts its cases.

One process, one case after the other: on a PostgreSQL server the transactions of one test hold back
the facts that another one is about to count.

Usage: unit.py PROGRAM
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def cases_of(report):
    for suite in json.loads(report.read_text())["testsuites"]:
        yield from suite["testsuite"]


def failures_in(output):
    """What each failed case printed; the last case too when the program did not live to its end."""
    told = re.split(r"(?m)^(?=\[ RUN      \])", output)[1:]
    return "".join(part for part in told if "[  FAILED  ]" in part or part == told[-1])


def main():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "report.json")
        run = subprocess.run([sys.argv[1], f"--gtest_output=json:{report}"], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
        if not report.exists():
            print(failures_in(run.stdout)[-20000:])
            print(f"the test program ended with code {run.returncode} before its report")
            print("0 passed, 1 failed, 0 skipped")
            return 1
        cases = list(cases_of(report))
    failed = sum(bool(case.get("failures")) for case in cases)
    skipped = sum(case["result"] == "SKIPPED" for case in cases)
    if run.returncode:
        print(failures_in(run.stdout)[-20000:])
        failed = max(failed, 1)
    print(f"{len(cases) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


sys.exit(main())

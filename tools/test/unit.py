#!/usr/bin/python3
"""Runs the gtest program and counts its cases.

Three processes side by side: two have the cases on PostgreSQL, the third has all the rest. Within
each one case comes after the other, and each of the two has a server of its own: on a PostgreSQL
server the transactions of one test hold back the facts that another one is about to count.

Usage: unit.py PROGRAM
"""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ON_POSTGRES = "*Postgres*"
SERVER = str(pathlib.Path(__file__).with_name("postgres.sh"))


@contextlib.contextmanager
def second_server():
    """The URL of another private PostgreSQL; nothing where there is not a first one."""
    if not os.environ.get("SLUIS_TEST_POSTGRES"):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="sluis-unit-") as scratch:
        # A user of its own runs the server, and has to get there.
        os.chmod(scratch, 0o755)
        folder = os.path.join(scratch, "postgres")
        started = subprocess.run([SERVER, "start", folder], check=True, capture_output=True,
                                 text=True)
        try:
            yield started.stdout.split()[-1]
        finally:
            subprocess.run([SERVER, "stop", folder], check=True)


def run(program, cases, server, share=""):
    """The cases that ran, and as text what went wrong. `share`: which of how many, "1/2"."""
    environment = {name: value for name, value in os.environ.items()
                   if name != "SLUIS_TEST_POSTGRES"}
    if server:
        environment["SLUIS_TEST_POSTGRES"] = server
    if share:
        number, of = share.split("/")
        environment |= {"GTEST_SHARD_INDEX": str(int(number) - 1), "GTEST_TOTAL_SHARDS": of}
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
    program = sys.argv[1]
    first = os.environ.get("SLUIS_TEST_POSTGRES")
    with second_server() as second, concurrent.futures.ThreadPoolExecutor() as pool:
        parts = [pool.submit(run, program, ON_POSTGRES, first, "1/2"),
                 pool.submit(run, program, ON_POSTGRES, second, "2/2"),
                 pool.submit(run, program, f"-{ON_POSTGRES}", None)]
        outcomes = [part.result() for part in parts]
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

#!/usr/bin/python3
"""Runs the gtest program in as many shards as there are cores and adds up its cases.

Usage: unit.py PROGRAM
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def start_shard(program, folder, shard, shards):
    report = folder / f"{shard}.json"
    environment = os.environ | {"GTEST_TOTAL_SHARDS": str(shards), "GTEST_SHARD_INDEX": str(shard)}
    output = open(folder / f"{shard}.log", "wb")
    process = subprocess.Popen([program, f"--gtest_output=json:{report}", "--gtest_brief=1"],
                               stdout=output, stderr=subprocess.STDOUT, env=environment)
    return process, report, output.name


def cases_of(report):
    for suite in json.loads(report.read_text())["testsuites"]:
        yield from suite["testsuite"]


def count(process, report, log):
    """Returns passed, failed and skipped of one finished shard; prints what failed."""
    text = pathlib.Path(log).read_text(errors="replace")
    if not report.exists():
        print(text[-20000:])
        print(f"the test program ended with code {process.returncode} before its report")
        return 0, 1, 0
    passed = failed = skipped = 0
    for case in cases_of(report):
        if case.get("failures"):
            failed += 1
        elif case["result"] == "SKIPPED":
            skipped += 1
        elif case["status"] == "RUN":
            passed += 1
    if failed or process.returncode != 0:
        print(text[-20000:])
    return passed, max(failed, 1 if process.returncode else 0), skipped


def main():
    program = sys.argv[1]
    shards = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        running = [start_shard(program, folder, i, shards) for i in range(shards)]
        for process, _, _ in running:
            process.wait()
        passed, failed, skipped = map(sum, zip(*(count(*shard) for shard in running)))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


sys.exit(main())

#!/usr/bin/python3
"""Every operation of the API description was exercised by a scenario; each is one test.

Usage: api_coverage.py PROGRAM EXERCISED-FILE
"""
import json
import pathlib
import subprocess
import sys

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def main():
    program, exercised_file = sys.argv[1:]
    printed = subprocess.run([program, "openapi"], check=True, capture_output=True).stdout
    document = json.loads(printed)
    described = {f"{method.upper()} {template}" for template, path in document["paths"].items()
                 for method in path if method in METHODS}
    exercised = set(pathlib.Path(exercised_file).read_text().splitlines())
    missed = sorted(described - exercised)
    for operation in missed:
        print(f"no scenario exercises {operation}")
    print(f"{len(described) - len(missed)} passed, {len(missed)} failed, 0 skipped")
    return 1 if missed else 0


sys.exit(main())

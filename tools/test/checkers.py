#!/usr/bin/python3
"""Runs the tests of the test tools themselves: a checker that cannot refuse is worth nothing."""
import pathlib
import sys
import unittest

FOLDERS = ("tests/scenario", "tests/tidy")


def main():
    suite = unittest.TestSuite()
    for folder in FOLDERS:
        sys.path.insert(0, str(pathlib.Path(folder).absolute()))
        suite.addTests(unittest.TestLoader().discover(folder, pattern="*_test.py"))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    print(f"{result.testsRun - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


sys.exit(main())

#!/usr/bin/python3
"""Code that must not compile: the types keep what they promise.

Each file here is compiled once with CASE=0, which must compile, and once for each `#elif CASE == N`
with a comment `// must not compile: "what the compiler says"` below it; what compiles but is
refused by clang-tidy says `// must not pass clang-tidy: "…"`.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
FLAGS = ["-std=c++23", "-Isrc", "-Wall", "-Wextra", "-Werror", "-fno-color-diagnostics"]
CASE = re.compile(r'#elif CASE == (\d+)\n\s*// must not (compile|pass clang-tidy): "(.*)"')


def judged(file, number, judge):
    """Lets the compiler or clang-tidy look at one case."""
    flags = [*FLAGS, f"-DCASE={number}"]
    command = ["clang++-19", "-fsyntax-only", *flags, file]
    if judge == "pass clang-tidy":
        command = ["clang-tidy-19", "--quiet", file, "--", *flags]
    return subprocess.run(command, capture_output=True, text=True)


def problem_of(case):
    """Returns what is wrong with one case, or None."""
    file, number, judge, complaint = case
    done = judged(file, number, judge)
    said = done.stdout + done.stderr
    if number == "0":
        return None if done.returncode == 0 else f"{file}: case 0 must compile:\n{said}"
    if done.returncode == 0:
        return f"{file}: case {number} must not {judge}, but does: {complaint}"
    if complaint not in said:
        return f"{file}: case {number} fails, but not with {complaint!r}:\n{said}"
    return None


def cases():
    for file in sorted(HERE.glob("*.cc")):
        text = file.read_text()
        found = CASE.findall(text)
        if len(found) != text.count("#elif") or not found:
            sys.exit(f"{file}: every #elif needs its `// must not compile: \"…\"` on the next line")
        yield file, "0", "compile", ""
        yield from ((file, *case) for case in found)


def main():
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for problem in pool.map(problem_of, cases()):
            if problem:
                print(problem)
            failed += problem is not None
            passed += problem is None
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


sys.exit(main())

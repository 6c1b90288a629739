#!/usr/bin/python3
"""Plays scenarios against the real program; README.md beside this file says how to write them."""
import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import traceback

import script
from description import Description
from home import Home, PostgresHome
from pattern import Mismatch
from server import ServerError
from world import NotForThisHome, World

HERE = pathlib.Path(__file__).parent


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/release/sluis", help="the program to test")
    parser.add_argument("--store", default="", metavar="URL",
                        help="a PostgreSQL superuser's URL; without it they play on SQLite")
    parser.add_argument("--update", action="store_true",
                        help="write what came back into the expectations that can hold it")
    parser.add_argument("--exercised", metavar="FILE",
                        help="add the operations that were exercised to FILE")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="default: all")
    return parser.parse_args()


def printed_by(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


class Player:
    def __init__(self, chosen):
        self.program = os.path.abspath(chosen.program)
        self.version = printed_by(self.program, "--version").split()[-1]
        self.description = Description(json.loads(printed_by(self.program, "openapi")))
        self.store = chosen.store
        self.update = chosen.update

    def play(self, file):
        """Plays one file; returns "passed", "skipped" or what went wrong."""
        home = PostgresHome(self.store) if self.store else Home()
        world = World(self.program, self.version, self.description, home, file.parent)
        try:
            self._play_steps(file, world)
            world.end()
            return "passed"
        except NotForThisHome:
            return "skipped"
        except (Mismatch, ServerError, script.ScriptError) as problem:
            return str(problem)
        except Exception:  # a fault of the runner is a failure of the scenario, not of the run
            return traceback.format_exc()
        finally:
            if world.server and world.server.running():
                world.server.kill()
            home.remove()

    def _play_steps(self, file, world):
        updates = []
        for step in script.read(file.read_text()):
            try:
                world.play(step)
            except (Mismatch, ServerError) as problem:
                if not self._may_update(step):
                    line = step.expected.line if step.expected else step.line
                    raise Mismatch(f"{file}:{line}: {step.word} {step.rest}\n{problem}") from None
                updates.append(step)
        if updates:
            write_updates(file, updates)

    def _may_update(self, step):
        if not self.update or not hasattr(step, "answer") or not step.expected:
            return False
        return not any("..." in line or "$" in line for line in step.expected.lines)


def write_updates(file, steps):
    lines = file.read_text().splitlines()
    for step in reversed(steps):
        new = [f"=> {step.answer.status}", *step.answer.block()]
        lines[step.expected.line - 1:step.expected.end - 1] = new
    file.write_text("\n".join(lines) + "\n")


def add_exercised(file, operations):
    with contextlib.suppress(FileNotFoundError):
        operations = operations | set(pathlib.Path(file).read_text().splitlines())
    pathlib.Path(file).write_text("".join(line + "\n" for line in sorted(operations)))


def main():
    chosen = options()
    files = chosen.files or sorted(HERE.glob("**/*.scenario"))
    player = Player(chosen)
    counts = {"passed": 0, "skipped": 0, "failed": 0}
    # While the disk takes what was committed nobody works: half of the time with a database server,
    # a third with a file.
    workers = os.cpu_count() * 2 if chosen.store else os.cpu_count() + 1
    with concurrent.futures.ThreadPoolExecutor(max_workers=workers) as pool:
        for file, verdict in zip(files, pool.map(player.play, files)):
            if verdict not in counts:
                print(verdict, end="\n\n")
                verdict = "failed"
            counts[verdict] += 1
    if chosen.exercised:
        add_exercised(chosen.exercised, player.description.exercised)
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())

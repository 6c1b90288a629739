#!/usr/bin/python3
"""Data of released versions opens in this build, on both homes, with nothing lost.

A folder per released version holds what that version wrote: sluis.db.gz, postgres.sql.gz and the
worksheet that it exported. Nobody edits these; `run.py --release` adds those of the version that is
built now, with the checksums of its migrations (tests/golden/migrations.txt), which tidy then
keeps from being changed. It is the last thing done for a release.
"""
import argparse
import csv
import gzip
import hashlib
import os
import pathlib
import subprocess
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scenario"))

from home import Home, PostgresHome  # noqa: E402
from server import Server, environment  # noqa: E402

CHECKSUMS = pathlib.Path("tests/golden/migrations.txt")


class Company:
    def __init__(self, program, home):
        self.program = program
        self.home = home

    def run(self, *words, stdin=""):
        done = subprocess.run([self.program, *words, *self.home.options()], input=stdin, text=True,
                              capture_output=True, timeout=60, env=environment())
        assert done.returncode == 0, f"sluis {' '.join(words)}: {done.returncode}\n{done.stderr}"
        return done.stdout

    def serve_once(self):
        """Applies the migrations that are missing."""
        Server(self.program, [*self.home.options(), "--listen", "127.0.0.1:0"],
               self.home.scratch).stop()

    def fill(self):
        self.run("user", "add", "--email", "ann@example.com", "--role", "admin",
                 stdin="correct horse battery staple\n")
        self.run("channels", "import", str(HERE / "filled.csv"))

    def worksheet(self):
        return list(csv.DictReader(self.run("channels", "export").splitlines()))


def pack(home, folder):
    """Keeps what is in a home that nobody serves."""
    if home.kind == "sqlite":
        (folder / "sluis.db.gz").write_bytes(gzip.compress((home.data / "sluis.db").read_bytes()))
    else:
        dump = subprocess.run(["pg_dump", "--no-owner", "--no-privileges", home.store], check=True,
                              capture_output=True).stdout
        (folder / "postgres.sql.gz").write_bytes(gzip.compress(dump))


def unpack(folder, home):
    if home.kind == "sqlite":
        home.data.mkdir(mode=0o700)
        (home.data / "sluis.db").write_bytes(gzip.decompress((folder / "sluis.db.gz").read_bytes()))
    else:
        dump = gzip.decompress((folder / "postgres.sql.gz").read_bytes())
        subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", home.store], input=dump,
                       check=True, capture_output=True)


def release(program, store):
    version = subprocess.run([program, "--version"], check=True, capture_output=True,
                             text=True).stdout.split()[-1]
    folder = HERE / version
    folder.mkdir(exist_ok=True)
    for home in (Home(), PostgresHome(store)):
        company = Company(program, home)
        company.fill()
        (folder / "worksheet.csv").write_text(company.run("channels", "export"))
        company.serve_once()  # leaves one file, without a write-ahead log
        pack(home, folder)
        home.remove()
    migrations = sorted(pathlib.Path("src").glob("*/schema/*.sql"))
    CHECKSUMS.write_text("".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file}\n"
                                 for file in migrations))
    print(f"{folder} and {CHECKSUMS} hold what {version} leaves behind")


def check(program, folder, home):
    unpack(folder, home)
    company = Company(program, home)
    company.serve_once()
    company.run("doctor")
    with open(folder / "worksheet.csv", newline="") as file:
        before = list(csv.DictReader(file))
    # A later version may know more columns; it has lost nothing of these.
    after = [{name: row.get(name) for name in before[0]} for row in company.worksheet()]
    assert after == before, f"the worksheet changed:\n{before}\n{after}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/release/sluis")
    parser.add_argument("--store", required=True, help="URL of a PostgreSQL superuser")
    parser.add_argument("--release", action="store_true", help="keep what this version writes")
    chosen = parser.parse_args()
    program = os.path.abspath(chosen.program)
    if chosen.release:
        return release(program, chosen.store)
    passed = failed = 0
    for folder in sorted(path for path in HERE.iterdir() if (path / "worksheet.csv").exists()):
        for home in (Home(), PostgresHome(chosen.store)):
            try:
                check(program, folder, home)
                passed += 1
            except Exception:
                failed += 1
                print(f"data of {folder.name} on {home.kind}:")
                traceback.print_exc(file=sys.stdout)
            finally:
                home.remove()
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


sys.exit(main())

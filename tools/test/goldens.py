#!/usr/bin/python3
"""Golden files: what the program describes and makes must be what is committed, so that a change of
the API or of a table shows in review. With --update the files are written anew.
"""
import argparse
import difflib
import os
import pathlib
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/scenario"))

from duckdb_file import DuckdbFile  # noqa: E402
from home import Home, PostgresHome  # noqa: E402
from server import Server  # noqa: E402

import reference  # noqa: E402


def openapi(program, _):
    return subprocess.run([program, "openapi"], check=True, capture_output=True, text=True).stdout


def migrated(program, home):
    """Serves once, which makes every table of a new home."""
    Server(program, [*home.options(), "--listen", "127.0.0.1:0"], home.scratch).stop()
    return home


def schema_of_sqlite(program, _):
    home = migrated(program, Home())
    try:
        (file,) = home.data.glob("*.db")
        with sqlite3.connect(file) as connection:
            rows = connection.execute("select sql from sqlite_master where sql is not null "
                                      "order by type desc, name")
            return "".join(f"{sql};\n\n" for (sql,) in rows)
    finally:
        home.remove()


def schema_of_postgres(program, store):
    home = migrated(program, PostgresHome(store))
    try:
        return dumped(home, "--exclude-schema=analytics")
    finally:
        home.remove()


def dumped(home, which):
    dump = subprocess.run(["pg_dump", "--schema-only", "--no-owner", "--no-privileges", which,
                           home.store], check=True, capture_output=True, text=True).stdout
    # What depends on the release of PostgreSQL rather than on us.
    own = [line for line in dump.splitlines()
           if not re.match(r"--|SET |SELECT pg_catalog|\\(un)?restrict", line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(own)).strip() + "\n"


def asked(program, home):
    """Asks for a figure, which makes the analytical tables of a new home."""
    subprocess.run([program, "kpi", *home.options(), "--from", "2026-01-01", "--to", "2026-01-02"],
                   check=True, capture_output=True)
    return home


def analytics_of_duckdb(program, _):
    home = asked(program, Home())
    try:
        with DuckdbFile(program, home.data / "analytics.duckdb") as file:
            tables = file.texts("select sql from duckdb_tables() order by table_name")
            views = file.texts("select sql from duckdb_views() where not internal "
                               "order by view_name")
    finally:
        home.remove()
    tables = [sql.replace("(", "(\n  ", 1) for sql in tables]
    return "\n".join(sql.replace(", ", ",\n  ").strip() + "\n" for sql in tables + views)


def analytics_of_postgres(program, store):
    home = asked(program, PostgresHome(store))
    try:
        return dumped(home, "--schema=analytics")
    finally:
        home.remove()


def access_matrix(program, _):
    """Who may call what, asked of a running program as everybody there is."""
    return subprocess.run([sys.executable, "tests/scenario/access_matrix.py", program], check=True,
                          capture_output=True, text=True).stdout


GOLDENS = {
    "api/openapi.json": openapi,
    "docs/reference/api.md": lambda program, _: reference.api(program),
    "docs/reference/commands.md": lambda program, _: reference.commands(program),
    "tests/golden/access_matrix.txt": access_matrix,
    "tests/golden/schema_sqlite.sql": schema_of_sqlite,
    "tests/golden/schema_postgres.sql": schema_of_postgres,
    "tests/golden/analytics_duckdb.sql": analytics_of_duckdb,
    "tests/golden/analytics_postgres.sql": analytics_of_postgres,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/release/sluis")
    parser.add_argument("--store", required=True, help="URL of a PostgreSQL superuser")
    parser.add_argument("--update", action="store_true")
    chosen = parser.parse_args()
    failed = 0
    for name, make in GOLDENS.items():
        file = pathlib.Path(name)
        made = make(os.path.abspath(chosen.program), chosen.store)
        if chosen.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made)
        kept = file.read_text() if file.exists() else ""
        if made != kept:
            failed += 1
            print(*difflib.unified_diff(kept.splitlines(), made.splitlines(), name,
                                        "what the program makes", lineterm="", n=2), sep="\n")
            print("When this is meant: tools/test/update_goldens.sh")
    print(f"{len(GOLDENS) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


sys.exit(main())

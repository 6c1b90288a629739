"""The two homes of a scenario's data: a folder with SQLite, or a database of PostgreSQL as well."""
import pathlib
import secrets
import shutil
import sqlite3
import subprocess
import tempfile


class Home:
    """A data folder; with SQLite in it unless a subclass says otherwise."""

    kind = "sqlite"

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sluis-scenario."))
        self.data = self.folder / "data"
        self.scratch = self.folder / "scratch"
        self.scratch.mkdir()
        self.store = ""

    def options(self):
        return ["--data", str(self.data)]

    def sql(self, statement):
        with sqlite3.connect(self.data / "sluis.db") as connection:
            connection.execute(statement)
        connection.close()

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresHome(Home):
    kind = "postgresql"

    def __init__(self, server):
        super().__init__()
        self.server = server
        self.name = f"scenario_{secrets.token_hex(6)}"
        self._ask(server, f"CREATE DATABASE {self.name}")
        self.store = f"{server.rpartition('/')[0]}/{self.name}"

    def options(self):
        return [*super().options(), "--store", self.store]

    def sql(self, statement):
        self._ask(self.store, statement)

    def remove(self):
        super().remove()
        self._ask(self.server, f"DROP DATABASE {self.name} WITH (FORCE)")

    @staticmethod
    def _ask(url, statement):
        subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", url, "-c", statement],
                       check=True, capture_output=True, timeout=60)

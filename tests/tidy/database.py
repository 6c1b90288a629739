"""SQL: where it stands, that it is listed, and what the larger home and the law ask of a table."""
import hashlib
import re

from includes import room_of

SQL = re.compile(r"\s*(select|insert into|update \w+ (as \w+ )?set|delete from|with \w+ as"
                 r"|with recursive|create (unique )?(table|index|view)|alter table|drop table)\b",
                 re.IGNORECASE)
HOMES_OF_SQL = re.compile(r"src/platform/(store|analytics|export|outbox|jobs|blobs)/.*"
                          r"|src/\w+/(\w+/)?store(_\w+)?\.cc"
                          r"|src/platform/api/idempotency\.cc")
STATEMENT = re.compile(r"\b(?:store::)?Statement (\w+)\s*(?:=\s*)?\{")
TABLE = re.compile(r"create table (\w+) \((.*?)\n\)", re.DOTALL)
PERSONAL = re.compile(r"^\s*(customer|identity)(_id)? ", re.MULTILINE)
DISTRIBUTION = re.compile(r"-- distribution: (reference|local|by (\w+))$")
# A column, or the columns of a foreign key, and the table they refer to.
REFERENCE = re.compile(r"^\s*(?:foreign key \()?(\w+(?:, \w+)*)\)?[^\n]*? references (\w+)",
                       re.MULTILINE)
SQL_FILES = re.compile(r"src/\w+/(schema|analytics)/\d{4}_\w+\.sql|tests/golden/.*\.sql"
                       r"|bench/\w+\.sql")
CHECKSUMS = "tests/golden/migrations.txt"


def sql_only_in_stores(tree):
    for source in tree.matching(r"src/.*\.(cc|h)"):
        if HOMES_OF_SQL.fullmatch(source.path) or source.is_test():
            continue
        for at, literal in source.literals:
            if SQL.match(literal):
                yield source.problem(at, "sql-only-in-stores", "move it to store.cc as a named "
                                     "Statement, so that it is prepared on both homes by a test")


def statements_are_listed(tree):
    for source in tree.matching(r"src/.*\.cc"):
        if source.is_test():
            continue
        for found in STATEMENT.finditer(source.code):
            if not re.search(rf"&{found[1]}\b", source.code):
                yield source.problem(found.start(), "statement-list", f"{found[1]} is in no list "
                                     "of statements, so that no test prepares it")


def schema_files(tree):
    return tree.matching(r"src/\w+/(schema|analytics)/.*\.sql")


def sql_files_are_migrations(tree):
    for source in tree.matching(r".*\.sql"):
        if not SQL_FILES.fullmatch(source.path):
            yield source.problem(0, "dead-file", "SQL stands in src/ROOM/schema/0001_NAME.sql or "
                                 "src/ROOM/analytics/; nothing else is compiled in")


def tables(tree):
    """(source, offset, table, columns) of every table."""
    for source in schema_files(tree):
        for found in TABLE.finditer(source.text):
            yield source, found.start(), found[1], found[2]


def _distribution_of(source, at):
    return DISTRIBUTION.match(source.text[:at].splitlines()[-1] if at else "")


def distribution_is_stated(tree):
    for source, at, table, columns in tables(tree):
        stated = _distribution_of(source, at)
        if not stated:
            yield source.problem(at, "distribution", f"say above {table} `-- distribution: "
                                 "reference`, `local` or `by COLUMN`")
        elif stated[2]:
            yield from _keys_hold(source, at, table, columns, stated[2])


def _keys_hold(source, at, table, columns, key):
    of_columns = re.findall(r"^\s*(\w+) .*\b(?:primary key|unique)\b", columns, re.MULTILINE)
    of_table = re.findall(r"(?:^|\n)\s*(?:primary key|unique) \(([^)]*)\)", columns)
    keys = [[name] for name in of_columns] + [re.split(r",\s*", names) for names in of_table]
    for names in keys:
        if key not in names:
            yield source.problem(at, "distribution", f"{table} is distributed by {key}, so its "
                                 f"key ({', '.join(names)}) must hold {key}")


def references_stay_near(tree):
    """A foreign key finds its row without asking another shard."""
    where = {table: _distribution_of(source, at) for source, at, table, _ in tables(tree)}
    for source, at, table, columns in tables(tree):
        mine = where[table]
        for names, target in REFERENCE.findall(columns):
            theirs = where.get(target)
            if not mine or not theirs or theirs[1] == "reference":
                continue
            if mine[1] == theirs[1] == "local":
                continue
            if not (mine[2] and theirs[2] and mine[2] in re.split(r",\s*", names)):
                yield source.problem(at, "distribution", f"{table} refers to {target}, which need "
                                     "not be on the same shard: only a reference table is, or one "
                                     "with the same distribution key")


def customers_can_be_forgotten(tree):
    for source, at, table, columns in tables(tree):
        if not PERSONAL.search(columns):
            continue
        room = room_of(source.path)
        stores = tree.matching(rf"src/{room}/.*store.*\.cc")
        forget = rf"forget\w*\s*(?:=\s*)?\{{[^;]*?(?:update|delete from) {table}\b"
        if not any(re.search(forget, store.text, re.IGNORECASE) for store in stores):
            yield source.problem(at, "forget", f"{table} knows a customer: store.cc of {room} "
                                 "needs a statement named forget… that clears or re-keys it")


def migrations_only_grow(tree):
    """What was released never changes; `tests/upgrade/run.py --release` writes the checksums."""
    checksums = tree.files.get(CHECKSUMS)
    for number, line in enumerate(checksums.lines if checksums else [], 1):
        digest, _, path = line.partition("  ")
        source = tree.files.get(path)
        if not source or hashlib.sha256(source.text.encode()).hexdigest() != digest:
            yield checksums.problem_in_line(number, "migrations", f"{path} was released and may "
                                            "not change; add another migration")

#!/usr/bin/python3
"""What must hold whatever happens: an acknowledged write is there, and there once. The server is
killed while it writes, loses its database, is backed up and runs out of room.
"""
import argparse
import collections
import decimal
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import threading
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scenario"))

import client  # noqa: E402
from home import Home, PostgresHome  # noqa: E402
from server import Server  # noqa: E402


class Skipped(Exception):
    """The machine does not have what the test needs."""


class Company:
    """A home with an API key; serves when asked to."""

    def __init__(self, program, home):
        self.program = program
        self.home = home
        self.server = None
        self.make_keys()
        self.book = client.Book()

    def make_keys(self):
        self.key = self.run("key", "create", "--scope", "api", "--role", "manager").strip()

    def run(self, *words, home=None):
        done = subprocess.run([self.program, *words, *(home or self.home).options()],
                              capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"sluis {' '.join(words)}: {done.returncode}\n{done.stdout}"
                                 f"{done.stderr}")
        return done.stdout

    def serve(self):
        self.server = Server(self.program, [*self.home.options(), "--listen", "127.0.0.1:0",
                                            "--log-level", "warning"], self.home.scratch)

    def connect(self):
        return client.Connection(self.server.port, self.key)

    def write_for(self, seconds, then):
        """Writes for a while, counted from the first answer there ever was, then does something to
        the server while the writing goes on."""
        stop = threading.Event()
        threads = client.write_until(stop, self.connect, self.book)
        patience = time.monotonic() + 10
        while not self.book.acknowledged and time.monotonic() < patience:
            time.sleep(0.005)
        time.sleep(seconds)
        then()
        stop.set()
        for thread in threads:
            thread.join()
        assert self.book.acknowledged, f"nothing was written: {self.book.wrong[:3]}"

    def check(self):
        """Every acknowledged write once, none of the others twice, nothing else; doctor agrees."""
        client.send_again(self.connect(), self.book)
        assert not self.book.wrong, f"answers that should not be: {self.book.wrong[:5]}"
        self.check_what_is_there()
        self.run("doctor")

    def check_what_is_there(self):
        check_names(self.names(), self.book.acknowledged)

    def names(self):
        return client.names(self.server.port, self.key)

    def end(self):
        if self.server and self.server.running():
            self.server.kill()
        self.home.remove()


class Sender(Company):
    """The same for a shop that sends events."""

    def make_keys(self):
        super().make_keys()
        self.ingest_key = self.run("key", "create", "--scope", "ingest", "--name", "Shop").strip()

    def connect(self):
        return client.EventConnection(self.server.port, self.ingest_key)

    def check_what_is_there(self):
        expected = len(self.book.acknowledged) * client.EVENTS_A_BATCH
        wait_for(lambda: (client.events_counted(self.server.port, self.key), None, expected),
                 lambda answer: answer[0] >= expected)
        # Were one there twice, a reader would come to see it.
        client.send_again(self.connect(), self.book)
        time.sleep(1)
        counted = client.events_counted(self.server.port, self.key)
        assert counted == expected, f"{counted} events for {expected} that were acknowledged"
        shipped = self.orders()
        assert shipped == expected, f"{shipped} orders for {expected} that were acknowledged"

    def orders(self):
        """What the analytical store says."""
        printed = self.run("kpi", "--from", "2020-01-01", "--to", "2040-01-01", "--format", "json")
        return sum(int(row["orders"]) for row in json.loads(printed))


class Shop(Company):
    """The same for buyers of one variant."""

    variant = None

    def serve(self):
        super().serve()
        if not self.variant:
            self.variant = client.fill_the_shelf(super().connect())

    def connect(self):
        return client.BuyerConnection(self.server.port, self.key, self.variant)

    def check_what_is_there(self):
        reservations = client.all_of(self.server.port, self.key, "stock/reservations")
        check_names([one["reference"] for one in reservations], self.book.acknowledged)
        self.check_ledger(reservations)

    def check_ledger(self, reservations):
        """Level, movements, reservations and buyers agree."""
        handed = sum(number % 2 == 0 for number in self.book.acknowledged)
        held = len(self.book.acknowledged) - handed
        level, = client.all_of(self.server.port, self.key, "stock/levels")
        moved = client.all_of(self.server.port, self.key, "stock/movements")
        promised = sum(one["quantity"] for one in reservations if one["state"] == "held")
        on_hand, reserved = level["on_hand"], level["reserved"]
        assert on_hand == client.PIECES - handed, f"{on_hand} on hand after {handed} were handed"
        assert on_hand == sum(one["quantity"] for one in moved), f"{on_hand} on hand, not moved"
        assert reserved == promised == held, f"{reserved} reserved, {promised} held of {held}"


class Seller(Shop):
    """The same for whole orders: stock, money and the facts in the log agree with them."""

    def serve(self):
        Company.serve(self)
        if not self.variant:
            self.variant = client.fill_the_shop(Company.connect(self))

    def connect(self):
        return client.OrderConnection(self.server.port, self.key, self.variant)

    def check_what_is_there(self):
        orders = client.all_of(self.server.port, self.key, "orders")
        check_names([one["reference"] for one in orders], self.book.acknowledged)
        self.check_shelf()
        self.check_money(orders)

    def check_shelf(self):
        numbers = self.book.acknowledged
        handed = sum(number % 2 == 0 for number in numbers)
        held = sum(number % 4 == 3 for number in numbers)
        level, = client.all_of(self.server.port, self.key, "stock/levels")
        assert level["on_hand"] == client.PIECES - handed, f"{level} after {handed} were handed"
        assert level["reserved"] == held, f"{level}, and {held} orders wait"

    def check_money(self, orders):
        cancelled = sum(number % 4 == 1 for number in self.book.acknowledged)
        refunded = sum(decimal.Decimal(one["refunded"]) for one in orders)
        assert refunded == cancelled * decimal.Decimal("24.20"), f"{refunded} for {cancelled}"
        expected = [len(orders), (len(orders) - cancelled) * decimal.Decimal(20)]
        wait_for(lambda: (self.figures(), None, expected), lambda answer: answer[0] == expected)

    def figures(self):
        """Orders and net revenue, as the analytical store has them."""
        printed = self.run("kpi", "--from", "2020-01-01", "--to", "2040-01-01", "--format", "json")
        rows = json.loads(printed, parse_float=decimal.Decimal)
        return [sum(decimal.Decimal(row[column]) for row in rows)
                for column in ("orders", "net_revenue")]


def check_names(names, at_least, at_most=None):
    found = collections.Counter(names)
    twice = [name for name, count in found.items() if count > 1]
    lost = {client.name_of(number) for number in at_least} - found.keys()
    extra = found.keys() - {client.name_of(number) for number in at_most or at_least}
    assert not twice, f"{len(twice)} written twice, e.g. {twice[0]}"
    assert not lost, f"{len(lost)} acknowledged but lost, e.g. {min(lost)}"
    assert not extra, f"{len(extra)} that nobody sent, e.g. {min(extra)}"


def kill_while_writing(company, kills, chance):
    for _ in range(kills):
        company.serve()
        client.send_again(company.connect(), company.book)
        company.write_for(chance.uniform(0.05, 0.5), company.server.kill)
    company.serve()
    company.check()
    company.server.stop()
    print(f"  {kills} kills, {len(company.book.acknowledged)} writes acknowledged")


def kill_while_sending_events(company, kills, chance):
    kill_while_writing(company, kills, chance)


def kill_while_selling(company, kills, chance):
    kill_while_writing(company, kills, chance)


def kill_while_taking_orders(company, kills, chance):
    kill_while_writing(company, kills, chance)


def kill_at_each_step(company, kills, chance):
    """Each step of the life of an order is sent to a server that is killed then and there, and sent
    again to the next one: it happens once, and stock and money agree."""
    rounds = max(1, kills // 10)
    company.serve()
    paths = [client.OrderPath(number, company.variant)
             for number in range(rounds * len(client.OrderPath.STEPS))]
    for path in paths:
        fatal = client.OrderPath.STEPS[path.number % len(client.OrderPath.STEPS)]
        for step in client.OrderPath.STEPS:
            if step == fatal:
                kill_in_the_middle(company, path, step, chance)
            walk(company, path, step)
    check_paths(company, paths)
    company.run("doctor")
    company.server.stop()
    print(f"  {len(paths)} orders, each killed at one of {', '.join(client.OrderPath.STEPS)}")


def walk(company, path, step):
    status, _, answer = Company.connect(company).ask(*path.request(step))
    assert status in (200, 201), f"{step} of {path.number}: {status} {answer}"
    path.take(step, answer)


def kill_in_the_middle(company, path, step, chance):
    killer = threading.Timer(chance.uniform(0, 0.006), company.server.kill)
    killer.start()
    try:
        walk(company, path, step)
    except OSError:
        pass  # it died before it answered
    killer.join()
    company.serve()


def check_paths(company, paths):
    """Every order was sold once, came back whole, and left nothing behind."""
    orders = client.all_of(company.server.port, company.key, "orders")
    check_names([one["reference"] for one in orders], {path.number for path in paths})
    for one in orders:
        sums = (one["state"], one["paid"], one["refunded"], one["lapsed"])
        assert sums == ("returned", "24.20", "24.20", "24.20"), f"{one['reference']}: {sums}"
    level, = client.all_of(company.server.port, company.key, "stock/levels")
    assert (level["on_hand"], level["reserved"]) == (client.PIECES, 0), level
    moved = client.all_of(company.server.port, company.key, "stock/movements")
    assert len(moved) == 1 + 2 * len(paths), f"{len(moved)} movements of {len(paths)} orders"
    expected = [len(paths), 0]
    wait_for(lambda: (company.figures(), None, expected), lambda answer: answer[0] == expected)


# Every purchase of the CDNOW customers. Orders, units and dollars are those of the README beside
# the data.
IMPORTED = "cdnow/cdnow_master.csv.gz"
IMPORTED_SUMS = [decimal.Decimal(sum) for sum in ("69659", "167881", "2500315.63")]


def kill_while_importing(company, kills, chance):
    """The command itself is killed, time and again, and the same command goes on."""
    killed = sum(begin_import_and_kill(company, company, chance) for _ in range(kills))
    finish_import(company)
    print(f"  {killed} of {kills} kills came before its end")


def kill_while_serving_an_import(company, kills, chance):
    """The import runs inside the server, which ships what comes in, and is killed."""
    killed = 0
    for _ in range(kills):
        company.serve()
        killed += begin_import_and_kill(company, company.server, chance)
    company.serve()
    finish_import(company)
    company.server.stop()
    finish_import(company)
    print(f"  {killed} of {kills} kills came before its end")


def begin_import_and_kill(company, victim, chance):
    """True when the import had not ended by itself."""
    command = subprocess.Popen(import_command(company), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        command.wait(chance.uniform(0.05, 1.5))
        return False
    except subprocess.TimeoutExpired:
        return True
    finally:
        (command if victim is company else victim).kill()
        command.wait()


def import_command(company):
    file = pathlib.Path(os.environ.get("SLUIS_TEST_DATA", ""), IMPORTED)
    if not file.is_file():
        raise Skipped("SLUIS_TEST_DATA names no folder with the data")
    return [company.program, "import", *company.home.options(), "--preset", "cdnow", str(file)]


def finish_import(company):
    """Nothing is lost and nothing there twice, however often the same is brought in."""
    for _ in range(2):
        subprocess.run(import_command(company), check=True, capture_output=True, timeout=300)
        # A transaction elsewhere on the server may hold the last of it back for a moment.
        wait_for(lambda: (imported(company)[0], None, IMPORTED_SUMS[0]),
                 lambda answer: answer[0] >= IMPORTED_SUMS[0])
        sums = imported(company)
        assert sums == IMPORTED_SUMS, f"{sums} rather than {IMPORTED_SUMS}"
    company.run("doctor")


def imported(company):
    """Orders, units and net revenue."""
    printed = company.run("kpi", "--from", "1990-01-01", "--to", "2000-01-01", "--format", "json")
    rows = json.loads(printed, parse_float=decimal.Decimal)
    return [sum(decimal.Decimal(row[column]) for row in rows)
            for column in ("orders", "units", "net_revenue")]


def full_disk_for_events(company, *_):
    full_disk(company)


def full_disk_for_analytics(company, *_):
    file = company.home.data / "analytics.duckdb"
    fill_the_disk(company, lambda: wait_for(lambda: (file.exists(), None, file), lambda a: a[0]))


def database_connections_cut(company, kills, chance):
    def cut():
        for _ in range(kills):
            company.home.sql("select pg_terminate_backend(pid) from pg_stat_activity "
                             "where datname = current_database() and pid <> pg_backend_pid()")
            time.sleep(chance.uniform(0, 0.3))

    company.serve()
    company.write_for(0.2, cut)
    company.check()
    company.server.stop()
    print(f"  {kills} cuts, {len(company.book.acknowledged)} writes acknowledged")


def backup_while_writing(company, *_):
    company.serve()
    file = company.home.scratch / "backup"
    before = set()

    def back_up():
        before.update(company.book.acknowledged)
        company.run("backup", str(file))

    company.write_for(0.3, back_up)
    copy = Home()
    company.run("restore", str(file), home=copy)
    restored = Company(company.program, copy)
    restored.serve()
    sent = company.book.acknowledged | company.book.open
    check_names(restored.names(), before, sent)
    restored.run("doctor")
    print(f"  {len(before)} writes before, {len(restored.names())} in the backup, "
          f"{len(sent)} after")
    restored.end()
    company.server.stop()


def full_disk(company, *_):
    fill_the_disk(company, lambda: None)


def fill_the_disk(company, before):
    mount_small_disk(company.home.data)
    try:
        company.make_keys()
        company.serve()
        filler = company.home.data / "filler"
        company.write_for(0.1, lambda: (before(), fill(filler)))
        connection = company.connect()
        # Without pauses: the log of the store may have room of its own for 4,000 pages.
        refused = wait_for(lambda: written(connection, company.book),
                           lambda s: s[0] == 503, pause=0)
        assert refused[1].get("Retry-After"), "503 without Retry-After"
        assert company.names(), "reading stopped when the disk was full"
        filler.unlink()
        wait_for(lambda: written(connection, company.book),
                 lambda s: s[0] == connection.success)
        company.check()
        company.server.stop()
    finally:
        subprocess.run(["umount", "-l", company.home.data], check=True)


def written(connection, book):
    number = next(book.numbers)
    answer = connection.write(number)
    if answer[0] == connection.success:
        book.settle(number)
    else:
        book.open.add(number)
    return answer


def mount_small_disk(folder):
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        raise Skipped("a small disk can only be mounted by root")


def fill(file):
    """Takes all the room there is, to the last byte."""
    with open(file, "wb", buffering=0) as out:
        for size in (1 << 16, 1):
            try:
                while True:
                    out.write(b"x" * size)
            except OSError:
                pass


def wait_for(act, fits, seconds=20, pause=0.05):
    deadline = time.monotonic() + seconds
    while True:
        answer = act()
        if fits(answer):
            return answer
        assert time.monotonic() < deadline, f"still {answer[0]} after {seconds} s: {answer[2]}"
        time.sleep(pause)


ON_BOTH_HOMES = (kill_while_writing, kill_while_sending_events, kill_while_selling,
                 kill_while_taking_orders, kill_at_each_step, kill_while_importing,
                 kill_while_serving_an_import, backup_while_writing)
OF_EVENTS = (kill_while_sending_events, full_disk_for_events, full_disk_for_analytics)
HOMES = ("sqlite", "postgresql")
CASES = [*((test, "sqlite") for test in (*ON_BOTH_HOMES, full_disk, *OF_EVENTS[1:])),
         *((test, "postgresql") for test in (*ON_BOTH_HOMES, database_connections_cut))]


def company_for(test):
    if test is kill_while_selling:
        return Shop
    if test in (kill_while_taking_orders, kill_at_each_step):
        return Seller
    return Sender if test in OF_EVENTS else Company


def play(test, kind, chosen):
    """Returns "passed", "skipped" or "failed"; prints what happened."""
    print(f"{test.__name__} on {kind}, seed {chosen.seed}", flush=True)
    home = PostgresHome(chosen.store) if kind == "postgresql" else Home()
    company = company_for(test)(os.path.abspath(chosen.program), home)
    try:
        test(company, chosen.kills, random.Random(chosen.seed))
        return "passed"
    except Skipped as why:
        print(f"  skipped: {why}")
        return "skipped"
    except Exception:
        traceback.print_exc(file=sys.stdout)
        if company.server:
            print(company.server.complaint())
        return "failed"
    finally:
        company.end()


def play_home(chosen):
    return collections.Counter(play(test, kind, chosen) for test, kind in CASES
                               if kind == chosen.home and chosen.only in test.__name__)


def play_both_homes(chosen):
    """Beside each other, each in a process of its own: what it prints comes in one piece."""
    words = [sys.executable, __file__, "--program", chosen.program, "--store", chosen.store,
             "--kills", str(chosen.kills), "--seed", str(chosen.seed), "--only", chosen.only]
    homes = [subprocess.Popen([*words, "--home", home], stdout=subprocess.PIPE, text=True)
             for home in HOMES]
    verdicts = collections.Counter()
    for home in homes:
        *said, last = home.communicate()[0].splitlines() or [""]
        print("\n".join(said), flush=True)
        counts = {verdict: int(count) for count, verdict in re.findall(r"(\d+) (\w+)", last)}
        verdicts.update(counts or {"failed": 1})
    return verdicts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/release/sluis")
    parser.add_argument("--store", required=True, help="URL of a PostgreSQL superuser")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--only", default="", help="part of the name of a test")
    parser.add_argument("--home", choices=HOMES, help="only on this one; else on both")
    chosen = parser.parse_args()
    verdicts = play_home(chosen) if chosen.home else play_both_homes(chosen)
    print("{passed} passed, {failed} failed, {skipped} skipped".format_map(
        collections.defaultdict(int, verdicts)))
    return 1 if verdicts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())

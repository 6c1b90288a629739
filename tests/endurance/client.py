"""Clients that write channels as fast as they can and remember what was acknowledged."""
import http.client
import itertools
import json
import threading
import urllib.parse

CONNECTIONS = 16


class Book:
    """What was sent, and what is known of it. A number is one channel with its own key."""

    def __init__(self):
        self.numbers = itertools.count(1)
        self.acknowledged = set()
        self.open = set()  # sent, but not answered with success: sent again under the same key
        self.wrong = []  # answers that should not be

    def settle(self, number):
        self.open.discard(number)
        self.acknowledged.add(number)


def name_of(number):
    return f"Endurance {number}"


class Connection:
    def __init__(self, port, key):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.key = key

    def ask(self, method, target, body=None, headers=None):
        """Returns status, headers and the JSON of the answer; OSError when the server went away."""
        sent = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json",
                **(headers or {})}
        try:
            self.http.request(method, target, json.dumps(body) if body else None, sent)
            answer = self.http.getresponse()
            return answer.status, answer.headers, json.loads(answer.read() or b"null")
        except http.client.HTTPException as problem:
            raise OSError(str(problem)) from problem

    def write(self, number):
        return self.ask("POST", "/api/v1/channels",
                        {"name": name_of(number), "form": "webshop"},
                        {"Idempotency-Key": f"endurance-{number}"})


def write_until(stop, port, key, book):
    """Writes over many connections until the event is set or the server is gone."""
    threads = [threading.Thread(target=_write, args=(stop, Connection(port, key), book))
               for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    return threads


def _write(stop, connection, book):
    while not stop.is_set():
        number = next(book.numbers)
        book.open.add(number)
        try:
            status, headers, answer = connection.write(number)
        except OSError:
            return
        if status == 201:
            book.settle(number)
        elif status != 503 or not headers.get("Retry-After"):
            book.wrong.append(f"{status} {answer}")


def send_again(port, key, book):
    """What was not answered is sent again under its own key, and must be there once."""
    connection = Connection(port, key)
    for number in sorted(book.open):
        status, _, answer = connection.write(number)
        if status == 201:
            book.settle(number)
        else:
            book.wrong.append(f"sent again: {status} {answer}")


def names(port, key):
    """The names of all channels, page by page."""
    connection = Connection(port, key)
    found, after = [], ""
    while True:
        status, _, page = connection.ask("GET", f"/api/v1/channels?limit=200{after}")
        if status != 200:
            raise AssertionError(f"the list of channels answers {status}: {page}")
        found += [channel["name"] for channel in page["items"]]
        if not page["next"]:
            return found
        after = "&" + urllib.parse.urlencode({"after": page["next"]})

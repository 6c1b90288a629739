"""Clients that write channels, send events or buy pieces as fast as they can and remember what was
acknowledged."""
import http.client
import itertools
import json
import threading
import urllib.parse

CONNECTIONS = 16
EVENTS_A_BATCH = 10
PIECES = 1_000_000


class Book:
    """What was sent, and what is known of it. A number is a channel with its own key, a batch of
    events, or a buyer."""

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
    success = 201

    def __init__(self, port, key):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.key = key

    def ask(self, method, target, body=None, headers=None):
        """Returns status, headers and the JSON of the answer; OSError when the server went away."""
        sent = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json",
                **(headers or {})}
        try:
            self.http.request(method, target, json.dumps(body) if body is not None else None, sent)
            answer = self.http.getresponse()
            return answer.status, answer.headers, json.loads(answer.read() or b"null")
        except http.client.HTTPException as problem:
            raise OSError(str(problem)) from problem

    def write(self, number):
        return self.ask("POST", "/api/v1/channels",
                        {"name": name_of(number), "form": "webshop"},
                        {"Idempotency-Key": f"endurance-{number}"})


class EventConnection(Connection):
    """Writes batches of events, whose message ids say which they are."""
    success = 200

    def write(self, number):
        events = [{"message_id": f"endurance-{number}-{i}", "kind": "order_completed",
                   "order": f"{number}-{i}", "revenue": "1.00",
                   "identities": [{"kind": "device", "value": f"device-{number % 100}"}]}
                  for i in range(EVENTS_A_BATCH)]
        return self.ask("POST", "/api/v1/events", events)


class BuyerConnection(Connection):
    """Reserves a piece for each number, and has it handed over for every second one."""

    def __init__(self, port, key, variant):
        super().__init__(port, key)
        self.variant = variant

    def write(self, number):
        answer = self.ask("POST", "/api/v1/stock/reservations",
                          {"variant": self.variant, "quantity": 1, "purpose": "order",
                           "reference": name_of(number)},
                          {"Idempotency-Key": f"reserve-{number}"})
        if answer[0] != self.success or number % 2 == 1:
            return answer
        handed = self.ask("POST", f"/api/v1/stock/reservations/{answer[2]['id']}/fulfil",
                          {"quantity": 1}, {"Idempotency-Key": f"fulfil-{number}"})
        return answer if handed[0] == 200 else handed


class OrderConnection(BuyerConnection):
    """Places an order for a piece, paid at once, for each number; every second one is handed over,
    every fourth of the others cancelled and its money given back."""

    def write(self, number):
        placed = self.ask("POST", "/api/v1/orders",
                          {"channel": self.variant["channel"], "reference": name_of(number),
                           "lines": [{"variant": self.variant["id"], "quantity": 1}],
                           "receive": {"method": "ship"}, "payment": {"method": "card"}},
                          {"Idempotency-Key": f"order-{number}"})
        if placed[0] != self.success:
            return placed
        for target, body in self.deeds(number, placed[2]):
            done = self.ask("POST", target, body, {"Idempotency-Key": f"{target[-6:]}-{number}"})
            if done[0] != 200:
                return done
        return placed

    def deeds(self, number, order):
        if number % 2 == 0:
            delivery = order["deliveries"][0]["id"]
            return [(f"/api/v1/orders/deliveries/{delivery}/hand-over", {})]
        if number % 4 == 1:
            return [(f"/api/v1/orders/{order['id']}/cancel", {}),
                    (f"/api/v1/orders/{order['id']}/refunds", {"method": "card"})]
        return []


class OrderPath:
    """The life of one order, a request for each step: placed, paid, handed over, brought back with
    its money. Each is known by its own key, however often it is sent."""
    STEPS = ("place", "pay", "hand_over", "give_back")

    def __init__(self, number, shop):
        self.number = number
        self.shop = shop
        self.order = None

    def request(self, step):
        target, body = getattr(self, f"_{step}")()
        return "POST", f"/api/v1/orders{target}", body, {"Idempotency-Key": f"{step}-{self.number}"}

    def take(self, step, answer):
        """What was answered; the same order whenever it is asked."""
        if step == "place":
            assert self.order is None or self.order["id"] == answer["id"], "two orders for one key"
            self.order = answer

    def _place(self):
        return "", {"channel": self.shop["channel"], "reference": name_of(self.number),
                    "lines": [{"variant": self.shop["id"], "quantity": 1}],
                    "receive": {"method": "ship"}}

    def _pay(self):
        return f"/{self.order['id']}/payments", {"method": "card"}

    def _hand_over(self):
        return f"/deliveries/{self.order['deliveries'][0]['id']}/hand-over", {}

    def _give_back(self):
        return (f"/{self.order['id']}/give-back",
                {"back": {"way": "post", "pieces": [{"line": 1, "quantity": 1}]},
                 "arrived": {"location": self.order["deliveries"][0]["location"],
                             "refund": "card"}})


def fill_the_shop(connection):
    """A channel, and a variant with a price that lies at one location."""
    status, _, channel = connection.ask("POST", "/api/v1/channels",
                                        {"name": "Shop", "form": "webshop"})
    assert status == 201, f"channels answers {status}: {channel}"
    price = {"channel": None, "segment": None, "currency": "EUR", "amount": "24.20",
             "includes_vat": True, "from": None, "to": None}
    return {"id": fill_the_shelf(connection, prices=[price]), "channel": channel["id"]}


def fill_the_shelf(connection, **details):
    """A variant with pieces at one location."""
    def made(target, body):
        status, _, answer = connection.ask("POST", f"/api/v1/{target}", body)
        assert status == 201, f"{target} answers {status}: {answer}"
        return answer

    shelf = made("stock/locations", {"code": "shelf", "name": "Shelf", "kind": "warehouse"})
    product = made("catalog/products", {"name": "Shirt", "state": "on_sale"})
    variant = made(f"catalog/products/{product['id']}/variants", {"sku": "SHIRT", **details})["id"]
    made("stock/movements", {"kind": "received", "variant": variant, "location": shelf["id"],
                             "quantity": PIECES})
    return variant


def write_until(stop, connect, book):
    """Writes over many connections until the event is set or the server is gone."""
    threads = [threading.Thread(target=_write, args=(stop, connect(), book))
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
        if status == connection.success:
            book.settle(number)
        elif status != 503 or not headers.get("Retry-After"):
            book.wrong.append(f"{status} {answer}")


def send_again(connection, book):
    """What was not answered is sent again under its own key, and must be there once."""
    for number in sorted(book.open):
        status, _, answer = connection.write(number)
        if status == connection.success:
            book.settle(number)
        else:
            book.wrong.append(f"sent again: {status} {answer}")


def names(port, key):
    """The names of all channels."""
    return [channel["name"] for channel in all_of(port, key, "channels")]


def all_of(port, key, target):
    """A list, page by page."""
    connection = Connection(port, key)
    found, after = [], ""
    while True:
        status, _, page = connection.ask("GET", f"/api/v1/{target}?limit=200{after}")
        if status != 200:
            raise AssertionError(f"{target} answers {status}: {page}")
        found += page["items"]
        if not page["next"]:
            return found
        after = "&" + urllib.parse.urlencode({"after": page["next"]})


def events_counted(port, key):
    """How many events the readers of the log have seen."""
    status, _, answer = Connection(port, key).ask("GET", "/api/v1/events/freshness")
    if status != 200:
        raise AssertionError(f"freshness answers {status}: {answer}")
    return sum(channel["events"] for channel in answer["channels"])

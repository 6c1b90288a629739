#!/usr/bin/python3
"""Prints who may call what: every operation of the API description, asked of a running Sluis as
everybody there is. tests/golden/access_matrix.txt is what was reviewed.
   access_matrix.py PROGRAM"""
import http.client
import json
import re
import subprocess
import sys

from home import Home
from server import Server

PASSWORD = "correct horse battery staple"
SITE = "https://shop.example"
USERS = {  # name: options of `sluis user add`
    "admin": ["--role", "admin"],
    "manager": ["--role", "manager"],
    "analyst": ["--role", "analyst"],
    "agent": ["--role", "agent"],
    "store_a": ["--role", "store", "--location", "loc_0000000000001"],
    "store_b": ["--role", "store", "--location", "loc_0000000000002"],
    "partner_a": ["--role", "partner", "--partner", "par_0000000000001"],
    "partner_b": ["--role", "partner", "--partner", "par_0000000000002"],
}
CUSTOMERS = {"customer_a": "cus_0000000000001", "customer_b": "cus_0000000000002"}
KEYS = {  # name: options of `sluis key create`
    "key_track": ["--scope", "track", "--origin", SITE],
    "key_ingest": ["--scope", "ingest"],
    "key_api": ["--scope", "api", "--role", "analyst"],
    "key_metrics": ["--scope", "metrics"],
}
NOBODY = "nobody"
LEGEND = """\
# Who may call what, as a running Sluis answers each.
#   yes  admitted    -  refused: another role is needed    in  refused: sign in first
"""


class House:
    """A running Sluis with somebody of every kind in it."""

    def __init__(self, program):
        self.program = program
        self.home = Home()
        self.server = Server(program, [*self.home.options(), "--listen", "127.0.0.1:0"],
                             self.home.scratch)
        self.own = {"Origin": f"http://127.0.0.1:{self.server.port}"}
        self.headers = {NOBODY: {}}
        for name, options in USERS.items():
            self.run("user", "add", "--email", f"{name}@example.com", *options, stdin=PASSWORD)
            self.enter(name)
        for name in CUSTOMERS:
            self.enter(name)
        for name, options in KEYS.items():
            key = self.run("key", "create", *options).strip()
            self.headers[name] = {"Authorization": f"Bearer {key}", "Origin": SITE}

    def close(self):
        self.server.stop()
        self.home.remove()

    def run(self, *words, stdin=""):
        return subprocess.run([self.program, *words[:2], *self.home.options(), *words[2:]],
                              input=stdin + "\n", check=True, capture_output=True, text=True).stdout

    def enter(self, name):
        """Signs in as a user, or as a customer by a link."""
        if name in USERS:
            answer = self.ask({}, "POST", "/api/v1/access/session",
                              {"email": f"{name}@example.com", "password": PASSWORD})
        else:
            made = self.ask(self.headers["admin"], "POST", "/api/v1/access/customer-links",
                            {"customer": CUSTOMERS[name], "purpose": "test"})
            token = json.loads(made.body)["path"].partition("#")[2]
            answer = self.ask({}, "POST", "/api/v1/customer/session", {"token": token})
        self.headers[name] = self.own | {"Cookie": answer.headers["Set-Cookie"].partition(";")[0]}

    def ask(self, headers, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        text = None if body is None else json.dumps(body)
        kind = {} if body is None else {"Content-Type": "application/json"}
        try:
            connection.request(method, path, text, headers | kind)
            answer = connection.getresponse()
            streams = answer.headers.get("Content-Type", "").startswith("text/event-stream")
            answer.body = b"" if streams else answer.read()
            return answer
        finally:
            connection.close()

    def verdict(self, name, method, path):
        """Strangers are refused before anything else is looked at, so an empty request tells."""
        body = {} if method in ("POST", "PUT", "PATCH") else None
        answer = self.ask(self.headers[name], method, path, body)
        if "Max-Age=0" in answer.headers.get("Set-Cookie", ""):
            self.enter(name)
        code = json.loads(answer.body)["code"] if answer.status in (401, 403) else ""
        return {"unauthenticated": "in", "forbidden": "-"}.get(code, "yes")


def path_of(template, operation):
    """The template with an id of the right kind, of a thing that is not there."""
    path = template
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            prefix = re.match(r"\^(\w{3})_", parameter["schema"].get("pattern", ""))
            value = f"{prefix[1]}_0000000000009" if prefix else "none"
            path = path.replace("{" + parameter["name"] + "}", value)
    return path


def table(house, description):
    names = [NOBODY, *USERS, *CUSTOMERS, *KEYS]
    rows = []
    for template, methods in description["paths"].items():
        for method, operation in methods.items():
            path = path_of(template, operation)
            rows.append([operation["operationId"],
                         *(house.verdict(name, method.upper(), path) for name in names)])
    return [["operation", *names], *sorted(rows)]


def main():
    program = sys.argv[1]
    description = json.loads(subprocess.run([program, "openapi"], check=True, capture_output=True,
                                            text=True).stdout)
    house = House(program)
    try:
        rows = table(house, description)
    finally:
        house.close()
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    print(LEGEND, end="")
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


main()

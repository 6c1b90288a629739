"""Plays the steps of one scenario: its server, its users, its names."""
import datetime
import http.client
import itertools
import json
import pathlib
import re
import shlex
import subprocess
import time

import pattern
import script
from answers import CommandAnswer, HttpAnswer, MailAnswer
from mailbox import Mailbox
from pattern import Mismatch
from server import Server, ServerError, environment

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
START = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.timezone.utc)  # of every clock
PASSWORD = "correct horse battery staple"
NOBODY = "nobody"


class NotForThisHome(Exception):
    """`only` named the other home."""


class World:
    def __init__(self, program, version, description, home, folder):
        self.program = program
        self.description = description
        self.home = home
        self.folder = folder  # of the scenario, for @file
        self.server = None
        self.box = None
        self.now = START
        self.actor = NOBODY
        self.cookies = {}  # by actor, by name
        self.names = {"data": str(home.data), "store": home.store, "dir": str(home.scratch),
                      "here": str(folder.absolute()), "home": shlex.join(home.options()),
                      "program_version": version}

    def play(self, step):
        """Plays one step; raises Mismatch. Returns what came back, for filling in expectations."""
        if self.server and not self.server.running():
            raise ServerError(f"the server died with code {self.server.process.returncode}"
                              f"{self.server.complaint()}")
        if step.word in script.METHODS:
            return self._until_it_fits(step, self._request)
        if step.word == "$":
            return self._until_it_fits(step, self._command)
        if step.word == "mail":
            return self._until_it_fits(step, self._mail)
        return getattr(self, f"_{step.word}")(step)

    def end(self):
        if self.server:
            self.server.stop()
        if self.box:
            self.box.close()

    # Steps about mail.

    def _mailbox(self, step):
        word, _, rest = step.rest.partition(" ")
        if word != "answers":
            self.box = Mailbox(self.home.scratch, word)
            self.names["mailbox"] = f"127.0.0.1:{self.box.port}"
            self.names["mailbox_certificate"] = f"{self.box.certificate}.crt"
            return
        verb, _, reply = rest.partition(" ")
        self.box.answers.setdefault(verb, []).append(reply)

    def _mail(self, _):
        return MailAnswer(len(self.box.taken), self.box.lines())

    # Steps about the server.

    def _serve(self, step):
        options = shlex.split(pattern.substitute(step.rest, self.names))
        self.server = Server(self.program, [
            *self.home.options(), "--listen", "127.0.0.1:0",
            "--test-clock", self._clock(), *options], self.home.scratch)
        self.names["port"] = str(self.server.port)
        self.names["url"] = f"http://127.0.0.1:{self.server.port}"
        if step.expected:
            self._expect_printed(step.expected.lines)

    def _clock(self):
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _stop(self, _):
        server, self.server = self.server, None
        server.stop()

    def _kill(self, _):
        self.server.kill()
        self.server = None

    def _restart(self, step):
        self._stop(step)
        self._serve(step)

    def _advance(self, step):
        amount = re.fullmatch(r"(\d+)(s|m|h|d)", step.rest)
        if not amount:
            raise Mismatch("advance takes an amount like 90s, 15m, 2h or 3d")
        seconds = int(amount[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[amount[2]]
        self.now += datetime.timedelta(seconds=seconds)
        self._must_run(["clock", *self.home.options(), "--advance", f"{seconds}s"])

    # Steps about people.

    def _user(self, step):
        name, role, *options = shlex.split(pattern.substitute(step.rest, self.names))
        email = f"{name}@example.com"
        self._must_run(["user", "add", *self.home.options(), "--email", email, "--role", role,
                        *options], PASSWORD + "\n")
        self.actor = name
        answer = self._send("POST", "/api/v1/access/session", {},
                            json.dumps({"email": email, "password": PASSWORD}).encode())
        if answer.status >= 300:
            raise Mismatch(f"{email} could not log in: {answer.status} {answer.text()}")

    def _as(self, step):
        self.actor = step.rest

    # Steps about the store.

    def _sql(self, step):
        self.home.sql(pattern.substitute(step.rest, self.names))

    def _only(self, step):
        if step.rest != self.home.kind:
            raise NotForThisHome

    # Commands.

    def _command(self, step):
        words = shlex.split(pattern.substitute(step.rest, self.names))
        settings = dict(word.split("=", 1)
                        for word in itertools.takewhile(lambda word: "=" in word, words))
        if words[len(settings):len(settings) + 1] != ["sluis"]:
            raise Mismatch("a command is `sluis …`, or `NAME=value sluis …`")
        stdin = "".join(line + "\n" for line in step.lines)
        ended = self._run(words[len(settings) + 1:], stdin, settings)
        return CommandAnswer(ended.returncode, ended.stdout, ended.stderr)

    def _must_run(self, words, stdin=""):
        ended = self._run(words, stdin)
        if ended.returncode != 0:
            raise Mismatch(f"sluis {shlex.join(words)}: code {ended.returncode}\n{ended.stderr}")

    def _run(self, words, stdin, settings=None):
        try:
            return subprocess.run([self.program, *words], input=stdin, text=True, timeout=60,
                                  capture_output=True, errors="replace", cwd=self.home.scratch,
                                  env=environment({"SLUIS_TEST_CLOCK": self._clock()} |
                                                  (settings or {})))
        except subprocess.TimeoutExpired:
            raise Mismatch(f"sluis {shlex.join(words)} did not end in 60 s") from None

    # Requests.

    def _request(self, step):
        headers, lines = script.split_headers(step.lines)
        headers = {name: value if value is None else pattern.substitute(value, self.names)
                   for name, value in headers}
        target = pattern.substitute(step.rest, self.names)
        return self._send(step.word, target, headers, self._body(lines))

    def _body(self, lines):
        if lines and lines[0].startswith("@"):
            word, _, rest = pattern.substitute(lines[0], self.names).partition(" ")
            if word == "@file":
                return pathlib.Path(self.folder, rest).read_bytes()
            if word == "@hex":
                return bytes.fromhex(rest)
            if word == "@repeat":
                count, _, text = rest.partition(" ")
                return text.encode() * int(count)
            raise Mismatch(f"{word} is not @file, @hex or @repeat")
        return pattern.substitute("\n".join(lines), self.names).encode()

    def _send(self, method, target, headers, body):
        if not self.server:
            raise Mismatch("no server is running")
        jar = self.cookies.setdefault(self.actor, {})
        all_headers = self._own_headers(method, jar, body) | headers
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            connection.request(method, target, body or None,
                               {k: v for k, v in all_headers.items() if v is not None})
            socket = connection.sock  # an answer without an end takes it away
            answer = HttpAnswer(connection.getresponse(), socket)
        except (OSError, http.client.HTTPException) as problem:
            raise Mismatch(f"no answer: {problem!r}{self.server.complaint()}") from None
        finally:
            connection.close()
        answer.store_cookies(jar)
        self._check_description(method, target, all_headers, body, answer)
        return answer

    def _own_headers(self, method, jar, body):
        headers = {}
        if jar:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
            if method in UNSAFE:
                headers["Origin"] = self.names["url"]
        if body[:1] in (b"{", b"["):
            headers["Content-Type"] = "application/json"
        return headers

    def _check_description(self, method, target, headers, body, answer):
        is_json = headers.get("Content-Type", "").startswith("application/json")
        problems = self.description.problems(
            method, target, body if is_json else None, answer.status,
            answer.headers.get("Content-Type", ""), answer.body)
        if problems:
            raise Mismatch("not as the API description says:\n" + "\n".join(problems))

    # Expectations.

    def _until_it_fits(self, step, act):
        deadline = time.monotonic() + (step.expected.within_s if step.expected else 0)
        while True:
            known = dict(self.names)
            answer = act(step)
            try:
                self._expect(step, answer)
                return answer
            except Mismatch:
                if time.monotonic() >= deadline:
                    step.answer = answer
                    raise
                self.names = known
                time.sleep(0.02)

    def _expect(self, step, answer):
        expected = step.expected
        if expected is None:
            if not answer.succeeded():
                raise Mismatch(f"did not succeed:\n{answer.text()}")
            return
        if not expected.code:
            raise Mismatch(f"nothing is expected yet (--update fills it in); got:\n{answer.text()}")
        if str(answer.status) != expected.code:
            raise Mismatch(f"expected {expected.code}, got {answer.text()}")
        try:
            answer.expect(expected.lines, self.names)
        except Mismatch as mismatch:
            raise Mismatch(f"{mismatch}\ngot {answer.text()}") from None

    def _expect_printed(self, patterns):
        """What the server says when it starts comes line by line."""
        deadline = time.monotonic() + 5
        while True:
            known = dict(self.names)
            try:
                return pattern.match_lines(patterns, self.server.printed(), self.names)
            except Mismatch as mismatch:
                if time.monotonic() >= deadline:
                    printed = "\n".join(self.server.printed())
                    raise Mismatch(f"{mismatch}\nprinted:\n{printed}") from None
                self.names = known
                time.sleep(0.02)

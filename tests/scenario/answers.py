"""What came back from a command or a request, and whether it is what was expected."""
import http.cookies
import json

import pattern
import script
from pattern import Mismatch


class CommandAnswer:
    """What a command printed, and its exit code as `status`."""

    def __init__(self, status, stdout, stderr):
        self.status = status
        self.stdout = stdout.splitlines()
        self.stderr = stderr.splitlines()

    def succeeded(self):
        return self.status == 0

    def text(self):
        return "\n".join([str(self.status), *self.block()])

    def block(self):
        return [*("  " + line for line in self.stdout), *("  ! " + line for line in self.stderr)]

    def expect(self, patterns, names):
        errors = [line[2:] for line in patterns if line.startswith("! ")]
        output = [line for line in patterns if not line.startswith("! ")]
        pattern.match_lines(output, self.stdout, names)
        pattern.match_lines(errors, self.stderr, names)


class MailAnswer:
    """The newest mail as it was read, and how many came as `status`."""

    def __init__(self, status, lines):
        self.status = status
        self.lines = lines

    def succeeded(self):
        return self.status > 0

    def text(self):
        return "\n".join([str(self.status), *self.block()])

    def block(self):
        return ["  " + line if line else "" for line in self.lines]

    def expect(self, patterns, names):
        pattern.match_lines(patterns, self.lines, names)


def first_events(response, socket):
    """What a stream says until it is silent for a moment; it does not end by itself."""
    socket.settimeout(5)
    body = b""
    try:
        while part := response.read1():
            body += part
            socket.settimeout(0.2)
    except TimeoutError:
        pass
    return body


class HttpAnswer:
    def __init__(self, response, socket):
        self.status = response.status
        self.headers = response.headers
        if self.headers.get_content_type() == "text/event-stream":
            self.body = first_events(response, socket)
        else:
            self.body = response.read()

    def succeeded(self):
        return 200 <= self.status < 300

    def store_cookies(self, jar):
        for line in self.headers.get_all("Set-Cookie", []):
            for name, morsel in http.cookies.SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    jar.pop(name, None)
                else:
                    jar[name] = morsel.value

    def text(self):
        headers = [f"  {name}: {value}" for name, value in self.headers.items()]
        return "\n".join([str(self.status), *headers, *self.block()])

    def block(self):
        """Its body as it would stand under `=>`."""
        text = self.body.decode(errors="replace")
        if self._is_json():
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        return ["  " + line if line else "" for line in text.splitlines()]

    def expect(self, patterns, names):
        headers, body = script.split_headers(patterns)
        for name, value in headers:
            self._expect_header(name, value, names)
        if not body:
            return
        if self._is_json():
            pattern.match_json(pattern.parse_json("\n".join(body)), json.loads(self.body),
                               names)
        else:
            pattern.match_lines(body, self.body.decode(errors="replace").splitlines(), names)

    def _expect_header(self, name, value, names):
        got = self.headers.get(name)
        if value is None and got is not None:
            raise Mismatch(f"header {name} should be absent, but is {got!r}")
        if value is not None and got is None:
            raise Mismatch(f"header {name} is absent")
        if value is not None:
            pattern.match_text(value, got, names, f"{name}: ")

    def _is_json(self):
        return self.headers.get("Content-Type", "").partition(";")[0].endswith("json")

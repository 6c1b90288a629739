"""Patterns of what must come back: `...` is anything, `$name` is remembered."""
import json
import re

ANY = object()  # the pattern `...`
TOKEN = re.compile(r"\.\.\.|\$\$|\$([a-z][a-z_0-9]*)")
SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null')


class Name:
    """`$name` where a whole JSON value stands."""

    def __init__(self, name):
        self.name = name


class Mismatch(Exception):
    """What came back is not what was expected."""


def substitute(text, names):
    """Replaces every $name in what is to be sent."""

    def value(match):
        if match[0] == "$$":
            return "$"
        if match[1] is None:
            return match[0]
        if match[1] not in names:
            raise Mismatch(f"${match[1]} has no value yet")
        known = names[match[1]]
        return known if isinstance(known, str) else json.dumps(known)

    return TOKEN.sub(value, text)


def match_text(pattern, text, names, place=""):
    """Matches one line, or one JSON string, and remembers the names in it."""
    found = re.fullmatch(_regex(pattern, names), text, re.DOTALL)
    if not found:
        raise Mismatch(f"{place}expected {pattern!r}, got {text!r}")
    names.update(found.groupdict())


def _regex(pattern, names):
    parts, end, fresh = [], 0, set()
    for token in TOKEN.finditer(pattern):
        parts.append(re.escape(pattern[end:token.start()]))
        end = token.end()
        name = token[1]
        if token[0] == "...":
            parts.append(".*?")
        elif token[0] == "$$":
            parts.append(r"\$")
        elif name in names:
            parts.append(re.escape(str(names[name])))
        elif name in fresh:
            parts.append(f"(?P={name})")
        else:
            fresh.add(name)
            parts.append(f"(?P<{name}>.+?)")
    return "".join(parts) + re.escape(pattern[end:])


def match_lines(patterns, lines, names):
    """Matches lines against patterns of lines; a pattern `...` alone stands for any lines."""
    reached = 0
    for number, pattern in enumerate(patterns):
        if pattern == "...":
            continue
        gap = number > 0 and patterns[number - 1] == "..."
        reached = _find(pattern, lines, reached, names, gap) + 1
    if reached < len(lines) and (not patterns or patterns[-1] != "..."):
        raise Mismatch(f"not expected: {lines[reached]!r}")


def _find(pattern, lines, start, names, gap):
    for at in range(start, len(lines) if gap else min(start + 1, len(lines))):
        try:
            match_text(pattern, lines[at], names)
            return at
        except Mismatch:
            if not gap:
                raise
    where = " somewhere below" if gap else ", got no more"
    raise Mismatch(f"expected a line {pattern!r}{where}")


def match_json(pattern, value, names, place=""):
    """Matches a JSON value against a parsed pattern; `place` is its JSON pointer."""
    if pattern is ANY:
        return
    if isinstance(pattern, Name):
        _match_name(pattern.name, value, names, place)
    elif isinstance(pattern, dict) and isinstance(value, dict):
        _match_object(pattern, value, names, place)
    elif isinstance(pattern, list) and isinstance(value, list):
        _match_array(pattern, value, names, place)
    elif isinstance(pattern, str) and isinstance(value, str):
        match_text(pattern, value, names, f"{place or '/'}: ")
    elif pattern != value or isinstance(pattern, bool) != isinstance(value, bool):
        raise Mismatch(f"{place or '/'}: expected {_show(pattern)}, got {_show(value)}")


def _match_name(name, value, names, place):
    if name in names and names[name] != value:
        raise Mismatch(f"{place}: expected ${name} = {_show(names[name])}, got {_show(value)}")
    names[name] = value


def _match_object(pattern, value, names, place):
    for key, expected in pattern.items():
        if key is ANY:
            continue
        if key not in value:
            raise Mismatch(f"{place}/{key}: expected {_show(expected)}, but it is absent")
        match_json(expected, value[key], names, f"{place}/{key}")
    more = sorted(value.keys() - pattern.keys())
    if more and ANY not in pattern:
        raise Mismatch(f"{place}/{more[0]}: not expected: {_show(value[more[0]])}")


def _match_array(pattern, value, names, place):
    open_end = bool(pattern) and pattern[-1] is ANY
    wanted = pattern[:-1] if open_end else pattern
    if len(value) < len(wanted) or (len(value) > len(wanted) and not open_end):
        raise Mismatch(f"{place or '/'}: expected {len(wanted)} elements, got {len(value)}")
    for index, expected in enumerate(wanted):
        match_json(expected, value[index], names, f"{place}/{index}")


def _show(value):
    if value is ANY:
        return "..."
    if isinstance(value, Name):
        return f"${value.name}"
    return json.dumps(value, ensure_ascii=False, default=lambda _: "...", skipkeys=True)


def parse_json(text):
    """Reads JSON in which `...` and `$name` may stand for values."""
    reader = _Reader(text)
    value = reader.value()
    reader.end()
    return value


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def value(self):
        self._skip_space()
        if self._take("{"):
            return self._object()
        if self._take("["):
            return self._array()
        if self._take("..."):
            return ANY
        name = re.compile(r"\$([a-z][a-z_0-9]*)").match(self.text, self.at)
        if name:
            self.at = name.end()
            return Name(name[1])
        scalar = SCALAR.match(self.text, self.at)
        if not scalar:
            raise self._error()
        self.at = scalar.end()
        return json.loads(scalar[0])

    def end(self):
        self._skip_space()
        if self.at != len(self.text):
            raise self._error()

    def _object(self):
        members = {}
        while not self._take("}"):
            if members:
                self._need(",")
            if self._take("..."):
                members[ANY] = ANY
                continue
            key = self.value()
            self._need(":")
            members[key] = self.value()
        return members

    def _array(self):
        elements = []
        while not self._take("]"):
            if elements:
                self._need(",")
            elements.append(self.value())
        return elements

    def _skip_space(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _take(self, token):
        self._skip_space()
        if not self.text.startswith(token, self.at):
            return False
        self.at += len(token)
        return True

    def _need(self, token):
        if not self._take(token):
            raise self._error()

    def _error(self):
        near = self.text[self.at:self.at + 30]
        return Mismatch(f"the expectation is not JSON with `...` and `$name`, at {near!r}")

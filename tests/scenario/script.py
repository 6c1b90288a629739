"""Reads a scenario file into steps."""
import dataclasses
import re

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
WORDS = ("serve", "stop", "kill", "restart", "advance", "user", "as", "sql", "only", "mailbox",
         "mail", "$") + METHODS


@dataclasses.dataclass
class Expectation:
    line: int  # of `=>` in the file, counted from 1
    end: int  # the line after its last
    code: str  # "201", "0", "up" or "" when it is still to be filled in
    within_s: float
    lines: list


@dataclasses.dataclass
class Step:
    line: int
    word: str
    rest: str
    lines: list  # what is indented under it
    expected: Expectation | None = None


class ScriptError(Exception):
    """A line that is no step; the message starts with its number."""


def read(text):
    """Returns the steps of a scenario."""
    steps = []
    for line, head, block in _blocks(text):
        if not head.startswith("=>"):
            steps.append(_step(line, head, block))
        elif not steps or steps[-1].expected:
            raise ScriptError(f"{line}: => stands under no step")
        else:
            steps[-1].expected = _expectation(line, head, block)
    return steps


def _blocks(text):
    """Yields (line, head, indented lines) of every step and expectation."""
    head, start, block = None, 0, []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("  ") or not line.strip():
            if head is None and line.strip():
                raise ScriptError(f"{number}: indented, but under no step")
            block.append(line[2:])
            continue
        if head is not None:
            yield start, head, _trimmed(block)
        head, start, block = (None if line.startswith("#") else line.rstrip()), number, []
    if head is not None:
        yield start, head, _trimmed(block)


def _trimmed(block):
    while block and not block[-1]:
        block = block[:-1]
    return block


def _step(line, head, block):
    word, _, rest = head.partition(" ")
    if word not in WORDS:
        raise ScriptError(f"{line}: {word!r} is no step; known are {', '.join(WORDS)}")
    return Step(line, word, rest.strip(), block)


def _expectation(line, head, block):
    form = re.fullmatch(r"=>(?: (\d+|up)(?: within ([\d.]+)s)?)?", head)
    if not form:
        raise ScriptError(f"{line}: expected `=> CODE` or `=> CODE within 5s`, got {head!r}")
    return Expectation(line, line + 1 + len(block), form[1] or "", float(form[2] or 0), block)


def split_headers(lines):
    """Splits the lines under a step into headers and the body below them."""
    headers = []
    for number, line in enumerate(lines):
        form = re.fullmatch(r"([A-Z][A-Za-z0-9-]*): ?(.*)|no ([A-Z][A-Za-z0-9-]*)", line)
        if not form:
            return headers, lines[number + (line == ""):]
        headers.append((form[3], None) if form[3] else (form[1], form[2]))
    return headers, []

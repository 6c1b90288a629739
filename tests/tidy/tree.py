"""The files that tidy looks at, and C++ seen without its comments and strings."""
import dataclasses
import functools
import pathlib
import re
import subprocess

TEXTS = {".cc", ".h", ".py", ".sh", ".cmake", ".sql", ".md", ".txt", ".json", ".scenario", ".ts",
         ".tsx", ".css", ".html", ".toml", ".yaml", ".yml", ""}
LITERAL = re.compile(
    r'R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\''
    r'|"(?P<text>(?:[^"\\\n]|\\.)*)"|(?P<comment>//[^\n]*|/\*.*?\*/)', re.DOTALL)


@dataclasses.dataclass(frozen=True)
class Problem:
    file: str
    line: int
    rule: str
    mend: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.rule}: {self.mend}"


class Source:
    """One file. `code` is its text with comments and the inside of literals blanked out."""

    def __init__(self, path, text):
        self.path = path
        self.name = path.rpartition("/")[2]
        self.text = text
        self.lines = text.splitlines()

    def problem(self, at, rule, mend):
        """A problem at an offset in the text."""
        return Problem(self.path, self.text.count("\n", 0, at) + 1, rule, mend)

    def problem_in_line(self, number, rule, mend):
        return Problem(self.path, number, rule, mend)

    @functools.cached_property
    def code(self):
        return LITERAL.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), self.text)

    @functools.cached_property
    def literals(self):
        """(offset, contents) of every string literal."""
        return [(found.start(), found["raw"] or found["text"] or "")
                for found in LITERAL.finditer(self.text) if not found["comment"]]

    def is_test(self):
        return self.name.endswith("_test.cc") or self.name.startswith("testing.")


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files = {path: Source(path, text) for path, text in _texts(self.root)}

    def matching(self, expression):
        """The files whose whole path fits a regular expression."""
        form = re.compile(expression)
        return [file for path, file in self.files.items() if form.fullmatch(path)]

    @functools.cached_property
    def rooms(self):
        """The rooms of CMakeLists.txt, lowest first."""
        cmake = self.files.get("CMakeLists.txt")
        return re.findall(r"^sluis_room\((\w+)", cmake.text, re.MULTILINE) if cmake else []


def _texts(root):
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=root, check=True, capture_output=True, text=True).stdout
    for path in sorted(filter(None, listed.split("\0"))):
        file = root / path
        if file.is_file() and file.suffix in TEXTS:
            yield path, file.read_text(errors="replace")

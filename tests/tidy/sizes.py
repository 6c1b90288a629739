"""How long things may be. What was too long once may only shrink: tests/tidy/baseline.txt."""
import ast
import posixpath
import re

from includes import includes_of

FUNCTION_MAX = 70
FILE_MAX = 600
HEADER_MAX = 200
TABLE = re.compile(r"(=|\breturn|,|\()\s*$")  # before a brace: data, which may be long
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^;{}()=]*$")


def file_length(tree):
    for source in tree.matching(r"(?!tests/golden/)(src|tests|tools|bench)/.*\.(cc|h|py|sh|sql)"):
        if len(source.lines) > FILE_MAX:
            yield source.problem(0, "file-length", f"{len(source.lines)} lines; {FILE_MAX} is the "
                                 "end: part it by what it does")


def header_length(tree):
    """Public is a header that another folder includes."""
    public = {header for source in tree.matching(r"src/.*\.(cc|h)")
              for _, header, ours in includes_of(source)
              if ours and posixpath.dirname(source.path) != "src/" + posixpath.dirname(header)}
    for source in tree.matching(r"src/.*\.h"):
        if len(source.lines) > HEADER_MAX and source.path.removeprefix("src/") in public:
            yield source.problem(0, "header-length", f"{len(source.lines)} lines; a header of more "
                                 f"than {HEADER_MAX} is not read")


def function_length(tree):
    for source in tree.matching(r".*\.(cc|h|py|sh)|run|test"):
        for line, name, length in functions_of(source):
            if length > FUNCTION_MAX:
                yield source.problem_in_line(line, "function-length", f"{name} has {length} lines; "
                                             f"{FUNCTION_MAX} is the end: name its steps")


def functions_of(source):
    """(line, name, number of lines) of every function."""
    if source.name.endswith(".py"):
        return [(node.lineno, node.name, node.end_lineno - node.lineno + 1)
                for node in ast.walk(ast.parse(source.text)) if isinstance(node, ast.FunctionDef)]
    if source.name.endswith((".cc", ".h")):
        return list(_functions_of_cpp(source.code))
    return list(_functions_of_shell(source.lines))


def _functions_of_cpp(code):
    """Functions are the braces whose outer braces are all namespaces and types; lines of tables in
    them do not count."""
    outer, statement, began = [], "", 0
    for line, text in enumerate(code.split("\n"), 1):
        if text.lstrip().startswith("#"):
            continue
        for character in text:
            if character == "{":
                kind = _kind_of(statement, outer)
                outer.append((kind, began or line, _name_in(statement), 0))
                statement, began = "", 0
            elif character == "}" and outer:
                kind, start, name, in_tables = outer.pop()
                length = line - start + 1
                if kind == "function":
                    yield start, name, length - in_tables
                elif kind == "table" and outer:
                    outer[-1] = (*outer[-1][:3], outer[-1][3] + length - 1)
                elif outer:
                    outer[-1] = (*outer[-1][:3], outer[-1][3] + in_tables)
                statement, began = "", 0
            elif character == ";":
                statement, began = "", 0
            else:
                statement += character
                began = began or (line if not character.isspace() else 0)
        statement += " "


def _kind_of(statement, outer):
    """What a brace opens: a scope, a function, a table, or a block inside one of these."""
    inside = outer[-1][0] if outer else "scope"
    if inside in ("function", "block"):
        return "table" if TABLE.search(statement) else "block"
    if inside.startswith("table"):
        return "table part"
    if SCOPE.search(statement):
        return "scope"
    return "function" if ")" in statement and not TABLE.search(statement) else "table"


def _name_in(statement):
    names = re.findall(r"([\w~:]+|operator\S+)\s*\(", statement)
    return names[0] if names else "a block"


def _functions_of_shell(lines):
    name, start = None, 0
    for number, line in enumerate(lines, 1):
        opened = re.match(r"(\w+)\(\) \{$", line)
        if opened:
            name, start = opened[1], number
        elif line == "}" and name:
            yield start, name, number - start + 1
            name = None

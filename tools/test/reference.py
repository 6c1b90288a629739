"""The pages of docs/reference, made of what the program says of itself."""
import collections
import json
import re
import subprocess

GENERATED = "<!-- Made by tools/test/update_goldens.sh: change the program instead. -->\n"


def said(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def commands(program):
    """Every command with its help."""
    listed = re.findall(r"^  (\w\S*(?: \w\S*)*)  +\S", said(program, "--help"), re.MULTILINE)
    pages = [f"## sluis {name}\n\n```\n{said(program, 'help', name).rstrip()}\n```\n"
             for name in listed]
    return "\n".join([GENERATED, "# Commands\n",
                      "What the command line can do, as `sluis help COMMAND` says it.\n", *pages])


def api(program):
    """Every operation of the API: what it does, who may, and with what it refuses."""
    paths = json.loads(said(program, "openapi"))["paths"]
    operations = [(operation["tags"][0], path, method, operation)
                  for path, methods in paths.items() for method, operation in methods.items()
                  if "operationId" in operation]
    page = [GENERATED, "# API\n",
            "Every operation, who may call it, and the codes with which it refuses beside those "
            "that most have.\nFields, types and examples are in the description that the program "
            "serves at `/openapi.json`.\n"]
    everywhere = common(operations)
    for tag in sorted({tag for tag, *_ in operations}):
        page.append(f"## {tag}\n\n| | | who | refuses with |\n|---|---|---|---|")
        page += [row(path, method, operation, everywhere)
                 for of, path, method, operation in operations if of == tag]
        page.append("")
    page.append(f"Most operations may also refuse with {codes(everywhere)}.\n")
    return "\n".join(page)


def refusals(operation):
    return {code for answer in operation["responses"].values()
            for code in answer.get("x-codes", [])}


def common(operations):
    """What comes from the platform: the codes of more than a quarter of all operations."""
    times = collections.Counter(code for *_, operation in operations
                                for code in refusals(operation))
    return {code for code, count in times.items() if count > len(operations) / 4}


def codes(names):
    return ", ".join(f"`{name}`" for name in sorted(names))


def row(path, method, operation, everywhere):
    who = ", ".join(operation.get("x-allow", [])) or "everybody"
    summary = operation["summary"].rstrip(".")
    return (f"| `{method.upper()} {path}` | {summary} | {who} | "
            f"{codes(refusals(operation) - everywhere)} |")

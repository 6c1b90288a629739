"""Documents and dead files: one title each, links that lead somewhere, nothing that nobody uses."""
import posixpath
import re

LINK = re.compile(r"\[[^\]\n]*\]\(([^)#\s]+)[^)\s]*\)")
ENTRANCES = ("README.md", "CHANGELOG.md")  # read without a link to them


def one_title(tree):
    for source in tree.matching(r".*\.md"):
        text = re.sub(r"^```.*?^```", lambda code: "\n" * code[0].count("\n"), source.text,
                      flags=re.MULTILINE | re.DOTALL)
        titles = re.findall(r"^# .+", text, re.MULTILINE)
        if len(titles) != 1:
            yield source.problem(0, "one-title",
                                 f"a document has one `# title`; here are {len(titles)}")


def links_lead_somewhere(tree):
    for source in tree.matching(r".*\.md"):
        for found in LINK.finditer(source.text):
            if ":" in found[1]:
                continue
            target = _resolved(source, found[1])
            if not (tree.root / target).exists():
                yield source.problem(found.start(), "dead-link", f"{found[1]} is not there")


def dead_documents(tree):
    linked = {_resolved(source, found[1]) for source in tree.matching(r".*\.md")
              for found in LINK.finditer(source.text)}
    folders = {target.rstrip("/") for target in linked}
    for source in tree.matching(r".*\.md"):
        folder = posixpath.dirname(source.path)
        if source.path not in (*ENTRANCES, *linked) and folder not in folders:
            yield source.problem(0, "dead-file", "no other document links to it")


def _resolved(source, link):
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.path), link))


def dead_headers(tree):
    included = set()
    for source in tree.matching(r".*\.(cc|h|cmake)"):
        included.update(re.findall(r'#include \\?"([^"\\]+)\\?"', source.text))
    for source in tree.matching(r"(src|bench)/.*\.h"):
        if source.path.removeprefix("src/") not in included and source.name not in included:
            yield source.problem(0, "dead-file", "nobody includes it")


def dead_tools(tree):
    """A script is named by another file; scenarios and tests are found by their names."""
    for source in tree.matching(r"(tools|tests|bench)/.*\.(sh|py)"):
        if source.name.endswith("_test.py"):
            continue
        stem = source.name.removesuffix(".py")
        used = re.compile(rf"\b{re.escape(source.name)}\b|^(import|from) {stem}\b", re.MULTILINE)
        others = [file for file in tree.files.values() if file is not source]
        if not any(used.search(other.text) for other in others):
            yield source.problem(0, "dead-file", "no other file names it")


def rooms_in_architecture(tree):
    source = tree.files.get("ARCHITECTURE.md")
    if not source:
        return
    listed = re.findall(r"^\| `src/(\w+)/` \|", source.text, re.MULTILINE)
    if listed != [*tree.rooms, "app"]:
        yield source.problem(0, "rooms", f"lists src/ as {' '.join(listed)}, but CMakeLists.txt "
                             f"has {' '.join(tree.rooms)} and then app")

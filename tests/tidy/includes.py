"""Who may include whom: the total order of the rooms, one public header each, and purity."""
import re

INCLUDE = re.compile(r'^#include (?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
OPEN_ROOMS = ("kernel", "methods", "platform")  # all their headers may be included from above
PURE_ROOMS = ("kernel", "methods")
OUTSIDE_WORLD = re.compile(
    r"(fstream|iostream|cstdio|stdio\.h|filesystem|thread|mutex|condition_variable|future|random"
    r"|ctime|unistd\.h|fcntl\.h|sqlite3\.h|libpq-fe\.h|toml\+\+/.*|(sys|netinet|arpa)/.*"
    r"|openssl/.*|boost/(asio|beast|url).*)")
# Who calls, when, and what everyone may refuse are values that go further than routes.cc.
VALUES = ("platform/api/call.h", "platform/api/principal.h", "platform/api/refusal.h")
WIRE = re.compile(r"platform/(http|api)/.*|boost/(json|beast).*")
DECLARED_PURE = re.compile(r"(//[^\n]*\n)*//[^\n]*\bPure[.;:]")
UNIT = re.compile(r"\bstore::(Snapshot|Tx|Store)\b|\bsql::")
LAST_WORDS = "src/kernel/assert.cc"  # prints what was expected, and aborts


def room_of(path):
    parts = path.split("/")
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def _own_name(source):
    return source.path.removeprefix("src/")


def includes_of(source):
    """(offset, header, whether it is ours) of every include."""
    for found in INCLUDE.finditer(source.text):
        yield found.start(), found[1] or found[2], bool(found[1])


def room_order(tree):
    for source in tree.matching(r"src/.*\.(cc|h)"):
        room = room_of(source.path)
        if room not in (*tree.rooms, "app"):
            yield source.problem(0, "room-order", f"src/{room}/ is no sluis_room of CMakeLists.txt")
            continue
        for at, header, ours in includes_of(source):
            mend = ours and _order_problem(tree, source, room, header.split("/")[0], header)
            if mend:
                yield source.problem(at, "room-order", mend)


def _order_problem(tree, source, room, target, header):
    if target == room or room == "app":
        return None
    if target not in tree.rooms:
        return f"{header} is in no room"
    if tree.rooms.index(target) > tree.rooms.index(room):
        return f"{room} stands below {target}; let {target} call down, or listen to the outbox"
    if target in OPEN_ROOMS or header == f"{target}/{target}.h":
        return None
    if source.is_test() and header == f"{target}/testing.h":
        return None
    return f"of {target} only {target}/{target}.h is public"


def testing_only_in_tests(tree):
    """Also in a header that only tests include."""
    sources = tree.matching(r"src/.*\.(cc|h)")
    in_use = {header for source in sources if not source.is_test()
              for _, header, _ in includes_of(source)}
    for source in sources:
        if source.is_test() or (source.name.endswith(".h") and _own_name(source) not in in_use):
            continue
        for at, header, _ in includes_of(source):
            if re.search(r"(^|/)testing\.h$|^(gtest|gmock|rapidcheck)\b", header):
                yield source.problem(at, "testing-header", f"{header} is for *_test.cc only")


def purity(tree):
    for source in tree.matching(r"src/.*\.(cc|h)"):
        room = room_of(source.path)
        is_rules = source.name.split(".")[0] == "rules"
        if source.is_test() or source.path == LAST_WORDS or not (room in PURE_ROOMS or is_rules):
            continue
        for at, header, ours in includes_of(source):
            if not ours and OUTSIDE_WORLD.fullmatch(header):
                yield source.problem(at, "purity", f"<{header}> reaches outside: pass what it "
                                     "gives as an argument")
            pure = header in VALUES or header.split("/")[0] in (*PURE_ROOMS, room)
            if ours and not pure:
                yield source.problem(at, "purity", f"rules know kernel, methods and {room}'s own "
                                     f"types, not {header}")


def declared_purity(tree):
    """What says of itself, above its header, that it is pure: that header and its .cc. It may know
    the types of other rooms, but no unit, no snapshot and no SQL."""
    sources = {source.path: source for source in tree.matching(r"src/.*\.(cc|h)")}
    for path, header in sources.items():
        if not path.endswith(".h") or not DECLARED_PURE.match(header.text):
            continue
        for source in filter(None, (header, sources.get(path.removesuffix(".h") + ".cc"))):
            for found in UNIT.finditer(source.text):
                yield source.problem(found.start(), "purity",
                                     f"{found[0]} reaches outside, and {path} says it is pure")
            for at, included, ours in includes_of(source):
                if not ours and OUTSIDE_WORLD.fullmatch(included):
                    yield source.problem(at, "purity", f"<{included}> reaches outside, and {path} "
                                         "says it is pure")


def wire_only_in_routes(tree):
    """JSON and HTTP are met in routes.cc (and in the connectors); the rest works with types."""
    for source in tree.matching(r"src/.*\.(cc|h)"):
        room = room_of(source.path)
        if room in (*OPEN_ROOMS, "connectors", "app") or source.is_test() \
                or source.name.startswith("routes"):
            continue
        for at, header, _ in includes_of(source):
            if WIRE.fullmatch(header) and header not in VALUES:
                yield source.problem(at, "wire-only-in-routes",
                                     f"{header} belongs in routes.cc; hand on typed values")

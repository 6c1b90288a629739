"""What may not be written: long lines, unfinished work, banned calls, places of a workshop."""
import re

# The web app has a linter of its own.
CODE = r"(?!web/|tests/golden/).*\.(cc|h|py|sh|sql|cmake)|CMakeLists\.txt|run|test|\.ci/run"
LINE_MAX = 100
UNFINISHED = re.compile(r"\b(TODO|FIXME)\b|\bXXX:")
# The folders and hosts of whoever built it.
WORKSHOP = re.compile(r"(?<![\w.])/(root|work|home/\w+)/|\"resolved\": \"http|@users\.noreply\."
                      r"|https?://[\w.-]*(registry|mirror|proxy)[\w.-]*")

# (what, where it is right, what to do instead), tried on C++ without comments and strings.
BANNED = [
    (r"\b(system_clock::now|gettimeofday|clock_gettime|std::time)\b",
     r"src/platform/clock\.cc|bench/.*",
     "take a Clock as an argument"),
    (r"\bsteady_clock::now\b", r"src/platform/.*|bench/.*", "take a Clock as an argument"),
    (r"\b(s?rand|random_device|mt19937\w*)\b", "",
     "use kernel/random.h with a seed, or platform/secrets for secrets"),
    (r"\b[fs]?n?printf\b|\bputs\b|\bstd::(cout|cerr|clog|endl)\b", 
     r"src/kernel/assert\.cc|(bench|tests)/.*", "print through the command's Screen, or log"),
    (r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|\bsleep\(", "",
     "wait for the condition itself"),
    (r"\busing namespace\b(?! std::(\w+::)?\w*literals)", "", "name what is used"),
    (r"\bstd::regex\b", "", "write the few lines that parse it; std::regex recurses on its input"),
    (r"\b(ato[ilf]|strto(l|ll|ul|ull|d)|std::sto[a-z]+)\b", "",
     "use TextForm<T>::parse or std::from_chars: they refuse what is no number"),
    (r"\bgetenv\b", r"src/platform/(config/.*|command/terminal\.cc)|.*_test\.cc|.*/testing\.cc",
     "read it from the config"),
    (r"\bstd::(system|exit|quick_exit|abort)\b|\bpopen\b", r"src/kernel/assert\.cc",
     "return a refusal, or SLUIS_ASSERT"),
    (r"\.detach\(\)", "", "keep the thread and join it"),
    (r"\bgoto\b", "", "return early"),
    (r"\bassert\(", "", "SLUIS_ASSERT stays on in production"),
    (r"(?<![>t]\()\b(new|delete)\s+[A-Za-z_:]+[({\[;]", "", "std::make_unique owns it"),
]


def line_length(tree):
    for source in tree.matching(CODE):
        for number, line in enumerate(source.lines, 1):
            if len(line) > LINE_MAX and max(map(len, line.split())) < LINE_MAX - 20:
                yield source.problem_in_line(number, "line-length",
                                             f"{len(line)} columns; {LINE_MAX} is the end")


def unfinished_work(tree):
    for source in _but_tidy(tree):
        for found in UNFINISHED.finditer(source.text):
            yield source.problem(found.start(), "unfinished", f"do it now, or file it: {found[0]}")


def workshop_words(tree):
    for source in _but_tidy(tree):
        for found in WORKSHOP.finditer(source.text):
            yield source.problem(found.start(), "workshop",
                                 f"{found[0]!r} says where it was built; others have no such place")


def banned_calls(tree):
    banned = [(re.compile(what), re.compile(where), mend) for what, where, mend in BANNED]
    for source in tree.matching(r"(src|bench|tests)/.*\.(cc|h)"):
        for what, where, mend in banned:
            if where.pattern and where.fullmatch(source.path):
                continue
            for found in what.finditer(source.code):
                yield source.problem(found.start(), "banned-call", f"{found[0].strip()}: {mend}")


def _but_tidy(tree):
    """All files but those that name these words in order to refuse them."""
    return [file for path, file in tree.files.items() if not path.startswith("tests/tidy/")]

"""Tests of tidy: for each rule a tree that breaks it, which must be refused, and what is right."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import tidy  # noqa: E402
from tree import Tree  # noqa: E402

ROOMS = 'sluis_room(kernel "a")\nsluis_room(platform "b")\nsluis_room(stock "c")\n' \
        'sluis_room(orders "d")\n'
TABLE = "-- distribution: by variant\ncreate table stock_levels (\n  variant bigint not null,\n" \
        "  primary key (variant, id)\n);\n"
LONG = "int f() {\n" + "  g();\n" * 69 + "}\n"


def problems(files):
    """What tidy says about a tree of these files, as one text."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        for path, text in {"CMakeLists.txt": ROOMS, **files}.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        tree = Tree(folder)
        rules = [*tidy.RULES, tidy.stale_baseline]
        return "\n".join(str(problem) for rule in rules for problem in tidy.broken(tree, rule))


class Tidy(unittest.TestCase):
    def assert_right(self, path, text, **others):
        self.assertEqual(problems({path: text, **others}), "")

    def assert_broken(self, rule, path, text, line=1, others=None):
        self.assertIn(f"{path}:{line}: {rule}: ", problems({path: text, **(others or {})}))

    def test_room_order(self):
        self.assert_right("src/orders/orders.cc", '#include "stock/stock.h"\n')
        self.assert_right("src/stock/store.cc", '#include "platform/store/session.h"\n')
        self.assert_right("src/app/main.cc", '#include "orders/anything.h"\n')
        self.assert_broken("room-order", "src/stock/a.cc", '\n#include "orders/orders.h"\n', 2)
        self.assert_broken("room-order", "src/kernel/a.cc", '#include "platform/x.h"\n')
        self.assert_broken("room-order", "src/orders/a.cc", '#include "stock/store.h"\n')
        self.assert_broken("room-order", "src/attic/a.cc", "int x;\n")

    def test_testing_headers(self):
        fixture = '#include <gtest/gtest.h>\n'
        self.assert_broken("testing-header", "src/orders/a.cc", fixture)
        using = '#include "orders/shop.h"\n'
        self.assert_right("src/orders/shop.h", fixture, **{"src/orders/a_test.cc": using})
        self.assert_broken("testing-header", "src/orders/shop.h", fixture, 1,
                           {"src/orders/a_test.cc": using, "src/orders/a.cc": using})

    def test_purity(self):
        self.assert_right("src/orders/rules.cc", '#include "kernel/a.h"\n#include <vector>\n')
        self.assert_broken("purity", "src/orders/rules.cc", '#include "platform/store/tx.h"\n')
        self.assert_broken("purity", "src/orders/rules.h", '#include "stock/stock.h"\n')
        self.assert_broken("purity", "src/kernel/a.cc", "#include <fstream>\n")

    def test_purity_of_what_says_so(self):
        pure = "// What it comes to. Pure.\n"
        reads = "int sum(store::Snapshot& snapshot);\n"
        using = {"src/orders/pricing.cc": '#include "orders/pricing.h"\n'}
        self.assert_right("src/orders/pricing.h", pure + '#include "stock/stock.h"\n', **using)
        self.assert_right("src/orders/pricing.h", "// What it comes to.\n" + reads, **using)
        self.assert_broken("purity", "src/orders/pricing.h", pure + reads, 2, using)
        self.assert_broken("purity", "src/orders/pricing.cc",
                           '#include "orders/pricing.h"\nauto x = sql::order(a);\n', 2,
                           {"src/orders/pricing.h": pure})

    def test_wire_only_in_routes(self):
        self.assert_right("src/orders/routes.cc", '#include "platform/api/route.h"\n')
        self.assert_right("src/orders/orders.cc", '#include "platform/api/call.h"\n')
        self.assert_broken("wire-only-in-routes", "src/orders/orders.cc",
                           '#include "platform/http/message.h"\n')
        self.assert_broken("wire-only-in-routes", "src/orders/orders.cc",
                           "#include <boost/json/value.hpp>\n")

    def test_sql(self):
        statement = 'const Statement kGet{"a", "select 1"};\n'
        self.assert_right("src/orders/store.cc", statement + "auto all = {&kGet};\n")
        self.assert_right("src/orders/returns/store.cc", statement + "auto all = {&kGet};\n")
        self.assert_right("src/orders/orders.cc", 'auto say = "selected";  // select 1 from x\n')
        self.assert_broken("statement-list", "src/orders/store.cc", statement)
        self.assert_broken("sql-only-in-stores", "src/orders/orders.cc", 'f("select 1");\n')
        self.assert_broken("sql-only-in-stores", "src/orders/orders.cc",
                           'f(R"sql(\n  UPDATE orders set x)sql");\n')
        self.assert_broken("dead-file", "src/orders/more.sql", "select 1;\n")

    def test_tables(self):
        path = "src/stock/schema/0001_stock.sql"
        self.assert_right(path, TABLE)
        self.assert_broken("distribution", path, TABLE.partition("\n")[2])
        self.assert_broken("distribution", path, TABLE.replace("(variant, id)", "(id)"), 2)
        own_key = TABLE.replace("  primary", "  code text not null unique,\n  primary")
        self.assert_broken("distribution", path, own_key, 2)
        others = TABLE + "-- distribution: by variant\ncreate table stock_holds (\n" \
            "  variant bigint not null,\n  level bigint not null,\n" \
            "  primary key (variant, level),\n" \
            "  foreign key (variant, level) references stock_levels (variant, id)\n);\n"
        self.assert_right(path, others)
        self.assert_broken("distribution", path, others.replace("foreign key (variant, level)",
                                                                "foreign key (level)"), 7)
        by_level = others.replace("foreign key (variant, level)", "foreign key (level)")
        self.assert_right(path, by_level.replace("by variant", "reference", 1))
        mine = TABLE.replace("variant", "customer")
        self.assert_broken("forget", path, mine, 2)
        store = 'const Statement forget_levels{"a", "delete from stock_levels"};\n&forget_levels;\n'
        self.assertEqual(problems({path: mine, "src/stock/store.cc": store}), "")

    def test_migrations(self):
        path = "src/stock/schema/0001_stock.sql"
        released = {"tests/golden/migrations.txt": f"{'0' * 64}  {path}\n"}
        self.assertIn("migrations.txt:1: migrations: ", problems({path: TABLE, **released}))
        self.assertIn("migrations.txt:1: migrations: ", problems(released))

    def test_sizes(self):
        self.assert_broken("function-length", "src/kernel/a.cc", "\n" + LONG, 2)
        self.assert_right("src/kernel/a.cc", LONG.replace("  g();\n", "", 1))
        inside = "namespace a {\nclass B {\n" + LONG + "};\n}\n"
        self.assert_broken("function-length", "src/kernel/a.cc", inside, 3)
        table = "const int all[] = {\n" + "  1,\n" * 80 + "};\n"
        self.assert_broken("function-length", "src/kernel/a.cc", table + LONG, 83)
        rows = "std::vector<R> routes() {\n  return {\n" + "    {.a = f(1)},\n" * 80 + "  };\n}\n"
        self.assert_right("src/kernel/a.cc", rows)
        self.assert_broken("function-length", "src/kernel/a.cc", rows + LONG, 85)
        self.assert_broken("function-length", "tests/b.py", "def f():\n" + "  g()\n" * 70)
        self.assert_broken("file-length", "src/kernel/a.cc", "int a;\n" * 601)
        header = {"src/orders/b.cc": '#include "kernel/a.h"\n'}
        self.assert_broken("header-length", "src/kernel/a.h", "int a;\n" * 201, 1, header)

    def test_baseline_only_shrinks(self):
        long = {"src/kernel/a.cc": "int a;\n" * 601}
        allowed = {"tests/tidy/baseline.txt": "file-length src/kernel/a.cc 601\n"}
        self.assertEqual(problems({**long, **allowed}), "")
        self.assertIn("baseline.txt:1: baseline: ", problems(allowed))
        longer = {"src/kernel/a.cc": "int a;\n" * 602}
        self.assertIn("file-length", problems({**longer, **allowed}))

    def test_words(self):
        self.assert_right("src/kernel/a.cc", "int x = 1'000;  // rand() and 'sleep_for'\n")
        self.assert_right("src/kernel/a.cc", "return std::unique_ptr<A>(new A(std::move(b)));\n")
        for banned in ("std::chrono::system_clock::now()", "rand()", 'printf("a")', "sleep(1)",
                       "using namespace std", "std::stoi(a)", 'getenv("A")', "t.detach()",
                       "f(new Thing(1))", "std::exit(1)", "std::cout << 1"):
            self.assert_broken("banned-call", "src/kernel/a.cc", f"auto x = 1;\n{banned};\n", 2)
        self.assert_broken("line-length", "src/kernel/a.cc", "//" + " word" * 20 + "\n")
        self.assert_right("src/kernel/a.cc", "//" + " né" * 32 + "\n")
        self.assert_broken("unfinished", "src/kernel/a.cc", "\n// TODO later\n", 2)
        self.assert_broken("workshop", "CHANGELOG.md", "# A\nsee /home/ann/main\n", 2)

    def test_documents(self):
        self.assert_right("README.md", "# A\n\n```\n# code\n```\n")
        self.assert_broken("one-title", "README.md", "# A\n# B\n")
        self.assert_broken("one-title", "README.md", "text\n")
        self.assert_broken("dead-link", "README.md", "# A\n[x](docs/none.md)\n", 2)
        self.assert_broken("dead-file", "docs/lost.md", "# A\n")
        self.assertEqual(problems({"README.md": "# A\n[x](docs/a.md)\n", "docs/a.md": "# A\n"}), "")
        self.assert_broken("dead-file", "src/kernel/a.h", "int a;\n")
        self.assert_broken("dead-file", "tools/lost.sh", "true\n")
        rooms = "# A\n" + "".join(f"| `src/{room}/` | what |\n" for room in (
            "kernel", "platform", "stock", "orders", "app"))
        linked = {"README.md": "# A\n[x](ARCHITECTURE.md)\n"}
        self.assertEqual(problems({"ARCHITECTURE.md": rooms, **linked}), "")
        wrong = rooms.replace("stock", "shelf")
        self.assert_broken("rooms", "ARCHITECTURE.md", wrong, 1, linked)


if __name__ == "__main__":
    unittest.main()

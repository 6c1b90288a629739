"""Tests of the runner itself: what fits is let through, and above all, what does not is refused."""
import pathlib
import sys
import tempfile
import types
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))

import pattern  # noqa: E402
import run  # noqa: E402
import script  # noqa: E402
from pattern import Mismatch  # noqa: E402


class JsonPatterns(unittest.TestCase):
    def matches(self, wanted, value, **names):
        try:
            pattern.match_json(pattern.parse_json(wanted), value, names)
            return names
        except Mismatch:
            return None

    def test_what_fits(self):
        self.assertIsNotNone(self.matches('{"a": 1, ...}', {"a": 1, "b": 2}))
        self.assertIsNotNone(self.matches('[1, ...]', [1, 2, 3]))
        self.assertIsNotNone(self.matches('{"a": ...}', {"a": [1]}))
        self.assertIsNotNone(self.matches('{"a": "x...z"}', {"a": "xyz"}))
        self.assertEqual(self.matches('{"id": $id}', {"id": "u1"}), {"id": "u1"})
        self.assertEqual(self.matches('"/a/$id/b"', "/a/u1/b"), {"id": "u1"})
        self.assertIsNotNone(self.matches('[$id, "x$id"]', ["u1", "xu1"]))

    def test_what_does_not(self):
        for wanted, value in [('{"a": 1}', {"a": 1, "b": 2}), ('{"a": 1, ...}', {"b": 1}),
                              ('[1]', [1, 2]), ('[1, 2]', [1]), ('1', True), ('"a.c"', "abc"),
                              ('null', 0), ('{}', []), ('[$id, $id]', ["u1", "u2"])]:
            self.assertIsNone(self.matches(wanted, value), wanted)
        self.assertIsNone(self.matches('$id', "u2", id="u1"))

    def test_expectation_that_is_no_json(self):
        for text in ('{"a": }', '{"a": 1', '[1 2]', '{} {}', 'word'):
            self.assertRaises(Mismatch, pattern.parse_json, text)


class LinePatterns(unittest.TestCase):
    def matches(self, patterns, lines):
        try:
            pattern.match_lines(patterns, lines, {})
            return True
        except Mismatch:
            return False

    def test_lines(self):
        self.assertTrue(self.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
        self.assertTrue(self.matches(["...", "d"], ["d"]))
        self.assertTrue(self.matches(["a..."], ["abc"]))
        self.assertTrue(self.matches([], []))
        self.assertFalse(self.matches([], ["a"]))
        self.assertFalse(self.matches(["a", "c"], ["a", "b", "c"]))
        self.assertFalse(self.matches(["a", "..."], ["b", "a"]))
        self.assertFalse(self.matches(["a", "b"], ["a"]))


class Scripts(unittest.TestCase):
    def test_steps_and_expectations(self):
        first, second = script.read('serve --x\n\n# why\nPOST /a\n  A: b\n\n  {}\n'
                                    '=> 201 within 2s\n  {"a": 1}\n\n')
        self.assertEqual((first.word, first.rest, first.expected), ("serve", "--x", None))
        self.assertEqual((second.lines, second.expected.code), (["A: b", "", "{}"], "201"))
        self.assertEqual((second.expected.line, second.expected.end), (8, 10))
        self.assertEqual(script.split_headers(second.lines), ([("A", "b")], ["{}"]))

    def test_what_is_no_scenario(self):
        for text in ("fly\n", "  x\n", "=> 200\n", "serve\n=> 0\n=> 0\n", "serve\n=> soon\n"):
            self.assertRaises(script.ScriptError, script.read, text)


class Runs(unittest.TestCase):
    def setUp(self):
        chosen = types.SimpleNamespace(program=HERE / "fake_sluis.py", store="", update=False)
        self.player = run.Player(chosen)

    def play(self, text):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "a.scenario")
            file.write_text(text)
            verdict = self.player.play(file)
            self.text = file.read_text()
        return verdict

    def assert_refused(self, text, why):
        self.assertRegex(self.play(text), f"(?s){why}")

    def test_what_fits(self):
        text = ('serve\n=> up\n  listening on $url\nPOST /api/v1/things\n  {"name": "A"}\n=> 201\n'
                '  ETag: "$tag"\n  no Set-Cookie\n  {"id": $id, "name": "A"}\n'
                'GET /api/v1/things\n=> 200\n  [{"id": "thg_1", ...}, ...]\n'
                '$ sluis echo $id $tag $$\n  in\n=> 5\n  thg_3\n  v1\n  $$\n  in\n  ! careful\n'
                'kill\nserve\nrestart\n')
        self.assertEqual(self.play(text), "passed")
        self.assertEqual(self.player.description.exercised,
                         {"POST /api/v1/things", "GET /api/v1/things"})
        self.assertEqual(self.play("only postgresql\nserve\nGET /x\n"), "skipped")

    def test_wrong_answers(self):
        self.assert_refused("serve\nGET /api/v1/things\n=> 201\n", ":3: GET .*expected 201, got")
        self.assert_refused("serve\nGET /api/v1/things\n=> 200\n  []\n", "expected 0 elements")
        self.assert_refused("serve\nGET /api/v1/things\n=> 200\n  no Content-Type\n", "should be")
        self.assert_refused("serve\nGET /api/v1/things\n=> 200\n  ETag: ...\n", "is absent")
        self.assert_refused("serve\nGET /other\n", "did not succeed")
        self.assert_refused("$ sluis echo\n=> 0\n", "expected 0, got 5")
        self.assert_refused("$ sluis echo\n=> 5\n", "not expected: 'careful'")
        self.assert_refused("serve\nGET /$nothing\n", "has no value")

    def test_answers_against_the_description(self):
        post = "serve\nPOST /api/v1/things\n  "
        self.assert_refused(post + '{"id": 3}\n', "/id: 3 is not of type 'string'")
        self.assert_refused(post + '{"more": 3}\n', "'more' was unexpected")
        self.assert_refused(post + '{"status": 202}\n', "does not list status 202")
        self.assert_refused("serve\nGET /api/v1/secret\n", "not in the API description")

    def test_servers_that_fail(self):
        self.assert_refused("serve --bad-stop\n", "stopped with code 3")
        self.assert_refused("serve\nGET /die\n", "dying")
        self.assert_refused("serve\nGET /who\nkill\nGET /who\n", "no server is running")

    def test_update_fills_in(self):
        self.player.update = True
        self.assertEqual(self.play("serve\nGET /api/v1/things\n=>\n\n# end\n"), "passed")
        self.assertIn('=> 200\n  [\n    {\n      "id": "thg_1",', self.text)
        self.assertTrue(self.text.endswith("\n\n# end\n"))
        self.assertEqual(self.play(self.text), "passed")


if __name__ == "__main__":
    unittest.main()

"""Checks exchanges against the API description of the program and records what was exercised."""
import copy
import json
import re

import jsonschema

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")


class Description:
    def __init__(self, document):
        self.document = _closed(document)
        self.exercised = set()  # "GET /api/v1/channels/{id}"
        self._validators = {}
        self._operations = []  # (expression, method, template, operation)
        for template, path in self.document["paths"].items():
            expression = re.compile(
                "".join("[^/]+" if part.startswith("{") else re.escape(part)
                        for part in re.split(r"(\{[^}]*\})", template)))
            for method in METHODS:
                if method in path:
                    self._operations.append((expression, method, template, path[method]))
        # A literal path wins over one with parameters.
        self._operations.sort(key=lambda row: row[2].count("{"))

    def operations(self):
        return {f"{method.upper()} {template}" for _, method, template, _ in self._operations}

    def problems(self, method, target, sent, status, content_type, body):
        """Returns what is wrong with one exchange, a list of sentences."""
        path = target.partition("?")[0]
        found = self._find(method, path)
        if not found:
            return self._unknown(method, path, status)
        template, operation = found
        self.exercised.add(f"{method} {template}")
        answer = self._answer(operation, status)
        if answer is None:
            return [f"{method} {template} does not list status {status} in its description"]
        problems = self._body_problems(answer, content_type, body)
        if 200 <= status < 300:
            problems += self._sent_problems(operation, sent)
        return [f"{method} {template} {status}: {problem}" for problem in problems]

    def _find(self, method, path):
        for expression, known, template, operation in self._operations:
            if known == method.lower() and expression.fullmatch(path):
                return template, operation
        return None

    def _unknown(self, method, path, status):
        if not path.startswith("/api/") or status in (400, 404, 405):
            return []
        return [f"{method} {path} answers {status} but is not in the API description"]

    def _answer(self, operation, status):
        answers = operation["responses"]
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in answers:
                return self._resolve(answers[key])
        return None

    def _resolve(self, node):
        while "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def _body_problems(self, answer, content_type, body):
        described = answer.get("content")
        media = content_type.partition(";")[0].strip()
        if not described:
            return [f"a body is not described, but {len(body)} bytes came"] if body else []
        for media_range in (media.partition("/")[0] + "/*", "*/*"):
            if media not in described and media_range in described:
                media = media_range
        if media not in described:
            return [f"type {media!r} is not one of {', '.join(described)}"]
        if not media.endswith("json"):
            return []
        return self._fits(described[media].get("schema", {}), json.loads(body))

    def _sent_problems(self, operation, sent):
        described = self._resolve(operation.get("requestBody", {})).get("content", {})
        schema = described.get("application/json", {}).get("schema")
        if not schema or sent is None:
            return []
        return [f"accepted a body that is not described: {problem}"
                for problem in self._fits(schema, json.loads(sent))]

    def _fits(self, schema, value):
        key = id(schema)
        if key not in self._validators:
            self._validators[key] = jsonschema.Draft202012Validator(
                schema, resolver=jsonschema.RefResolver("", self.document))
        errors = self._validators[key].iter_errors(value)
        return [f"at /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
                for error in errors]


def _closed(document):
    """The document with every object schema closed: a member that is not described is a fault."""
    document = copy.deepcopy(document)
    nodes = [document]
    while nodes:
        node = nodes.pop()
        if isinstance(node, list):
            nodes += node
        elif isinstance(node, dict):
            nodes += node.values()
            if isinstance(node.get("properties"), dict) and node.get("type") == "object":
                node.setdefault("unevaluatedProperties", False)
    return document

#!/usr/bin/python3
"""Stands in for `sluis` in the tests of the runner: a program of which every answer is known."""
import http.server
import json
import signal
import sys

OPENAPI = {
    "openapi": "3.1.0",
    "paths": {
        "/api/v1/things": {
            "get": {"responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Things"}}}}}},
            "post": {
                "requestBody": {"content": {"application/json": {
                    "schema": {"type": "object", "properties": {"name": {"type": "string"}}}}}},
                "responses": {"201": {"content": {"application/json": {"schema": {
                    "$ref": "#/components/schemas/Thing"}}}}}},
        },
    },
    "components": {"schemas": {
        "Thing": {"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string"}, "name": {"type": "string"}}},
        "Things": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
    }},
}
THINGS = [{"id": "thg_1", "name": "First"}, {"id": "thg_2"}]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/api/v1/things":
            self.answer(200, THINGS)
        elif self.path == "/who":
            self.answer(200, {"cookie": self.headers.get("Cookie", "")})
        elif self.path == "/api/v1/secret":
            self.answer(200, {})
        elif self.path == "/die":
            self.server.socket.close()
            sys.stderr.write("dying\n")
            sys.stderr.flush()
            raise SystemExit(9)
        else:
            self.answer(404, {"status": 404})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/v1/access/session":
            self.answer(404, body, {"Set-Cookie": "session=s1; Path=/"})
        else:
            self.answer(int(body.pop("status", 201)), {"id": "thg_3", **body}, {"ETag": '"v1"'})

    def answer(self, status, value, headers=None):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve():
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(3 if "--bad-stop" in sys.argv else 0))
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


def main():
    if sys.argv[1] == "--version":
        print("sluis 0.0.1")
    elif sys.argv[1] == "openapi":
        print(json.dumps(OPENAPI))
    elif sys.argv[1] == "serve":
        serve()
    elif sys.argv[1] == "echo":
        sys.stdout.write("".join(word + "\n" for word in sys.argv[2:]) + sys.stdin.read())
        sys.stderr.write("careful\n")
        sys.exit(5)


main()

"""One running `sluis serve`."""
import os
import pathlib
import re
import signal
import subprocess
import time


def environment(more=None):
    """What programs run with: English, and no settings but those that are given."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("SLUIS_", "LC_", "LANG"))}
    return kept | {"LANG": "C.UTF-8"} | (more or {})


class ServerError(Exception):
    """The server did not start, did not stop, or died."""


class Server:
    def __init__(self, program, options, folder):
        self.stdout = pathlib.Path(folder, "serve.out")
        self.stderr = pathlib.Path(folder, "serve.err")
        with open(self.stdout, "wb") as out, open(self.stderr, "wb") as err:
            self.process = subprocess.Popen([program, "serve", *options], stdout=out, stderr=err,
                                            stdin=subprocess.DEVNULL, env=environment())
        self.port = self._wait_for_port()

    def _wait_for_port(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            address = re.search(r"https?://[^\s/:]+:(\d+)", self.stdout.read_text(errors="replace"))
            if address:
                return int(address[1])
            if self.process.poll() is not None:
                raise ServerError(f"the server ended with code {self.process.returncode} before "
                                  f"it listened{self.complaint()}")
            time.sleep(0.01)
        self.kill()
        raise ServerError(f"the server printed no address in 30 s{self.complaint()}")

    def printed(self):
        return self.stdout.read_text(errors="replace").splitlines()

    def complaint(self):
        """The end of its standard error, for a message."""
        text = self.stderr.read_text(errors="replace").strip()
        return "; its standard error ends with:\n" + text[-3000:] if text else ""

    def running(self):
        return self.process.poll() is None

    def stop(self):
        """Ends it as an operator would; it must finish its work and exit with 0."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerError(f"the server did not stop in 20 s{self.complaint()}") from None
        if code != 0:
            raise ServerError(f"the server stopped with code {code}{self.complaint()}")

    def kill(self):
        self.process.kill()
        self.process.wait()

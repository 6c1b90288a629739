"""A mail server for scenarios: takes mail, or answers as it is told to."""
import base64
import contextlib
import email
import email.policy
import pathlib
import socketserver
import ssl
import subprocess
import threading

LOGIN = base64.b64encode(b"\0sluis\0open sesame").decode()


def words_of(pdf):
    """The lines of a PDF, in the order of their reading, with one space between words."""
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True,
                          capture_output=True).stdout.decode()
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


class Mailbox:
    """`encryption` is "", "starttls" or "tls"; both want the user sluis with "open sesame"."""

    def __init__(self, folder, encryption=""):
        self.encryption = encryption
        self.certificate = pathlib.Path(folder, "mailbox.pem")
        self.taken = []  # whole messages, the oldest first
        self.answers = {}  # by verb, what to say instead, once each; "vanish" hangs up
        if encryption:
            self._make_certificate()
        box = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                with contextlib.suppress(OSError):
                    Conversation(box, self).run()

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def _make_certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                        "/CN=mailbox", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                        self.certificate, "-out", f"{self.certificate}.crt"],
                       check=True, capture_output=True)
        with open(self.certificate, "ab") as both:
            both.write(pathlib.Path(f"{self.certificate}.crt").read_bytes())

    def tls(self, stream):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        return context.wrap_socket(stream, server_side=True)

    def answer(self, verb, usual):
        waiting = self.answers.get(verb, [])
        return waiting.pop(0) if waiting else usual

    def lines(self):
        """The newest mail as its readers see it: headers and parts, decoded."""
        if not self.taken:
            return []
        mail = email.message_from_bytes(self.taken[-1], policy=email.policy.default)
        lines = [f"{name}: {value}" for name, value in mail.items() if name != "Content-Type"]
        for part in mail.walk():
            if part.is_multipart():
                continue
            name = part.get_filename()
            lines += ["", part.get_content_type() + (f" {name}" if name else "")]
            if part.get_content_maintype() == "text":
                lines += part.get_content().splitlines()
            elif part.get_content_type() == "application/pdf":
                lines += words_of(part.get_content())
        return lines

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Conversation:
    def __init__(self, box, handler):
        self.box, self.stream, self.file = box, handler.request, handler.rfile
        self.secret = box.encryption == "tls"
        self.trusted = not box.encryption

    def run(self):
        if self.secret:
            self._encrypt()
        self._say("220 mailbox")
        while line := self.file.readline().decode().rstrip("\r\n"):
            verb = line.split(":")[0].split(" ")[0].upper()
            reply = self.box.answer(verb, self._usual(verb, line))
            if reply == "vanish":
                return self.stream.close()
            self._say(reply)
            if verb == "STARTTLS":
                self._encrypt()
            if reply.startswith("354") and not self._take():
                return None
        return None

    def _usual(self, verb, line):
        if verb == "EHLO":
            return "\r\n".join(["250-mailbox", "250-SIZE 20000000",
                                *(["250-STARTTLS"] if not self.secret else []), "250 AUTH PLAIN"])
        if verb == "AUTH":
            self.trusted = line == f"AUTH PLAIN {LOGIN}" and self.secret
            return "235 welcome" if self.trusted else "535 5.7.8 wrong"
        if verb == "MAIL" and not self.trusted:
            return "530 5.7.0 who are you"
        return {"DATA": "354 go on", "STARTTLS": "220 go on", "QUIT": "221 bye"}.get(verb, "250 ok")

    def _take(self):
        lines = []
        while (line := self.file.readline()) not in (b".\r\n", b""):
            assert len(line) <= 80 and line.isascii() and line.endswith(b"\r\n"), line
            lines.append(line.removeprefix(b"."))
        reply = self.box.answer(".", "250 taken")
        if reply == "vanish":
            return self.stream.close()
        if reply.startswith("2"):
            self.box.taken.append(b"".join(lines))
        self._say(reply)
        return True

    def _say(self, line):
        self.stream.sendall(line.encode() + b"\r\n")

    def _encrypt(self):
        self.stream = self.box.tls(self.stream)
        self.file = self.stream.makefile("rb")
        self.secret = True

"""For tests of the whole program: a real `masar serve` on loopback, and people with a browser of their own. MASAR names the program."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile

PASSWORD = "long enough for an attack"


class Server:
    """In a folder of its own unless `data` says where."""

    def __init__(self, *options, data=None):
        self.folder = None if data else tempfile.TemporaryDirectory()
        # Tests ask faster than people.
        command = [os.environ["MASAR"], "serve", "--port", "0", "--json", "--rate", "0", "--data", data or self.folder.name, *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        told = self.process.stdout.readline()
        if not told:
            raise RuntimeError(self.process.communicate()[1])
        said = json.loads(told)
        self.port = int(re.search(r":(\d+)/", said["address"]).group(1))
        self.tokens = said["setup_tokens"]

    def stop(self):
        """Its log, once it has ended as it should."""
        self.process.send_signal(signal.SIGTERM)
        log = self.process.communicate(timeout=60)[1]
        if self.folder:
            self.folder.cleanup()
        return log

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def raw(self, data, more=()):
        """Everything that comes back for these bytes on a connection of its own, until the server closes it."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as client:
            try:
                for piece in (data, *more):
                    client.sendall(piece)
                client.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it was refused before all of it was sent
            answer = b""
            try:
                while piece := client.recv(65536):
                    answer += piece
            except ConnectionResetError:
                pass
            return answer


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.fields = response.headers
        self.bytes = response.read()

    @property
    def text(self):
        return self.bytes.decode()

    @property
    def json(self):
        return json.loads(self.bytes)


class Browser:
    """Keeps its cookies and brings the token, as the pages do."""

    def __init__(self, of):
        self.server = of
        self.cookies = {}
        self.csrf = ""

    def ask(self, method, path, body=None, fields=None, bare=False):
        """`bare`: with nothing of its own but the cookies, as a page of another site would make it ask."""
        sent = {"Host": f"localhost:{self.server.port}", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if not bare:
            sent["X-CSRF-Token"] = self.csrf
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            sent["Content-Type"] = "application/json"
        sent.update(fields or {})
        if isinstance(body, str):
            body = body.encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        connection.request(method, path, body, {name: value for name, value in sent.items() if value})
        answer = Answer(connection.getresponse())
        connection.close()
        for each in answer.fields.get_all("Set-Cookie", []):
            name, value = each.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if answer.status < 300 and answer.fields.get("Content-Type", "").startswith("application/json") and b'"csrf"' in answer.bytes:
            self.csrf = answer.json["csrf"]
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, body):
        return self.ask("POST", path, body)


def first_administrator(of, side):
    browser = Browser(of)
    browser.get("/api/v1/session")
    use = {"token": of.tokens[side], "login": f"ruler@{side}", "password": PASSWORD, "display": "R"}
    assert browser.post("/api/v1/setup", use).status == 200
    return browser


def colleague(ruler, login, roles):
    """An account that an administrator makes, signed in."""
    made = ruler.post("/api/v1/accounts", {"login": login, "roles": roles}).json
    browser = Browser(ruler.server)
    browser.get("/api/v1/session")
    assert browser.post("/api/v1/setup", {"token": made["token"], "password": PASSWORD}).status == 200
    return browser


def plan_of(browser):
    return browser.get("/api/v1/plans").json["plans"][0]["id"]

"""For bench/load.py: clients of a server over TLS on loopback, each kind bounded in count and time."""
import http.client
import json
import os
import re
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from pathlib import Path

PASSWORD = "long enough to be loaded"


def any_certificate():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


TLS = any_certificate()


def make_certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"], check=True, capture_output=True)


class Server:
    def __init__(self, masar, folder):
        make_certificate(folder)
        command = [masar, "serve", "--port", "0", "--json", "--rate", "0", "--data", f"{folder}/data", "--tls-cert", f"{folder}/cert.pem", "--tls-key", f"{folder}/key.pem"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = json.loads(self.process.stdout.readline())
        self.port = int(re.search(r":(\d+)/", said["address"]).group(1))
        self.tokens = said["setup_tokens"]

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def figure(self, name):
        return int(float(re.search(rf"^{name} (\S+)", Person(self).ask("GET", "/metrics")[1], re.MULTILINE).group(1)))


class Person:
    """A session; what it has is given to h2load and to the streams."""

    def __init__(self, server, address="127.0.0.1"):
        self.server, self.address, self.cookies, self.csrf = server, address, {}, ""
        self.connection = None

    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method, path, body=None):
        if self.connection is None:
            self.connection = http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=60, context=TLS, source_address=(self.address, 0))
        fields = {"Host": "localhost", "X-CSRF-Token": self.csrf, "Cookie": self.cookie(), "Content-Type": "application/json" if body is not None else ""}
        try:
            self.connection.request(method, path, None if body is None else json.dumps(body), {k: v for k, v in fields.items() if v})
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.connection = None
            raise
        for each in answer.headers.get_all("Set-Cookie", []):
            name, value = each.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if answer.status == 200 and '"csrf"' in text:
            self.csrf = json.loads(text)["csrf"]
        return answer.status, text

    @classmethod
    def administrator(cls, server, side):
        person = cls(server)
        person.ask("GET", "/api/v1/session")
        person.ask("POST", "/api/v1/setup", {"token": server.tokens[side], "login": f"ruler@{side}", "password": PASSWORD})
        return person

    def colleague(self, login, roles):
        made = json.loads(self.ask("POST", "/api/v1/accounts", {"login": login, "roles": roles})[1])
        person = Person(self.server)
        person.ask("GET", "/api/v1/session")
        person.ask("POST", "/api/v1/setup", {"token": made["token"], "password": PASSWORD})
        return person


class Streams:
    """Event streams that wait for news."""

    def __init__(self, person, plan, count):
        self.sockets = []
        head = f"GET /api/v1/plans/{plan}/stream HTTP/1.1\r\nHost: localhost\r\nCookie: {person.cookie()}\r\n\r\n".encode()
        for _ in range(count):
            client = TLS.wrap_socket(socket.create_connection(("127.0.0.1", person.server.port), timeout=60))
            client.sendall(head)
            self.sockets.append(client)

    def told(self, word, seconds=30):
        """How many are told `word` within so many seconds."""
        count, until = 0, time.monotonic() + seconds
        for client in self.sockets:
            read = b""
            while word not in read and time.monotonic() < until:
                client.settimeout(max(0.01, until - time.monotonic()))
                try:
                    piece = client.recv(65536)
                except OSError:
                    break
                if not piece:
                    break
                read += piece
            count += word in read
        return count

    def close(self):
        for client in self.sockets:
            client.close()


class SlowClients:
    """Connections that begin and never finish: nine of ten in the middle of the TLS handshake, the others in the middle of a head."""

    def __init__(self, server, count):
        self.sockets, self.stopped = [], threading.Event()
        for number in range(count):
            client = socket.create_connection(("127.0.0.1", server.port), timeout=10)
            if number % 10 == 0:
                try:
                    client = TLS.wrap_socket(client)
                    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
                except OSError:
                    pass  # let go already
            else:
                client.sendall(b"\x16\x03\x01\x02\x00\x01")
            self.sockets.append(client)
        self.thread = threading.Thread(target=self.drip)
        self.thread.start()

    def drip(self):
        while not self.stopped.wait(2):
            for client in self.sockets:
                try:
                    client.setblocking(False)
                    client.send(b"\x00")
                except OSError:
                    pass

    def close(self):
        self.stopped.set()
        self.thread.join()
        for client in self.sockets:
            client.close()


class LoginFlood:
    """Wrong passwords for ever new logins from ever new addresses, `rate` a second."""

    def __init__(self, server, rate):
        self.stopped, self.counts, self.rate = threading.Event(), {}, rate
        self.threads = [threading.Thread(target=self.try_on, args=(server, number)) for number in range(20)]
        for thread in self.threads:
            thread.start()

    def try_on(self, server, number):
        attempt, person = 0, None
        while not self.stopped.wait(len(self.threads) / self.rate):
            try:
                if attempt % 40 == 0:
                    person = Person(server, f"127.1.{number}.{1 + attempt // 40 % 250}")
                    person.ask("GET", "/api/v1/session")
                attempt += 1
                status, _ = person.ask("POST", "/api/v1/session", {"login": f"flood-{number}-{attempt}", "password": "not the right one"})
            except (OSError, http.client.HTTPException):
                status = 0
            self.counts[status] = self.counts.get(status, 0) + 1

    def close(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()


def percentile(values, share):
    return values[min(len(values) - 1, int(len(values) * share))]


def read_with_h2load(person, paths, *, connections, seconds, per_second=0, etags=None):
    """One h2load over TLS; its answers' times in ms, sorted, statuses, and its processor time."""
    with tempfile.TemporaryDirectory() as folder:
        log = f"{folder}/log"
        command = ["h2load", "--h1", "-t", "1", "-c", str(connections), "-H", f"Cookie: {person.cookie()}", "--log-file", log, "-i", f"{folder}/paths",
                   "-B", f"https://localhost:{person.server.port}"]
        if etags:
            command += ["-H", f"If-None-Match: {', '.join(etags)}"]
        command += ["-D", str(seconds), "--warm-up-time", "1"]
        if per_second:
            command += ["--rps", str(per_second / connections)]
        Path(f"{folder}/paths").write_text("\n".join(paths) + "\n", encoding="ascii")
        before = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - before
        lines = [line.split("\t") for line in Path(log).read_text(encoding="ascii").splitlines()]
        lines = [line for line in lines if 100 <= int(line[1]) < 600]  # the others were under way when the time was over
        traffic = re.search(r"traffic: .*\((\d+)\) total", said)
    times = sorted(int(line[2]) / 1000 for line in lines)
    statuses = {}
    for line in lines:
        statuses[line[1]] = statuses.get(line[1], 0) + 1
    return {"times": times, "statuses": statuses, "seconds": seconds, "took": took, "cpu": usage.ru_utime + usage.ru_stime,
            "bytes": int(traffic.group(1)) if traffic else 0, "said": said}

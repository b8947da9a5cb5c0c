"""The database goes in the middle of requests: a problem document, nothing half done, and all works again once it is back.

MASAR_POSTGRES_FOLDER names the folder of a PostgreSQL's socket; the server reaches it through a wire that the test cuts.
"""
import os
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from real_server import Server, colleague, first_administrator, plan_of

POSTGRES = os.environ.get("MASAR_POSTGRES_FOLDER", "")
PLAN = Path(__file__).parent.parent / "attacks" / "plan.yaml"
NUMBER = "5432"


class Wire:
    """A socket in a folder of its own that leads to PostgreSQL's, until it is cut; `after` = that many bytes to PostgreSQL from now."""

    def __init__(self, folder):
        self.path, self.ends, self.left, self.lock = f"{folder}/.s.PGSQL.{NUMBER}", [], None, threading.Lock()
        self.mend()

    def mend(self):
        self.left = None
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen(64)
        threading.Thread(target=self.take, args=(self.listener,), daemon=True).start()

    def take(self, listener):
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            far.connect(f"{POSTGRES}/.s.PGSQL.{NUMBER}")
            self.ends += [near, far]
            threading.Thread(target=self.carry, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near, False), daemon=True).start()

    def carry(self, one, other, counts):
        try:
            while piece := one.recv(65536):
                if counts and self.left is not None:
                    with self.lock:
                        self.left -= len(piece)
                        if self.left < 0:
                            self.cut()
                            return
                other.sendall(piece)
        except OSError:
            pass
        for end in (one, other):
            end.close()

    def cut_after(self, bytes_):
        self.left = bytes_

    def cut(self):
        """Whoever speaks is cut off, and nobody new is let in."""
        self.listener.close()
        if os.path.exists(self.path):
            os.unlink(self.path)
        for end in self.ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        self.ends = []


@unittest.skipUnless(POSTGRES and os.path.exists(POSTGRES), "no PostgreSQL here")
class LostDatabase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.name = f"lost_{os.getpid()}"
        cls.psql(f"CREATE DATABASE {cls.name}")
        cls.wire = Wire(cls.folder.name)
        cls.server = Server("--plan", str(PLAN), data=f"postgresql:///{cls.name}?user=masar&host={cls.folder.name}")
        cls.person = colleague(first_administrator(cls.server, "uae"), "planner@uae", ["planner", "lead"])
        cls.plan = plan_of(cls.person)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.wire.cut()
        cls.psql(f"DROP DATABASE {cls.name} WITH (FORCE)")
        cls.folder.cleanup()

    @classmethod
    def psql(cls, sql):
        subprocess.run(["psql", "-q", "-h", POSTGRES, "-U", "masar", "-d", "postgres", "-c", sql], check=True)

    def write(self, number):
        return self.person.ask("PATCH", f"/api/v1/plans/{self.plan}/records/activities/course", {"notes": str(number)})

    def kept(self):
        """(what the record says, what its events say), of one state."""
        value = self.person.get(f"/api/v1/plans/{self.plan}/records/activities/course").json["fields"].get("notes", "0")
        entries = self.person.get(f"/api/v1/plans/{self.plan}/log?record=course").json["entries"]
        return int(value), [int(each["new"]) for each in entries if each["field"] == "notes"]

    def is_a_problem(self, answer):
        self.assertEqual(answer.status, 503, answer.text)
        self.assertTrue(answer.fields["Content-Type"].startswith("application/problem+json"))
        self.assertEqual(answer.json["code"], "storage")
        self.assertTrue(answer.json["detail"])
        self.assertNotIn(self.folder.name, answer.text, "a caller learns no path of the machine")

    def test_at_any_byte_of_a_change_nothing_is_half_done(self):
        number, confirmed = 0, 0
        for after in [*range(0, 4_000, 500), *range(4_000, 60_000, 8_000)]:
            self.wire.cut_after(after)
            number += 1
            answer = self.write(number)
            if answer.status == 200:
                confirmed = number
            else:
                self.is_a_problem(answer)
            self.wire.cut()
            self.is_a_problem(self.person.get(f"/api/v1/plans/{self.plan}/records/activities/course?x={number}"))
            self.is_a_problem(self.write(number))
            self.assertEqual(self.person.get("/healthz").status, 200)
            self.wire.mend()
            value, events = self.kept()
            self.assertGreaterEqual(value, confirmed)
            self.assertEqual(value, events[-1] if events else 0, "the record and its events belong together")
            self.assertEqual(events, sorted(set(events)))
            number = max(number, value)
        self.assertEqual(self.write(number + 1).status, 200)
        self.assertEqual(self.kept()[0], number + 1)


if __name__ == "__main__":
    unittest.main()

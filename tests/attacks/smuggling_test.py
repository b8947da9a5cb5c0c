"""Bytes that two readers could cut into requests differently: refused, the connection closed, and nothing behind them answered."""
import re
import unittest

from attacked_server import server

HIDDEN = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def body_with(fields, body=""):
    return POST + fields + "\r\n" + body


SHAPES = {
    "length and chunks": body_with("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
    "chunks and length": body_with("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n"),
    "two lengths": body_with("Content-Length: 0\r\nContent-Length: 60\r\n"),
    "the same length twice": body_with("Content-Length: 0\r\nContent-Length: 0\r\n"),
    "a list of lengths": body_with("Content-Length: 0, 0\r\n"),
    "a signed length": body_with("Content-Length: +0\r\n"),
    "a negative length": body_with("Content-Length: -1\r\n"),
    "a hexadecimal length": body_with("Content-Length: 0x0\r\n"),
    "a length with a blank": body_with("Content-Length: 0 0\r\n"),
    "an empty length": body_with("Content-Length:\r\n"),
    "a length beyond 64 bits": body_with("Content-Length: 18446744073709551616\r\n"),
    "two encodings": body_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
    "a list of encodings": body_with("Transfer-Encoding: identity, chunked\r\n", "0\r\n\r\n"),
    "an unknown encoding": body_with("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
    "an encoding with a vertical tab": body_with("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"),
    "an encoding in quotes": body_with('Transfer-Encoding: "chunked"\r\n', "0\r\n\r\n"),
    "a blank before the colon": body_with("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"),
    "a tab before the colon": body_with("Content-Length\t: 0\r\n"),
    "a name in an underline": body_with("Content-Length: 0\r\n: x\r\n"),
    "a folded encoding": body_with("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"),
    "a folded field": body_with("X: y\r\n\tContent-Length: 60\r\n"),
    "a blank line with a blank": body_with("X: y\r\n \r\nContent-Length: 0\r\n"),
    "a bare LF between fields": body_with("X: y\nContent-Length: 0\r\n"),
    "a bare CR between fields": body_with("X: y\rContent-Length: 0\r\n"),
    "a bare LF at the end": POST.replace("\r\n", "\n") + "\n",
    "a zero byte": body_with("X: a\0b\r\n"),
    "chunks in HTTP/1.0": POST.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a version of its own": HIDDEN.replace("HTTP/1.1", "HTTP/1.2"),
    "HTTP/0.9": "GET /api/v1/openapi.json\r\n\r\n",
    "HTTP/2 without asking": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "no host": "GET / HTTP/1.1\r\n\r\n",
    "two hosts": "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
    "a host with a path": "GET / HTTP/1.1\r\nHost: localhost/x\r\n\r\n",
    "a host with a user": "GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n",
    "a blank in the address": "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "blanks in the first line": "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a blank before the method": " GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a length of chunk that is signed": body_with("Transfer-Encoding: chunked\r\n", "+0\r\n\r\n"),
    "a length of chunk that is hexadecimal twice": body_with("Transfer-Encoding: chunked\r\n", "0x0\r\n\r\n"),
    "a length of chunk beyond 64 bits": body_with("Transfer-Encoding: chunked\r\n", "10000000000000000\r\n"),
    "a chunk that ends without CR": body_with("Transfer-Encoding: chunked\r\n", "2\n{}\n0\n\n"),
    "a chunk longer than it says": body_with("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"),
}


def answers_in(answer):
    return re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)


class Smuggling(unittest.TestCase):
    def test_each_shape_is_refused_and_nothing_behind_it_answered(self):
        for name, shape in SHAPES.items():
            with self.subTest(name):
                answer = server().raw((shape + HIDDEN * 2).encode("latin-1"))
                self.assertNotIn(b'"openapi"', answer)
                self.assertLessEqual(len(answers_in(answer)), 1)
                if answer:  # HTTP/0.9 and the like may be answered with a closed connection alone
                    self.assertRegex(answer, rb"^HTTP/1\.1 (400|413|417|431|501|505) ")
                    self.assertIn(b"Connection: close\r\n", answer)

    def test_a_body_that_is_read_leaves_no_byte_behind(self):
        """Well-formed ones one after the other are each answered once, in their order."""
        chunked = body_with("Transfer-Encoding: chunked\r\n", "2;x=y\r\n{}\r\n0\r\nTrailer: z\r\n\r\n")
        answer = server().raw((chunked + body_with("Content-Length: 2\r\n", "{}") + HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")).encode())
        self.assertEqual(answers_in(answer), [b"403", b"403", b"200"])  # signing in asks for the token

    def test_a_body_where_none_is_taken_is_no_request(self):
        for method in ("GET", "HEAD", "DELETE"):
            with self.subTest(method):
                head = f"{method} /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(HIDDEN)}\r\n\r\n"
                answer = server().raw((head + HIDDEN).encode())
                self.assertNotIn(b'"openapi"', answer)
                self.assertLessEqual(len(answers_in(answer)), 1)

    def test_fields_out_of_measure_are_refused(self):
        for fields in ("X: " + "a" * 20_000 + "\r\n", "".join(f"X-{i}: y\r\n" for i in range(200)), "X" * 20_000):
            self.assertRegex(server().raw((f"GET / HTTP/1.1\r\nHost: localhost\r\n{fields}\r\n").encode()), rb"^HTTP/1\.1 431 ")

    def test_no_answer_is_split(self):
        """What an address holds cannot begin a line of the head."""
        for path in ("/api/v1/plans/x%0d%0aSet-Cookie:%20masar=planted/archive.zip", "/%0d%0aX-Injected:%201", "/api/v1/session?lang=en%0d%0aX-Injected:%201"):
            answer = server().raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            head = answer.split(b"\r\n\r\n")[0].lower()
            self.assertNotIn(b"\r\nx-injected", head)
            self.assertNotIn(b"planted", head)


if __name__ == "__main__":
    unittest.main()

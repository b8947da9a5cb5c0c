"""Requests that no page of ours makes: of other sites, with planted sessions, to addresses outside, with bodies out of measure."""
import json
import unittest

from attacked_server import PASSWORD, Browser, plan_of, planner, ruler, server

OWN_CHANGE = {"login": "made.by.another.site", "roles": ["administrator"]}


class CrossSite(unittest.TestCase):
    """The browser brings the cookie along; that is all that another site has."""

    def refused(self, answer, status=403):
        self.assertEqual(answer.status, status, answer.text)
        self.assertNotIn("made.by.another.site", ruler("uae").get("/api/v1/accounts").text)

    def test_without_the_token(self):
        self.refused(ruler("uae").ask("POST", "/api/v1/accounts", OWN_CHANGE, bare=True))

    def test_with_the_token_of_another_session(self):
        self.refused(ruler("uae").ask("POST", "/api/v1/accounts", OWN_CHANGE, {"X-CSRF-Token": planner("uae").csrf}))

    def test_with_a_field_that_tells_where_it_comes_from(self):
        for field in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": f"https://localhost:{server().port}"},
                      {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
            with self.subTest(field):
                self.refused(ruler("uae").ask("POST", "/api/v1/accounts", OWN_CHANGE, field))

    def test_as_a_form_or_as_what_a_browser_sends_without_asking(self):
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""):
            with self.subTest(kind):
                answer = ruler("uae").ask("POST", "/api/v1/accounts", json.dumps(OWN_CHANGE), {"Content-Type": kind})
                self.refused(answer, 415)

    def test_no_change_is_made_by_reading(self):
        for path in ("/api/v1/accounts?login=made.by.another.site&roles=administrator", "/api/v1/session?_method=DELETE"):
            answer = ruler("uae").ask("GET", path, fields={"X-HTTP-Method-Override": "POST"}, bare=True)
            self.refused(answer, 200)
        self.assertTrue(ruler("uae").get("/api/v1/session").json["signed_in"])

    def test_no_other_site_is_ever_given_leave(self):
        for method, path in (("OPTIONS", "/api/v1/accounts"), ("GET", "/api/v1/session"), ("GET", "/")):
            fields = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
            answer = ruler("uae").ask(method, path, fields=fields)
            self.assertEqual([name for name in answer.fields if name.lower().startswith("access-control")], [])

    def test_a_host_of_another_name(self):
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example"):
            self.assertEqual(Browser().ask("GET", "/api/v1/session", fields={"Host": host}).status, 421)


class Sessions(unittest.TestCase):
    def test_a_planted_session_is_never_signed_in(self):
        """Somebody gets the victim to use a session that they know, made up or real; after sign-in theirs is worth nothing."""
        for planted in ("A" * 43, "0", "", "../../etc", "'; DROP TABLE sessions; --"):
            victim = Browser()
            victim.cookies = {"masar": planted}
            victim.get("/api/v1/session")
            body = {"login": "ruler@uae", "password": PASSWORD}
            ruler("uae")
            answer = victim.post("/api/v1/session", body)
            self.assertEqual(answer.status, 200, answer.text)
            self.assertNotEqual(victim.cookies["masar"], planted)
            thief = Browser()
            thief.cookies = {"masar": planted}
            self.assertEqual(thief.get("/api/v1/accounts").status, 401)

    def test_the_session_before_sign_in_is_over_after_it(self):
        visitor = Browser()
        visitor.get("/api/v1/session")
        visitor.post("/api/v1/sandbox", {})
        before = dict(visitor.cookies)
        ruler("uae")
        self.assertEqual(visitor.post("/api/v1/session", {"login": "ruler@uae", "password": PASSWORD}).status, 200)
        thief = Browser()
        thief.cookies = before
        self.assertFalse(thief.get("/api/v1/session").json["signed_in"])
        self.assertEqual(thief.get("/api/v1/plans").status, 401)

    def test_no_session_comes_in_an_address(self):
        cookie = ruler("uae").cookies["masar"]
        self.assertEqual(Browser().get(f"/api/v1/accounts?masar={cookie}&session={cookie}").status, 401)

    def test_every_cookie_is_out_of_reach_of_scripts(self):
        fresh = Browser()
        told = fresh.get("/api/v1/session").fields.get_all("Set-Cookie")
        told += fresh.post("/api/v1/sandbox", {}).fields.get_all("Set-Cookie")
        self.assertGreaterEqual(len(told), 2)
        for cookie in told:
            self.assertIn("; HttpOnly; SameSite=Strict", cookie)


class Paths(unittest.TestCase):
    WAYS_OUT = ("/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/%252e%252e%252fetc/passwd", "/..\\..\\etc\\passwd",
                "/..%5c..%5cetc%5cpasswd", "//etc/passwd", "/etc/passwd%00.html", "/assets/..;/..;/etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/./etc/./passwd",
                "/assets/%2e%2e%2f%2e%2e%2fetc/passwd", "/static/....//....//etc/passwd", "/%uff0e%uff0e/etc/passwd", "/masar.sqlite", "/data/masar.sqlite",
                "/proc/self/environ", "/.git/config", "/C:/Windows/win.ini", "http://evil.example/etc/passwd")

    def is_nothing_of_the_machine(self, answer):
        self.assertNotIn(b"root:", answer)
        self.assertNotIn(b"SQLite format", answer)
        status = answer.split(b" ")[1]
        # An address that could be one of its pages is answered with the application, whatever it says.
        self.assertTrue(status in (b"400", b"401", b"404", b"421") or b"text/html" in answer.split(b"\r\n\r\n")[0], answer[:300])

    def test_lead_nowhere_out_of_the_program(self):
        for way in self.WAYS_OUT:
            with self.subTest(way):
                head = f"GET {way} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                self.is_nothing_of_the_machine(server().raw(head.encode()))

    def test_of_files_of_a_roadmap_stay_in_it(self):
        person, plan = planner("uae"), plan_of(planner("uae"))
        for way in ("..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "%2fetc%2fpasswd", "sides/../../../etc/passwd", "sides/usa/own.yaml",
                    "..%5c..%5cetc%5cpasswd", "plan.yaml%00.yaml", "/etc/passwd"):
            with self.subTest(way):
                self.assertIn(person.get(f"/api/v1/plans/{plan}/files/{way}").status, (400, 403, 404))
                put = person.ask("PUT", f"/api/v1/plans/{plan}/files/{way}", "masar: 1\n", {"Content-Type": "application/yaml"})
                self.assertIn(put.status, (400, 403, 404, 422), put.text)
        self.assertEqual([each["path"] for each in person.get(f"/api/v1/plans/{plan}/files").json["files"]], ["plan.yaml"])

    def test_in_texts_read_no_file(self):
        person, plan = planner("uae"), plan_of(planner("uae"))
        for text in ("include: /etc/passwd\n", "<<: *x\n", "a: !!python/object/apply:os.system [id]\n", "a: !include /etc/passwd\n", "%TAG ! file:///etc/passwd\n"):
            answer = person.post(f"/api/v1/plans/{plan}/check", {"files": {"plan.yaml": text, "../../etc/passwd": text}})
            self.assertNotIn("root:", answer.text)


class Bodies(unittest.TestCase):
    def refused(self, body, status, kind="application/json", path="/api/v1/session"):
        answer = Browser().ask("POST", path, body, {"Content-Type": kind})
        self.assertEqual(answer.status, status, answer.text[:300])
        self.assertTrue(answer.fields["Content-Type"].startswith("application/problem+json"))

    def setUp(self):
        self.guest = Browser()
        self.guest.get("/api/v1/session")

    def test_deep_and_wide_ones_are_refused_before_they_are_understood(self):
        for body in ("[" * 100_000, "[" * 33 + "]" * 33, '{"a":' * 5_000 + "1" + "}" * 5_000, "[" + "0," * 200_001 + "0]"):
            answer = self.guest.ask("POST", "/api/v1/session", body, {"Content-Type": "application/json"})
            self.assertEqual((answer.status, answer.json["code"]), (400, "bad-json"), body[:20])

    def test_odd_ones_are_refused(self):
        for body in ("", "{", "nul", "\ufeff{}", '{"login":"a","login":', '{"login": 1e999}', '{"login":"\\ud800"}', "{'login': 'x'}", "{}{}", b"\xff\xfe{\x00", b"{\"login\":\"\xc3\x28\"}"):
            answer = self.guest.ask("POST", "/api/v1/session", body, {"Content-Type": "application/json"})
            self.assertIn(answer.status, (400, 422), body)
            self.assertTrue(answer.fields["Content-Type"].startswith("application/problem+json"))

    def test_of_wrong_types_are_refused(self):
        for value in (None, 1, True, [], {}, ["ruler@uae"], {"$ne": ""}, {"en": "x"}):
            answer = self.guest.post("/api/v1/session", {"login": value, "password": value})
            self.assertEqual((answer.status, answer.json["field"]), (422, "login"), value)

    def test_too_large_ones_are_refused_unread(self):
        head = "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        for length in ("8388609", "99999999999", "18446744073709551615"):
            self.assertIn(b" 413 ", server().raw(f"{head}Content-Length: {length}\r\n\r\n".encode())[:20])
        chunked = f"{head}Transfer-Encoding: chunked\r\n\r\n".encode()
        piece = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        self.assertIn(b" 413 ", server().raw(chunked, [piece] * 9)[:20])

    def test_of_a_wrong_content_type_are_refused(self):
        for kind in ("text/html", "application/xml", "application/json5", "image/svg+xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "json"):
            self.refused("{}", 415, kind)

    def test_uploads_that_are_something_else_are_refused(self):
        person, plan = planner("uae"), plan_of(planner("uae"))
        bomb = b"PK\x03\x04" + b"\x00" * 64
        for body in (bomb, b"%PDF-1.7", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", b"\x7fELF\x02\x01", b"\x00" * 100):
            answer = person.ask("POST", f"/api/v1/plans/{plan}/imports", body, {"Content-Type": "application/octet-stream", "X-File-Name": "../../x.xlsx"})
            self.assertNotIn("root:", answer.text)
            self.assertIn(answer.status, (200, 400, 422), answer.text)


if __name__ == "__main__":
    unittest.main()

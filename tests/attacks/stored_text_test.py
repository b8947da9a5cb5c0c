"""What somebody types is text, wherever it comes out again: pages, report, tables, calendars, answers."""
import csv
import html.parser
import io
import re
import unittest
import zipfile
from urllib.parse import quote
from xml.etree import ElementTree

from attacked_server import Browser, plan_of, planner, ruler

PAYLOADS = {
    "script": "<script>alert('q7x')</script>",
    "attribute": "\"' onmouseover=alert('q7x') x=\"><img src=x onerror=alert('q7x')>",
    "svg": "<svg/onload=alert('q7x')><animate onbegin=alert('q7x') attributeName=x dur=1s><foreignObject>",
    "end": "</title></style></script></svg></textarea><script>alert('q7x')</script><!-- ]]>",
    "arabic": "<b onclick=تنبيه>وزارة الدفاع</b><script>alert('q7x')</script>",
    "bidi": "\u202e<script>alert('q7x')</script>\u202c \u2067تقرير\u2069 \u200f",
    "markdown": "[اضغط](javascript:alert('q7x')) ![q7x](x\"onerror=alert(1)) <javascript:alert(1)> `x`",
    "decoded-twice": "&lt;script&gt;q7x&#60;/script&#x3e; %3Cscript%3E \\u003cscript\\u003e",
    "template": "{{constructor.constructor('q7x')()}} ${7*7} <%= 7*7 %> #{7*7}",
    "formula": "=HYPERLINK(\"http://q7x.example\",\"x\")",
    "command": "@SUM(1+9)*cmd|' /C q7x'!A0",
    "minus": "-2+3+cmd|' /C q7x'!A0",
    "lines": "q7x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:q7x\nX-Header: q7x",
}
# All that need not stand at the beginning in one text: a tenth of the time.
TOGETHER = {"together": "q7x " + " ".join(text for name, text in PAYLOADS.items() if text[0] not in "=@-"),
            **{name: text for name, text in PAYLOADS.items() if text[0] in "=@-"}}
# Words with a meaning of their own, which the checker holds against a list; "why" only of what is cancelled.
NOT_FREE = {"withheld", "approvers", "kind", "why"}


class Parts(html.parser.HTMLParser):
    """The elements of a page with the names of their attributes, addresses in it, and its texts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.handlers, self.addresses, self.texts, self.scripts = set(), [], [], [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.scripts += tag == "script"
        for name, value in attributes:
            if name.startswith("on"):
                self.handlers.append((tag, name))
            if name in ("href", "src", "xlink:href", "action", "formaction", "srcdoc"):
                self.addresses.append(value or "")

    def handle_data(self, data):
        self.texts.append(data)


def changes_with(fields, text):
    return [{"op": "set", "section": section, "id": record, "field": field, "value": {"en": text, "ar": text} if both else text}
            for section, record, field, both in fields]


def free_fields(browser, plan):
    """(section, id, field, in both languages) of each text field of the first record of each section."""
    found = []
    for kind in browser.get("/api/v1/vocabulary").json["kinds"]:
        section = kind["section"]
        if not section:
            continue
        records = browser.get(f"/api/v1/plans/{plan}/records/{section}").json["records"]
        for keyword in kind["keywords"]:
            if records and keyword["form"] in ("text", "words") and keyword["arrangement"] == "one" and keyword["name"] not in NOT_FREE:
                found.append((section, records[0]["id"], keyword["name"], keyword["form"] == "text"))
    return found


class StoredText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = planner("uae")
        cls.plan = plan_of(cls.browser)
        cls.fields = free_fields(cls.browser, cls.plan)
        cls.before = Parts(cls.browser.get(f"/api/v1/plans/{cls.plan}/report.html").text)

    def page(self, name):
        return self.browser.get(f"/api/v1/plans/{self.plan}/{name}")

    def store(self, payload):
        answer = self.browser.post(f"/api/v1/plans/{self.plan}/changes", {"changes": changes_with(self.fields, payload), "note": payload})
        self.assertEqual(answer.status, 200, answer.text)

    def come_back(self, payload):
        """Each field is read as it was typed."""
        for section, record, field, both in self.fields:
            value = self.page(f"records/{section}/{quote(record)}").json["fields"][field]
            self.assertEqual(value, {"en": payload, "ar": payload} if both else payload, (section, field))

    def is_no_markup(self, text, told_as):
        """A page has the elements that it had before, and the text among its texts."""
        parts = Parts(text)
        self.assertEqual(parts.handlers, [])
        self.assertLessEqual(parts.tags, self.before.tags)
        self.assertEqual(parts.scripts, self.before.scripts)
        self.assertEqual([each for each in parts.addresses if not each.startswith(("#", "data:"))],
                         [each for each in self.before.addresses if not each.startswith(("#", "data:"))])
        self.assertTrue(any("q7x" in each for each in parts.texts), told_as)

    def is_data(self, answer):
        self.assertTrue(answer.fields["Content-Type"].startswith(("application/json", "application/problem+json")), answer.fields["Content-Type"])
        self.assertEqual(answer.fields["X-Content-Type-Options"], "nosniff")
        self.assertIn("sandbox", answer.fields["Content-Security-Policy"])

    def runs_in_no_spreadsheet(self):
        cells = [cell for row in csv.reader(io.StringIO(self.page("table.csv").text.lstrip("\ufeff"))) for cell in row]
        self.assertTrue(any("q7x" in cell for cell in cells))
        self.assertEqual([cell for cell in cells if "q7x" in cell and cell[0] in "=+-@\t\r"], [])
        with zipfile.ZipFile(io.BytesIO(self.page("table.xlsx").bytes)) as book:
            for name in book.namelist():
                if name.endswith(".xml"):
                    root = ElementTree.fromstring(book.read(name))
                    self.assertEqual([each for each in root.iter() if each.tag.endswith("}f")], [], "a formula in " + name)
                self.assertNotIn("hyperlink", name.lower())

    def test_every_field_takes_every_payload_and_runs_it_nowhere(self):
        self.assertGreater(len(self.fields), 60)
        for name, payload in TOGETHER.items():
            with self.subTest(name):
                self.store(payload)
                self.come_back(payload)
                self.is_no_markup(self.page("report.html").text, name)
                for page in ("", "roadmap", "overview", "search?q=q7x", "log", "worklist", "diagnostics"):
                    self.is_data(self.browser.get(f"/api/v1/plans/{self.plan}" + ("/" + page if page else "")))
                self.runs_in_no_spreadsheet()

    def test_a_refusal_that_repeats_what_was_typed_is_data_too(self):
        for name, payload in PAYLOADS.items():
            with self.subTest(name):
                wrong = [{"op": "set", "section": "activities", "id": payload, "field": payload, "value": payload}]
                for answer in (self.browser.post(f"/api/v1/plans/{self.plan}/changes", {"changes": wrong}),
                               self.browser.post("/api/v1/session", {"login": payload, "password": payload}),
                               self.browser.post("/api/v1/session", {payload: payload})):
                    self.assertGreaterEqual(answer.status, 400)
                    self.is_data(answer)

    def test_uploaded_names_and_cells_come_back_as_text(self):
        for payload in PAYLOADS.values():
            name = payload.encode("ascii", "replace").decode().replace("\n", " ")
            table = io.StringIO()
            csv.writer(table).writerows([["id", "name", payload], ["x-1", payload, payload]])
            answer = self.browser.ask("POST", f"/api/v1/plans/{self.plan}/imports", table.getvalue(), {"Content-Type": "text/csv", "X-File-Name": name})
            self.assertEqual(answer.status, 200, answer.text)
            self.is_data(answer)
            self.assertEqual(answer.json["name"], name)


def unfolded(calendar):
    return re.sub(r"\r\n[ \t]", "", calendar).split("\r\n")


class TextOfAccounts(unittest.TestCase):
    """What only a signed-in person can type."""

    @classmethod
    def setUpClass(cls):
        cls.person, cls.ruler = planner("uae"), ruler("uae")
        cls.plan = plan_of(cls.person)

    def test_a_calendar_has_the_entries_that_it_had(self):
        link = self.person.post("/api/v1/calendar-links", {"plan": self.plan}).json["url"]
        activity = next(each["id"] for each in self.person.get(f"/api/v1/plans/{self.plan}/roadmap").json["activities"] if each.get("start"))
        before = unfolded(Browser().get(link).text)
        for name, payload in TOGETHER.items():
            with self.subTest(name):
                changes = changes_with([("activities", activity, "name", True), ("activities", activity, "notes", False)], payload)
                answer = self.person.post(f"/api/v1/plans/{self.plan}/changes", {"changes": changes})
                self.assertEqual(answer.status, 200, answer.text)
                answer = Browser().get(link)
                lines = unfolded(answer.text)
                self.assertTrue(answer.fields["Content-Type"].startswith("text/calendar"))
                self.assertEqual([line for line in lines if line.startswith(("BEGIN:", "END:"))],
                                 [line for line in before if line.startswith(("BEGIN:", "END:"))])
                self.assertEqual({re.split("[:;]", line)[0] for line in lines}, {re.split("[:;]", line)[0] for line in before})
                self.assertIn("q7x", answer.text)

    def test_a_proposal_is_shown_as_typed(self):
        payload = TOGETHER["together"]
        body = {"title": {"en": payload, "ar": payload}, "note": payload, "changes": changes_with([("activities", "other", "name", True)], payload)}
        made = self.person.post(f"/api/v1/plans/{self.plan}/proposals", body)
        self.assertEqual(made.status, 201, made.text)
        shown = self.person.get(f"/api/v1/plans/{self.plan}/proposals/{made.json['number']}")
        self.assertEqual(shown.json["title"], {"en": payload, "ar": payload})
        self.assertTrue(shown.fields["Content-Type"].startswith("application/json"))

    def test_names_come_back_as_text_or_not_at_all(self):
        for name, payload in PAYLOADS.items():
            with self.subTest(name):
                made = self.ruler.post("/api/v1/accounts", {"login": f"named.{name}", "display": payload, "roles": ["planner"]})
                if "\n" in payload:  # a display name is one line
                    self.assertEqual((made.status, made.json["field"]), (422, "display"))
                    continue
                self.assertEqual(made.status, 201, made.text)
                shown = {each["login"]: each["display"] for each in self.ruler.get("/api/v1/accounts").json["accounts"]}
                self.assertEqual(shown[f"named.{name}"], payload.strip())

    def test_a_login_is_never_markup(self):
        for payload in PAYLOADS.values():
            answer = self.ruler.post("/api/v1/accounts", {"login": payload, "roles": ["planner"]})
            self.assertEqual((answer.status, answer.json["field"]), (422, "login"))

    def test_a_new_roadmap_keeps_its_title_as_typed(self):
        side = {"name": {"en": "A", "ar": "أ"}, "calendar": "uae", "fiscal_month": 1, "currency": "AED"}
        for name, payload in TOGETHER.items():
            with self.subTest(name):
                body = {"template": "blank", "title": {"en": payload, "ar": payload}, "start": "2027-01-01", "years": 1,
                        "sides": [{**side, "id": "uae"}, {**side, "id": "usa", "calendar": "usa"}], "lines": [{"en": payload, "ar": payload}]}
                made = self.person.post("/api/v1/plans", body)
                self.assertIn(made.status, (201, 422), made.text)
                if made.status == 201:
                    titles = {each["id"]: each["title"] for each in self.person.get("/api/v1/plans").json["plans"]}
                    self.assertRegex(made.json["id"], r"^[a-z0-9][a-z0-9-]*$")
                    self.assertEqual(titles[made.json["id"]], {"en": payload, "ar": payload})


class Pages(unittest.TestCase):
    def test_run_only_files_of_their_own(self):
        policy = Browser().get("/").fields["Content-Security-Policy"]
        rules = {words[0]: words[1:] for words in (rule.split() for rule in policy.split(";"))}
        self.assertEqual((rules["default-src"], rules["script-src"], rules["base-uri"]), (["'none'"], ["'self'"], ["'none'"]))
        self.assertNotRegex(policy, "unsafe|\\*|http:|blob:")


if __name__ == "__main__":
    unittest.main()

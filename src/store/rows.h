#pragma once
// What is kept, row by row, in the order of the tables. `columns` names the column of each member: statements, the copy from one
// database to another and the test against the schema are made from it. The first `keys` columns tell rows apart.
//
// An account, a plan, a version … is named by its number, 0 = none. Content is named by its SHA-256 in hexadecimal, "" = none.
#include "base/text.h"
#include "base/wall_clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::store {

using base::Moment;
/// Ids of sides, e.g. {"uae", "us"}.
using Sides = std::vector<std::string>;

struct AccountRow {
    static constexpr std::string_view table = "accounts";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string login;     ///< as compared: small letters; "" after erasing
    std::string display;   ///< personal
    std::string address;   ///< personal: of electronic mail
    std::string password;  ///< Argon2id in its own notation; "" = cannot sign in
    std::string side;
    std::string roles;  ///< words with a space between
    bool disabled = false;
    Moment created{};
    Moment erased{};  ///< 1970 = not

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("login", row.login), column("display", row.display);
        column("address", row.address), column("password", row.password), column("side", row.side);
        column("roles", row.roles), column("disabled", row.disabled), column("created", row.created);
        column("erased", row.erased);
    }
    bool operator==(const AccountRow&) const = default;
};

/// Lets somebody choose a password, once: the first administrator of a side, or an account that its administrator made or reset.
struct SetupTokenRow {
    static constexpr std::string_view table = "setup_tokens";
    static constexpr int keys = 1;
    std::string token_hash;
    std::string side;
    std::int64_t account = 0;  ///< 0 = the first administrator, whose account is made with it
    Moment created{};

    static void columns(auto& row, auto&& column) {
        column("token_hash", row.token_hash), column("side", row.side), column("account", row.account);
        column("created", row.created);
    }
    bool operator==(const SetupTokenRow&) const = default;
};

struct SessionRow {
    static constexpr std::string_view table = "sessions";
    static constexpr int keys = 1;
    std::string token_hash;
    std::int64_t account = 0;  ///< 0 = a visitor in a sandbox
    std::string csrf;
    Moment created{}, used{};
    std::int64_t sandbox_plan = 0;
    std::string persona_side;  ///< of a sandbox: whom the visitor plays; "both"
    std::string persona_role;
    std::string preview_side;  ///< looking as the other side would see it

    static void columns(auto& row, auto&& column) {
        column("token_hash", row.token_hash), column("account", row.account), column("csrf", row.csrf);
        column("created", row.created), column("used", row.used), column("sandbox_plan", row.sandbox_plan);
        column("persona_side", row.persona_side), column("persona_role", row.persona_role);
        column("preview_side", row.preview_side);
    }
    bool operator==(const SessionRow&) const = default;
};

/// What was done to an account, by whom. Names and addresses do not stand here, so that they can be erased.
struct AccountEventRow {
    static constexpr std::string_view table = "account_events";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string side;
    std::int64_t account = 0, by = 0;
    Moment at{};
    std::string
        kind;  ///< "made", "set-up", "roles", "disabled", "enabled", "reset", "erased", "password", "deputy", "deputy-ended"
    std::string detail;  ///< words of roles, days

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("side", row.side), column("account", row.account), column("by_account", row.by);
        column("at", row.at), column("kind", row.kind), column("detail", row.detail);
    }
    bool operator==(const AccountEventRow&) const = default;
};

/// One person may act for another in a role, from the first to the last day.
struct DeputyRow {
    static constexpr std::string_view table = "deputies";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string side, role;
    std::int64_t account = 0, stands_for = 0;
    std::string first_day, last_day;  ///< "2027-03-01"
    std::int64_t made_by = 0;
    Moment at{}, ended{};

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("side", row.side), column("role", row.role), column("account", row.account);
        column("stands_for", row.stands_for), column("first_day", row.first_day), column("last_day", row.last_day);
        column("made_by", row.made_by), column("at", row.at), column("ended", row.ended);
    }
    bool operator==(const DeputyRow&) const = default;
};

struct PlanRow {
    static constexpr std::string_view table = "plans";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string key;  ///< its name in addresses
    base::Text title;
    Sides sides;
    std::int64_t made_by = 0;
    Moment created{};
    std::int64_t head = 0;      ///< version that is worked on
    std::int64_t baseline = 0;  ///< version that both sides approved last
    bool sandbox = false;
    Moment expires{};  ///< of a sandbox
    bool archived = false;

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("key", row.key), column("title_en", row.title.en);
        column("title_ar", row.title.ar), column("sides", row.sides), column("made_by", row.made_by);
        column("created", row.created), column("head", row.head), column("baseline", row.baseline);
        column("sandbox", row.sandbox), column("expires", row.expires), column("archived", row.archived);
    }
    bool operator==(const PlanRow&) const = default;
};

/// A state of a plan's files and dates; versions are never changed, so that they form a tree.
struct VersionRow {
    static constexpr std::string_view table = "versions";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::int64_t plan = 0, parent = 0;
    std::string files;  ///< content: the list of files (store/file_list.h); equal files, equal name
    std::string dates;  ///< content: what `schedule -o` writes
    bool dates_stale = false;
    std::string cause;          ///< "edit", "undo", "redo", "import", "dates", "approved", …
    std::int64_t of_batch = 0;  ///< what an undo or redo is of
    std::int64_t batch = 0;     ///< number shared with its events; 0 = it has none
    std::int64_t account = 0;
    std::string side, role;
    Moment at{};
    base::Text what;  ///< one sentence

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("plan", row.plan), column("parent", row.parent), column("files", row.files);
        column("dates", row.dates), column("dates_stale", row.dates_stale), column("cause", row.cause);
        column("of_batch", row.of_batch), column("batch", row.batch), column("account", row.account);
        column("side", row.side), column("role", row.role), column("at", row.at), column("what_en", row.what.en);
        column("what_ar", row.what.ar);
    }
    bool operator==(const VersionRow&) const = default;
};

/// Who, in which role, changed what, when, from what to what. The sides that may read it are fixed when it is written.
struct EventRow {
    static constexpr std::string_view table = "events";
    static constexpr int keys = 1;
    std::int64_t id = 0;  ///< shown to nobody: a reader counts in a list of their own (EventTable::seen_by)
    std::int64_t plan = 0, version = 0, batch = 0;
    Moment at{};
    std::int64_t account = 0;
    std::string side, role;
    std::string kind;  ///< "set", "unset", "add", "remove", "rename", "progress", …
    std::string section, record, field;
    std::optional<std::string> old_value, new_value;
    Sides readers;

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("plan", row.plan), column("version", row.version), column("batch", row.batch);
        column("at", row.at), column("account", row.account), column("side", row.side), column("role", row.role);
        column("kind", row.kind), column("section", row.section), column("record", row.record);
        column("field", row.field), column("old_value", row.old_value), column("new_value", row.new_value);
        column("readers", row.readers);
    }
    bool operator==(const EventRow&) const = default;
};

/// An entry of a plan's decision log. Entries are chained: each hash is over the one before and the entry's text.
struct DecisionRow {
    static constexpr std::string_view table = "decisions";
    static constexpr int keys = 2;
    std::int64_t plan = 0;
    std::int64_t number = 0;  ///< 1, 2, 3, … in its plan, without gaps
    Sides readers;
    std::string entry;  ///< canonical JSON (RFC 8785)
    std::string previous, hash;

    static void columns(auto& row, auto&& column) {
        column("plan", row.plan), column("number", row.number), column("readers", row.readers);
        column("entry", row.entry), column("previous", row.previous), column("hash", row.hash);
    }
    bool operator==(const DecisionRow&) const = default;
};

struct ProposalRow {
    static constexpr std::string_view table = "proposals";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::int64_t plan = 0, number = 0;  ///< number: 1, 2, 3, … in its plan
    base::Text title;
    std::string note;
    std::string state;                      ///< "open", "approved", "returned", "objected", "withdrawn"
    std::int64_t version = 0, against = 0;  ///< what is proposed, and the baseline it is compared with
    std::int64_t account = 0;
    std::string side, role;
    Moment at{}, decided{};
    std::string terms;  ///< content: the text in both languages that is signed
    Sides readers;

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("plan", row.plan), column("number", row.number);
        column("title_en", row.title.en), column("title_ar", row.title.ar), column("note", row.note);
        column("state", row.state), column("version", row.version), column("against", row.against);
        column("account", row.account), column("side", row.side), column("role", row.role), column("at", row.at);
        column("decided", row.decided), column("terms", row.terms), column("readers", row.readers);
    }
    bool operator==(const ProposalRow&) const = default;
};

struct SignatureRow {
    static constexpr std::string_view table = "signatures";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::int64_t proposal = 0;
    std::string kind;  ///< "sign", "return", "object"
    std::int64_t account = 0, stands_for = 0;
    std::string side, role;
    Moment at{};
    std::string terms;  ///< content that was signed
    std::string comment;
    Moment voided{};
    base::Text voided_why;

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("proposal", row.proposal), column("kind", row.kind);
        column("account", row.account), column("stands_for", row.stands_for), column("side", row.side);
        column("role", row.role), column("at", row.at), column("terms", row.terms), column("comment", row.comment);
        column("voided", row.voided), column("voided_why_en", row.voided_why.en);
        column("voided_why_ar", row.voided_why.ar);
    }
    bool operator==(const SignatureRow&) const = default;
};

/// What was computed, from what, and how: enough to compute it again to the byte.
struct RunRow {
    static constexpr std::string_view table = "runs";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string key;  ///< its name in addresses
    std::int64_t plan = 0, version = 0, account = 0;
    std::string side;   ///< reader it was made for; "" = whole
    std::string kind;   ///< "schedule", "explain", "simulate", …
    std::string state;  ///< "queued", "running", "done", "failed", "cancelled"
    std::string input_hash;
    std::string parameters;  ///< JSON
    std::int64_t seed = 0;
    std::string program;  ///< version of Masar
    Moment created{}, started{}, finished{};
    std::string result;   ///< content: JSON
    std::string problem;  ///< content: JSON of what went wrong

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("key", row.key), column("plan", row.plan), column("version", row.version);
        column("account", row.account), column("side", row.side), column("kind", row.kind);
        column("state", row.state), column("input_hash", row.input_hash), column("parameters", row.parameters);
        column("seed", row.seed), column("program", row.program), column("created", row.created);
        column("started", row.started), column("finished", row.finished), column("result", row.result);
        column("problem", row.problem);
    }
    bool operator==(const RunRow&) const = default;
};

/// Which field a heading of a workbook meant when this side imported last.
struct ImportHeadingRow {
    static constexpr std::string_view table = "import_headings";
    static constexpr int keys = 2;
    std::string side, heading;  ///< heading: as compared (base/arabic.h)
    std::string field;
    Moment used{};

    static void columns(auto& row, auto&& column) {
        column("side", row.side), column("heading", row.heading), column("field", row.field), column("used", row.used);
    }
    bool operator==(const ImportHeadingRow&) const = default;
};

/// A personal address of a calendar, which can be revoked.
struct CalendarLinkRow {
    static constexpr std::string_view table = "calendar_links";
    static constexpr int keys = 1;
    std::int64_t id = 0;
    std::string token_hash;
    std::int64_t account = 0, plan = 0;
    std::string side;
    Moment created{}, revoked{};

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("token_hash", row.token_hash), column("account", row.account);
        column("plan", row.plan), column("side", row.side), column("created", row.created);
        column("revoked", row.revoked);
    }
    bool operator==(const CalendarLinkRow&) const = default;
};

/// How far an account has read a plan's events, in the account's own count.
struct LastSeenRow {
    static constexpr std::string_view table = "last_seen";
    static constexpr int keys = 2;
    std::int64_t account = 0, plan = 0;
    std::int64_t position = 0;
    Moment at{};

    static void columns(auto& row, auto&& column) {
        column("account", row.account), column("plan", row.plan), column("position", row.position);
        column("at", row.at);
    }
    bool operator==(const LastSeenRow&) const = default;
};

/// What somebody says about a record, beside the plan's text.
struct NoteRow {
    static constexpr std::string_view table = "notes";
    static constexpr int keys = 1;
    std::int64_t id = 0;  ///< shown to nobody: a reader counts the notes that the reader reads
    std::int64_t plan = 0;
    std::string section, record;
    std::int64_t account = 0;
    std::string side, role;
    Moment at{};
    std::string text;  ///< as typed, in whatever language; "" when withdrawn
    Sides readers;
    Moment removed{};           ///< withdrawn
    std::int64_t reply_to = 0;  ///< the note that begins its thread; 0 = this one does
    Moment resolved{};          ///< of the thread that it begins
    std::string resolved_side, resolved_role;
    Moment changed{};  ///< when any of this was last written

    static void columns(auto& row, auto&& column) {
        column("id", row.id), column("plan", row.plan), column("section", row.section);
        column("record", row.record), column("account", row.account), column("side", row.side);
        column("role", row.role), column("at", row.at), column("text", row.text), column("readers", row.readers);
        column("removed", row.removed), column("reply_to", row.reply_to), column("resolved", row.resolved);
        column("resolved_side", row.resolved_side), column("resolved_role", row.resolved_role);
        column("changed", row.changed);
    }
    bool operator==(const NoteRow&) const = default;
};

/// When somebody looked last at what concerns them in a plan.
struct NoticeMarkRow {
    static constexpr std::string_view table = "notice_marks";
    static constexpr int keys = 3;
    std::int64_t account = 0, plan = 0;
    std::string side;  ///< a visitor plays more than one
    Moment at{};
    std::string day;  ///< the plan's own day then: "2027-03-01"

    static void columns(auto& row, auto&& column) {
        column("account", row.account), column("plan", row.plan), column("side", row.side);
        column("at", row.at), column("day", row.day);
    }
    bool operator==(const NoticeMarkRow&) const = default;
};

/// Who wants a message each day, and how far that of the last day is. The address stands with the account.
struct DigestRow {
    static constexpr std::string_view table = "digests";
    static constexpr int keys = 1;
    std::int64_t account = 0;
    bool wanted = false;
    std::string language;    ///< "en", "ar"
    std::string day;         ///< the last one that it was made for; written before it is sent, so that none goes twice
    std::string state;       ///< of that day: "trying", "sent", "nothing", "again", "failed"
    std::int64_t tries = 0;  ///< on that day
    Moment at{};             ///< of the last one

    static void columns(auto& row, auto&& column) {
        column("account", row.account), column("wanted", row.wanted), column("language", row.language);
        column("day", row.day), column("state", row.state), column("tries", row.tries), column("at", row.at);
    }
    bool operator==(const DigestRow&) const = default;
};

}  // namespace masar::store

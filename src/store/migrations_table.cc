#include "store/schema.h"

#include <array>

namespace masar::store {
namespace {

constexpr std::string_view first = R"sql(
CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL);

CREATE TABLE contents (
    hash TEXT PRIMARY KEY,
    base TEXT NOT NULL,           -- '' or the content that this one is nearly equal to
    depth INTEGER NOT NULL,       -- how many bases down
    head INTEGER NOT NULL,        -- bytes taken from the beginning of the base,
    tail INTEGER NOT NULL,        -- and from its end; the body stands between
    body BLOB NOT NULL);
CREATE INDEX contents_base ON contents (base);

CREATE TABLE file_lists (
    list TEXT NOT NULL,
    path TEXT NOT NULL,
    content TEXT NOT NULL REFERENCES contents (hash),
    PRIMARY KEY (list, path));
CREATE INDEX file_lists_content ON file_lists (content);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL,
    display TEXT NOT NULL,
    address TEXT NOT NULL,
    password TEXT NOT NULL,
    side TEXT NOT NULL,
    roles TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    created INTEGER NOT NULL,
    erased INTEGER NOT NULL);
CREATE UNIQUE INDEX accounts_login ON accounts (login, side) WHERE login <> '';
CREATE INDEX accounts_side ON accounts (side);

CREATE TABLE setup_tokens (
    token_hash TEXT PRIMARY KEY,
    side TEXT NOT NULL,
    account INTEGER NOT NULL,
    created INTEGER NOT NULL);
CREATE UNIQUE INDEX setup_tokens_owner ON setup_tokens (side, account);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    account INTEGER NOT NULL,
    csrf TEXT NOT NULL,
    created INTEGER NOT NULL,
    used INTEGER NOT NULL,
    sandbox_plan INTEGER NOT NULL,
    persona_side TEXT NOT NULL,
    persona_role TEXT NOT NULL,
    preview_side TEXT NOT NULL);
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE account_events (
    id INTEGER PRIMARY KEY,
    side TEXT NOT NULL,
    account INTEGER NOT NULL,
    by_account INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL);
CREATE INDEX account_events_side ON account_events (side, id);

CREATE TABLE deputies (
    id INTEGER PRIMARY KEY,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    stands_for INTEGER NOT NULL REFERENCES accounts (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ended INTEGER NOT NULL);
CREATE INDEX deputies_account ON deputies (account);

CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title_en TEXT NOT NULL,
    title_ar TEXT NOT NULL,
    sides TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    baseline INTEGER NOT NULL,
    sandbox INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    archived INTEGER NOT NULL);

CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    parent INTEGER NOT NULL,
    files TEXT NOT NULL,
    dates TEXT NOT NULL,
    dates_stale INTEGER NOT NULL,
    cause TEXT NOT NULL,
    of_batch INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    account INTEGER NOT NULL,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    at INTEGER NOT NULL,
    what_en TEXT NOT NULL,
    what_ar TEXT NOT NULL);
CREATE INDEX versions_plan ON versions (plan, batch);
CREATE INDEX versions_account ON versions (plan, account, id);
CREATE INDEX versions_files ON versions (files);
CREATE INDEX versions_dates ON versions (dates);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    section TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    readers TEXT NOT NULL);
CREATE INDEX events_plan ON events (plan, id);
CREATE INDEX events_batch ON events (plan, batch);

CREATE TABLE event_readers (
    plan INTEGER NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (plan, side, position));
CREATE INDEX event_readers_event ON event_readers (event);

CREATE TABLE decisions (
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    readers TEXT NOT NULL,
    entry TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (plan, number));

CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title_en TEXT NOT NULL,
    title_ar TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    against INTEGER NOT NULL,
    account INTEGER NOT NULL,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    at INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    terms TEXT NOT NULL,
    readers TEXT NOT NULL,
    UNIQUE (plan, number));

CREATE TABLE signatures (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    account INTEGER NOT NULL,
    stands_for INTEGER NOT NULL,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    at INTEGER NOT NULL,
    terms TEXT NOT NULL,
    comment TEXT NOT NULL,
    voided INTEGER NOT NULL,
    voided_why_en TEXT NOT NULL,
    voided_why_ar TEXT NOT NULL);
CREATE INDEX signatures_proposal ON signatures (proposal);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    account INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    parameters TEXT NOT NULL,
    seed INTEGER NOT NULL,
    program TEXT NOT NULL,
    created INTEGER NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    result TEXT NOT NULL,
    problem TEXT NOT NULL);
CREATE INDEX runs_plan ON runs (plan, id);
CREATE INDEX runs_state ON runs (state);
CREATE INDEX runs_input ON runs (input_hash);

CREATE TABLE import_headings (
    side TEXT NOT NULL,
    heading TEXT NOT NULL,
    field TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (side, heading));

CREATE TABLE calendar_links (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    side TEXT NOT NULL,
    created INTEGER NOT NULL,
    revoked INTEGER NOT NULL);
CREATE INDEX calendar_links_account ON calendar_links (account);

CREATE TABLE last_seen (
    account INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account, plan));

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    record TEXT NOT NULL,
    account INTEGER NOT NULL,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    readers TEXT NOT NULL,
    removed INTEGER NOT NULL);
CREATE INDEX notes_record ON notes (plan, section, record);
)sql";

// Threads of notes, what somebody has looked at, and daily messages.
constexpr std::string_view with_threads = R"sql(
ALTER TABLE notes ADD COLUMN reply_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notes ADD COLUMN resolved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notes ADD COLUMN resolved_side TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN resolved_role TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notes_at ON notes (plan, at);

CREATE TABLE notice_marks (
    account INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    side TEXT NOT NULL,
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (account, plan, side));

CREATE TABLE digests (
    account INTEGER PRIMARY KEY,
    wanted INTEGER NOT NULL,
    language TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    at INTEGER NOT NULL);
)sql";

constexpr std::array<std::string_view, 2> steps{first, with_threads};

}  // namespace

std::span<const std::string_view> migrations() { return steps; }

}  // namespace masar::store

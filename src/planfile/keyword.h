#pragma once
// The plan file's vocabulary as data: which keys each kind of record has, in the order they are written, and what stands behind
// them. One table serves the reader (unknown keys, did-you-mean, required fields), `masar fmt` (key order) and the JSON Schema.
#include <cstdint>
#include <span>
#include <string_view>

namespace masar::planfile {

/// Every shape of map that has fixed keys. The first ones are records with ids (`has_ids`).
enum class Kind : std::uint8_t {
    // records with an id, one top-level key each
    side,
    organisation,
    place,
    activity_type,
    calendar,
    period,
    commitment,
    line,
    objective,
    outcome,
    output,
    phase,
    gate,
    resource,
    stock,
    fund,
    posting,
    approval,
    rule,
    indicator,
    risk,
    branch,
    activity,
    choice,
    history,
    lesson,
    // records without an id, in lists
    rate,
    waiver,
    correlation,
    // parts of records
    plan,
    holiday,
    listed_days,
    office_hours,
    approval_step,
    payment,
    postponement,
    observation,
    document,
    mode,
    risk_rating,
    mitigation,
    way,
    text,
    review,
    none,
};

/// How the value of a key is arranged.
enum class Arrangement : std::uint8_t {
    one,    ///< a single value
    list,   ///< a list, or a single value for a list of one
    map,    ///< a map from `key_form` to values
    lists,  ///< a map from `key_form` to lists, or to single values for lists of one
    table,  ///< a map from references to `key_kind` to maps from `key_form` to values
};

/// What one value is. The literals are described in docs/plan-file.md.
enum class Form : std::uint8_t {
    text,         ///< {en, ar} or a scalar
    words,        ///< a scalar taken as it is
    flag,         ///< true | false
    whole,        ///< 0, 1, 2, …
    number,       ///< an exact decimal, with sign
    percent,      ///< 50%
    date,         ///< 2027-03-01, 1448-09-22H, or both with =
    period,       ///< 2027-06-01..2027-11-30
    open_period,  ///< a period, or one with an end left out: 2027-06-01..
    days,         ///< a date or a period
    duration,     ///< 15/25/45wd
    remaining,    ///< 4wd
    lead,         ///< 14ed, 10wd
    delay,        ///< 5/10/20wd more, or 7/14/30ed away
    factor,       ///< 0.95/1.05/1.15
    chance,       ///< 30%, 0.3, or a word of a rating: likely
    months,       ///< 11mo
    hours,        ///< 4.5h
    money,        ///< 120k USD
    cost,         ///< 30/50/90k USD, or a map from fund to that
    currency,     ///< USD
    month,        ///< october
    weekday,      ///< fri
    year,         ///< FY2027, 2027, or a Hijri year under `listed`
    target,       ///< a number, or none
    word,         ///< one of `options`
    version,      ///< 1
    every,        ///< 07-04, 06-01..11-30, third monday of january
    hijri,        ///< 10-01 or 09
    year_of,      ///< "year of usa": reference to a side
    dependency,   ///< gov-001 SS + 3wd max 10wd on uae
    criterion,    ///< ">= 0.55"
    baseline,     ///< 0.45 on 2027-07-01
    moment,       ///< start | finish | start of ID | finish of ID
    reference,    ///< id of a record of `kind`
    any_record,   ///< id of any record
    record,       ///< a map with the keys of `kind`
};

enum class Presence : std::uint8_t { optional, required };

struct Keyword {
    std::string_view name;
    Form form = Form::words;
    Arrangement arrangement = Arrangement::one;
    Kind kind = Kind::none;  ///< of references and records
    Presence presence = Presence::optional;
    Form key_form = Form::words;  ///< of maps: reference (to key_kind), year, period, or words = a new id
    Kind key_kind = Kind::none;
    std::string_view options = {};      ///< of word: "up|down"
    std::string_view en = {}, ar = {};  ///< what it means
};

/// The keys of a kind, in canonical order.
[[nodiscard]] std::span<const Keyword> keywords(Kind kind);
/// Nothing (nullptr) when the kind has no such key.
[[nodiscard]] const Keyword* find_keyword(Kind kind, std::string_view name);

struct KindNames {
    std::string_view heading;  ///< the top-level key that holds the records: "activities"; empty for parts
    std::string_view en, ar;   ///< as in "unknown activity 'x'"
};
[[nodiscard]] const KindNames& names(Kind kind);
/// Whether records of this kind stand under ids.
[[nodiscard]] constexpr bool has_ids(Kind kind) { return kind < Kind::rate; }
constexpr std::size_t id_kinds = static_cast<std::size_t>(Kind::rate);
constexpr std::size_t all_kinds = static_cast<std::size_t>(Kind::none);

}  // namespace masar::planfile

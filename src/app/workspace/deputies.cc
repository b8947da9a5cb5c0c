#include "app/workspace/deputies.h"

#include "app/workspace/store_outcome.h"
#include "calendar/date.h"

namespace masar::app {
namespace {

using store::Tables;

tl::unexpected<Refusal> wrong(std::string_view field, base::Text message) {
    auto refused = refuse(Refusal::Why::wrong_field, std::move(message));
    refused.value().field = field;
    return refused;
}

Outcome<void> check_right(const AccountDesk& desk, std::int64_t stands_for) {
    const Actor& actor = desk.actor;
    if (actor.account != 0 && actor.preview.empty() && actor.account == stands_for) return {};
    if (actor.account != 0 && actor.may({Role::administrator})) return {};
    return refuse(Refusal::Why::not_allowed,
                  {"a deputy is named by the one who is stood in for, or by an administrator of the side",
                   "يعيّن النائبَ من ينوب عنه أو مديرُ حسابات الجانب"});
}

/// Somebody of the actor's side who can act.
Outcome<store::AccountRow> colleague(const Tables& kept, const AccountDesk& desk, std::int64_t id,
                                     std::string_view field) {
    auto row = told(kept.accounts.find(id));
    if (!row) return tl::unexpected(row.error());
    if (!*row || (*row)->side != desk.actor.side || (*row)->disabled)
        return wrong(field, {"there is no such account", "لا يوجد حساب بهذا الرقم"});
    return **std::move(row);
}

Outcome<void> check_days(const NewDeputy& deputy, base::Moment now) {
    const auto first = calendar::parse_iso(deputy.first_day), last = calendar::parse_iso(deputy.last_day);
    if (!first) return wrong("first_day", {"this is no date", "هذا ليس تاريخاً"});
    if (!last) return wrong("last_day", {"this is no date", "هذا ليس تاريخاً"});
    if (*last < *first) return wrong("last_day", {"it ends before it begins", "ينتهي قبل أن يبدأ"});
    if (*last < std::chrono::floor<std::chrono::days>(now))
        return wrong("last_day", {"this day is over", "مضى هذا اليوم"});
    return {};
}

Outcome<void> note(Tables& kept, const AccountDesk& desk, const store::DeputyRow& row, std::string kind) {
    store::AccountEventRow event;
    event.side = row.side;
    event.account = row.account;
    event.by = desk.actor.account;
    event.at = desk.now;
    event.kind = std::move(kind);
    event.detail = row.role + " for " + std::to_string(row.stands_for) + " " + row.first_day + " " + row.last_day;
    return told(note_account(kept, std::move(event)));
}

}  // namespace

Outcome<std::int64_t> add_deputy(const AccountDesk& desk, const NewDeputy& deputy) {
    if (auto right = check_right(desk, deputy.stands_for); !right) return tl::unexpected(right.error());
    if (auto days = check_days(deputy, desk.now); !days) return tl::unexpected(days.error());
    if (deputy.account == deputy.stands_for)
        return wrong("account", {"nobody stands in for themselves", "لا ينوب أحد عن نفسه"});
    return write_or_refuse(desk.store, [&](Tables& kept) -> Outcome<std::int64_t> {
        const auto stands_for = colleague(kept, desk, deputy.stands_for, "stands_for");
        if (!stands_for) return tl::unexpected(stands_for.error());
        if (const auto there = colleague(kept, desk, deputy.account, "account"); !there)
            return tl::unexpected(there.error());
        if (!roles_of(stands_for->roles).has(deputy.role) || deputy.role == Role::administrator)
            return wrong("role", {"the one who is stood in for does not have this role, or it cannot be passed on",
                                  "ليس لمن يُناب عنه هذا الدور أو لا يمكن إنابته"});
        store::DeputyRow row;
        row.side = desk.actor.side;
        row.role = word_of(deputy.role);
        row.account = deputy.account;
        row.stands_for = deputy.stands_for;
        row.first_day = deputy.first_day;
        row.last_day = deputy.last_day;
        row.made_by = desk.actor.account;
        row.at = desk.now;
        if (auto noted = note(kept, desk, row, "deputy"); !noted) return tl::unexpected(noted.error());
        return told(kept.deputies.add(row));
    });
}

Outcome<void> end_deputy(const AccountDesk& desk, std::int64_t id) {
    return write_or_refuse(desk.store, [&](Tables& kept) -> Outcome<void> {
        auto row = told(kept.deputies.find(id));
        if (!row) return tl::unexpected(row.error());
        if (!*row || (*row)->side != desk.actor.side)
            return refuse(Refusal::Why::not_found, {"there is no such deputy", "لا يوجد نائب بهذا الرقم"});
        if (auto right = check_right(desk, (*row)->stands_for); !right) return right;
        if ((*row)->ended != base::Moment()) return {};
        (*row)->ended = desk.now;
        if (auto noted = note(kept, desk, **row, "deputy-ended"); !noted) return noted;
        return told(kept.deputies.put(**row));
    });
}

Outcome<std::vector<store::DeputyRow>> list_deputies(const AccountDesk& desk) {
    if (desk.actor.account == 0) return refuse(Refusal::Why::not_allowed, {"sign in first", "سجّل الدخول أولاً"});
    return told(desk.store.read([&](const Tables& kept) { return kept.deputies.of_side(desk.actor.side); }));
}

}  // namespace masar::app

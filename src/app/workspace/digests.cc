#include "app/workspace/digests.h"

#include "app/workspace/digest_text.h"
#include "app/workspace/mail_address.h"
#include "app/workspace/presence.h"
#include "app/workspace/roadmaps.h"
#include "app/workspace/store_outcome.h"
#include "calendar/date.h"

#include <algorithm>

namespace masar::app {
namespace {

using store::AccountRow;
using store::DigestRow;
using store::Tables;

Outcome<AccountRow> own_account(const Tables& kept, const Actor& actor) {
    auto row = told(kept.accounts.find(actor.account));
    if (!row) return tl::unexpected(row.error());
    if (actor.account == 0 || !*row) return not_signed_in();
    return **std::move(row);
}

DigestView view_of(const AccountRow& account, const std::optional<DigestRow>& row) {
    DigestView view;
    view.wish.address = account.address;
    if (!row) return view;
    view.wish.wanted = row->wanted;
    view.wish.language = row->language;
    view.day = row->day;
    view.state = row->state;
    return view;
}

tl::unexpected<Refusal> wrong(const char* field, base::Text message, base::Text hint) {
    auto refused = refuse(Refusal::Why::wrong_field, std::move(message), std::move(hint));
    refused.value().field = field;
    return refused;
}

Outcome<void> check_wish(const DigestWish& wish) {
    if (wish.language != "en" && wish.language != "ar")
        return wrong("language", {"the language is not one of the two", "ليست إحدى اللغتين"}, {"en or ar", "en أو ar"});
    if (wish.address.empty() && !wish.wanted) return {};
    if (is_mail_address(wish.address)) return {};
    return wrong("address", {"no message can be sent to this address", "لا يمكن إرسال رسالة إلى هذا العنوان"},
                 {"write it as name@example.org", "اكتبه هكذا: ‎name@example.org‎"});
}

std::string day_of(base::Moment now) { return calendar::to_iso(std::chrono::floor<std::chrono::days>(now)); }

/// Whether its message of today has yet to go, and may go now.
bool is_due(const DigestRow& row, base::Moment now, std::int64_t hour) {
    const auto since_midnight = now - std::chrono::floor<std::chrono::days>(now);
    if (!row.wanted || since_midnight < std::chrono::hours(hour)) return false;
    if (row.day != day_of(now)) return true;
    return row.state == "again" && now >= row.at + digest_pause;
}

struct Addressee {
    DigestRow row;
    AccountRow account;
    Actor actor;
};

/// Those whose message may go now; what has no account that can read any more is left.
Outcome<std::vector<Addressee>> due_now(Workspace& workspace, std::int64_t hour) {
    const base::Moment now = workspace.clock.now();
    return read_or_refuse(workspace.store, [&](const Tables& kept) -> Outcome<std::vector<Addressee>> {
        const auto rows = told(kept.digests.wanted());
        if (!rows) return tl::unexpected(rows.error());
        std::vector<Addressee> due;
        for (const DigestRow& each : *rows) {
            if (!is_due(each, now, hour)) continue;
            auto account = told(kept.accounts.find(each.account));
            if (!account) return tl::unexpected(account.error());
            if (!*account || (*account)->disabled || !is_mail_address((*account)->address)) continue;
            auto actor = actor_of(kept, **account, now);
            if (!actor) return tl::unexpected(actor.error());
            due.push_back({each, **std::move(account), *std::move(actor)});
        }
        return due;
    });
}

Outcome<DigestCounts> counts_for(Workspace& workspace, const Actor& actor) {
    DigestCounts counts;
    const auto plans = roadmaps(workspace, actor);
    if (!plans) return tl::unexpected(plans.error());
    for (const store::PlanRow& plan : *plans) {
        const auto notices = notices_of(workspace, actor, plan.key);
        if (!notices) return tl::unexpected(notices.error());
        counts.add(*notices);
    }
    return counts;
}

/// Takes today's message for oneself, unless somebody else has, or it is no longer wanted.
Outcome<std::optional<DigestRow>> claim(Workspace& workspace, const DigestRow& before, std::int64_t hour) {
    const base::Moment now = workspace.clock.now();
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<std::optional<DigestRow>> {
        auto row = told(kept.digests.find(before.account));
        if (!row) return tl::unexpected(row.error());
        if (!*row || !is_due(**row, now, hour)) return std::optional<DigestRow>();
        DigestRow mine = **row;
        mine.tries = mine.day == day_of(now) ? mine.tries + 1 : 1;
        mine.day = day_of(now);
        mine.state = "trying";
        mine.at = now;
        if (auto put = told(kept.digests.put(mine)); !put) return tl::unexpected(put.error());
        return std::optional(std::move(mine));
    });
}

/// How it went; what its owner wished meanwhile stays.
Outcome<void> settle(Workspace& workspace, const DigestRow& mine, const char* state) {
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<void> {
        auto row = told(kept.digests.find(mine.account));
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
        (*row)->state = state;
        return told(kept.digests.put(**row));
    });
}

}  // namespace

Outcome<DigestView> digest_of(Workspace& workspace, const Actor& actor) {
    return read_or_refuse(workspace.store, [&](const Tables& kept) -> Outcome<DigestView> {
        const auto account = own_account(kept, actor);
        if (!account) return tl::unexpected(account.error());
        const auto row = told(kept.digests.find(actor.account));
        if (!row) return tl::unexpected(row.error());
        return view_of(*account, *row);
    });
}

Outcome<DigestView> wish_digest(Workspace& workspace, const Actor& actor, const DigestWish& wish) {
    if (auto fine = check_wish(wish); !fine) return tl::unexpected(fine.error());
    return write_or_refuse(workspace.store, [&](Tables& kept) -> Outcome<DigestView> {
        auto account = own_account(kept, actor);
        if (!account) return tl::unexpected(account.error());
        auto row = told(kept.digests.find(actor.account));
        if (!row) return tl::unexpected(row.error());
        DigestRow wished = row->value_or(DigestRow{});
        wished.account = actor.account;
        wished.wanted = wish.wanted;
        wished.language = wish.language;
        account->address = wish.address;
        if (auto put = told(kept.accounts.put(*account)); !put) return tl::unexpected(put.error());
        if (auto put = told(kept.digests.put(wished)); !put) return tl::unexpected(put.error());
        return view_of(*account, wished);
    });
}

Outcome<std::vector<FailedDigest>> failed_digests(Workspace& workspace, const Actor& actor) {
    if (!actor.may({Role::administrator}))
        return refuse(Refusal::Why::not_allowed, {"only an administrator of a side manages its accounts",
                                                  "إدارة حسابات الجانب لمدير حساباته وحده"});
    return read_or_refuse(workspace.store, [&](const Tables& kept) -> Outcome<std::vector<FailedDigest>> {
        const auto rows = told(kept.digests.wanted());
        if (!rows) return tl::unexpected(rows.error());
        std::vector<FailedDigest> failed;
        for (const DigestRow& each : *rows) {
            if (each.state != "failed" && each.state != "again") continue;
            const auto account = told(kept.accounts.find(each.account));
            if (!account) return tl::unexpected(account.error());
            if (*account && (*account)->side == actor.side)
                failed.push_back({each.account, each.day, each.tries, each.at});
        }
        return failed;
    });
}

Outcome<DigestRound> send_digests(Workspace& workspace, MessageDoor& door, const DigestSettings& settings,
                                  const std::function<void(const base::Error&)>& failed) {
    const auto due = due_now(workspace, settings.hour);
    if (!due) return tl::unexpected(due.error());
    DigestRound round;
    for (const Addressee& each : *due) {
        const auto counts = counts_for(workspace, each.actor);
        if (!counts) return tl::unexpected(counts.error());
        const auto mine = claim(workspace, each.row, settings.hour);
        if (!mine) return tl::unexpected(mine.error());
        if (!*mine) continue;
        const char* state = "nothing";
        if (counts->total() == 0) {
            ++round.nothing;
        } else {
            Message message = digest_message(
                *counts, each.row.language == "ar" ? base::Language::ar : base::Language::en, settings.link);
            message.to = each.account.address;
            const auto sent = door.send(message);
            if (!sent) failed(sent.error());
            ++(sent ? round.sent : round.failed);
            state = sent ? "sent" : (*mine)->tries < most_digest_tries ? "again" : "failed";
        }
        if (auto settled = settle(workspace, **mine, state); !settled) return tl::unexpected(settled.error());
    }
    return round;
}

}  // namespace masar::app

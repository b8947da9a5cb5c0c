#include "app/workspace/plan_watch.h"

#include "app/workspace/new_notes.h"
#include "app/workspace/run_keeping.h"
#include "app/workspace/save_texts.h"
#include "base/json_writer.h"

#include <algorithm>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace masar::app {
namespace {

/// What somebody reads of a plan.
struct Seen {
    std::string texts, state;
    DatesState dates = DatesState::none;
    std::map<std::int64_t, std::string> proposals;  ///< by number: how far each is
    NoteStates notes;
};

base::Result<std::map<std::int64_t, std::string>> proposals_in(const store::Tables& kept, std::int64_t plan,
                                                               const Actor& actor) {
    std::map<std::int64_t, std::string> all;
    const auto rows = kept.proposals.of_plan(plan);
    if (!rows) return tl::unexpected(rows.error());
    for (const store::ProposalRow& row : *rows) {
        if (!reads(actor, row.readers)) continue;
        const auto signatures = kept.signatures.of_proposal(row.id);
        if (!signatures) return tl::unexpected(signatures.error());
        std::string how_far = row.state + " " + row.terms;
        for (const store::SignatureRow& each : *signatures)
            how_far += " " + std::to_string(each.id) + (each.voided_why.empty() ? "" : "-");
        all.emplace(row.number, std::move(how_far));
    }
    return all;
}

Outcome<Seen> seen_by(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const SnapshotPtr shown = open->shown_to(actor);
    auto proposals = from_store(
        workspace.store.read([&](const store::Tables& kept) { return proposals_in(kept, open->row.id, actor); }));
    if (!proposals) return tl::unexpected(proposals.error());
    auto notes =
        from_store(workspace.store.read([&](const store::Tables& kept) { return note_states(kept, actor, *open); }));
    if (!notes) return tl::unexpected(notes.error());
    return Seen{shown->hash(), shown->state_hash(), dates_state(open->head), *std::move(proposals), *std::move(notes)};
}

std::vector<PlanNews> news_between(const Seen& before, const Seen& now) {
    using Json = base::JsonWriter;
    const auto one = [](std::string_view key, const auto& value) {
        return Json(Json::Style::compact).begin_object().field(key, value).end_object().take();
    };
    std::vector<PlanNews> news;
    if (before.texts != now.texts)
        news.push_back({"changed", one("hash", now.state)});
    else if (before.state != now.state || before.dates != now.dates)
        news.push_back({"dates", one("state", word_of(now.dates))});
    for (const auto& [number, how_far] : now.proposals) {
        const auto old = before.proposals.find(number);
        if (old == before.proposals.end() || old->second != how_far)
            news.push_back({"proposal", one("number", number)});
    }
    for (const auto& [record, state] : now.notes) {
        const auto old = before.notes.find(record);
        if (old != before.notes.end() && old->second == state) continue;
        Json json(Json::Style::compact);
        json.begin_object().field("section", record.first).field("id", record.second).end_object();
        news.push_back({"note", json.take()});
    }
    return news;
}

}  // namespace

class PlanWatch::Post {
public:
    Post(Workspace& workspace, std::chrono::milliseconds every) : workspace_(workspace), every_(every) {}
    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;
    ~Post() {
        {
            const std::scoped_lock lock(mutex_);
            closing_ = true;
        }
        news_.notify_all();
    }

    Outcome<void> follow(const Actor& actor, std::string_view plan, Listener listener) {
        auto seen = seen_by(workspace_, actor, plan);
        if (!seen) return tl::unexpected(seen.error());
        const std::scoped_lock lock(mutex_);
        arrivals_.push_back({actor, std::string(plan), *std::move(seen), std::move(listener)});
        if (!watcher_.joinable()) watcher_ = std::jthread([this] { watch(); });
        return {};
    }

    void look() {
        {
            const std::scoped_lock lock(mutex_);
            if (!watcher_.joinable()) return;
            told_to_ = true;
        }
        news_.notify_all();
    }

private:
    struct Watcher {
        Actor actor;
        std::string plan;
        Seen last;
        Listener listener;
    };

    void watch() {
        while (true) {
            {
                std::unique_lock lock(mutex_);
                news_.wait_for(lock, every_, [&] { return closing_ || told_to_; });
                if (closing_) return;
                told_to_ = false;
                watchers_.splice(watchers_.end(), arrivals_);
            }
            look_around();
        }
    }

    /// Once for all who read the same.
    void look_around() {
        std::map<std::pair<std::string, std::string>, Outcome<Seen>> looked;
        std::erase_if(watchers_, [&](Watcher& each) {
            if (!each.listener({})) return true;
            const std::pair key(each.plan, reader_tag(each.actor) + (each.actor.sandbox ? "*" : ""));
            auto found = looked.find(key);
            if (found == looked.end()) found = looked.emplace(key, seen_by(workspace_, each.actor, each.plan)).first;
            return !tell(each, found->second);
        });
    }

    /// Whether it still listens.
    static bool tell(Watcher& watcher, const Outcome<Seen>& now) {
        if (!now) {
            // A store that is busy for a moment is no reason to send anybody away.
            if (now.error().why == Refusal::Why::storage) return true;
            watcher.listener({{}, {}, true});
            return false;
        }
        const std::vector<PlanNews> news = news_between(watcher.last, *now);
        watcher.last = *now;
        return std::ranges::all_of(news, [&](const PlanNews& each) { return watcher.listener(each); });
    }

    Workspace& workspace_;
    const std::chrono::milliseconds every_;
    std::mutex mutex_;
    std::condition_variable news_;
    bool closing_ = false, told_to_ = false;
    std::list<Watcher> arrivals_;
    std::list<Watcher> watchers_;  ///< of the watching thread alone
    std::jthread watcher_;
};

PlanWatch::PlanWatch(Workspace& workspace, std::chrono::milliseconds every)
    : post_(std::make_unique<Post>(workspace, every)) {}
PlanWatch::~PlanWatch() = default;

Outcome<void> PlanWatch::follow(const Actor& actor, std::string_view plan, Listener listener) {
    return post_->follow(actor, plan, std::move(listener));
}
void PlanWatch::look() { post_->look(); }

}  // namespace masar::app

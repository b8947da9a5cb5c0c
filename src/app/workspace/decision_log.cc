#include "app/workspace/decision_log.h"

#include "app/workspace/canonical_json.h"
#include "base/number_format.h"
#include "base/sha256.h"
#include "calendar/date.h"

#include <fmt/format.h>
#include <boost/json/parse.hpp>

namespace masar::app {
namespace {

namespace json = boost::json;

json::array to_json(const store::Sides& sides) {
    json::array out;
    for (const std::string& side : sides) out.emplace_back(side);
    return out;
}

/// What stands beside the text must be what the text says; for who could change the one could change the other.
bool agrees(const store::DecisionRow& row, std::string_view plan) {
    boost::system::error_code failed;
    const json::value entry = json::parse(row.entry, failed);
    if (failed || !entry.is_object()) return false;
    const auto* number = entry.get_object().if_contains("number");
    const auto* key = entry.get_object().if_contains("plan");
    const auto* readers = entry.get_object().if_contains("readers");
    return number != nullptr && key != nullptr && readers != nullptr && *number == json::value(row.number)
           && *key == json::value(json::string(plan)) && *readers == json::value(to_json(row.readers))
           && canonical_json(entry) == row.entry;
}

using What = BrokenDecision::What;

/// One plan's chain, entry after entry.
class ChainWalk {
public:
    ChainWalk(const store::Tables& kept, const store::PlanRow& plan) : kept_(kept), plan_(plan) {}

    [[nodiscard]] base::Result<std::optional<What>> walk() {
        constexpr std::int64_t piece = 256;
        for (std::int64_t at_most = piece;;) {
            const auto rows = kept_.decisions.after(plan_.id, number_, at_most);
            if (!rows && at_most == 1) return What::unreadable;
            if (!rows) {
                at_most = 1;  // to find out which one it is
                continue;
            }
            for (const store::DecisionRow& row : *rows)
                if (const auto wrong = step(row)) return wrong;
            if (static_cast<std::int64_t>(rows->size()) < at_most) break;
        }
        const auto counted = kept_.decisions.counted(plan_.id);
        if (!counted) return tl::unexpected(counted.error());
        return *counted == number_ ? std::optional<What>() : What::missing;
    }

    [[nodiscard]] DecisionChain chain() const { return {plan_.key, number_, hash_}; }
    [[nodiscard]] BrokenDecision broken(What what) const { return {what, plan_.key, number_ + 1}; }

private:
    std::optional<What> step(const store::DecisionRow& row) {
        if (row.number != number_ + 1) return What::missing;
        if (row.previous != hash_ || row.hash != decision_hash(row.previous, row.entry) || !agrees(row, plan_.key))
            return What::altered;
        number_ = row.number;
        hash_ = row.hash;
        return std::nullopt;
    }

    const store::Tables& kept_;
    const store::PlanRow& plan_;
    std::int64_t number_ = 0;
    std::string hash_;
};

}  // namespace

/// Of no other use of SHA-256 in this program.
std::string decision_hash(std::string_view previous, std::string_view entry) {
    return base::sha256_hex(fmt::format("masar decision 1\n{}\n{}", previous, entry));
}

base::Result<std::int64_t> append_decision(store::Tables& kept, NewDecision decision) {
    const auto plan = kept.plans.find(decision.plan);
    if (!plan) return tl::unexpected(plan.error());
    const auto last = kept.decisions.last(decision.plan);
    if (!last) return tl::unexpected(last.error());
    if (!*plan) return base::failure(base::Error::Kind::usage, {"there is no such plan", "لا توجد خطة بهذا الاسم"});
    store::DecisionRow row;
    row.plan = decision.plan;
    row.number = *last ? (*last)->number + 1 : 1;
    row.readers = decision.readers;
    row.previous = *last ? (*last)->hash : "";
    decision.what["number"] = row.number;
    decision.what["plan"] = (*plan)->key;
    decision.what["readers"] = to_json(row.readers);
    row.entry = canonical_json(decision.what);
    row.hash = decision_hash(row.previous, row.entry);
    return kept.decisions.add(row);
}

base::Result<DecisionCheck> verify_decisions(const store::Tables& kept) {
    const auto plans = kept.plans.all();
    if (!plans) return tl::unexpected(plans.error());
    DecisionCheck check;
    for (const store::PlanRow& plan : *plans) {
        ChainWalk walk(kept, plan);
        const auto wrong = walk.walk();
        if (!wrong) return tl::unexpected(wrong.error());
        if (*wrong) {
            check.broken = walk.broken(**wrong);
            return check;
        }
        if (walk.chain().decisions > 0) check.chains.push_back(walk.chain());
    }
    return check;
}

base::Text sentence_of(const BrokenDecision& broken) {
    const std::string key = base::left_to_right(broken.plan),
                      number = base::left_to_right(std::to_string(broken.number));
    switch (broken.what) {
        case What::missing:
            return {fmt::format("decision {} of '{}' is missing", broken.number, broken.plan),
                    fmt::format("القرار رقم {} في «{}» مفقود", number, key)};
        case What::unreadable:
            return {fmt::format("decision {} of '{}' cannot be read", broken.number, broken.plan),
                    fmt::format("تعذرت قراءة القرار رقم {} في «{}»", number, key)};
        default:
            return {fmt::format("decision {} of '{}' was altered", broken.number, broken.plan),
                    fmt::format("غُيِّر القرار رقم {} في «{}» بعد كتابته", number, key)};
    }
}

std::string utc_text(base::Moment moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", calendar::to_iso(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

}  // namespace masar::app

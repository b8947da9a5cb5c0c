#include "app/workspace/going_back.h"

#include "app/dates_on_plan.h"
#include "app/workspace/carried_dates.h"
#include "app/workspace/change_events.h"
#include "app/workspace/common_view.h"
#include "app/workspace/edit_rights.h"
#include "app/workspace/open_proposal.h"
#include "app/workspace/take_back.h"
#include "planfile/diff_plan.h"
#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using plan::Difference;

std::string_view field_of(GoingBack::To to) { return to == GoingBack::To::agreed ? "restore" : "undo"; }

tl::unexpected<Refusal> refused_for(const GoingBack& back, const base::Text& why, base::Text hint = {}) {
    return tl::unexpected(Refusal{Refusal::Why::conflict,
                                  report::fill(why, report::ltr(std::to_string(back.proposal))),
                                  std::move(hint),
                                  std::string(field_of(back.to)),
                                  {},
                                  {},
                                  0});
}

/// A version, and what every side reads of it.
struct Reading {
    explicit Reading(SnapshotPtr version) : whole(std::move(version)), common(common_view(whole)) {}
    SnapshotPtr whole, common;

    /// Whether every side reads all that it says of this; of a record, whether they know of it.
    [[nodiscard]] bool shows(const Difference& name) const {
        const auto there = value_of(*whole, name), seen = value_of(*common, name);
        return name.field.empty() && !name.id.empty() ? there.has_value() == seen.has_value() : same(there, seen);
    }
};

/// What has happened is not unsaid, and what was released stays released.
bool stays(const Difference& name) {
    constexpr std::array sections{"as-of", "postings", "records", "lessons"};
    constexpr std::array facts{"status", "started",   "finished", "remaining",     "postponed",
                               "why",    "requested", "notified", "criterion-met", "observations"};
    if (std::ranges::find(sections, name.section) != sections.end()) return true;
    const std::string_view first = std::string_view(name.field).substr(0, name.field.find('.'));
    return name.field == "withheld" || is_release({name.section, name.id, name.field})
           || std::ranges::find(facts, first) != facts.end();
}

bool has_begun(const Snapshot& version, const Difference& name) {
    Difference started = name;
    started.field = "started";
    return name.section == "activities" && value_of(version, started).has_value();
}

class WayOfBack {
public:
    WayOfBack(const GoingBack& back, Reading now, Reading from, Reading target)
        : back_(back), now_(std::move(now)), from_(std::move(from)), target_(std::move(target)) {}

    Outcome<WayBack> way() {
        for (const Difference& each :
             planfile::differences(from_.common->text().trees(), target_.common->text().trees())) {
            if (stays(each) || !target_.shows(each) || !from_.shows(each) || !now_.shows(each)) continue;
            if (auto refusal = takes(each)) return tl::unexpected(*std::move(refusal));
        }
        auto edited = planfile::edit_plan(input_files(now_.whole->files()), edits_);
        if (!edited) return tl::unexpected(refusal_of(edited.error().error));
        WayBack way{with_what_else(now_.whole->files(), *edited), {}, {}};
        way.dates = carried_dates({*from_.common, *target_.common, *now_.whole, way.files});
        if (way.files == now_.whole->files() && (way.dates.empty() || same_dates(way)))
            return refused_for(back_, {"nothing differs from that: proposal {}", "لا شيء يختلف عن ذلك: المقترح {}"});
        return way;
    }

private:
    std::optional<Refusal> takes(const Difference& each) {
        const auto wanted = value_of(*target_.common, each), current = value_of(*now_.common, each);
        if (same(wanted, current)) return std::nullopt;
        if (!same(value_of(*from_.common, each), current)) return changed_since(each);
        const bool gone = each.field.empty() && !each.id.empty() && !wanted;
        if ((gone || each.field == "chosen") && has_begun(*now_.whole, each))
            return refused_for(back_, {"something that proposal {} brought has begun", "بدأ شيء مما جاء به المقترح {}"},
                               {"cancel it instead", "ألغِه بدلاً من ذلك"})
                .value();
        if (gone && !same(value_of(*now_.whole, each), current))
            return refused_for(back_,
                               {"something that proposal {} brought holds what one side alone reads",
                                "شيء مما جاء به المقترح {} يحوي ما لا يقرؤه سوى جانب واحد"},
                               {"its side can remove it", "يمكن لجانبه حذفه"})
                .value();
        edits_.push_back(edit_back(*target_.common, each));
        std::erase_if(edits_.back().value.entries,
                      [](const planfile::WrittenValue& entry) { return entry.key == "withheld"; });
        return std::nullopt;
    }

    [[nodiscard]] bool same_dates(const WayBack& way) const {
        const SnapshotPtr then = Snapshot::make(way.files, way.dates);
        return then->timetable() && same_days(then->timetable(), now_.whole->timetable());
    }

    const GoingBack& back_;
    const Reading now_, from_, target_;
    std::vector<planfile::PlanEdit> edits_;
};

}  // namespace

Outcome<WayBack> way_back(Workspace& workspace, const Actor& actor, const OpenPlan& open, const GoingBack& back) {
    const auto proposal = open_proposal(workspace, actor, open.row.key, back.proposal);
    if (!proposal) return tl::unexpected(proposal.error());
    if (proposal->row.state != "approved" || proposal->row.readers != open.row.sides)
        return refused_for(back, {"proposal {} was not agreed by all sides", "لم تتفق كل الجوانب على المقترح {}"},
                           {"choose one that was", "اختر مقترحاً متفقاً عليه"});
    const bool to_agreed = back.to == GoingBack::To::agreed;
    // The draft itself was proposed: before it stood what was agreed before.
    const SnapshotPtr before = proposal->start != proposal->whole ? proposal->start : proposal->baseline;
    if (!to_agreed && !before)
        return refused_for(back, {"nothing was agreed before proposal {}", "لم يُتفق على شيء قبل المقترح {}"});
    const Reading now(open.whole);
    auto way = to_agreed ? WayOfBack(back, now, now, Reading(proposal->whole)).way()
                         : WayOfBack(back, now, Reading(proposal->whole), Reading(before)).way();
    if (!way) return way;
    way->title = report::fill(to_agreed ? base::Text{"Back to what was agreed in proposal {}: {}",
                                                     "العودة إلى ما اتُّفق عليه في المقترح {}: {}"}
                                        : base::Text{"Undo proposal {}: {}", "التراجع عن المقترح {}: {}"},
                              report::ltr(std::to_string(back.proposal)), proposal->row.title);
    return way;
}

}  // namespace masar::app

#include "app/workspace/proposal_json.h"

#include "app/plan_pages.h"
#include "app/workspace/decision_log.h"
#include "calendar/date.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace masar::app {
namespace {

namespace json = boost::json;

json::object both(const base::Text& text) { return {{"en", text.en}, {"ar", text.ar}}; }

json::array texts(const std::vector<std::string>& all) {
    json::array list;
    for (const std::string& each : all) list.push_back(json::string(each));
    return list;
}

json::array lines(std::span<const TermsLine> all) {
    json::array list;
    for (const TermsLine& each : all)
        list.push_back({{"sentence", both(each.sentence)}, {"section", each.section}, {"id", each.id}});
    return list;
}

std::span<const TermsLine> piece_of(std::span<const TermsLine> all, const LinesAsked& asked) {
    const std::size_t from = std::min(asked.from, all.size());
    return all.subspan(from, std::min(asked.count, all.size() - from));
}

/// How many records of each section came, went or changed, in the order of the differences.
json::array summary(const std::vector<TermsLine>& all) {
    struct Section {
        std::string name;
        std::array<std::set<std::string>, 3> records;  ///< by kind; of a field of the whole plan ""
    };
    std::vector<Section> sections;
    for (const TermsLine& each : all) {
        auto found = std::ranges::find(sections, each.section, &Section::name);
        if (found == sections.end()) found = sections.insert(found, {each.section, {}});
        found->records[static_cast<std::size_t>(each.kind)].insert(each.id);
    }
    json::array list;
    for (const Section& each : sections)
        list.push_back({{"section", each.name},
                        {"added", each.records[0].size()},
                        {"removed", each.records[1].size()},
                        {"changed", each.records[2].size()}});
    return list;
}

json::array sentences(const std::vector<base::Text>& all) {
    json::array list;
    for (const base::Text& each : all) list.push_back(json::object{{"sentence", both(each)}});
    return list;
}

json::array signatures(const std::vector<ShownSignature>& all) {
    json::array list;
    for (const ShownSignature& each : all) {
        json::value voided;
        if (each.voided != base::Moment{}) voided = {{"why", both(each.voided_why)}, {"at", utc_text(each.voided)}};
        list.push_back({{"kind", each.kind},
                        {"side", each.side},
                        {"role", each.role},
                        {"deputy", each.deputy},
                        {"at", utc_text(each.at)},
                        {"hash", each.hash},
                        {"comment", each.comment},
                        {"void", std::move(voided)}});
    }
    return list;
}

std::optional<calendar::Date> start_in(const SnapshotPtr& version, const std::string& id) {
    if (!version || !version->timetable()) return std::nullopt;
    const auto& activities = version->plan().activities;
    const plan::Activity* found = plan::find(activities, id);
    if (found == nullptr) return std::nullopt;
    const auto& dates = version->timetable()->activities[static_cast<std::size_t>(found - activities.data())];
    return dates.chosen ? std::optional(dates.start) : std::nullopt;
}

json::value iso(const std::optional<calendar::Date>& day) {
    return day ? json::value(json::string(calendar::to_iso(*day))) : json::value(nullptr);
}

/// Of the activities that the terms name, the starts.
json::array moved(const ProposalView& view, const LinesAsked& asked) {
    json::array list;
    for (const TermsLine& each : piece_of(view.lines.dates, asked)) {
        const auto from = start_in(view.before, each.id), to = start_in(view.after, each.id);
        const plan::Activity* activity = plan::find(view.after->plan().activities, each.id);
        const base::Text name = activity && !activity->name.empty() ? base::Text{activity->name.en, activity->name.ar}
                                                                    : base::Text{each.id, each.id};
        list.push_back({{"activity", each.id},
                        {"name", both(name)},
                        {"from", iso(from)},
                        {"to", iso(to)},
                        {"days", from && to ? json::value((*to - *from).count()) : json::value(nullptr)}});
    }
    return list;
}

/// On the expected values: chances belong to the overview.
std::string gates_of(const SnapshotPtr& version) {
    if (!version || !version->timetable()) return "[]";
    const PlanPages pages({version->loaded(), {}, {&*version->timetable(), nullptr}, {}, {}});
    return pages.gates(report::DatesShown::planned);
}

json::object line(const store::ProposalRow& row) {
    return {{"number", row.number},
            {"title", both(row.title)},
            {"state", row.state},
            {"made_by", {{"role", row.role}, {"side", row.side}}},
            {"at", utc_text(row.at)}};
}

}  // namespace

std::string proposals_json(const std::vector<ProposalLine>& all) {
    json::array list;
    for (const ProposalLine& each : all) {
        json::object shown = line(each.row);
        shown["signed"] = texts(each.signed_by);
        shown["waiting"] = texts(each.waiting_for);
        list.push_back(std::move(shown));
    }
    return json::serialize(json::object{{"proposals", std::move(list)}});
}

std::string proposal_lines_json(const ProposalView& view, const LinesAsked& asked) {
    std::vector<TermsLine> of_section = view.lines.differences;
    if (!asked.section.empty())
        std::erase_if(of_section, [&](const TermsLine& each) { return each.section != asked.section; });
    return json::serialize(json::object{
        {"total", of_section.size()}, {"from", asked.from}, {"differences", lines(piece_of(of_section, asked))}});
}

std::string proposal_dates_json(const ProposalView& view, const LinesAsked& asked) {
    return json::serialize(
        json::object{{"total", view.lines.dates.size()}, {"from", asked.from}, {"dates_moved", moved(view, asked)}});
}

std::string proposal_json(const ProposalView& view, const std::string& dates_job) {
    json::object shown{{"number", view.number},   {"title", both(view.title)},
                       {"state", view.state},     {"made_by", {{"role", view.role}, {"side", view.side}}},
                       {"at", utc_text(view.at)}, {"note", view.note}};
    shown["signed"] = texts(view.signed_by);
    shown["waiting"] = texts(view.waiting);
    shown["dates_state"] = word_of(view.dates);
    shown["dates_job"] = dates_job.empty() ? json::value() : json::value(json::string(dates_job));
    shown["summary"] = summary(view.lines.differences);
    shown["differences"] = lines(piece_of(view.lines.differences, {}));
    shown["differences_total"] = view.lines.differences.size();
    shown["dates_moved"] = moved(view, {});
    shown["dates_moved_total"] = view.lines.dates.size();
    shown["texts"] = both(view.texts);
    shown["hash"] = view.hash;
    shown["signatures"] = signatures(view.signatures);
    shown["blocked"] = sentences(view.blocked);
    shown["changed_since_my_last"] = sentences(view.changed_since_my_last);
    shown["may_sign"] = view.may_sign;
    shown["may_withdraw"] = view.may_withdraw;
    shown["may_disclose"] = view.may_disclose;
    // Put in as text: the page's writer writes numbers shortest.
    std::string text = json::serialize(shown);
    text.pop_back();
    return text + ",\"gates\":{\"before\":" + gates_of(view.before) + ",\"after\":" + gates_of(view.after) + "}}";
}

std::string differences_json(const std::vector<TermsLine>& all) {
    return json::serialize(json::object{{"differences", lines(all)}});
}

std::string decisions_json(const std::vector<SeenDecision>& decisions) {
    json::array list;
    for (const SeenDecision& each : decisions) {
        json::object shown = each.entry;
        shown.erase("plan");
        shown.erase("readers");
        if (!shown.contains("comment")) shown["comment"] = "";
        shown["hash"] = each.hash;
        shown["previous"] = each.previous;
        list.push_back(std::move(shown));
    }
    return json::serialize(json::object{{"decisions", std::move(list)}});
}

}  // namespace masar::app

#include "lint/lint_report.h"

#include "base/diagnostic_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace masar::lint {
namespace {

constexpr std::size_t named = 10;  ///< offenders named in the sentence and given their place

/// Each id once, in the order of the offenders: a record may offend in several places.
std::vector<std::string> distinct_ids(const Offenders& offenders) {
    std::vector<std::string> out;
    std::set<std::string_view> seen;
    for (const Offender& each : offenders)
        if (seen.insert(each.id).second) out.push_back(each.id);
    return out;
}

std::string joined(const std::vector<std::string>& ids, std::string_view comma) {
    std::string out;
    for (std::size_t i = 0; i < std::min(named, ids.size()); ++i) {
        if (i > 0) out += comma;
        out += ids[i];
    }
    return out;
}

std::vector<base::Related> related_of(const Offenders& offenders, const base::Place& main) {
    std::vector<base::Related> out;
    for (std::size_t i = 0; i < std::min(named, offenders.size()); ++i) {
        const Offender& each = offenders[i];
        if (each.place == main && each.detail.empty()) continue;
        base::Text text{each.id, each.id};
        if (!each.detail.empty()) text = {each.id + ": " + each.detail.en, each.id + ": " + each.detail.ar};
        out.push_back({each.place, std::move(text)});
    }
    return out;
}

}  // namespace

std::string percent(std::size_t part, std::size_t total) {
    if (total == 0) return "0%";
    const std::size_t tenths = (part * 2000 + total) / (2 * total);
    return tenths % 10 == 0 ? fmt::format("{}%", tenths / 10) : fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

base::Text names_of(const Offenders& offenders) {
    const std::vector<std::string> ids = distinct_ids(offenders);
    base::Text out{joined(ids, ", "), joined(ids, "، ")};
    if (ids.size() > named) {
        const std::size_t more = ids.size() - named;
        out.en += fmt::format(" and {} more", more);
        out.ar += fmt::format(" وغيرها (العدد الباقي {})", more);
    }
    return out;
}

void Report::add(Finding finding) {
    const base::Place place = finding.place.known() ? finding.place : plan_.title.en_place;
    base::Diagnostic out =
        base::make_diagnostic(lint_.code, place, std::move(finding.message), std::move(finding.hint));
    out.lint = lint_.number;
    out.record = std::move(finding.record);
    out.related = std::move(finding.related);
    out_.push_back(std::move(out));
}

void Report::list(const Offenders& offenders, const base::Text& sentence, const base::Text& hint, base::Place place) {
    if (offenders.empty()) return;
    const base::Text names = names_of(offenders);
    const base::Place main = place.known() ? place : offenders.front().place;
    Finding finding{.place = main,
                    .record = offenders.front().id,
                    .message = {sentence.en + ": " + names.en, sentence.ar + ": " + names.ar},
                    .hint = hint,
                    .related = related_of(offenders, main)};
    add(std::move(finding));
}

void Report::share(const Offenders& offenders, std::size_t total, const base::Text& what, const base::Text& hint) {
    const double allowed = std::max(1.0, static_cast<double>(total) * threshold() / 100);
    if (threshold() > 0 ? static_cast<double>(offenders.size()) <= allowed : offenders.empty()) return;
    const std::string found = percent(offenders.size(), total);
    list(offenders,
         {fmt::format("{}: {} of {} ({}), at most {}%", what.en, offenders.size(), total, found, threshold()),
          fmt::format("{}: {} من {} ({})، والحد الأعلى {}%", what.ar, offenders.size(), total, found, threshold())},
         hint);
}

}  // namespace masar::lint

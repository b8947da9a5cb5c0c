#include "app/record_names.h"

#include "base/arabic.h"
#include "base/near_name.h"

#include <algorithm>

namespace masar::app {
namespace {

template <class RecordType>
std::vector<NamedRecord> names_of(const std::vector<RecordType>& records) {
    std::vector<NamedRecord> named;
    named.reserve(records.size());
    for (const RecordType& each : records) named.push_back({each.id, each.name});
    return named;
}

}  // namespace

std::vector<NamedRecord> named_records(const plan::Plan& plan, std::string_view section) {
    if (section == "organisations") return names_of(plan.organisations);
    if (section == "lines-of-effort") return names_of(plan.lines);
    if (section == "phases") return names_of(plan.phases);
    if (section == "activity-types") return names_of(plan.types);
    if (section == "places") return names_of(plan.venues);
    if (section == "calendars") return names_of(plan.calendars);
    if (section == "periods") return names_of(plan.periods);
    if (section == "resources") return names_of(plan.resources);
    if (section == "funds") return names_of(plan.funds);
    if (section == "approvals") return names_of(plan.approvals);
    if (section == "activities") return names_of(plan.activities);
    if (section == "indicators") return names_of(plan.indicators);
    if (section == "sides") return names_of(plan.sides);
    if (section == "gates") return names_of(plan.gates);
    return {};
}

const NamedRecord* find_named(const std::vector<NamedRecord>& records, std::string_view words) {
    const std::string wanted = base::normalised_for_search(words);
    for (const NamedRecord& each : records)
        if (base::normalised_for_search(each.id) == wanted) return &each;
    const NamedRecord* found = nullptr;
    for (const NamedRecord& each : records) {
        if (base::normalised_for_search(each.name.en) != wanted && base::normalised_for_search(each.name.ar) != wanted)
            continue;
        if (found != nullptr) return nullptr;
        found = &each;
    }
    return found;
}

std::vector<std::string> near_records(const std::vector<NamedRecord>& records, std::string_view words,
                                      std::size_t most) {
    const std::string wanted = base::normalised_for_search(words);
    std::vector<std::pair<std::size_t, std::string>> by_distance;
    for (const NamedRecord& each : records) {
        std::size_t distance = base::edit_distance(wanted, each.id);
        for (const std::string& name : {each.name.en, each.name.ar}) {
            if (name.empty()) continue;
            const std::string folded = base::normalised_for_search(name);
            // "Ministry" means "Ministry of Defence" sooner than something of its length.
            const bool inside = wanted.size() > 2 && folded.find(wanted) != std::string::npos;
            distance = std::min(distance, inside ? 1 : base::edit_distance(wanted, folded));
        }
        by_distance.emplace_back(distance, each.id);
    }
    std::ranges::stable_sort(by_distance, {}, [](const auto& each) { return each.first; });
    std::vector<std::string> ids;
    for (const auto& [distance, id] : by_distance)
        if (ids.size() < most) ids.push_back(id);
    return ids;
}

std::string id_from_name(std::string_view name, std::string_view otherwise) {
    constexpr std::size_t longest = 40;
    std::string id;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
        if (letter || (digit && !id.empty()))
            id += static_cast<char>(letter ? (c | 0x20) : c);
        else if (!id.empty() && id.back() != '-')
            id += '-';
        if (id.size() == longest) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? std::string(otherwise) : id;
}

}  // namespace masar::app

#include "planfile/phrase.h"
#include "planfile/validate.h"

#include <map>

namespace masar::planfile {
namespace {

/// Complains about the second place in which an activity is named.
class OncePerActivity {
public:
    OncePerActivity(Reading& reading, base::Text message, base::Text hint)
        : reading_(reading), message_(std::move(message)), hint_(std::move(hint)) {}

    void name(const plan::At<plan::ActivityIndex>& activity) {
        if (!activity.value.known()) return;
        const auto [first, added] = first_.try_emplace(activity.value, activity.place);
        if (added) return;
        auto& diagnostic = reading_.report(code::stated_twice, activity.place, message_, hint_);
        diagnostic.record = reading_.plan.activities[activity.value.at()].id;
        diagnostic.related.push_back({first->second, {"first here", "ورد أول مرة هنا"}});
    }

private:
    Reading& reading_;
    base::Text message_, hint_;
    std::map<plan::ActivityIndex, base::Place> first_;
};

}  // namespace

void validate_risks(Reading& reading) {
    OncePerActivity correlated(reading, {"an activity in two correlations", "نشاط في ارتباطين"},
                               {"put them into one, as a matrix", "اجمعهما في ارتباط واحد بمصفوفة"});
    for (const plan::Correlation& each : reading.plan.correlations)
        for (const auto& member : each.members) correlated.name(member);
    OncePerActivity on_ways(reading, {"an activity on two ways", "نشاط في مسارين"},
                            {"what is done either way belongs to none", "ما يُنفذ في كل الأحوال لا ينتمي إلى أي مسار"});
    for (const plan::Branch& branch : reading.plan.branches)
        for (const auto& way : branch.ways)
            for (const auto& activity : way.activities) on_ways.name(activity);
}

}  // namespace masar::planfile

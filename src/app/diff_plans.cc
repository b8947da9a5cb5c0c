#include "app/diff_plans.h"

#include "planfile/diff_plan.h"
#include "planfile/event_reader.h"
#include "planfile/gather.h"

#include <algorithm>
#include <iterator>

namespace masar::app {
namespace {

/// One version's files with their trees, which point into the texts.
struct ReadVersion {
    std::vector<planfile::InputFile> inputs;
    std::vector<planfile::ReadTree> trees;

    [[nodiscard]] std::vector<const planfile::NodeTree*> pointers() const {
        std::vector<const planfile::NodeTree*> all;
        for (const planfile::ReadTree& each : trees) all.push_back(&each.tree);
        return all;
    }
};

base::Result<ReadVersion> read_version(const base::FileDoor& files, std::string_view path, PlanVersion& version) {
    auto gathered = planfile::gather(files, path);
    if (!gathered) return tl::unexpected(gathered.error());
    ReadVersion read{*std::move(gathered), {}};
    for (const planfile::InputFile& input : read.inputs) {
        const std::uint16_t number = version.sources.add({input.name, input.text});
        read.trees.push_back(planfile::read_tree(input.text, number));
        std::ranges::copy(read.trees.back().diagnostics, std::back_inserter(version.diagnostics));
    }
    return read;
}

}  // namespace

base::Result<DiffedPlans> diff_plans(const base::FileDoor& files, std::string_view before, std::string_view after) {
    DiffedPlans result;
    const auto old_version = read_version(files, before, result.before);
    if (!old_version) return tl::unexpected(old_version.error());
    const auto new_version = read_version(files, after, result.after);
    if (!new_version) return tl::unexpected(new_version.error());
    if (!base::has_errors(result.before.diagnostics) && !base::has_errors(result.after.diagnostics))
        result.differences = planfile::differences(old_version->pointers(), new_version->pointers());
    return result;
}

}  // namespace masar::app

#include "app/format_files.h"

#include "planfile/event_reader.h"
#include "planfile/format_plan.h"
#include "planfile/gather.h"

#include <algorithm>
#include <iterator>

namespace masar::app {

base::Result<FormattedFiles> format_files(const base::FileDoor& files, std::string_view path) {
    auto gathered = planfile::gather(files, path);
    if (!gathered) return tl::unexpected(gathered.error());
    const bool folder = files.look(path) == base::FileDoor::Entry::folder;
    FormattedFiles result;
    for (const planfile::InputFile& input : *gathered) {
        const std::uint16_t number = result.sources.add({input.name, input.text});
        planfile::ReadTree read = planfile::read_tree(input.text, number);
        const bool readable = read.complete && !base::has_errors(read.diagnostics);
        std::ranges::move(read.diagnostics, std::back_inserter(result.diagnostics));
        if (!readable) continue;
        std::string text = planfile::formatted(read.tree);
        const bool changed = text != input.text;
        result.files.push_back(
            {folder ? std::string(path) + "/" + input.name : std::string(path), std::move(text), changed});
    }
    return result;
}

}  // namespace masar::app

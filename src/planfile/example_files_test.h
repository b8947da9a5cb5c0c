#pragma once
// The files of a plan's folder, for tests: the shared ones first, then each side's own.
#include "planfile/read_plan.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace masar::planfile {

inline std::vector<InputFile> files_below(const std::filesystem::path& folder) {
    std::vector<InputFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        const bool own = name.starts_with("sides/");
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files.push_back({name, text.str(), own ? name.substr(6, name.find('/', 6) - 6) : ""});
    }
    std::ranges::sort(files, {}, [](const InputFile& each) {
        const int group = each.name == "plan.yaml" ? 0 : each.side.empty() ? 1 : 2;
        return std::pair(group, each.name);
    });
    return files;
}
inline std::vector<InputFile> example_files() { return files_below("examples/uae-us"); }

}  // namespace masar::planfile

#pragma once
// Files that live in memory, for the tests of verbs.
#include "base/doors.h"

#include <algorithm>
#include <map>
#include <set>

namespace masar::app {

class MemoryFiles : public base::FileDoor {
public:
    explicit MemoryFiles(std::map<std::string, std::string> content = {}) : content_(std::move(content)) {}

    [[nodiscard]] Entry look(std::string_view path) const override {
        if (content_.contains(std::string(path))) return Entry::file;
        const std::string inside = std::string(path) + "/";
        const bool folder =
            std::ranges::any_of(content_, [&](const auto& each) { return each.first.starts_with(inside); });
        return folder ? Entry::folder : Entry::missing;
    }
    [[nodiscard]] base::Result<std::string> read(std::string_view path, ReadLimit /*limit*/) const override {
        const auto found = content_.find(std::string(path));
        if (found == content_.end())
            return base::failure(base::Error::Kind::input_output, {std::string(path), std::string(path)});
        return found->second;
    }
    [[nodiscard]] base::Result<void> write_whole(std::string_view path, std::string_view content) override {
        content_[std::string(path)] = content;
        return {};
    }
    [[nodiscard]] base::Result<std::vector<std::string>> list(std::string_view folder) const override {
        const std::string inside = std::string(folder) + "/";
        std::set<std::string> names;
        for (const auto& [path, text] : content_)
            if (path.starts_with(inside))
                names.insert(path.substr(inside.size(), path.find('/', inside.size()) - inside.size()));
        return std::vector<std::string>(names.begin(), names.end());
    }

private:
    std::map<std::string, std::string> content_;
};

}  // namespace masar::app

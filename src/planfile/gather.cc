#include "planfile/gather.h"

#include "planfile/phrase.h"
#include "planfile/source_guard.h"

#include <algorithm>
#include <optional>
#include <string>

namespace masar::planfile {
namespace {

using base::Error;
using base::FileDoor;
using base::Result;

std::string joined_path(std::string_view folder, std::string_view name) {
    std::string path(folder);
    if (!path.empty() && path.back() != '/') path += '/';
    return path += name;
}

class Gatherer {
public:
    Gatherer(const FileDoor& files, std::string_view folder) : files_(files), folder_(folder) {}

    Result<std::vector<InputFile>> run() {
        if (auto failed = read_shared()) return tl::unexpected(*std::move(failed));
        if (files_.look(joined_path(folder_, "sides")) == FileDoor::Entry::folder)
            if (auto failed = read_sides()) return tl::unexpected(*std::move(failed));
        return std::move(found_);
    }

private:
    using Failed = std::optional<Error>;

    Failed read_shared() {
        if (files_.look(joined_path(folder_, "plan.yaml")) != FileDoor::Entry::file)
            return Error{Error::Kind::input_output,
                         phrase("the folder '{}' has no plan.yaml", "لا يوجد plan.yaml في المجلد «{}»", folder_),
                         {"name a file, or a folder with plan.yaml", "سمِّ ملفاً أو مجلداً فيه plan.yaml"}};
        if (auto failed = read("plan.yaml", "")) return failed;
        return read_folder("", "", "plan.yaml");
    }

    Failed read_sides() {
        auto sides = files_.list(joined_path(folder_, "sides"));
        if (!sides) return sides.error();
        std::ranges::sort(*sides);
        for (const std::string& side : *sides) {
            const std::string folder = "sides/" + side;
            if (files_.look(joined_path(folder_, folder)) != FileDoor::Entry::folder) continue;
            if (auto failed = read_folder(folder, side, "")) return failed;
        }
        return std::nullopt;
    }

    /// All *.yaml of a folder below the plan's, but one.
    Failed read_folder(const std::string& folder, const std::string& side, std::string_view but) {
        auto names = files_.list(folder.empty() ? folder_ : joined_path(folder_, folder));
        if (!names) return names.error();
        std::ranges::sort(*names);
        for (const std::string& name : *names) {
            if (!name.ends_with(".yaml") || name.starts_with(".") || name == but) continue;
            const std::string relative = folder.empty() ? name : joined_path(folder, name);
            if (files_.look(joined_path(folder_, relative)) != FileDoor::Entry::file) continue;
            if (auto failed = read(relative, side)) return failed;
        }
        return std::nullopt;
    }

    Failed read(const std::string& relative, const std::string& side) {
        auto text = files_.read(joined_path(folder_, relative), {SourceLimits{}.file_bytes});
        if (!text) return text.error();
        found_.push_back({relative, *std::move(text), side});
        return std::nullopt;
    }

    const FileDoor& files_;
    std::string folder_;
    std::vector<InputFile> found_;
};

}  // namespace

Result<std::vector<InputFile>> gather(const FileDoor& files, std::string_view path) {
    switch (files.look(path)) {
        case FileDoor::Entry::folder: return Gatherer(files, path).run();
        case FileDoor::Entry::file: {
            auto text = files.read(path, {SourceLimits{}.file_bytes});
            if (!text) return tl::unexpected(text.error());
            std::vector<InputFile> found;
            found.push_back({std::string(path), *std::move(text), {}});
            return found;
        }
        default:
            return base::failure(Error::Kind::input_output,
                                 phrase("there is no file or folder '{}'", "لا يوجد ملف أو مجلد «{}»", path));
    }
}

std::string side_folder(std::string_view name) {
    constexpr std::string_view folder = "sides/";
    if (!name.starts_with(folder)) return {};
    name.remove_prefix(folder.size());
    const auto end = name.find('/');
    return end == std::string_view::npos ? std::string() : std::string(name.substr(0, end));
}

std::vector<InputFile> files_of(const plan::Plan& plan) {
    std::vector<InputFile> files;
    for (std::size_t i = 0; i < plan.sources.size(); ++i) {
        const base::SourceFile& file = plan.sources.file(static_cast<std::uint16_t>(i));
        files.push_back({file.name, file.text, side_folder(file.name)});
    }
    return files;
}

}  // namespace masar::planfile

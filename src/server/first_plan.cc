#include "server/first_plan.h"

#include "app/load_plan.h"
#include "app/memory_files.h"
#include "server/embedded_files.h"

namespace masar::server {
namespace {

constexpr std::string_view example = "examples/uae-us/";

base::Result<std::vector<std::string>> sides_of(const base::FileDoor& files, std::string_view path) {
    const auto loaded = app::load_plan(files, path);
    if (!loaded) return tl::unexpected(loaded.error());
    std::vector<std::string> sides;
    for (const auto& side : loaded->plan.sides) sides.push_back(side.id);
    return sides;
}

}  // namespace

std::map<std::string, std::string> shipped_example() {
    std::map<std::string, std::string> files;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(example)) files.emplace(file.path.substr(example.size()), file.content);
    return files;
}

base::Result<std::vector<std::string>> sides_of_plan(const base::FileDoor& files, const std::string& path) {
    if (!path.empty()) return sides_of(files, path);
    app::MemoryFiles shipped;
    for (const auto& [name, text] : shipped_example()) (void)shipped.write_whole("plan/" + name, text);
    return sides_of(shipped, "plan");
}

}  // namespace masar::server

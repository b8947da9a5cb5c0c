#include "server/first_plan.h"

#include "server/embedded_files.h"

namespace masar::server {
namespace {

constexpr std::string_view example = "examples/uae-us/";

base::Result<void> kept(app::Workspace& workspace, app::PlanFiles files) {
    const auto done = app::take_in_once(workspace, {std::move(files), {}});
    if (!done) return base::failure(base::Error::Kind::input_output, done.error().message, done.error().hint);
    return {};
}

}  // namespace

app::PlanFiles shipped_example() {
    app::PlanFiles files;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(example)) files.emplace(file.path.substr(example.size()), file.content);
    return app::plan_files(app::input_files(files));  // what stands beside the plan is no part of a version
}

base::Result<void> keep_first_plan(app::Workspace& workspace, const base::FileDoor& files, const std::string& path) {
    if (!path.empty()) {
        const auto given = app::read_plan_files(files, path);
        return given ? kept(workspace, *given) : tl::unexpected(given.error());
    }
    const auto sides = app::all_sides(workspace);
    if (!sides) return base::failure(base::Error::Kind::input_output, sides.error().message, sides.error().hint);
    return sides->empty() ? kept(workspace, shipped_example()) : base::Result<void>();
}

}  // namespace masar::server

#include "app/solve_instance.h"

#include "problem/checker.h"
#include "problem/format/read_instance.h"
#include "report/figures.h"

namespace masar::app {
namespace {

std::string_view status_word(engine::Status status) {
    switch (status) {
        case engine::Status::optimal: return "optimal";
        case engine::Status::feasible: return "feasible";
        case engine::Status::infeasible: return "infeasible";
        default: return "unknown";
    }
}

std::string_view file_name_of(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// The same sentence, with the file it is about before it.
base::Error in_file(base::Error error, std::string_view path) {
    if (error.kind != base::Error::Kind::input_output)
        error.message = report::fill({"{}: {}", "{}: {}"}, report::ltr(path), error.message);
    return error;
}

}  // namespace

std::string_view stem_of(std::string_view path) {
    const std::string_view name = file_name_of(path);
    return name.substr(0, name.find_last_of('.'));
}

base::Result<problem::Problem> read_instance_file(const base::FileDoor& files, std::string_view path) {
    const auto text = files.read(path, {});
    if (!text) return tl::unexpected(text.error());
    const auto format = problem::detect_format(file_name_of(path), *text);
    if (!format) return tl::unexpected(in_file(format.error(), path));
    auto problem = problem::read_instance(*format, *text);
    if (!problem) return tl::unexpected(in_file(problem.error(), path));
    return problem;
}

SolvedInstance solve_instance(const problem::Problem& problem, std::string_view name, const engine::Run& run) {
    const engine::Answer answer = engine::solve(problem, run);
    SolvedInstance solved;
    report::InstanceResult& result = solved.result;
    result.instance = name;
    result.status = status_word(answer.status);
    result.seconds = answer.search_seconds;
    result.schedules = answer.schedules;
    result.conflicts = answer.conflicts;
    result.seed = run.limits.seed;
    result.stopped = answer.stopped;
    if (!answer.bound.empty() && answer.status != engine::Status::infeasible) result.bound = answer.bound.front();
    if (!answer.schedule) return solved;
    solved.refused = !problem::check(problem, *answer.schedule).empty();
    if (solved.refused) {
        result.status = "unknown";
        return solved;
    }
    result.objective = problem::objective_values(problem, *answer.schedule).front();
    solved.schedule = answer.schedule;
    return solved;
}

}  // namespace masar::app

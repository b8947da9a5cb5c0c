#pragma once
// From the words of a command line to a verb that has done its work.
#include "cli/verb.h"

#include <string>
#include <vector>

namespace masar::cli {

/// The words after the program's name.
using Words = std::vector<std::string>;

/// Runs the verb that the words name, with the real files and clock. Never throws.
[[nodiscard]] ExitCode run(const Words& words);

/// The same with any outside world; `session.language` is that of the environment.
[[nodiscard]] ExitCode run(const Words& words, const Verbs& verbs, Session session);

}  // namespace masar::cli

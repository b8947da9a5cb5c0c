#pragma once
// What every verb of the command line is: a few words about itself, its options, and what it does with them.
#include "base/doors.h"
#include "base/ranks.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/option_set.h"

#include <memory>
#include <string>
#include <vector>

namespace masar::cli {

/// The outside world as a verb sees it.
struct Session {
    Console& console;
    base::FileDoor& files;
    const base::ClockDoor& clock;
    base::Language language = base::Language::en;
    base::Ranks* ranks = nullptr;  ///< known under mpirun

    /// Whether another process tells what this one helps to find.
    [[nodiscard]] bool only_helps() const { return ranks != nullptr && ranks->rank() > 0; }
    /// Prints the verb's output and gives its exit code, or that of a failed output.
    [[nodiscard]] ExitCode show(std::string_view text, ExitCode code) const;
    /// Says what went wrong on standard error, and gives the exit code of its kind.
    [[nodiscard]] ExitCode fail(const base::Error& error) const;
    /// A remark beside the output, on standard error.
    void remark(const base::Text& sentence) const;
};

struct VerbWords {
    std::string name;
    base::Text summary;                 ///< one line of the list of verbs
    base::Text story;                   ///< a paragraph of its help
    std::vector<std::string> examples;  ///< "masar check examples/uae-us"
};

class Verb {
public:
    virtual ~Verb() = default;
    [[nodiscard]] virtual VerbWords words() const = 0;
    virtual void declare(OptionSet& options) = 0;
    [[nodiscard]] virtual ExitCode run(const Session& session) = 0;
};

using Verbs = std::vector<std::unique_ptr<Verb>>;
/// All of them, in the order in which people meet them.
[[nodiscard]] Verbs all_verbs();

}  // namespace masar::cli

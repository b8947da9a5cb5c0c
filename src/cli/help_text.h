#pragma once
// Help for the terminal, and the same words as docs/cli.md.
#include "cli/verb.h"

namespace masar::cli {

/// `masar --help`: what it is, the verbs, the exit codes.
[[nodiscard]] std::string overview_help(const Verbs& verbs, base::Language language);
/// `masar VERB --help`.
[[nodiscard]] std::string verb_help(Verb& verb, base::Language language);
/// The page docs/cli.md (docs/cli.ar.md), made from the same words.
[[nodiscard]] std::string markdown_help(const Verbs& verbs, base::Language language);

/// Options that every verb has besides its own.
struct CommonOptions {
    std::string language;  ///< "", "en" or "ar"
    bool help = false;
};
void declare_common(OptionSet& options, CommonOptions& common);

}  // namespace masar::cli

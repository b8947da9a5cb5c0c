#include "cli/verb.h"

#include "report/text_wrap.h"

namespace masar::cli {

ExitCode Session::show(std::string_view text, ExitCode code) const {
    if (auto printed = console.print(text); !printed) return fail(printed.error());
    return code;
}

ExitCode Session::fail(const base::Error& error) const {
    std::string line = "masar: " + error.message.in(language);
    if (!error.hint.empty()) line += (language == base::Language::ar ? "؛ " : "; ") + error.hint.in(language);
    console.complain(line + "\n");
    switch (error.kind) {
        case base::Error::Kind::usage: return ExitCode::usage;
        case base::Error::Kind::input_output: return ExitCode::input_output;
        case base::Error::Kind::limit: return ExitCode::limit;
        default: return ExitCode::wrong_plan;
    }
}

void Session::remark(const base::Text& sentence) const { console.complain(report::wrapped(sentence.in(language))); }

}  // namespace masar::cli

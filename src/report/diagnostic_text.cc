#include "report/diagnostic_text.h"

#include "base/plural.h"

#include "report/display_width.h"
#include "report/figures.h"
#include "report/text_wrap.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::Diagnostic;
using base::Severity;
using base::Text;

constexpr std::array<std::string_view, 3> paints{"\033[1;31m", "\033[1;35m", "\033[1;36m"};
constexpr std::string_view no_paint = "\033[0m";

std::string painted(std::string_view words, Severity severity, const DiagnosticStyle& style) {
    if (style.colours == Colours::off) return std::string(words);
    return std::string(paints[static_cast<std::size_t>(severity)]) + std::string(words) + std::string(no_paint);
}

/// The quoted line, no wider than the terminal: the span stays in it, what is left out shows as "…".
struct Excerpt {
    std::string line;
    int caret_at = 0;
    int caret_width = 1;
};

/// Bytes before the code point number `column` (1-based).
std::size_t bytes_before(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t seen = 1; at < line.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
        if (starts && seen++ == column) break;
    }
    return at;
}

Excerpt excerpt_of(std::string_view line, const base::Place& place, int room) {
    constexpr unsigned context = 20;
    unsigned column = place.column;
    unsigned last = std::max(place.end_column, place.column);
    std::string shown;
    if (cells_before_column(line, last + 1) > room && column > context) {
        // From a little before the span on; a line may be megabytes long.
        line = line.substr(bytes_before(line, column - context));
        last -= column - context - 1;
        column = context + 1;
        shown = "…";
    }
    const int lead = display_width(shown);
    line = line.substr(0, bytes_before(line, static_cast<unsigned>(room) * 2));
    shown += cut_to_width(line, room - lead);
    std::ranges::replace(shown, '\t', ' ');
    Excerpt excerpt{shown, lead + cells_before_column(line, column), 1};
    const int width = cells_before_column(line, last + 1) - cells_before_column(line, column);
    excerpt.caret_width = std::clamp(width, 1, std::max(1, room - excerpt.caret_at));
    return excerpt;
}

/// " 14 |     needs: {planers: 4}" and the carets below it.
std::string quoted_line(const Diagnostic& diagnostic, const base::Sources& sources, const DiagnosticStyle& style) {
    const std::string_view line = sources.line_at(diagnostic.place);
    if (line.empty() || diagnostic.withheld) return {};
    const std::string number = std::to_string(diagnostic.place.line);
    const int room = terminal_columns - static_cast<int>(number.size()) - 4;
    const Excerpt excerpt = excerpt_of(line, diagnostic.place, room);
    const std::string carets(static_cast<std::size_t>(excerpt.caret_width), '^');
    std::string out = " " + number + " | " + excerpt.line + "\n";
    out += std::string(number.size() + 2, ' ') + "| " + std::string(static_cast<std::size_t>(excerpt.caret_at), ' ');
    out += painted(carets, diagnostic.severity, style);
    if (!diagnostic.hint.empty()) out += " " + diagnostic.hint.in(style.language);
    return out + "\n";
}

std::string related_lines(const Diagnostic& diagnostic, const base::Sources& sources, base::Language language) {
    std::string out;
    for (const base::Related& each : diagnostic.related) {
        const std::string place = place_text(each.place, sources);
        out += "    " + place + (place.empty() ? "" : ": ") + each.message.in(language) + "\n";
    }
    return out;
}

std::int64_t count(const base::Diagnostics& diagnostics, Severity severity) {
    return std::ranges::count(diagnostics, severity, &Diagnostic::severity);
}

}  // namespace

Text name_of(Severity severity) {
    switch (severity) {
        case Severity::error: return {"error", "خطأ"};
        case Severity::warning: return {"warning", "تنبيه"};
        default: return {"note", "ملاحظة"};
    }
}

std::string_view keyword(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        default: return "note";
    }
}

std::string place_text(const base::Place& place, const base::Sources& sources) {
    std::string text(sources.name_of(place));
    if (!place.known()) return text;
    text += ":" + std::to_string(place.line);
    if (place.column == 0) return text;
    text += ":" + std::to_string(place.column);
    if (place.end_column > place.column) text += "-" + std::to_string(place.end_column);
    return text;
}

std::string diagnostic_text(const Diagnostic& diagnostic, const base::Sources& sources, const DiagnosticStyle& style) {
    const std::string place = place_text(diagnostic.place, sources);
    std::string out = place + (place.empty() ? "" : " ");
    out += painted(name_of(diagnostic.severity).in(style.language), diagnostic.severity, style);
    out += " " + diagnostic.code;
    if (!diagnostic.lint.empty()) out += " [" + diagnostic.lint + "]";
    out += ": " + diagnostic.message.in(style.language) + "\n";
    const std::string quoted = quoted_line(diagnostic, sources, style);
    out += quoted;
    if (quoted.empty() && !diagnostic.hint.empty()) out += "    " + diagnostic.hint.in(style.language) + "\n";
    return out + related_lines(diagnostic, sources, style.language);
}

Text diagnostics_summary(const base::Diagnostics& diagnostics) {
    Text summary;
    const auto add = [&](Severity severity, const base::Noun& noun) {
        const std::int64_t number = count(diagnostics, severity);
        if (number == 0) return;
        const Text part = base::counted(noun, number);
        summary.en += (summary.en.empty() ? "" : ", ") + part.en;
        summary.ar += (summary.ar.empty() ? "" : "، ") + part.ar;
    };
    add(Severity::error, base::noun::error);
    add(Severity::warning, base::noun::warning);
    add(Severity::note, base::noun::note);
    return summary.empty() ? Text{"nothing to report", "لا ملاحظات"} : summary;
}

std::string diagnostics_text(const base::Diagnostics& diagnostics, const base::Sources& sources,
                             const DiagnosticStyle& style) {
    std::string out;
    for (const Diagnostic& each : diagnostics) out += diagnostic_text(each, sources, style) + "\n";
    return out + diagnostics_summary(diagnostics).in(style.language) + "\n";
}

}  // namespace masar::report

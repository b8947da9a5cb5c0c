#include "base/diagnostic_catalogue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace masar::base {
namespace {

struct Chapter {
    std::string_view prefix, en, ar;
};
constexpr std::array chapters{
    Chapter{"MSR01", "The text of the file", "نص الملف"},
    Chapter{"MSR02", "Keys, ids and references", "المفاتيح والمعرّفات والإحالات"},
    Chapter{"MSR03", "Values", "القيم"},
    Chapter{"MSR04", "Records", "السجلات"},
    Chapter{"MSR05", "What a plan must not hold", "ما لا يجوز أن تتضمنه الخطة"},
    Chapter{"MSR06", "The two languages", "اللغتان"},
    Chapter{"MSR07", "The plan as a schedule", "الخطة بوصفها جدولاً زمنياً"},
    Chapter{"MSR08", "The plan as a forecast", "الخطة بوصفها توقعاً"},
    Chapter{"MSR1", "Lints", "فحوص الجودة"},
};

constexpr std::string_view name_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

void append_entry(std::string& out, const CatalogueEntry& entry) {
    out.append("### ").append(entry.code).append(" · ").append(entry.title_en).append("\n");
    out.append(name_of(entry.severity)).append(". ").append(entry.explanation_en).append("\n\n");
    out.append("<div dir=\"rtl\">\n\n**").append(entry.title_ar).append(".** ");
    out.append(entry.explanation_ar).append("\n\n</div>\n\n");
}

}  // namespace

const CatalogueEntry* find_code(std::string_view code) {
    const auto find_in = [code](std::span<const CatalogueEntry> codes) -> const CatalogueEntry* {
        const auto at = std::ranges::lower_bound(codes, code, {}, &CatalogueEntry::code);
        return at != codes.end() && at->code == code ? &*at : nullptr;
    };
    const CatalogueEntry* entry = find_in(reading_codes());
    return entry ? entry : find_in(lint_codes());
}

Diagnostic make_diagnostic(std::string_view code, Place place, Text message, Text hint) {
    const CatalogueEntry* entry = find_code(code);
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = entry ? entry->severity : Severity::error;
    diagnostic.place = place;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

std::string catalogue_as_markdown() {
    std::string out = "# Diagnostics\nMade from `src/base/*_codes_table.cc`; a test compares.\n\n";
    for (const Chapter& chapter : chapters) {
        out.append("## ").append(chapter.en).append(" · ").append(chapter.ar).append("\n\n");
        for (const auto& codes : {reading_codes(), lint_codes()})
            for (const CatalogueEntry& entry : codes)
                if (entry.code.starts_with(chapter.prefix)) append_entry(out, entry);
    }
    return out;
}

}  // namespace masar::base

#pragma once
// Every code a plan can be given, once: its severity, what it is called and why it is asked for. docs/diagnostics.md is made from
// this list (a test compares them). Numbers are stable: one that is no longer given stays unused.
#include "base/diagnostic.h"

#include <span>
#include <string>
#include <string_view>

namespace masar::base {

struct CatalogueEntry {
    std::string_view
        code;  ///< MSR01xx text, 02xx ids and references, 03xx literals, 04xx records, 05xx refusals, 06xx languages, 07xx compile, 1xxx lints
    Severity severity = Severity::error;
    std::string_view title_en, title_ar;
    std::string_view explanation_en, explanation_ar;
};

/// What reading a plan can find (reading_codes_table.cc) and what the lints can (lint_codes_table.cc), each by code.
[[nodiscard]] std::span<const CatalogueEntry> reading_codes();
[[nodiscard]] std::span<const CatalogueEntry> lint_codes();

/// nullptr when no diagnostic has this code.
[[nodiscard]] const CatalogueEntry* find_code(std::string_view code);

/// A diagnostic with the severity its code has in the catalogue.
[[nodiscard]] Diagnostic make_diagnostic(std::string_view code, Place place, Text message, Text hint = {});

/// The text of docs/diagnostics.md.
[[nodiscard]] std::string catalogue_as_markdown();

}  // namespace masar::base

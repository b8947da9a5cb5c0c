#include "paper/pdf_catalog.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string_view>

namespace masar::paper {
namespace {

/// The number after the last `name`.
std::optional<std::size_t> number_after(std::string_view text, std::string_view name) {
    const std::size_t at = text.rfind(name);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view rest = text.substr(at + name.size());
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) rest.remove_prefix(1);
    std::size_t value = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string with_language(std::string pdf, base::Language language) {
    const auto table = number_after(pdf, "startxref"), root = number_after(pdf, "/Root"),
               size = number_after(pdf, "/Size");
    const auto info = number_after(pdf, "/Info");
    if (!table || !root || !size || !info) return pdf;
    const std::size_t object = pdf.rfind(fmt::format("\n{} 0 obj\n", *root));
    const std::size_t end = object == std::string::npos ? object : pdf.find("endobj", object);
    if (end == std::string::npos) return pdf;
    const std::size_t close = pdf.rfind(">>", end);
    if (close == std::string::npos || close < object) return pdf;
    const std::string_view direction = language == base::Language::ar ? "R2L" : "L2R";
    const std::string catalogue =
        fmt::format("{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true /Direction /{} >>\n>>\nendobj\n",
                    std::string_view(pdf).substr(object + 1, close - object - 1), base::code(language), direction);
    const std::size_t place = pdf.size();
    pdf += catalogue;
    const std::size_t new_table = pdf.size();
    pdf += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {} /Root {} 0 R /Info {} 0 R /Prev {} >>\nstartxref\n{}\n%%EOF\n",
        *root, place, *size, *root, *info, *table, new_table);
    return pdf;
}

}  // namespace masar::paper

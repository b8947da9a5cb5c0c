#include "planfile/read_documents.h"

#include "base/utf8.h"
#include "planfile/literal_date.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr std::size_t longest_link = 2000;

bool is_host_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// The first character of an address may not be a port, a path or a name of somebody: "https://user@host" hides where it leads.
bool has_host(std::string_view rest) {
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
    return !host.empty() && std::ranges::all_of(host, is_host_letter)
           && rest.substr(0, rest.find_first_of("/?#")).find('@') == std::string_view::npos;
}

void check_document(const Fields& document) {
    (void)document.text("title");
    (void)document.reference<plan::SideIndex>("side");
    (void)document.literal("date", &parse_date);
    (void)document.literal("link", &parse_link);
    (void)document.literal("hash", &parse_sha256);
    if (document.has("number") || document.has("office") || document.has("link")) return;
    document.require("office", {"say where it is kept: an office, a number in its registry, or a link",
                                "اذكر مكان حفظها: مكتب أو رقم قيد أو رابط"});
}

}  // namespace

void check_documents(const Fields& fields) {
    fields.each_item("documents", [&](NodeId item) { check_document(Fields(fields.reader(), item, Kind::document)); });
}

Parsed<std::string_view> parse_link(std::string_view text) {
    const base::Text hint{"write https://… , or the office and the number of the document",
                          "اكتب ‎https://…‎ أو المكتب ورقم الوثيقة"};
    const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
    const bool hidden =
        std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; })
        || base::first_bidi_control(text).has_value();
    if (hidden || text.size() > longest_link || !text.starts_with(scheme) || !has_host(text.substr(scheme.size())))
        return fault(code::bad_link, text, {"not a link that can be followed", "ليس رابطاً يمكن فتحه"}, hint);
    return text;
}

Parsed<std::string_view> parse_sha256(std::string_view text) {
    const bool digits = std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
    if (digits && text.size() == 64) return text;
    return fault(code::bad_hash, text, {"not a SHA-256", "ليس بصمة SHA-256"},
                 {"64 digits, as `sha256sum` prints them", "‏64 خانة كما يطبعها الأمر sha256sum"});
}

}  // namespace masar::planfile

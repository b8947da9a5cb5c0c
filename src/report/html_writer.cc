#include "report/html_writer.h"

namespace masar::report {
namespace {

/// Sentences set figures and ids between left-to-right marks, which is all that a terminal knows. Next to each other these runs flow
/// together; isolates, which browsers know, keep them apart.
std::string with_isolates(std::string_view text) {
    constexpr std::string_view mark = "\u200E", open = "\u2066", close = "\u2069";
    std::string out;
    bool inside = false;
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        out.append(text.substr(0, at)).append(inside ? close : open);
        text.remove_prefix(at + mark.size());
        inside = !inside;
    }
    out.append(text);
    return inside ? out.append(close) : out;
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const std::string shown = with_isolates(text);
    for (const char c : shown) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string isolated(std::string_view text) { return "<bdi dir=\"ltr\">" + escape_html(text) + "</bdi>"; }

HtmlWriter& HtmlWriter::open(std::string_view tag, std::string_view attributes) {
    out_ += '<';
    out_ += tag;
    if (!attributes.empty()) out_ += ' ';
    out_ += attributes;
    out_ += '>';
    open_tags_.emplace_back(tag);
    return *this;
}

HtmlWriter& HtmlWriter::close() {
    out_ += "</" + open_tags_.back() + ">";
    // A line per block keeps the page's source readable without touching inline text.
    if (open_tags_.back() != "span" && open_tags_.back() != "b") out_ += '\n';
    open_tags_.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view words) {
    out_ += escape_html(words);
    return *this;
}

HtmlWriter& HtmlWriter::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view words, std::string_view attributes) {
    return open(tag, attributes).text(words).close();
}

HtmlWriter& HtmlWriter::raw_element(std::string_view tag, std::string_view markup, std::string_view attributes) {
    return open(tag, attributes).raw(markup).close();
}

}  // namespace masar::report

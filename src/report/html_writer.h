#pragma once
// HTML text, built so that nothing unescaped can slip in: text goes through escape(), tags are written by name.
#include <string>
#include <string_view>
#include <vector>

namespace masar::report {

[[nodiscard]] std::string escape_html(std::string_view text);
/// <bdi dir="ltr">…</bdi>: ids, ranges, signed numbers and percentages read left to right inside Arabic.
[[nodiscard]] std::string isolated(std::string_view text);

class HtmlWriter {
public:
    /// `attributes` is trusted markup such as `class="card"`.
    HtmlWriter& open(std::string_view tag, std::string_view attributes = {});
    HtmlWriter& close();
    HtmlWriter& text(std::string_view words);
    /// Markup that is already safe: isolated(), an SVG.
    HtmlWriter& raw(std::string_view markup);
    /// open, text, close in one.
    HtmlWriter& element(std::string_view tag, std::string_view words, std::string_view attributes = {});
    HtmlWriter& raw_element(std::string_view tag, std::string_view markup, std::string_view attributes = {});

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
    std::vector<std::string> open_tags_;
};

}  // namespace masar::report

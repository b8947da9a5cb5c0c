#include "paper/words.h"

#include "base/utf8.h"

#include <string_view>

namespace masar::paper {
namespace {

constexpr std::string_view left_to_right_isolate = "\u2066", pop_isolate = "\u2069";

/// Like `pattern`, with another text.
Span span_like(Span pattern, std::string_view text) {
    pattern.text = text;
    return pattern;
}

/// What an element's tag and classes change in the look of its text.
Span look_of(const pugi::xml_node& element, Span look) {
    const std::string_view tag = element.name(), classes = element.attribute("class").value();
    if (tag == "b" || tag == "th") look.bold = true;
    if (has_class(classes, "muted") || has_class(classes, "place")) look.colour = ink_faint;
    if (has_class(classes, "fails-text")) look.colour = fail;
    if (has_class(classes, "whole") || has_class(classes, "date")) look.whole = true;
    if (has_class(classes, "place") || has_class(classes, "small")) look.scale = 0.88;
    return look;
}

class Gatherer {
public:
    void gather(const pugi::xml_node& element, const Span& look) {
        const std::string_view tag = element.name();
        if (tag == "svg") return;
        if (tag == "br") return add("\n", look);
        const bool isolated = std::string_view(element.attribute("dir").value()) == "ltr";
        if (tag == "div" && !words_.empty()) add("\n", look);
        if (isolated) add(left_to_right_isolate, look);
        for (const pugi::xml_node& child : element.children()) {
            if (child.type() == pugi::node_pcdata)
                add(child.value(), look);
            else
                gather(child, look_of(child, look));
        }
        if (isolated) add(pop_isolate, look);
    }
    [[nodiscard]] Words take() { return std::move(words_); }

private:
    void add(std::string_view text, const Span& look) {
        if (!text.empty()) words_.push_back(span_like(look, text));
    }
    Words words_;
};

}  // namespace

Words words_of(const pugi::xml_node& element) {
    Gatherer gatherer;
    gatherer.gather(element, look_of(element, {}));
    return gatherer.take();
}

std::string plain_text(const Words& words) {
    std::string text;
    for (const Span& each : words) text += each.text;
    return text;
}

Words longest_word(const Words& words) {
    Span longest;
    std::size_t most = 0;
    for (const Span& each : words) {
        std::string_view rest = each.text;
        while (!rest.empty()) {
            const std::size_t end = each.whole ? rest.size() : std::min(rest.find_first_of(" \n"), rest.size());
            const std::size_t length = base::code_point_count(rest.substr(0, end));
            if (length > most) {
                most = length;
                longest = span_like(each, rest.substr(0, end));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return {longest};
}

}  // namespace masar::paper

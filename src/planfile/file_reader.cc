#include "planfile/file_reader.h"

#include "base/utf8.h"
#include "plan/marking.h"
#include "planfile/fields.h"
#include "planfile/language_figures.h"
#include "planfile/literal_date.h"
#include "planfile/phrase.h"

#include <algorithm>

namespace masar::planfile {
namespace {

enum class Script : std::uint8_t { none, latin, arabic };

/// One Arabic letter makes a text Arabic: names and abbreviations in Latin letters occur in both languages.
Script script_of(std::string_view text) {
    bool latin = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xD8 && byte <= 0xDB) return Script::arabic;
        latin = latin || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z');
    }
    return latin ? Script::latin : Script::none;
}

}  // namespace

base::Place FileReader::place_of(std::string_view part, base::Place whole) const {
    const std::string_view source = tree_.source();
    const bool inside = part.data() >= source.data() && part.data() + part.size() <= source.data() + source.size();
    if (!inside || part.empty()) return whole;
    const auto begin = static_cast<std::size_t>(part.data() - source.data());
    return tree_.index().place(begin, begin + part.size());
}

std::optional<std::string_view> FileReader::scalar(NodeId node) const {
    if (cut_off(node) && (tree_[node].kind != NodeKind::scalar || tree_.text(node).empty())) return std::nullopt;
    if (tree_[node].kind != NodeKind::scalar) {
        report(code::wrong_shape, tree_.place(node),
               tree_[node].kind == NodeKind::map
                   ? base::Text{"a map where a single value is expected", "خريطة في موضع قيمة واحدة"}
                   : base::Text{"a list where a single value is expected", "قائمة في موضع قيمة واحدة"});
        return std::nullopt;
    }
    const std::string_view text = tree_.text(node);
    if (!text.empty()) return text;
    report(code::empty_value, tree_.place(node), {"nothing stands here", "لا توجد قيمة هنا"},
           {"write a value or leave the key out", "اكتب قيمة أو احذف المفتاح"});
    return std::nullopt;
}

void FileReader::report_no_map(NodeId node) const {
    if (cut_off(node) || (tree_[node].kind == NodeKind::scalar && !scalar(node))) return;
    report(code::wrong_shape, tree_.place(node),
           {"a map of keys and values is expected", "المطلوب خريطة من المفاتيح والقيم"},
           {"write it like {key: value}", "اكتبها مثل {key: value}"});
}

bool FileReader::check_id(NodeId entry) const {
    const std::string_view id = tree_.key(entry);
    const auto letter = [](char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); };
    const auto allowed = [&](char c) { return letter(c) || ('0' <= c && c <= '9') || c == '-'; };
    if (!id.empty() && letter(id[0]) && std::ranges::all_of(id, allowed)) return true;
    if (base::first_bidi_control(id)) {
        report(code::bidi_control, tree_.key_place(entry),
               {"an invisible direction mark in an id", "محرف اتجاه خفي في معرّف"},
               {"type the id anew", "أعد كتابة المعرّف"});
        return false;
    }
    report(code::bad_id, tree_.key_place(entry), phrase("'{}' is not an id", "«{}» ليس معرّفاً", shortened(id)),
           {"ASCII letters, digits and hyphens, beginning with a letter", "أحرف لاتينية وأرقام وشرطات، ويبدأ بحرف"});
    return false;
}

void FileReader::refuse_marking(base::Place place) const {
    report(code::marking_refused, place, {"the text bears a classification marking", "يحمل النص علامة تصنيف سري"},
           {"remove the marking; a plan holds nothing classified", "احذف العلامة، فلا تتضمن الخطة ما هو مصنّف"})
        .withheld = true;
}

std::string FileReader::words(NodeId node) const {
    const auto text = scalar(node);
    if (!text) return {};
    if (plan::has_classification_marking(*text)) {
        refuse_marking(tree_.place(node));
        return {};
    }
    return std::string(*text);
}

std::optional<plan::Review> FileReader::review(NodeId node) const {
    const Fields fields(*this, node, Kind::review);
    plan::Review review;
    review.state = fields.word("state", plan::TextState::draft);
    review.role = fields.words("role");
    review.on = fields.literal("on", &parse_date);
    review.of = fields.words("of");
    review.place = tree_.place(node);
    return review;
}

plan::NamedText FileReader::text(NodeId node) const {
    plan::NamedText text;
    if (tree_[node].kind != NodeKind::map) {
        std::string words = this->words(node);
        const base::Place place = tree_.place(node);
        if (words.empty()) return text;
        const Script script = script_of(words);
        if (script != Script::arabic) text.en = words, text.en_place = place;
        if (script != Script::latin) text.ar = std::move(words), text.ar_place = place;
        check_languages(text, place);
        return text;
    }
    const Fields fields(*this, node, Kind::text);
    const auto in = [&](std::string_view key, std::string& words, base::Place& place) {
        const NodeId child = fields.find(key);
        if (child == no_node) return;
        words = this->words(child);
        place = tree_.place(child);
    };
    in("en", text.en, text.en_place);
    in("ar", text.ar, text.ar_place);
    const NodeId english = fields.find("en-review"), arabic = fields.find("ar-review");
    if (english != no_node || arabic != no_node) {
        plan::Reviews reviews;
        if (english != no_node) reviews.en = review(english);
        if (arabic != no_node) reviews.ar = review(arabic);
        text.reviews = std::make_shared<const plan::Reviews>(std::move(reviews));
    }
    const bool refused = (fields.has("en") && text.en.empty()) || (fields.has("ar") && text.ar.empty());
    if (!refused && !cut_off(node)) check_languages(text, tree_.place(node));
    return text;
}

void FileReader::check_languages(const plan::NamedText& text, base::Place place) const {
    if (text.en.empty() || text.ar.empty()) {
        const bool english = text.en.empty();
        report(code::language_missing, place,
               english ? base::Text{"the English text is missing", "النص الإنجليزي مفقود"}
                       : base::Text{"the Arabic text is missing", "النص العربي مفقود"},
               {"write {en: …, ar: …}", "اكتب {en: …, ar: …}"});
        return;
    }
    const auto difference = differing_figure(text.en, text.ar);
    if (!difference) return;
    const bool english = difference->only_in_ar.empty();
    auto& diagnostic = report(code::figures_differ, english ? text.ar_place : text.en_place,
                              english ? phrase("the English text has the figure {}, the Arabic has not",
                                               "في النص الإنجليزي الرقم {} وليس في العربي", difference->only_in_en)
                                      : phrase("the Arabic text has the figure {}, the English has not",
                                               "في النص العربي الرقم {} وليس في الإنجليزي", difference->only_in_ar));
    diagnostic.related.push_back({english ? text.en_place : text.ar_place, {"the other language", "اللغة الأخرى"}});
}

}  // namespace masar::planfile

#include "planfile/event_reader.h"

#include "base/diagnostic_catalogue.h"
#include "planfile/code.h"
#include "planfile/duplicate_keys.h"
#include "planfile/scalar_text.h"
#include "planfile/source_guard.h"
#include "planfile/syntax_error.h"

#include <libfyaml.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace masar::planfile {
namespace {

using base::Diagnostic;
using base::Text;

using DiagHandle = std::unique_ptr<fy_diag, decltype(&fy_diag_destroy)>;
using ParserHandle = std::unique_ptr<fy_parser, decltype(&fy_parser_destroy)>;

DiagHandle silent_diag() {
    fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = nullptr;
    config.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
    DiagHandle diag(fy_diag_create(&config), &fy_diag_destroy);
    fy_diag_set_collect_errors(diag.get(), true);
    return diag;
}

ParserHandle parser_of(std::string_view text, fy_diag* diag) {
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2);
    config.diag = diag;
    ParserHandle parser(fy_parser_create(&config), &fy_parser_destroy);
    if (parser) fy_parser_set_string(parser.get(), text.data(), text.size());
    return parser;
}

class EventReader {
public:
    EventReader(std::string_view text, std::uint16_t file) : result_{NodeTree(text, file), {}, true} {}

    ReadTree run() {
        std::string_view text = tree().source();
        if (auto fault = find_source_fault(text, file())) {
            text = text.substr(0, fault->safe_bytes);
            stop(std::move(fault->diagnostic));
        }
        skipped_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        const bool guarded = result_.complete;
        parse(text.substr(skipped_));
        while (!open_.empty()) close(end_of_last_child());
        if (tree().empty() && guarded && result_.complete) report_empty();
        return std::move(result_);
    }

private:
    NodeTree& tree() { return result_.tree; }
    std::uint16_t file() { return tree().index().place(0, 0).file; }

    void parse(std::string_view text) {
        const DiagHandle diag = silent_diag();
        const ParserHandle parser = parser_of(text, diag.get());
        if (!parser || !diag) return;
        const bool guarded = result_.complete;
        while (fy_event* event = going_on_ ? fy_parser_parse(parser.get()) : nullptr) {
            take(*event);
            fy_parser_event_free(parser.get(), event);
        }
        // After a guard's fault the text is cut, so that an error at its end is only the cut.
        if (going_on_ && guarded && fy_parser_get_stream_error(parser.get())) report_syntax_error(diag.get());
    }

    void take(fy_event& event) {
        switch (event.type) {
            case FYET_DOCUMENT_START: return start_document();
            case FYET_MAPPING_START: return open(event, event.mapping_start.mapping_start, NodeKind::map);
            case FYET_SEQUENCE_START: return open(event, event.sequence_start.sequence_start, NodeKind::list);
            case FYET_MAPPING_END: return close(end_of(event.mapping_end.mapping_end));
            case FYET_SEQUENCE_END: return close(end_of(event.sequence_end.sequence_end));
            case FYET_SCALAR: return scalar(event);
            case FYET_ALIAS: return refuse(span_of(event.alias.anchor, 1), {"an alias ('*')", "اسم مستعار («*»)"});
            default: return;
        }
    }

    struct Span {
        std::uint32_t begin = 0, end = 0;
    };
    Span span_of(fy_event& event) const {
        const fy_mark* first = fy_event_start_mark(&event);
        const fy_mark* last = fy_event_end_mark(&event);
        if (!first || !last) return {};
        return {static_cast<std::uint32_t>(first->input_pos + skipped_),
                static_cast<std::uint32_t>(last->input_pos + skipped_)};
    }
    /// Of the closing bracket; nothing for block maps and lists, which end where their last child ends.
    std::uint32_t end_of(fy_token* closing) {
        const fy_mark* mark =
            closing && !open_.empty() && tree()[open_.back()].flow ? fy_token_end_mark(closing) : nullptr;
        return mark ? static_cast<std::uint32_t>(mark->input_pos + skipped_) : end_of_last_child();
    }
    std::uint32_t end_of_last_child() {
        if (open_.empty()) return 0;
        const Node& last = last_end_ == 0 ? tree()[open_.back()] : tree()[last_end_];
        return std::max({last.value_end, last.key_end, tree()[open_.back()].value_begin});
    }

    void start_document() {
        if (++documents_ > 1) {
            const auto end = static_cast<std::uint32_t>(tree().source().size());
            const std::uint32_t begin = last_end_ == 0 ? 0 : tree()[last_end_].value_end;
            const std::size_t dashes = tree().source().find("---", begin);
            const auto at = dashes == std::string_view::npos ? end : static_cast<std::uint32_t>(dashes);
            refuse({at, std::min(end, at + 3)}, {"a second document", "مستند ثانٍ"});
        }
    }

    /// In a map a scalar is first a key; `pending_` holds it until its value comes.
    bool expects_key() { return !open_.empty() && tree()[open_.back()].kind == NodeKind::map && !has_pending_; }

    NodeId append(const Node& value) {
        Node node = value;
        if (has_pending_) {
            node.key_begin = pending_.key_begin;
            node.key_end = pending_.key_end;
            node.key_style = pending_.key_style;
            node.has_key = true;
        }
        const NodeId id = tree().add(node);
        tree().edit(id).subtree_end = id + 1;
        if (has_pending_ && pending_.key_stored) tree().store_key(id, std::move(pending_text_));
        has_pending_ = false;
        last_end_ = id;
        return id;
    }

    void open(fy_event& event, fy_token* token, NodeKind kind) {
        const Span span = span_of(event);
        if (has_tag_or_anchor(event)) return;
        if (expects_key()) return refuse(span, {"a map or a list as a key", "خريطة أو قائمة في موضع المفتاح"});
        if (open_.size() >= greatest_depth) return report_depth(span);
        if (open_.empty() && kind == NodeKind::list) return report_root(span);
        const bool flow = token && span.end > span.begin;
        if (!flow && !open_.empty() && tree()[open_.back()].flow)
            return refuse(span, {"a 'key: value' pair inside '[…]'", "زوج «مفتاح: قيمة» داخل «[…]»"});
        Node node;
        node.kind = kind;
        node.flow = flow;
        node.value_begin = span.begin;
        node.value_end = span.end;
        open_.push_back(append(node));
    }

    void close(std::uint32_t end) {
        if (open_.empty()) return;
        const NodeId id = open_.back();
        open_.pop_back();
        has_pending_ = false;
        Node& node = tree().edit(id);
        node.subtree_end = static_cast<NodeId>(tree().size());
        node.value_end = std::max(end, node.value_begin);
        if (node.kind == NodeKind::map) mark_duplicate_keys(tree(), id, result_.diagnostics);
        last_end_ = id;
    }

    void scalar(fy_event& event) {
        if (has_tag_or_anchor(event)) return;
        const fy_scalar_style style = event.scalar.value ? fy_token_scalar_style(event.scalar.value) : FYSS_PLAIN;
        Span span = span_of(event);
        if (style == FYSS_LITERAL || style == FYSS_FOLDED)
            return refuse(span, {"a block text ('|' or '>')", "نص كتلي («|» أو «>»)"});
        const bool quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
        if (quoted) --span.begin, ++span.end;
        if (open_.empty()) return report_root(span);
        const ScalarStyle own = style == FYSS_SINGLE_QUOTED   ? ScalarStyle::single_quoted
                                : style == FYSS_DOUBLE_QUOTED ? ScalarStyle::double_quoted
                                                              : ScalarStyle::plain;
        const std::string_view text = text_of(event.scalar.value, span, own);
        expects_key() ? key(span, own, text) : value(span, own, text);
    }

    /// Most scalars stand in the file as they are meant, and asking the library for their text costs more than looking.
    std::string_view text_of(fy_token* token, Span span, ScalarStyle style) {
        if (!token) return {};
        const std::uint32_t quote = style == ScalarStyle::plain ? 0 : 1;
        const std::string_view written = tree().source().substr(span.begin + quote, span.end - span.begin - 2 * quote);
        const char escape = style == ScalarStyle::plain ? '\n' : style == ScalarStyle::single_quoted ? '\'' : '\\';
        if (written.find('\n') == std::string_view::npos && written.find(escape) == std::string_view::npos)
            return written;
        // libfyaml 0.7.12 loses memory in single-quoted texts with ten quotes in them.
        if (style == ScalarStyle::single_quoted) return decoded_ = single_quoted_text(written);
        std::size_t length = 0;
        const char* content = fy_token_get_text(token, &length);
        return content ? std::string_view(content, length) : std::string_view();
    }

    bool as_written(Span span, ScalarStyle style, std::string_view text) {
        const std::uint32_t quote = style == ScalarStyle::plain ? 0 : 1;
        return span.end >= span.begin + 2 * quote
               && tree().source().substr(span.begin + quote, span.end - span.begin - 2 * quote) == text;
    }

    void key(Span span, ScalarStyle style, std::string_view text) {
        if (explicit_key(span.begin)) return refuse(span, {"a key after '?'", "مفتاح بعد «?»"});
        if (span.begin == span.end) return refuse(at_next_line(), {"a value without a key", "قيمة بلا مفتاح"});
        pending_ = Node{};
        pending_.key_begin = span.begin;
        pending_.key_end = span.end;
        pending_.key_style = style;
        pending_.key_stored = !as_written(span, style, text);
        if (pending_.key_stored) pending_text_ = text;
        has_pending_ = true;
    }

    void value(Span span, ScalarStyle style, std::string_view text) {
        Node node;
        if (span.end == 0) span.begin = span.end = has_pending_ ? pending_.key_end : end_of_last_child();
        node.value_begin = span.begin;
        node.value_end = span.end;
        node.value_style = style;
        const NodeId id = append(node);
        if (!as_written(span, style, text)) tree().store_text(id, std::string(text));
    }

    bool explicit_key(std::uint32_t begin) {
        const std::string_view source = tree().source();
        std::size_t at = begin;
        while (at > 0 && source[at - 1] == ' ') --at;
        return at > 0 && at < begin && source[at - 1] == '?';
    }

    Span at_next_line() {
        const std::uint32_t end = end_of_last_child();
        return {end, end};
    }

    bool has_tag_or_anchor(fy_event& event) {
        if (fy_token* anchor = fy_event_get_anchor_token(&event))
            return refuse(span_of(anchor, 1), {"an anchor ('&')", "مرساة («&»)"}), true;
        if (fy_token* tag = fy_event_get_tag_token(&event))
            return refuse(span_of(tag, 0), {"a tag ('!')", "وسم («!»)"}), true;
        return false;
    }
    Span span_of(fy_token* token, std::uint32_t sign) const {
        const fy_mark* first = fy_token_start_mark(token);
        const fy_mark* last = fy_token_end_mark(token);
        if (!first || !last) return {};
        const auto begin = static_cast<std::uint32_t>(first->input_pos + skipped_);
        return {begin - std::min(sign, begin), static_cast<std::uint32_t>(last->input_pos + skipped_)};
    }

    void stop(Diagnostic diagnostic) {
        result_.complete = false;
        result_.diagnostics.push_back(std::move(diagnostic));
    }
    void report(std::string_view code, Span span, SyntaxErrorText text) {
        going_on_ = false;
        stop(base::make_diagnostic(code, tree().index().place(span.begin, span.end), std::move(text.message),
                                   std::move(text.hint)));
    }
    void refuse(Span span, Text what) {
        report(code::outside_subset, span,
               {{what.en + " is not part of a plan file", what.ar + " ليس من صيغة ملف الخطة"},
                {"write plain or quoted values, lists and maps only", "اكتب قيماً عادية أو مقتبسة وقوائم وخرائط فقط"}});
    }
    void report_depth(Span span) {
        report(code::too_deep, span,
               {{"nested more than " + std::to_string(greatest_depth) + " levels deep",
                 "تداخل أعمق من " + std::to_string(greatest_depth) + " مستوى"},
                {}});
    }
    void report_root(Span span) {
        report(code::not_a_map, span,
               {{"a plan file is a map of keys", "ملف الخطة خريطة من المفاتيح"},
                {"begin with 'masar: 1'", "ابدأ بـ «masar: 1»"}});
    }
    void report_empty() {
        report(code::empty_file, {},
               {{"the file holds no plan", "الملف لا يحتوي على خطة"}, {"begin with 'masar: 1'", "ابدأ بـ «masar: 1»"}});
    }

    void report_syntax_error(fy_diag* diag) {
        void* previous = nullptr;
        const fy_diag_error* error = fy_diag_errors_iterate(diag, &previous);
        std::size_t at = tree().source().size();
        if (error && error->line > 0)
            at = tree().index().offset(static_cast<std::uint32_t>(error->line),
                                       static_cast<std::uint32_t>(std::max(1, error->column)));
        const std::string_view rest = tree().source().substr(at);
        std::string_view detail = error && error->msg ? error->msg : "";
        auto begin = static_cast<std::uint32_t>(at);
        // An unclosed bracket is noticed at the end of the file; people look for where it opens.
        const bool unclosed =
            rest.find_first_not_of(" \r\n") == std::string_view::npos && !open_.empty() && tree()[open_.back()].flow;
        if (unclosed) begin = tree()[open_.back()].value_begin, detail = "without a closing bracket";
        // Of a quoted text the library names the first character behind the quotation mark.
        if (detail.find("closing quote") != std::string_view::npos && begin > 0) --begin;
        report(code::syntax, {begin, begin + 1}, explain_syntax_error(detail));
    }

    ReadTree result_;
    std::vector<NodeId> open_;
    Node pending_;
    std::string pending_text_;
    std::string decoded_;  ///< the text of the scalar at hand
    bool has_pending_ = false;
    bool going_on_ = true;
    std::size_t skipped_ = 0;  ///< bytes of the byte order mark
    NodeId last_end_ = 0;      ///< the node completed last
    int documents_ = 0;
};

}  // namespace

ReadTree read_tree(std::string_view text, std::uint16_t file) { return EventReader(text, file).run(); }

}  // namespace masar::planfile

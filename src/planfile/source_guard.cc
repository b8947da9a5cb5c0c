#include "planfile/source_guard.h"

#include "planfile/code.h"

#include <algorithm>
#include <array>
#include <string>

namespace masar::planfile {
namespace {

using base::Text;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class ByteClass : unsigned char { plain, line_end, suspect };

constexpr std::array<ByteClass, 256> classify() {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte)
        classes[byte] = byte < 0x20 || byte >= 0x7F ? ByteClass::suspect : ByteClass::plain;
    classes['\n'] = ByteClass::line_end;
    return classes;
}
constexpr std::array<ByteClass, 256> byte_classes = classify();

struct Finding {
    std::string_view code;
    Text message, hint;
};

std::string hex(unsigned value, unsigned digits) {
    constexpr std::string_view letters = "0123456789ABCDEF";
    std::string out;
    for (unsigned digit = digits; digit-- > 0;) out += letters[value >> (4 * digit) & 15];
    return out;
}

Finding invalid_byte(unsigned char byte) {
    const std::string name = "0x" + hex(byte, 2);
    return {code::not_utf8,
            {"byte " + name + " is not valid UTF-8 here", "البايت " + name + " غير صالح هنا في ترميز UTF-8"},
            {"save the file as UTF-8", "احفظ الملف بترميز UTF-8"}};
}

Finding forbidden_character(unsigned character) {
    const std::string name = "U+" + hex(character, 4);
    return {code::control_character,
            {"control character " + name + " in the file", "محرف تحكم " + name + " في الملف"},
            {"remove it", "احذفه"}};
}

unsigned decode_short(std::string_view sequence) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(sequence[i])); };
    if (sequence.size() == 2) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
}

/// C1 controls, the line and paragraph separators (line ends to some programs only), and a byte order mark in the middle.
bool forbidden_beyond_ascii(std::string_view sequence) {
    if (sequence.size() < 2 || sequence.size() > 3) return false;
    const unsigned character = decode_short(sequence);
    return (character >= 0x80 && character < 0xA0) || character == 0x2028 || character == 0x2029 || character == 0xFEFF
           || (character >= 0xFFFE && character <= 0xFFFF);
}

class Scan {
public:
    Scan(std::string_view text, std::uint16_t file, const SourceLimits& limits)
        : text_(text), file_(file), limits_(limits), at_(text.starts_with(byte_order_mark) ? 3 : 0), line_start_(at_) {}

    std::optional<SourceFault> run() {
        if (text_.size() > limits_.file_bytes) return too_large();
        if (auto fault = look_at_line_start()) return fault;
        while (at_ < text_.size()) {
            if (auto fault = step()) return fault;
        }
        return at_ - line_start_ > limits_.line_bytes ? too_long() : std::nullopt;
    }

private:
    std::optional<SourceFault> step() {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte_classes[byte] == ByteClass::plain) return ++at_, std::nullopt;
        if (byte_classes[byte] == ByteClass::suspect) return look_closer(byte);
        if (at_ - line_start_ > limits_.line_bytes) return too_long();
        line_start_ = ++at_;
        ++line_;
        return look_at_line_start();
    }

    std::optional<SourceFault> look_at_line_start() {
        if (at_ >= text_.size() || text_[at_] != '%') return std::nullopt;
        return fault({code::directive,
                      {"a YAML directive", "توجيه YAML"},
                      {"remove the line: a plan needs no directives", "احذف السطر: لا تحتاج الخطة إلى توجيهات"}});
    }

    std::optional<SourceFault> look_closer(unsigned char byte) {
        if (byte == '\t') return fault({code::tab, {"a tab", "علامة جدولة"}, {"use spaces", "استعمل المسافات"}});
        if (byte == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') return ++at_, std::nullopt;
        if (byte < 0x20 || byte == 0x7F) return fault(forbidden_character(byte));
        const std::size_t length = utf8_length(text_.substr(at_));
        if (length == 0) return fault(invalid_byte(byte));
        const std::string_view sequence = text_.substr(at_, length);
        if (forbidden_beyond_ascii(sequence)) return fault(forbidden_character(decode_short(sequence)));
        at_ += length;
        return std::nullopt;
    }

    std::optional<SourceFault> too_large() {
        return fault({code::file_too_large,
                      {"the file is larger than " + std::to_string(limits_.file_bytes >> 20) + " MiB",
                       "حجم الملف أكبر من " + std::to_string(limits_.file_bytes >> 20) + " ميبيبايت"},
                      {"divide the plan into a folder of files", "قسّم الخطة إلى مجلد من الملفات"}});
    }

    std::optional<SourceFault> too_long() {
        at_ = line_start_;
        return fault({code::line_too_long,
                      {"a line longer than " + std::to_string(limits_.line_bytes) + " bytes",
                       "سطر أطول من " + std::to_string(limits_.line_bytes) + " بايت"},
                      {"break the line", "قسّم السطر"}});
    }

    SourceFault fault(const Finding& finding) const {
        const std::string_view before = text_.substr(line_start_, at_ - line_start_);
        const auto characters = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
        const auto column = static_cast<std::uint32_t>(characters) + 1;
        base::Diagnostic diagnostic;
        diagnostic.code = finding.code;
        diagnostic.place = {line_, column, column, file_};
        diagnostic.message = finding.message;
        diagnostic.hint = finding.hint;
        return {std::move(diagnostic), line_start_};
    }

    std::string_view text_;
    std::uint16_t file_;
    SourceLimits limits_;
    std::size_t at_;
    std::size_t line_start_;
    std::uint32_t line_ = 1;
};

}  // namespace

std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (text.empty()) return 0;
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    // The second byte excludes overlong forms, surrogates and what lies above U+10FFFF (Unicode, table 3-7).
    const bool valid = !(lead == 0xE0 && byte(1) < 0xA0) && !(lead == 0xED && byte(1) > 0x9F)
                       && !(lead == 0xF0 && byte(1) < 0x90) && !(lead == 0xF4 && byte(1) > 0x8F);
    return valid ? length : 0;
}

bool has_bidi_control(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text.substr(i, 2) == "\xD8\x9C") return true;  // U+061C
        if (text[i] != '\xE2' || i + 2 >= text.size()) continue;
        const auto middle = static_cast<unsigned char>(text[i + 1]), last = static_cast<unsigned char>(text[i + 2]);
        const bool mark = middle == 0x80 && (last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE));
        const bool isolate = middle == 0x81 && last >= 0xA6 && last <= 0xA9;
        if (mark || isolate) return true;
    }
    return false;
}

std::optional<SourceFault> find_source_fault(std::string_view text, std::uint16_t file, const SourceLimits& limits) {
    return Scan(text, file, limits).run();
}

}  // namespace masar::planfile

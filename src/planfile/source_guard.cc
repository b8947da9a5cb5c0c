#include "planfile/source_guard.h"

#include "base/diagnostic_catalogue.h"
#include "base/utf8.h"
#include "planfile/code.h"

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

std::string hex(std::uint32_t value, unsigned digits) {
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

Finding forbidden_character(char32_t character) {
    const std::string name = "U+" + hex(character, 4);
    return {code::control_character,
            {"control character " + name + " in the file", "محرف تحكم " + name + " في الملف"},
            {"remove it", "احذفه"}};
}

/// C1 controls, the line and paragraph separators (line ends to some programs only), a byte order mark in the middle, and
/// what is no character at all.
bool forbidden_beyond_ascii(char32_t character) {
    return (character >= 0x80 && character < 0xA0) || character == 0x2028 || character == 0x2029 || character == 0xFEFF
           || character == 0xFFFE || character == 0xFFFF;
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
        // A '%' before bytes that are no text is not a directive: those bytes are what is wrong.
        if (at_ + 1 < text_.size() && base::code_point_at(text_, at_ + 1).bytes == 0) return std::nullopt;
        return fault({code::directive,
                      {"a YAML directive", "توجيه YAML"},
                      {"remove the line: a plan needs no directives", "احذف السطر: لا تحتاج الخطة إلى توجيهات"}});
    }

    std::optional<SourceFault> look_closer(unsigned char byte) {
        if (byte == '\t') return fault({code::tab, {"a tab", "علامة جدولة"}, {"use spaces", "استعمل المسافات"}});
        if (byte == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') return ++at_, std::nullopt;
        if (byte < 0x20 || byte == 0x7F) return fault(forbidden_character(byte));
        const base::CodePoint character = base::code_point_at(text_, at_);
        if (character.bytes == 0) return fault(invalid_byte(byte));
        if (forbidden_beyond_ascii(character.value)) return fault(forbidden_character(character.value));
        at_ += character.bytes;
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
        const auto column =
            static_cast<std::uint32_t>(base::code_point_count(text_.substr(line_start_, at_ - line_start_))) + 1;
        return {base::make_diagnostic(finding.code, {line_, column, column, file_}, finding.message, finding.hint),
                line_start_};
    }

    std::string_view text_;
    std::uint16_t file_;
    SourceLimits limits_;
    std::size_t at_;
    std::size_t line_start_;
    std::uint32_t line_ = 1;
};

}  // namespace

std::optional<SourceFault> find_source_fault(std::string_view text, std::uint16_t file, const SourceLimits& limits) {
    return Scan(text, file, limits).run();
}

}  // namespace masar::planfile

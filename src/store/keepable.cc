#include "store/keepable.h"

#include "base/utf8.h"

namespace masar::store {
namespace {

base::Error unkeepable() {
    return {base::Error::Kind::usage,
            {"the text holds bytes that are no characters", "في النص بايتات ليست حروفاً"},
            {"type it again, or save it as UTF-8", "أعد كتابته أو احفظه بترميز UTF-8"}};
}

}  // namespace

bool is_unkeepable(const base::Error& error) { return error.message == unkeepable().message; }

base::Result<void> keepable(const Values& values) {
    for (const Value& value : values) {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr || (text->find('\0') == std::string::npos && !base::first_invalid_utf8(*text))) continue;
        return tl::unexpected(unkeepable());
    }
    return {};
}

}  // namespace masar::store

#include "app/workspace/account_rules.h"

#include "app/workspace/common_passwords.h"
#include "base/arabic.h"
#include "base/utf8.h"
#include "store/secrets.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

tl::unexpected<Refusal> wrong(std::string_view field, base::Text message, base::Text hint) {
    auto refused = refuse(Refusal::Why::wrong_field, std::move(message), std::move(hint));
    refused.value().field = field;
    return refused;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool of_login(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '@';
}

}  // namespace

Outcome<std::string> checked_login(std::string_view login) {
    std::string small(trimmed(login));
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (small.size() < 3 || small.size() > 64 || !std::ranges::all_of(small, of_login))
        return wrong(
            "login", {"the login cannot be used", "لا يمكن استخدام اسم الدخول"},
            {"3 to 64 letters a–z, digits or . _ - @",
             "من 3 إلى 64 من الحروف اللاتينية ‎a–z‎ أو الأرقام أو ‎. _ - @‎"});
    return small;
}

Outcome<void> check_password(std::string_view password, std::string_view login) {
    if (base::first_invalid_utf8(password) || password.size() > 1000)
        return wrong("password", {"the password cannot be used", "لا يمكن استخدام كلمة السر"},
                     {"at most 1,000 bytes of text", "نص لا يزيد على 1,000 بايت"});
    const std::u32string characters = base::to_code_points(password);
    if (characters.size() < 12)
        return wrong(
            "password", {"the password is too short", "كلمة السر قصيرة"},
            {"12 characters or more: a few words that do not belong together are easy to remember",
             "‏12 حرفاً أو أكثر: بضع كلمات لا صلة بينها سهلة التذكر"});
    const std::string plain = base::normalised_for_search(password);
    if (std::set(characters.begin(), characters.end()).size() < 5
        || (login.size() >= 3 && plain.find(base::normalised_for_search(login)) != std::string::npos))
        return wrong("password", {"the password is easy to guess", "كلمة السر سهلة التخمين"},
                     {"at least 5 different characters, and not the login",
                      "‏5 حروف مختلفة على الأقل، وبدون اسم الدخول"});
    std::string together = plain;
    std::erase(together, ' ');
    if (is_common_password(together))
        return wrong("password",
                     {"the password is one of those that are tried first", "كلمة السر من الكلمات التي تُجرَّب أولاً"},
                     {"a few words that do not belong together are easy to remember and hard to guess",
                      "بضع كلمات لا صلة بينها سهلة التذكر صعبة التخمين"});
    return {};
}

Outcome<std::string> hashed_password(std::string_view password, std::string_view login) {
    if (auto fine = check_password(password, login); !fine) return tl::unexpected(fine.error());
    std::string hash = store::password_hash(password);
    if (hash.empty())
        return refuse(
            Refusal::Why::storage,
            {"there is not enough memory to keep a password safely", "الذاكرة غير كافية لحفظ كلمة السر بأمان"},
            {"try again later", "أعد المحاولة لاحقاً"});
    return hash;
}

Outcome<std::string> checked_line(std::string_view text, std::string_view field) {
    std::string line(trimmed(text));
    const bool control = std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (control || base::first_invalid_utf8(line) || base::code_point_count(line) > 200)
        return wrong(field, {"the text cannot be used here", "لا يمكن استخدام هذا النص هنا"},
                     {"one line of at most 200 characters", "سطر واحد لا يزيد على 200 حرف"});
    return line;
}

}  // namespace masar::app

// masar-verify: does this certificate prove what it says about this instance? A second, small program on purpose: it shares the
// reader of instances and the checker of schedules with masar, and nothing of the engine that wrote the certificate.
//
//     masar solve j301_1.sm --proof j301_1.proof && masar-verify j301_1.sm j301_1.proof
//
// Exit codes: 0 verified, 1 rejected, 2 wrong usage or a file that cannot be read.
#include "verify/verdict_text.h"

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

using masar::base::Language;
using masar::base::Text;

constexpr int verified = 0, rejected = 1, unusable = 2;

std::optional<std::string> content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream content;
    content << file.rdbuf();
    if (file.bad() || content.fail()) return std::nullopt;
    return std::move(content).str();
}

int complain(const Text& text, Language language) {
    std::cerr << "masar-verify: " << text.in(language) << '\n';
    return unusable;
}

std::string file_name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

int check(const std::vector<std::string>& paths, Language language) {
    const auto instance = content_of(paths[0]), certificate = content_of(paths[1]);
    for (std::size_t i = 0; i < 2; ++i)
        if (!(i == 0 ? instance : certificate))
            return complain({"cannot read " + paths[i], "تعذرت قراءة " + paths[i]}, language);
    const auto verdict = masar::verify::verify_text(file_name_of(paths[0]), *instance, *certificate);
    if (!verdict) return complain(verdict.error().message, language);
    std::cout << masar::verify::sentence(*verdict).in(language) << '\n';
    return verdict->accepted() ? verified : rejected;
}

}  // namespace

int main(int count, char** words) {
    Language language = Language::en;
    std::vector<std::string> paths;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--lang" && i + 1 < count)
            language = std::string(words[++i]) == "ar" ? Language::ar : Language::en;
        else
            paths.push_back(word);
    }
    if (paths.size() != 2 || paths[0].starts_with("--") || paths[1].starts_with("--"))
        return complain({"usage: masar-verify INSTANCE CERTIFICATE [--lang en|ar]",
                         "الاستعمال: masar-verify المسألة الشهادة [--lang en|ar]"},
                        language);
    return check(paths, language);
}

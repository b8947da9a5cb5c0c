// masar-verify: does this certificate prove what it says about this instance, or this plan? A second, small program on purpose: it
// shares the readers of instances and plans and the checker of schedules with masar, and nothing of the engine that wrote the certificate.
//
//     masar solve j301_1.sm --proof j301_1.proof && masar-verify j301_1.sm j301_1.proof
//     masar schedule examples/uae-us --proof plan.proof && masar-verify examples/uae-us plan.proof
//
// Exit codes: 0 verified, 1 rejected, 2 wrong usage or a file that cannot be read.
#include "verify/plan_proof.h"
#include "verify/verdict_text.h"

#include <algorithm>
#include <filesystem>
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

/// Reads, and never writes.
class ReadOnlyFiles : public masar::base::FileDoor {
public:
    [[nodiscard]] Entry look(std::string_view path) const override {
        std::error_code error;
        const auto status = std::filesystem::status(path, error);
        if (std::filesystem::is_directory(status)) return Entry::folder;
        return std::filesystem::exists(status) ? Entry::file : Entry::missing;
    }
    [[nodiscard]] masar::base::Result<std::string> read(std::string_view path, ReadLimit limit) const override {
        auto content = content_of(std::string(path));
        if (!content || content->size() > limit.bytes) return tl::unexpected(unreadable(path));
        return *std::move(content);
    }
    [[nodiscard]] masar::base::Result<void> write_whole(std::string_view path, std::string_view /*content*/) override {
        return tl::unexpected(unreadable(path));
    }
    [[nodiscard]] masar::base::Result<std::vector<std::string>> list(std::string_view folder) const override {
        std::vector<std::string> names;
        std::error_code error;
        for (const auto& each : std::filesystem::directory_iterator(folder, error))
            names.push_back(each.path().filename().string());
        if (error) return tl::unexpected(unreadable(folder));
        std::ranges::sort(names);
        return names;
    }

private:
    static masar::base::Error unreadable(std::string_view path) {
        const std::string name(path);
        return {masar::base::Error::Kind::input_output, {"cannot read " + name, "تعذرت قراءة " + name}, {}};
    }
};

int complain(const Text& text, Language language) {
    std::cerr << "masar-verify: " << text.in(language) << '\n';
    return unusable;
}

std::string file_name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

masar::base::Result<masar::verify::Verdict> verdict_of(const std::string& path, const std::string& certificate) {
    const ReadOnlyFiles files;
    if (masar::verify::about_plan(certificate)) return masar::verify::verify_plan(files, path, certificate);
    const auto instance = files.read(path, {});
    if (!instance) return tl::unexpected(instance.error());
    return masar::verify::verify_text(file_name_of(path), *instance, certificate);
}

int check(const std::vector<std::string>& paths, Language language) {
    const auto certificate = content_of(paths[1]);
    if (!certificate) return complain({"cannot read " + paths[1], "تعذرت قراءة " + paths[1]}, language);
    const auto verdict = verdict_of(paths[0], *certificate);
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
        return complain({"usage: masar-verify INSTANCE|PLAN CERTIFICATE [--lang en|ar]",
                         "الاستعمال: masar-verify المسألة|الخطة الشهادة [--lang en|ar]"},
                        language);
    return check(paths, language);
}

#include "planfile/gather.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace masar::planfile {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

/// A disk made of a map from path to text.
class FakeDisk : public base::FileDoor {
public:
    explicit FakeDisk(Files files) : files_(std::move(files)) {}

    [[nodiscard]] Entry look(std::string_view path) const override {
        if (files_.contains(path)) return Entry::file;
        return list(path)->empty() ? Entry::missing : Entry::folder;
    }
    [[nodiscard]] base::Result<std::string> read(std::string_view path, ReadLimit) const override {
        const auto found = files_.find(path);
        if (found == files_.end() || found->second == "locked")
            return base::failure(base::Error::Kind::input_output, {"locked", "مقفل"});
        return found->second;
    }
    [[nodiscard]] base::Result<void> write_whole(std::string_view, std::string_view) override { return {}; }
    [[nodiscard]] base::Result<std::vector<std::string>> list(std::string_view folder) const override {
        std::set<std::string> names;
        const std::string prefix = std::string(folder) + "/";
        for (const auto& [path, text] : files_)
            if (path.starts_with(prefix))
                names.insert(path.substr(prefix.size(), path.find('/', prefix.size()) - prefix.size()));
        return std::vector<std::string>(names.begin(), names.end());
    }

private:
    Files files_;
};

std::string order(const FakeDisk& disk, std::string_view path) {
    const auto files = gather(disk, path);
    if (!files) return files.error().message.en;
    std::string out;
    for (const InputFile& file : *files) out += file.name + (file.side.empty() ? "" : " of " + file.side) + "; ";
    return out;
}

TEST(Gather, AFileIsItself) { EXPECT_EQ(order(FakeDisk(Files{{"x/my.yaml", "a"}}), "x/my.yaml"), "x/my.yaml; "); }

TEST(Gather, AFolderBeginsWithThePlanThenPartsThenSides) {
    const FakeDisk disk(Files{{"p/plan.yaml", ""},
                              {"p/l2.yaml", ""},
                              {"p/l1.yaml", ""},
                              {"p/notes.txt", ""},
                              {"p/.hidden.yaml", ""},
                              {"p/sides/usa/b.yaml", ""},
                              {"p/sides/usa/a.yaml", ""},
                              {"p/sides/uae/z.yaml", ""},
                              {"p/sides/readme.yaml", ""},
                              {"p/deep/er.yaml", ""}});
    EXPECT_EQ(
        order(disk, "p"),
        "plan.yaml; l1.yaml; l2.yaml; sides/uae/z.yaml of uae; sides/usa/a.yaml of usa; sides/usa/b.yaml of usa; ");
}

TEST(Gather, SaysWhatIsNotThere) {
    EXPECT_EQ(order(FakeDisk(Files{}), "nowhere"), "there is no file or folder 'nowhere'");
    EXPECT_EQ(order(FakeDisk(Files{{"p/l1.yaml", ""}}), "p"), "the folder 'p' has no plan.yaml");
    EXPECT_EQ(order(FakeDisk(Files{{"p/plan.yaml", ""}, {"p/x.yaml", "locked"}}), "p"), "locked");
}

}  // namespace
}  // namespace masar::planfile

#include "cli/disk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace masar::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

/// An empty folder that goes with the test.
class DiskTest : public ::testing::Test {
protected:
    DiskTest() {
        std::string pattern = (fs::temp_directory_path() / "masar-disk-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~DiskTest() override { fs::remove_all(folder); }
    [[nodiscard]] std::string at(const std::string& name) const { return folder + "/" + name; }

    std::string folder;
    Disk disk;
};

TEST_F(DiskTest, ReadsWhatItWroteAndLeavesNothingBeside) {
    ASSERT_TRUE(disk.write_whole(at("خطة.yaml"), "masar: 1\n").has_value());
    ASSERT_TRUE(disk.write_whole(at("خطة.yaml"), "masar: 1\nend\n").has_value());
    EXPECT_EQ(disk.read(at("خطة.yaml"), {}).value(), "masar: 1\nend\n");
    EXPECT_THAT(disk.list(folder).value(), ElementsAre("خطة.yaml"));
}

TEST_F(DiskTest, AddsToTheEnd) {
    ASSERT_TRUE(disk.append(at("r.csv"), "a\n").has_value());
    ASSERT_TRUE(disk.append(at("r.csv"), "b\n").has_value());
    EXPECT_EQ(disk.read(at("r.csv"), {}).value(), "a\nb\n");
}

TEST_F(DiskTest, RefusesAFileAboveTheLimit) {
    ASSERT_TRUE(disk.write_whole(at("big"), std::string(1001, 'x')).has_value());
    const auto read = disk.read(at("big"), {1000});
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().message.en, "'" + at("big") + "' is larger than 1,000 bytes and was not read");
    EXPECT_FALSE(disk.read("/dev/zero", {1000}).has_value());
}

TEST_F(DiskTest, SaysWhyInBothLanguages) {
    const auto missing = disk.read(at("none"), {});
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().kind, base::Error::Kind::input_output);
    EXPECT_EQ(missing.error().message.en, "cannot read '" + at("none") + "': no such file or folder");
    EXPECT_NE(missing.error().message.ar.find("لا يوجد ملف"), std::string::npos);
    EXPECT_FALSE(disk.read(folder, {}).has_value());
    EXPECT_FALSE(disk.list(at("none")).has_value());
}

TEST_F(DiskTest, TellsFilesFromFolders) {
    ASSERT_TRUE(disk.write_whole(at("file"), "").has_value());
    EXPECT_EQ(disk.look(at("file")), base::FileDoor::Entry::file);
    EXPECT_EQ(disk.look(folder), base::FileDoor::Entry::folder);
    EXPECT_EQ(disk.look(at("none")), base::FileDoor::Entry::missing);
}

}  // namespace
}  // namespace masar::cli

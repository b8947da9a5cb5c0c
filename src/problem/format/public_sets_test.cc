// Reads every file of the public sets when MASAR_DATA names their folder, and says that it did not where it is absent.
#include "problem/checker.h"
#include "problem/format/read_instance.h"
#include "problem/passes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace masar::problem {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct SetRow {
    std::string upper, status, path_bound;
};

/// <set>_bounds.csv by instance: instance,lb,ub,optimal,cpm_lb.
std::map<std::string, SetRow> bounds_of(const fs::path& folder) {
    std::map<std::string, SetRow> rows;
    std::ifstream stream(folder.string() + "_bounds.csv");
    std::string line;
    while (std::getline(stream, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == ',') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        if (cells.size() >= 5) rows[cells[0]] = {cells[2], cells[3], cells[4]};
    }
    return rows;
}

void read_one(const fs::path& path, const SetRow& row) {
    const std::string text = content(path);
    const auto format = detect_format(path.filename().string(), text);
    ASSERT_TRUE(format) << path;
    const auto problem = read_instance(*format, text);
    ASSERT_TRUE(problem) << path << ": " << problem.error().message.en;
    const Passes passes = run_passes(*problem, {});
    if (row.status != "infeasible") {
        EXPECT_TRUE(passes.contradiction.empty()) << path;
        EXPECT_LE(row.upper.empty() ? 0 : std::stoi(row.upper), problem->data().horizon) << path;
    }
    if (!row.path_bound.empty() && *format == Format::psplib_sm) {
        EXPECT_EQ(std::stoi(row.path_bound), passes.makespan) << path;
    }
}

TEST(PublicSetsSlow, AreReadWhole) {
    const char* root = std::getenv("MASAR_DATA");
    if (root == nullptr) GTEST_SKIP() << "MASAR_DATA names no folder with the public benchmark sets";
    fs::path folder(root);
    if (fs::is_directory(folder / "psplib")) folder /= "psplib";
    if (!fs::is_directory(folder)) GTEST_SKIP() << "MASAR_DATA is not a folder: " << root;
    int files = 0;
    for (const auto& set : fs::directory_iterator(folder)) {
        if (!set.is_directory()) continue;
        auto rows = bounds_of(set.path());
        for (const auto& file : fs::directory_iterator(set.path())) {
            if (file.path().extension() == ".txt") continue;  // the sets' own read-me files
            read_one(file.path(), rows[file.path().stem().string()]);
            ++files;
        }
    }
    EXPECT_GT(files, 0);
    RecordProperty("files", files);
}

}  // namespace
}  // namespace masar::problem

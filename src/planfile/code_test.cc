#include "base/diagnostic_catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace masar::planfile {
namespace {

TEST(Code, EveryCodeOfTheRoomIsInTheCatalogueOnce) {
    std::ifstream header("src/planfile/code.h");
    const std::string text{std::istreambuf_iterator<char>(header), {}};
    const std::regex pattern("\"(MSR\\d{4})\"");
    std::set<std::string> seen;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        const std::string code = (*at)[1];
        EXPECT_TRUE(seen.insert(code).second) << code << " has two names";
        EXPECT_NE(base::find_code(code), nullptr) << code;
    }
    EXPECT_GT(seen.size(), 50U);
}

}  // namespace
}  // namespace masar::planfile

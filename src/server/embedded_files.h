#pragma once
// Files that are part of the program: the web pages, the shipped example, the description of the interface. Put in by the build
// (cmake/Embed.cmake), so that one installed file is all there is to install.
#include "server/http/http_response.h"

#include <span>
#include <string_view>

namespace masar::server {

struct EmbeddedFile {
    std::string_view path;  ///< "web/index.html", "examples/uae-us/plan.yaml"
    std::string_view content;
    std::string_view zipped;  ///< gzip; empty when there is none
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();
/// Null when there is none.
[[nodiscard]] const EmbeddedFile* embedded_file(std::string_view path);

}  // namespace masar::server

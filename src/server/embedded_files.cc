#include "server/embedded_files.h"

#include <algorithm>

namespace masar::server {

const EmbeddedFile* embedded_file(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found != files.end() ? &*found : nullptr;
}

}  // namespace masar::server

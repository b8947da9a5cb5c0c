#pragma once
// The pages of the browser: files that are part of the program. Any address that is no file is a page of the application, which reads the
// address itself.
#include "server/embedded_files.h"
#include "server/http/http_request.h"

#include <map>
#include <string>

namespace masar::server {

class WebPages {
public:
    WebPages();

    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;
    [[nodiscard]] bool built() const { return !files_.empty(); }

private:
    struct Kept {
        Body content, zipped;
        std::string etag, type, cache;
    };
    [[nodiscard]] const Kept& find(const std::string& path) const;

    std::map<std::string, Kept, std::less<>> files_;
    Kept not_built_;
};

/// "text/css; charset=utf-8" for "app.css"; bytes of no known kind are a download.
[[nodiscard]] std::string_view type_of_file(std::string_view path);

}  // namespace masar::server

#include "server/web_pages.h"

#include "server/http/byte_hash.h"
#include "server/http/problem_document.h"

#include <algorithm>
#include <array>

namespace masar::server {
namespace {

constexpr std::string_view folder = "web/";

struct FileType {
    std::string_view ending, type;
};
constexpr std::array<FileType, 11> file_types{{{".html", "text/html; charset=utf-8"},
                                               {".js", "text/javascript; charset=utf-8"},
                                               {".css", "text/css; charset=utf-8"},
                                               {".json", "application/json; charset=utf-8"},
                                               {".webmanifest", "application/manifest+json; charset=utf-8"},
                                               {".svg", "image/svg+xml"},
                                               {".png", "image/png"},
                                               {".ico", "image/x-icon"},
                                               {".woff2", "font/woff2"},
                                               {".woff", "font/woff"},
                                               {".txt", "text/plain; charset=utf-8"}}};

constexpr std::string_view not_built_page = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Masar · مسار</title></head>
<body>
<p>The pages are not part of this build of Masar: build them with ./run build. The interface under /api/v1 is there.</p>
<p lang="ar" dir="rtl">الصفحات ليست جزءاً من هذه النسخة من «مسار»: ابنِها بالأمر ‎./run build‎. أما الواجهة البرمجية تحت ‎/api/v1‎ فمتاحة.</p>
</body></html>
)";

bool accepts_gzip(const HttpRequest& request) {
    const std::string_view accepted = request.fields.get("Accept-Encoding");
    const std::size_t at = accepted.find("gzip");
    return at != std::string_view::npos && !accepted.substr(at + 4).starts_with(";q=0");
}

/// Names that hold a hash of the content never mean anything else.
bool is_immutable(std::string_view path) { return path.starts_with("assets/"); }

}  // namespace

std::string_view type_of_file(std::string_view path) {
    const auto found = std::ranges::find_if(file_types, [&](const auto& each) { return path.ends_with(each.ending); });
    return found == file_types.end() ? "application/octet-stream" : found->type;
}

WebPages::WebPages() {
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(folder)) continue;
        const std::string path(file.path.substr(folder.size()));
        Kept kept;
        kept.content = body_of(std::string(file.content));
        if (!file.zipped.empty()) kept.zipped = body_of(std::string(file.zipped));
        kept.etag = etag_of(file.content);
        kept.type = type_of_file(path);
        kept.cache = is_immutable(path) ? "public, max-age=31536000, immutable" : "no-cache";
        files_.emplace(path, std::move(kept));
    }
    not_built_.content = body_of(std::string(not_built_page));
    not_built_.etag = etag_of(not_built_page);
    not_built_.type = type_of_file(".html");
    not_built_.cache = "no-cache";
}

const WebPages::Kept& WebPages::find(const std::string& path) const {
    const auto exact = files_.find(std::string_view(path).substr(1));
    if (exact != files_.end()) return exact->second;
    const auto page = files_.find("index.html");
    return page == files_.end() ? not_built_ : page->second;
}

HttpResponse WebPages::answer(const HttpRequest& request) const {
    const std::string_view last = std::string_view(request.path).substr(request.path.rfind('/') + 1);
    const bool file = files_.contains(std::string_view(request.path).substr(1));
    // An address that looks like a file but is none is not answered with a page: a script must not be HTML.
    if (!file && type_of_file(last) != "application/octet-stream")
        return response_of(Problem{ProblemCode::not_found}, request.language);
    const Kept& kept = find(request.path);
    HttpResponse response;
    response.type = kept.type;
    response.etag = kept.etag;
    response.cache = kept.cache;
    if (kept.zipped) response.with("Vary", "Accept-Encoding");
    if (names_etag(request.fields.get("If-None-Match"), kept.etag)) {
        response.status = 304;
        return response;
    }
    const bool zipped = kept.zipped && accepts_gzip(request);
    if (zipped) response.with("Content-Encoding", "gzip");
    response.body = zipped ? kept.zipped : kept.content;
    return response;
}

}  // namespace masar::server

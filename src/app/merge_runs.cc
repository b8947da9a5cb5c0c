#include "app/merge_runs.h"

#include "report/figures.h"

namespace masar::app {
namespace {

base::Result<forecast::Tally> read_run(const base::FileDoor& files, const std::string& path) {
    const auto text = files.read(path, {});
    if (!text) return tl::unexpected(text.error());
    auto tally = forecast::tally_from_json(*text);
    if (tally) return tally;
    base::Error error = tally.error();
    error.message =
        report::fill({"{0} is no run: {1}", "الملف {0} ليس محاكاة محفوظة: {1}"}, report::ltr(path), error.message);
    return tl::unexpected(std::move(error));
}

}  // namespace

base::Result<forecast::Tally> merge_runs(const base::FileDoor& files, const std::vector<std::string>& paths) {
    std::vector<forecast::Tally> all;
    for (const std::string& path : paths) {
        auto part = read_run(files, path);
        if (!part) return tl::unexpected(part.error());
        if (all.empty()) {
            all.push_back(*std::move(part));
        } else if (const auto fits = forecast::merge(all.front(), *part); !fits) {
            base::Error error = fits.error();
            error.message = report::fill({"{0}: {1}", "‏{0}: ‏{1}"}, report::ltr(path), error.message);
            return tl::unexpected(std::move(error));
        }
    }
    return forecast::merge_all(all);  // nothing missing between the first sample and the last
}

}  // namespace masar::app

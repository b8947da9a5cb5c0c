#include "app/workspace/snapshots.h"

#include <algorithm>

namespace masar::app {

SnapshotPtr Snapshots::find(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    if (found == entries_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().snapshot;
}

SnapshotPtr Snapshots::keep(const std::string& key, SnapshotPtr snapshot) {
    const std::scoped_lock lock(mutex_);
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    if (found != entries_.end()) return found->snapshot;  // somebody read it meanwhile
    entries_.push_front({key, std::move(snapshot)});
    if (entries_.size() > at_most_) entries_.pop_back();
    return entries_.front().snapshot;
}

base::Result<SnapshotPtr> Snapshots::get(const store::Store& store, const store::VersionRow& version) {
    const std::string key = version.files + " " + version.dates;
    if (SnapshotPtr found = find(key)) return found;
    struct Contents {
        PlanFiles files;
        std::string dates;
    };
    auto contents = store.read([&](const store::Tables& kept) -> base::Result<Contents> {
        auto files = kept.contents.get_files(version.files);
        if (!files) return tl::unexpected(files.error());
        if (version.dates.empty()) return Contents{*std::move(files), {}};
        auto dates = kept.contents.get(version.dates);
        if (!dates) return tl::unexpected(dates.error());
        return Contents{*std::move(files), *std::move(dates)};
    });
    if (!contents) return tl::unexpected(contents.error());
    // Read outside of the store's turn: a large plan takes its time.
    return keep(key, Snapshot::make(std::move(contents->files), std::move(contents->dates)));
}

}  // namespace masar::app

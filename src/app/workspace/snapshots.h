#pragma once
// The versions read lately, so that a page, its stream and its jobs share one reading.
#include "app/workspace/snapshot.h"
#include "store/store.h"

#include <list>
#include <mutex>

namespace masar::app {

class Snapshots {
public:
    explicit Snapshots(std::size_t at_most = 24) : at_most_(at_most) {}

    /// The version as it is kept; fails when the store does.
    [[nodiscard]] base::Result<SnapshotPtr> get(const store::Store& store, const store::VersionRow& version);

private:
    struct Entry {
        std::string key;
        SnapshotPtr snapshot;
    };
    [[nodiscard]] SnapshotPtr find(const std::string& key);
    SnapshotPtr keep(const std::string& key, SnapshotPtr snapshot);

    std::size_t at_most_;
    std::mutex mutex_;
    std::list<Entry> entries_;  ///< latest first
};

}  // namespace masar::app

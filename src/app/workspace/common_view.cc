#include "app/workspace/common_view.h"

namespace masar::app {

SnapshotPtr common_view(const SnapshotPtr& whole) {
    SnapshotPtr view = whole;
    for (const plan::Side& side : whole->plan().sides) view = view->released_to(side.id);
    return view;
}

}  // namespace masar::app

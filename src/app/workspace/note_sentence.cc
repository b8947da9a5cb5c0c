#include "app/workspace/note_sentence.h"

#include "report/figures.h"

namespace masar::app {

base::Text note_sentence(const store::EventRow& event) {
    base::Text pattern{"a note was written on {}", "كُتبت ملاحظة على {}"};
    if (event.kind == "note-withdrawn") pattern = {"a note on {} was withdrawn", "سُحبت ملاحظة على {}"};
    if (event.kind == "note-resolved") pattern = {"a note on {} was resolved", "أُغلقت ملاحظة على {}"};
    if (event.kind == "note-reopened") pattern = {"a note on {} was reopened", "أُعيد فتح ملاحظة على {}"};
    return report::fill(pattern, report::ltr(event.record));
}

}  // namespace masar::app

#pragma once
// The plan's own fields (title, start, aims …) and the top-level keys of every file.
#include "planfile/file_reader.h"

#include <vector>

namespace masar::planfile {

struct FrameFile {
    const FileReader* reader = nullptr;
    bool in_side_folder = false;
};

/// Fields of the whole plan stand in one shared file; headings may stand in all of them.
void read_frame(Reading& reading, const std::vector<FrameFile>& files);

}  // namespace masar::planfile

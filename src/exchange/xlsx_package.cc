#include "exchange/xlsx_package.h"

#include <zip.h>

#include <memory>

namespace masar::exchange {
namespace {

using Kind = base::Error::Kind;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

tl::unexpected<base::Error> too_large() {
    return base::failure(Kind::limit, {"the workbook is larger than can be taken in", "المصنف أكبر مما يمكن استيراده"});
}

Archive open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return nullptr;
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return Archive(archive);
}

/// Nothing when the entry does not unpack to what it says, or beyond `limit`.
std::optional<std::string> content_of(zip_t* archive, zip_uint64_t index, std::size_t limit) {
    const Entry entry(zip_fopen_index(archive, index, 0));
    if (!entry) return std::nullopt;
    std::string content;
    std::string piece(std::size_t{1} << 16, '\0');
    for (;;) {
        const zip_int64_t read = zip_fread(entry.get(), piece.data(), piece.size());
        if (read < 0 || content.size() + static_cast<std::size_t>(read) > limit) return std::nullopt;
        if (read == 0) return content;
        content.append(piece, 0, static_cast<std::size_t>(read));
    }
}

}  // namespace

base::Error no_workbook() {
    return {Kind::malformed,
            {"the file is no Excel workbook (.xlsx)", "ليس الملف مصنف Excel ‏(.xlsx)"},
            {"save it as 'Excel workbook (.xlsx)' or as 'CSV UTF-8'",
             "احفظه بصيغة «Excel Workbook (.xlsx)» أو «CSV UTF-8»"}};
}

base::Result<Parts> unpack(std::string_view bytes, bool (*wanted)(std::string_view name), const SheetLimits& limits) {
    if (bytes.size() > limits.file_bytes) return too_large();
    const Archive archive = open(bytes);
    if (!archive) return tl::unexpected(no_workbook());
    Parts parts;
    std::size_t left = limits.unpacked_bytes;
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (name == nullptr || !wanted(name)) continue;
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return tl::unexpected(no_workbook());
        if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > left) return too_large();
        auto content = content_of(archive.get(), static_cast<zip_uint64_t>(i), left);
        if (!content) return left < stat.size ? too_large() : tl::unexpected(no_workbook());
        left -= content->size();
        parts[name] = *std::move(content);
    }
    return parts;
}

base::Result<std::string> pack(const std::vector<std::pair<std::string, std::string>>& parts) {
    const auto failed = [] {
        return base::failure(Kind::limit, {"the workbook could not be packed", "تعذر حزم المصنف"});
    };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) return failed();
    zip_source_keep(target);  // read again after the archive is closed
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) return zip_source_free(target), failed();
    bool good = true;
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        good = good && index >= 0
               && zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0) == 0;  // 1980-01-01
    }
    if (!good || zip_close(archive) != 0) {
        zip_discard(archive);
        zip_source_free(target);
        return failed();
    }
    std::string out;
    zip_stat_t stat;
    if (zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0) {
        out.resize(stat.size);
        const zip_int64_t read = zip_source_read(target, out.data(), out.size());
        out.resize(read < 0 ? 0 : static_cast<std::size_t>(read));
        zip_source_close(target);
    }
    zip_source_free(target);
    if (out.empty()) return failed();
    return out;
}

}  // namespace masar::exchange

#include "cli/system_reason.h"

#include "report/figures.h"

#include <array>
#include <cerrno>

namespace masar::cli {
namespace {

struct Reason {
    int number;
    std::string_view en, ar;
};

constexpr std::array<Reason, 17> reasons{{
    {ENOENT, "no such file or folder", "لا يوجد ملف أو مجلد بهذا الاسم"},
    {EACCES, "permission denied", "لا توجد صلاحية"},
    {EPERM, "permission denied", "لا توجد صلاحية"},
    {EISDIR, "it is a folder", "إنه مجلد"},
    {ENOTDIR, "a part of the path is not a folder", "جزء من المسار ليس مجلداً"},
    {ENOSPC, "no space left", "لا توجد مساحة كافية"},
    {EDQUOT, "the disk quota is used up", "استُنفدت حصة القرص"},
    {EROFS, "the file system is read-only", "نظام الملفات للقراءة فقط"},
    {EFBIG, "the file would be too large", "حجم الملف أكبر من المسموح"},
    {EIO, "the device reported an error", "أبلغ الجهاز عن خطأ"},
    {EMFILE, "too many open files", "عدد الملفات المفتوحة كبير جداً"},
    {ENFILE, "too many open files", "عدد الملفات المفتوحة كبير جداً"},
    {ENAMETOOLONG, "the name is too long", "الاسم طويل جداً"},
    {ELOOP, "too many symbolic links", "روابط رمزية كثيرة"},
    {ENOMEM, "not enough memory", "الذاكرة غير كافية"},
    {EBADF, "it is closed", "إنه مغلق"},
    {EPIPE, "the reader has gone", "أُغلق الطرف القارئ"},
}};

}  // namespace

base::Text system_reason(int error_number) {
    for (const Reason& each : reasons)
        if (each.number == error_number) return {std::string(each.en), std::string(each.ar)};
    return report::fill({"system error {}", "خطأ النظام رقم {}"}, report::ltr(std::to_string(error_number)));
}

base::Error file_error(const base::Text& attempt, std::string_view path, int error_number) {
    return {base::Error::Kind::input_output,
            report::fill({"{} '{}': {}", "{} «{}»: {}"}, attempt, report::ltr(path), system_reason(error_number)),
            {}};
}

}  // namespace masar::cli

#include "problem/format/read_instance.h"

#include "problem/format/format_readers.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::problem {
namespace {

std::string lower_extension(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    if (dot == std::string_view::npos) return {};
    std::string extension(file_name.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

/// Numbers on the first line that has any.
int numbers_on_first_line(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    int count = 0;
    bool inside = false;
    for (const char c : line) {
        const bool space = c == ' ' || c == '\t';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

base::Result<ProblemData> read_data(Format format, std::string_view text) {
    switch (format) {
        case Format::psplib_sm: return format::read_psplib(text, format::Modes::single);
        case Format::psplib_mm: return format::read_psplib(text, format::Modes::several);
        case Format::patterson: return format::read_patterson(text);
        case Format::progen_max: return format::read_progen_max(text);
        case Format::reservoir: return format::read_reservoir(text);
    }
    return base::failure(base::Error::Kind::usage, {"unknown format", "صيغة غير معروفة"});
}

}  // namespace

base::Result<Format> detect_format(std::string_view file_name, std::string_view text) {
    const std::string extension = lower_extension(file_name);
    if (extension == "sm") return Format::psplib_sm;
    if (extension == "mm") return Format::psplib_mm;
    if (extension == "sch") return Format::progen_max;
    if (extension == "rcp") {
        const int numbers = numbers_on_first_line(text);
        if (numbers == 2) return Format::patterson;
        if (numbers == 3) return Format::reservoir;
        constexpr std::string_view en =
            "line 1: an .rcp file begins with two numbers (Patterson) or three (reservoirs), not {}";
        constexpr std::string_view ar = "السطر 1: يبدأ ملف .rcp برقمين (Patterson) أو ثلاثة أرقام (مخزونات)، لا {}";
        return base::failure(base::Error::Kind::malformed, {fmt::format(en, numbers), fmt::format(ar, numbers)});
    }
    return base::failure(base::Error::Kind::usage,
                         {fmt::format("the format of '{}' is not known", file_name),
                          fmt::format("صيغة الملف '{}' غير معروفة", file_name)},
                         {"files end in .sm, .mm, .rcp or .sch",
                          "تنتهي أسماء الملفات بـ ‎.sm أو ‎.mm أو ‎.rcp أو ‎.sch"});
}

base::Result<Problem> read_instance(Format format, std::string_view text) {
    auto data = read_data(format, text);
    if (!data) return tl::unexpected(data.error());
    return Problem::make(std::move(*data));
}

}  // namespace masar::problem

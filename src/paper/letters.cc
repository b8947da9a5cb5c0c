#include "paper/letters.h"

#include "base/utf8.h"

#include <fontconfig/fontconfig.h>
#include <unicode/uchar.h>

#include <algorithm>

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps the values of a pattern by their distance from it. LeakSanitizer follows pointers only, and takes those of the
// configuration, which lives as long as the program, for lost.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace masar::paper {
namespace {

constexpr const char* families = "Noto Sans, Noto Sans Arabic";
/// Arabic letters of one family look smaller than Latin ones of the same size.
constexpr double arabic_scale = 1.06;
/// Of the letter size, whatever fonts a line needs: Arabic lines of the font's own height would be twice as high as their letters.
constexpr double line_height = 1.38, arabic_line_height = 1.62;

/// Whether any installed font has this letter.
bool is_installed(FcChar32 letter) {
    FcCharSet* letters = FcCharSetCreate();
    FcCharSetAddChar(letters, letter);
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddCharSet(pattern, FC_CHARSET, letters);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcObjectSet* wanted = FcObjectSetCreate();
    FcObjectSetAdd(wanted, FC_FAMILY);
    FcFontSet* found = FcFontList(nullptr, pattern, wanted);
    const bool any = found != nullptr && found->nfont > 0;
    if (found != nullptr) FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    FcCharSetDestroy(letters);
    return any;
}

base::Error missing(base::Text what) {
    const base::Text message{"no font with " + what.en + " is installed: a PDF cannot be written",
                             "لا يوجد خط مثبّت فيه " + what.ar + "، فلا يمكن كتابة ملف PDF"};
    const base::Text hint{"install the package fonts-noto-core: apt-get install fonts-noto-core",
                          "ثبّت الحزمة fonts-noto-core: ‏‎apt-get install fonts-noto-core‎"};
    return {base::Error::Kind::input_output, message, hint};
}

struct Range {
    guint begin = 0, end = 0;
};
void add(PangoAttrList* list, PangoAttribute* attribute, Range range) {
    attribute->start_index = range.begin;
    attribute->end_index = range.end;
    pango_attr_list_insert(list, attribute);
}

guint16 channel(double part) { return static_cast<guint16>(part * 65535); }

void add_look(PangoAttrList* list, const Span& span, Range range) {
    if (span.bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), range);
    if (span.whole) add(list, pango_attr_allow_breaks_new(FALSE), range);
    if (span.scale != 1) add(list, pango_attr_scale_new(span.scale), range);
    if (span.colour)
        add(list,
            pango_attr_foreground_new(channel(span.colour->red), channel(span.colour->green),
                                      channel(span.colour->blue)),
            range);
}

Handle<PangoFontDescription> font(const LetterStyle& style, base::Language language) {
    Handle<PangoFontDescription> description(pango_font_description_from_string(families));
    const double scale = language == base::Language::ar ? arabic_scale : 1;
    pango_font_description_set_absolute_size(description.get(), style.size * scale * PANGO_SCALE);
    if (style.bold) pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
    return description;
}

/// Of all words, with the paragraph's own colour first.
Handle<PangoAttrList> looks(const Words& words, const Setting& setting) {
    const LetterStyle& style = setting.letters;
    Handle<PangoAttrList> list(pango_attr_list_new());
    const Colour& colour = style.colour;
    add(list.get(), pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue)),
        {0, G_MAXUINT});
    const double height = style.size * (setting.language == base::Language::ar ? arabic_line_height : line_height);
    add(list.get(), pango_attr_line_height_new_absolute(static_cast<int>(height * PANGO_SCALE)), {0, G_MAXUINT});
    guint at = 0;
    for (const Span& each : words) {
        const guint end = at + static_cast<guint>(each.text.size());
        add_look(list.get(), each, {at, end});
        at = end;
    }
    return list;
}

/// By the first letter that has a direction (UAX #9, rule P2).
base::Language language_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint letter = base::code_point_at(text, at);
        const UCharDirection direction = u_charDirection(static_cast<UChar32>(letter.value));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return base::Language::ar;
        if (direction == U_LEFT_TO_RIGHT) break;
        at += std::max<std::size_t>(1, letter.bytes);
    }
    return base::Language::en;
}

Handle<PangoContext> context(PangoFontMap* fonts, base::Language language) {
    const bool arabic = language == base::Language::ar;
    Handle<PangoContext> context(pango_font_map_create_context(fonts));
    pango_context_set_base_dir(context.get(), arabic ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(), pango_language_from_string(arabic ? "ar" : "en"));
    // Letters stand where their outlines say, at every size: the same on paper as in any magnification.
    Handle<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

}  // namespace

double Lines::width() const {
    int width = 0;
    pango_layout_get_size(layout_.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double Lines::height() const {
    int height = 0;
    pango_layout_get_size(layout_.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Lines::baseline() const { return static_cast<double>(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE; }

void Lines::draw(cairo_t* cairo, const TextPlace& place) const { show_text(cairo, layout_.get(), place); }

base::Result<Letters> Letters::of_this_machine() {
    constexpr FcChar32 latin = 'a', arabic_meem = 0x0645;
    if (!is_installed(arabic_meem)) return tl::unexpected(missing({"Arabic letters", "حروف عربية"}));
    if (!is_installed(latin)) return tl::unexpected(missing({"Latin letters", "حروف لاتينية"}));
    return Letters();
}

Letters::Letters()
    : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
      english_(context(fonts_.get(), base::Language::en)),
      arabic_(context(fonts_.get(), base::Language::ar)) {}

Lines Letters::set(const Words& words, const Setting& setting) const {
    const bool arabic = setting.language == base::Language::ar;
    Handle<PangoLayout> layout(pango_layout_new((arabic ? arabic_ : english_).get()));
    const std::string text = plain_text(words);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_font_description(layout.get(), font(setting.letters, setting.language).get());
    pango_layout_set_attributes(layout.get(), looks(words, setting).get());
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    if (setting.width >= 0) pango_layout_set_width(layout.get(), static_cast<int>(setting.width * PANGO_SCALE));
    if (setting.one_line) pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    const bool right = arabic || setting.from_the_right;
    pango_layout_set_alignment(layout.get(), setting.centred ? PANGO_ALIGN_CENTER
                                             : right         ? PANGO_ALIGN_RIGHT
                                                             : PANGO_ALIGN_LEFT);
    return Lines(std::move(layout));
}

Lines Letters::label(std::string_view text, const LetterStyle& style) const {
    return set({{std::string(text)}}, {language_of(text), style});
}

std::vector<double> Lines::line_tops() const {
    std::vector<double> tops;
    PangoLayoutIter* at = pango_layout_get_iter(layout_.get());
    do {
        int top = 0, bottom = 0;
        pango_layout_iter_get_line_yrange(at, &top, &bottom);
        tops.push_back(static_cast<double>(top) / PANGO_SCALE);
    } while (pango_layout_iter_next_line(at) != FALSE);
    pango_layout_iter_free(at);
    tops.push_back(height());
    return tops;
}

}  // namespace masar::paper

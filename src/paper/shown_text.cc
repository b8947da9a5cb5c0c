#include "paper/shown_text.h"

#include "base/utf8.h"

#include <harfbuzz/hb.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace masar::paper {
namespace {

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

/// Letters without the marks that only turn the reading order.
std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint letter = base::code_point_at(text, at);
        const std::size_t bytes = std::max<std::size_t>(1, letter.bytes);
        if (!base::is_bidi_control(letter.value)) letters.emplace_back(text.substr(at, bytes));
        at += bytes;
    }
    return letters;
}

/// One run of glyphs from left to right, with the letters of each.
class Run {
public:
    Run(std::string_view text, const PangoGlyphItem& run) : text_(text), run_(run) {}

    void show(cairo_t* cairo, double x, double baseline) {
        x_ = x;
        baseline_ = baseline;
        const PangoGlyphString& string = *run_.glyphs;
        for (int first = 0; first < string.num_glyphs;) {
            int last = first + 1;
            while (last < string.num_glyphs && string.log_clusters[last] == string.log_clusters[first]) ++last;
            add_cluster(first, last);
            first = last;
        }
        set_font(cairo);
        cairo_show_text_glyphs(cairo, utf8_.data(), static_cast<int>(utf8_.size()), glyphs_.data(),
                               static_cast<int>(glyphs_.size()), clusters_.data(), static_cast<int>(clusters_.size()),
                               cairo_text_cluster_flags_t{});
    }

private:
    [[nodiscard]] bool from_the_right() const { return run_.item->analysis.level % 2 == 1; }

    /// Text of the glyphs [first, last), which ends where the next cluster in reading order begins.
    [[nodiscard]] std::string_view text_of(int first, int last) const {
        const PangoGlyphString& string = *run_.glyphs;
        int end = run_.item->length;
        if (from_the_right() && first > 0) end = string.log_clusters[first - 1];
        if (!from_the_right() && last < string.num_glyphs) end = string.log_clusters[last];
        const int begin = string.log_clusters[first];
        return text_.substr(static_cast<std::size_t>(run_.item->offset + begin), static_cast<std::size_t>(end - begin));
    }

    void add_cluster(int first, int last) {
        std::vector<std::string> letters = letters_of(text_of(first, last));
        std::vector<cairo_glyph_t> drawn;
        const double left = x_;
        for (int i = first; i < last; ++i) {
            const PangoGlyphInfo& each = run_.glyphs->glyphs[i];
            if (each.glyph != PANGO_GLYPH_EMPTY)
                drawn.push_back(
                    {each.glyph, x_ + points(each.geometry.x_offset), baseline_ + points(each.geometry.y_offset)});
            x_ += points(each.geometry.width);
        }
        if (drawn.empty()) return;
        if (from_the_right()) {
            std::reverse(letters.begin(), letters.end());
            // A ligature: its letters but the first stand on blanks at its left.
            while (drawn.size() < letters.size()) drawn.insert(drawn.begin(), {blank(), left, baseline_});
        }
        if (drawn.size() == letters.size()) {
            for (std::size_t i = 0; i < drawn.size(); ++i) add(letters[i], {drawn[i]});
            return;
        }
        std::string together;
        for (const std::string& each : letters) together += each;
        add(together, drawn);
    }

    void add(const std::string& letters, const std::vector<cairo_glyph_t>& drawn) {
        clusters_.push_back({static_cast<int>(letters.size()), static_cast<int>(drawn.size())});
        utf8_ += letters;
        glyphs_.insert(glyphs_.end(), drawn.begin(), drawn.end());
    }

    [[nodiscard]] unsigned long blank() const {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(pango_font_get_hb_font(run_.item->analysis.font), ' ', &glyph);
        return glyph;
    }

    /// By face and size: a scaled font would keep the scale of the context it was made for.
    void set_font(cairo_t* cairo) const {
        cairo_scaled_font_t* font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run_.item->analysis.font));
        cairo_matrix_t matrix;
        cairo_scaled_font_get_font_matrix(font, &matrix);
        cairo_set_font_face(cairo, cairo_scaled_font_get_font_face(font));
        cairo_set_font_matrix(cairo, &matrix);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_scaled_font_get_font_options(font, options);
        cairo_set_font_options(cairo, options);
        cairo_font_options_destroy(options);
    }

    std::string_view text_;
    const PangoGlyphItem& run_;
    double x_ = 0, baseline_ = 0;
    std::string utf8_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

/// The colour that the run's attributes ask for.
void set_colour(cairo_t* cairo, const PangoItem& item) {
    for (const GSList* at = item.analysis.extra_attrs; at != nullptr; at = at->next) {
        const auto* attribute = static_cast<const PangoAttribute*>(at->data);
        if (attribute->klass->type != PANGO_ATTR_FOREGROUND) continue;
        const PangoColor& colour = reinterpret_cast<const PangoAttrColor*>(attribute)->color;
        cairo_set_source_rgb(cairo, colour.red / 65535.0, colour.green / 65535.0, colour.blue / 65535.0);
    }
}

bool has_unknown(const PangoGlyphString& glyphs) {
    for (int i = 0; i < glyphs.num_glyphs; ++i)
        if ((glyphs.glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyphs.glyphs[i].glyph != PANGO_GLYPH_EMPTY)
            return true;
    return false;
}

}  // namespace

void show_text(cairo_t* cairo, PangoLayout* layout, const TextPlace& place) {
    const char* text = pango_layout_get_text(layout);
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at);
        if (run == nullptr) continue;  // the end of a line
        const double below_top = points(pango_layout_iter_get_baseline(at));
        if (below_top <= place.from || below_top > place.to) continue;
        PangoRectangle box;
        pango_layout_iter_get_run_extents(at, nullptr, &box);
        const double left = place.x + points(box.x), baseline = place.y + below_top;
        set_colour(cairo, *run->item);
        if (has_unknown(*run->glyphs)) {  // a letter that no font has: Pango draws its number in a box
            cairo_move_to(cairo, left, baseline);
            pango_cairo_show_glyph_item(cairo, text, run);
        } else {
            Run(text, *run).show(cairo, left, baseline);
        }
    } while (pango_layout_iter_next_run(at) != FALSE);
    pango_layout_iter_free(at);
}

}  // namespace masar::paper

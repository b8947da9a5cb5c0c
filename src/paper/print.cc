#include "paper/print.h"

#include "paper/article_blocks.h"
#include "paper/flow.h"
#include "paper/pdf_catalog.h"
#include "paper/sheets.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace masar::paper {
namespace {

using Document = std::unique_ptr<pugi::xml_document>;

Document parsed(const std::string& markup) {
    auto document = std::make_unique<pugi::xml_document>();
    document->load_buffer(markup.data(), markup.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    return document;
}

/// Texts in both languages are of one make, so that their blocks pair; should they ever not, one follows the other.
std::vector<Block> both(std::vector<Block> left, std::vector<Block> right) {
    std::vector<Block> blocks;
    if (left.size() != right.size()) {
        blocks = std::move(left);
        for (Block& each : right) blocks.push_back(std::move(each));
        return blocks;
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i].wide) {
            blocks.push_back(std::move(left[i]));
            blocks.push_back(std::move(right[i]));
        } else {
            blocks.push_back(beside(std::move(left[i]), std::move(right[i])));
        }
    }
    return blocks;
}

cairo_status_t keep(void* kept, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(kept)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

class Printer {
public:
    Printer(const std::vector<Written>& texts, const PrintSettings& settings, const Letters& letters)
        : texts_(texts), settings_(settings), letters_(letters), sheet_(geometry_of(settings.size, settings.upright)) {}

    std::string run() {
        const std::vector<Placed> pieces = laid();
        const int pages = pages_of(pieces);
        std::string bytes;
        {
            const Handle<cairo_surface_t> surface(
                cairo_pdf_surface_create_for_stream(keep, &bytes, sheet_.width, sheet_.height));
            describe(surface.get());
            const Handle<cairo_t> cairo(cairo_create(surface.get()));
            const Pen pen{cairo.get(), letters_};
            std::size_t next = 0;
            for (int page = 0; page < pages; ++page) {
                draw_frame(pen, sheet_, texts_, {page + 1, pages});
                for (; next < pieces.size() && pieces[next].page == static_cast<std::size_t>(page); ++next)
                    draw(pen, surface.get(), pieces[next]);
                cairo_show_page(cairo.get());
            }
            cairo_surface_finish(surface.get());
        }
        return with_language(std::move(bytes), texts_.front().language);
    }

private:
    static int pages_of(const std::vector<Placed>& pieces) {
        return pieces.empty() ? 1 : static_cast<int>(pieces.back().page) + 1;
    }

    std::vector<Placed> laid() {
        constexpr double least = 0.5, step = 0.025;
        for (const Written& each : texts_) documents_.push_back(parsed(each.markup));
        for (;; zoom_ -= step) {
            const SheetGeometry sheet = magnified(sheet_, 1 / zoom_);
            make_blocks(sheet);
            std::vector<Placed> pieces = placed(blocks_, {sheet.top, sheet.bottom});
            if (!settings_.one_sheet || pages_of(pieces) == 1 || zoom_ - step < least) return pieces;
        }
    }

    void make_blocks(const SheetGeometry& sheet) {
        std::vector<std::vector<Block>> made;
        for (std::size_t i = 0; i < texts_.size(); ++i) made.push_back(blocks_on(sheet, i, {}));
        if (made.size() == 1) {
            blocks_ = std::move(made[0]);
            return;
        }
        // What is broad in one language is broad in the other.
        std::set<std::size_t> broad;
        for (const std::vector<Block>& each : made)
            for (std::size_t i = 0; i < each.size(); ++i)
                if (each[i].wide) broad.insert(i);
        for (std::size_t i = 0; i < made.size(); ++i)
            if (!std::ranges::all_of(broad, [&](std::size_t at) { return at >= made[i].size() || made[i][at].wide; }))
                made[i] = blocks_on(sheet, i, broad);
        blocks_ = both(std::move(made[0]), std::move(made[1]));
    }

    [[nodiscard]] std::vector<Block> blocks_on(const SheetGeometry& sheet, std::size_t text,
                                               const std::set<std::size_t>& broad) const {
        double letters = texts_.size() > 1 ? 0.92 : 1.0;
        if (settings_.size == SheetSize::a3) letters *= 1.12;
        const Column whole{sheet.side_margin, sheet.body_width(), texts_[text].language};
        const Room room{
            columns_of(sheet, texts_)[text], whole, sheet.body_height(), letters, settings_.one_sheet, broad};
        return blocks_of(documents_[text]->first_child(), room, letters_);
    }

    void describe(cairo_surface_t* surface) const {
        const std::string date = calendar::to_iso(settings_.made) + "T00:00:00Z";
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, texts_.front().frame.title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, texts_.front().frame.handling.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, settings_.program.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    }

    void draw(const Pen& pen, cairo_surface_t* surface, const Placed& placed) const {
        if (placed.outline != nullptr) {
            const std::string place = fmt::format("page={} pos=[{:.1f} {:.1f}]", placed.page + 1, sheet_.side_margin,
                                                  placed.top * zoom_ - 12);
            cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, placed.outline->c_str(), place.c_str(),
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
        }
        if (!placed.piece->draw) return;
        cairo_save(pen.cairo);
        cairo_scale(pen.cairo, zoom_, zoom_);
        placed.piece->draw(pen, placed.top);
        cairo_restore(pen.cairo);
    }

    const std::vector<Written>& texts_;
    const PrintSettings& settings_;
    const Letters& letters_;
    SheetGeometry sheet_;
    double zoom_ = 1;  ///< of what stands between head and foot: letters and spaces shrink together
    std::vector<Document> documents_;
    std::vector<Block> blocks_;
};

}  // namespace

base::Result<std::string> print(const std::vector<Written>& texts, const PrintSettings& settings) {
    const auto letters = Letters::of_this_machine();
    if (!letters) return tl::unexpected(letters.error());
    return Printer(texts, settings, *letters).run();
}

}  // namespace masar::paper

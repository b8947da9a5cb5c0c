#include "paper/print.h"

#include "paper/article_blocks.h"
#include "paper/flow.h"
#include "paper/pdf_catalog.h"
#include "paper/sheets.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>

#include <memory>

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
    for (std::size_t i = 0; i < left.size(); ++i)
        blocks.push_back(left[i].wide ? below(std::move(left[i]), std::move(right[i]))
                                      : beside(std::move(left[i]), std::move(right[i])));
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
        constexpr double least = 0.5, step = 0.05;
        for (const Written& each : texts_) documents_.push_back(parsed(each.markup));
        double scale = texts_.size() > 1 ? 0.92 : 1.0;
        if (settings_.size == SheetSize::a3) scale *= 1.12;
        for (;; scale -= step) {
            make_blocks(scale);
            std::vector<Placed> pieces = placed(blocks_, {sheet_.top, sheet_.bottom});
            if (!settings_.one_sheet || pages_of(pieces) == 1 || scale - step < least) return pieces;
        }
    }

    void make_blocks(double scale) {
        const std::vector<Column> columns = columns_of(sheet_, texts_);
        std::vector<std::vector<Block>> made;
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const Column whole{sheet_.side_margin, sheet_.body_width(), texts_[i].language};
            made.push_back(
                blocks_of(documents_[i]->first_child(), {columns[i], whole, sheet_.body_height(), scale}, letters_));
        }
        blocks_ = made.size() > 1 ? both(std::move(made[0]), std::move(made[1])) : std::move(made[0]);
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
            const std::string place =
                fmt::format("page={} pos=[{:.1f} {:.1f}]", placed.page + 1, sheet_.side_margin, placed.top - 12);
            cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, placed.outline->c_str(), place.c_str(),
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
        }
        if (placed.piece->draw) placed.piece->draw(pen, placed.top);
    }

    const std::vector<Written>& texts_;
    const PrintSettings& settings_;
    const Letters& letters_;
    SheetGeometry sheet_;
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

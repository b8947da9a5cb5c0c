#include "paper/table_block.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace masar::paper {
namespace {

constexpr double body_size = 8, head_size = 7.5, gap = 10;
constexpr std::size_t measured_rows = 400;  ///< a long table is measured by its first rows

struct Cell {
    Words words;
    bool figure = false, unbroken = false;
};
struct Row {
    std::vector<Cell> cells;
    bool heading = false, fails = false, total = false;
};

Row row_of(const pugi::xml_node& element, bool heading) {
    const std::string_view classes = element.attribute("class").value();
    Row row{{}, heading, has_class(classes, "fails"), has_class(classes, "total")};
    for (const pugi::xml_node& each : element.children()) {
        const std::string_view kind = each.attribute("class").value();
        Cell cell{words_of(each), has_class(kind, "num"), has_class(kind, "date") || has_class(kind, "id")};
        for (Span& span : cell.words) {
            span.bold = heading ? false : span.bold || row.total;
            if (cell.unbroken || cell.figure) span.whole = true;
        }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

class TableMaker {
public:
    TableMaker(const Room& room, const Letters& letters) : room_(room), letters_(letters), column_(room.column) {}

    Block make(const pugi::xml_node& table) {
        for (const pugi::xml_node& each : table.child("thead").children("tr")) rows_.push_back(row_of(each, true));
        const pugi::xml_node body = table.child("tbody") ? table.child("tbody") : table;
        for (const pugi::xml_node& each : body.children("tr")) rows_.push_back(row_of(each, false));
        fit();
        widths_ = column_widths(needs(), column_.width);
        Block block;
        block.wide = column_.width > room_.column.width;
        block.space_before = 2;
        for (const Row& each : rows_) {
            std::vector<Piece> pieces = pieces_of(each);
            if (each.heading) block.heading.insert(block.heading.end(), pieces.begin(), pieces.end());
            for (Piece& piece : pieces) block.pieces.push_back(std::move(piece));
        }
        return block;
    }

private:
    [[nodiscard]] double padding() const { return room_.dense ? 2.5 : 4; }
    [[nodiscard]] Setting setting_of(const Row& row, const Cell& cell, double width) const {
        const LetterStyle letters{(row.heading ? head_size : body_size) * room_.letters * scale_, false,
                                  row.heading ? ink_faint : ink};
        return {column_.language, letters, width, cell.figure};
    }

    /// What is cramped in its column gets the whole width of the sheet, then smaller letters; only then are dates broken.
    void fit() {
        constexpr double smallest = 0.8;
        if (comfortable_width() > column_.width && column_.width < room_.whole.width) column_ = room_.whole;
        double scale = fitting_scale();
        if (scale < smallest) {
            let_break();
            scale = fitting_scale();
        }
        scale_ = std::max(scale, smallest);
    }
    /// With which sentences do not become towers of single words.
    [[nodiscard]] double comfortable_width() const {
        constexpr double part = 0.2;  // of the way from the longest word to the longest line
        double width = 0;
        for (const ColumnNeed& each : needs()) width += each.least + part * (each.most - each.least);
        return width;
    }
    /// Of letters with which the longest words stand beside each other; 1 at most.
    [[nodiscard]] double fitting_scale() const {
        double least = 0, available = column_.width;
        for (const ColumnNeed& each : needs()) {
            least += each.least - gap;
            available -= gap;
        }
        return least > available ? available / least : 1;
    }
    /// Dates and ids may take two lines, rather than words be cut.
    void let_break() {
        for (Row& row : rows_)
            for (Cell& cell : row.cells) {
                if (!cell.unbroken) continue;
                cell.unbroken = false;
                for (Span& span : cell.words) span.whole = false;
            }
    }

    [[nodiscard]] std::vector<ColumnNeed> needs() const {
        std::vector<ColumnNeed> needs;
        for (std::size_t i = 0; i < std::min(rows_.size(), measured_rows); ++i) {
            const Row& row = rows_[i];
            needs.resize(std::max(needs.size(), row.cells.size()));
            for (std::size_t column = 0; column < row.cells.size(); ++column) {
                const Cell& cell = row.cells[column];
                const Setting setting = setting_of(row, cell, -1);
                const double most = letters_.set(cell.words, setting).width();
                const double least = letters_.set(longest_word(cell.words), setting).width();
                ColumnNeed& need = needs[column];
                need.most = std::max(need.most, most + gap);
                need.least = std::max(need.least, (cell.unbroken && !row.heading ? most : least) + gap);
            }
        }
        return needs;
    }

    [[nodiscard]] std::vector<Piece> pieces_of(const Row& row) const {
        std::vector<std::shared_ptr<Lines>> cells;
        std::vector<double> lefts;
        double offset = 0, height = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const double width = std::max(4.0, widths_[i] - gap);
            cells.push_back(
                std::make_shared<Lines>(letters_.set(row.cells[i].words, setting_of(row, row.cells[i], width))));
            lefts.push_back(column_.left_of(offset + (i == 0 ? 0 : gap / 2), width));
            height = std::max(height, cells.back()->height());
            offset += widths_[i];
        }
        height += 2 * padding();
        std::vector<Piece> pieces;
        // A row that is taller than a page has to be cut after all.
        const double most = room_.height * 0.8, parts = std::ceil(height / most);
        for (int part = 0; part < static_cast<int>(parts); ++part)
            pieces.push_back(piece_of(row, {cells, lefts, part * most, std::min(height - part * most, most), height}));
        return pieces;
    }

    struct Laid {
        std::vector<std::shared_ptr<Lines>> cells;
        std::vector<double> lefts;
        double from = 0, shown = 0, height = 0;
    };
    [[nodiscard]] Piece piece_of(const Row& row, Laid laid) const {
        const Column column = column_;
        const bool heading = row.heading, fails = row.fails, total = row.total;
        const double inside = padding();
        return {laid.shown,
                [=, laid = std::move(laid)](const Pen& pen, double top) {
                    if (fails) {
                        fill(pen, {column.x - 3, top, column.width + 6, laid.shown}, fail_tint);
                        fill(pen, {column.left_of(-5, 2), top, 2, laid.shown}, fail);
                    }
                    for (std::size_t i = 0; i < laid.cells.size(); ++i) {
                        const double low = heading ? laid.height - inside - laid.cells[i]->height() : inside;
                        laid.cells[i]->draw(pen.cairo, {laid.lefts[i], top - laid.from + low, laid.from - low,
                                                        laid.from + laid.shown - low});
                    }
                    if (total) fill(pen, {column.x, top, column.width, 0.5}, rule_colour);
                    fill(pen, {column.x, top + laid.shown - 0.4, column.width, heading ? 0.75 : 0.4},
                         heading ? rule_colour : hairline);
                },
                heading};
    }

    const Room& room_;
    const Letters& letters_;
    Column column_;
    double scale_ = 1;  ///< of the letters
    std::vector<Row> rows_;
    std::vector<double> widths_;
};

}  // namespace

std::vector<double> column_widths(const std::vector<ColumnNeed>& needs, double available) {
    double least = 0, most = 0;
    for (const ColumnNeed& each : needs) {
        least += each.least;
        most += each.most;
    }
    std::vector<double> widths;
    for (const ColumnNeed& each : needs) {
        if (most <= available)
            widths.push_back(most > 0 ? each.most * available / most : 0);
        else if (least >= available)
            widths.push_back(each.least * available / least);
        else
            widths.push_back(each.least + (each.most - each.least) * (available - least) / (most - least));
    }
    return widths;
}

Block table_block(const pugi::xml_node& table, const Room& room, const Letters& letters) {
    return TableMaker(room, letters).make(table);
}

}  // namespace masar::paper

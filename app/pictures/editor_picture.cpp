#include "app/pictures/editor_picture.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/source_picture.h"
#include "app/pictures/text_rows.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr TextStyle kCode = TextStyle::CodeSmall;
constexpr TextStyle kSmall = TextStyle::Small;
constexpr float kGap = 7;      // between number and text
constexpr float kPadding = 6;  // of a remark

// Where everything stands.
struct EditorLayout {
  std::vector<TextRow> rows;
  std::vector<float> tops;  // of the rows
  float number_width = 0;
  float letter = 0;  // the width of one
  float left = 0;    // of the text
  float bottom = 0;
};

std::string place_text(const Remark& remark) {
  return fmt::format("{}:{}", remark.line, remark.column);
}

std::vector<std::string> remark_lines(const Remark& remark, float width,
                                      const look::TextMeasure& measure) {
  const std::string message = measure.said(remark.message);
  return wrapped_as_it_is(measure, kSmall,
                          fmt::format("{}  {}  ({})", place_text(remark), message, remark.code),
                          width - 2 * kPadding);
}

float remark_height(const Remark& remark, float width, const look::TextMeasure& measure) {
  return static_cast<float>(remark_lines(remark, width, measure).size()) * kCodeLineHeight;
}

EditorLayout layout_of(const Draft& draft, float width, const look::TextMeasure& measure) {
  const std::string& text = draft.field.text();
  EditorLayout layout;
  const bool many = std::count(text.begin(), text.end(), '\n') >= 99;
  layout.number_width = 4 + measure.width(kSmall, many ? "0000" : "00");
  layout.letter = measure.width(kCode, "0000000000") / 10;
  layout.left = layout.number_width + kGap;
  // The cursor may stand behind the last letter.
  const float columns = (width - layout.left - 2) / layout.letter;
  layout.rows = text_rows(text, static_cast<size_t>(std::max(columns, 1.0F)));
  size_t next = 0;  // of the remarks
  for (const TextRow& row : layout.rows) {
    layout.tops.push_back(layout.bottom);
    layout.bottom += kCodeLineHeight;
    for (; row.last && next < draft.remarks.size() && draft.remarks[next].line <= row.line; ++next)
      layout.bottom += remark_height(draft.remarks[next], width - layout.left, measure);
  }
  for (; next < draft.remarks.size(); ++next)  // of lines that are gone
    layout.bottom += remark_height(draft.remarks[next], width - layout.left, measure);
  return layout;
}

class EditorSketch {
 public:
  EditorSketch(const Draft& draft, float width, const look::TextMeasure& measure)
      : draft_(draft),
        text_(draft.field.text()),
        sketch_(measure, width),
        layout_(layout_of(draft, width, measure)) {}

  Picture draw() {
    size_t next = 0;
    const size_t cursor_row = row_at(layout_.rows, draft_.field.cursor());
    for (size_t i = 0; i < layout_.rows.size(); ++i) {
      const TextRow& row = layout_.rows[i];
      const Rect place{0, layout_.tops[i], sketch_.width(), kCodeLineHeight};
      if (i == cursor_row) sketch_.box({.rect = place, .fill = Color::Sunken, .round = 3});
      if (row.first) draw_number(place, row.line, i == cursor_row);
      draw_selection(place, row);
      draw_letters(place, row);
      draw_underlines(place, row);
      if (i == cursor_row) draw_cursor(place, row);
      Rect below{layout_.left, place.bottom(), sketch_.width() - layout_.left, 0};
      for (; row.last && next < draft_.remarks.size() && draft_.remarks[next].line <= row.line; ++next)
        below.y += draw_remark(below, draft_.remarks[next]);
      // What is wrong with the line that is being typed stays in sight with it.
      if (i == cursor_row) sketch_.focus({place.x, place.y, place.w, below.y - place.y});
    }
    sketch_.reach(layout_.bottom);
    return sketch_.take();
  }

 private:
  float x_of(const TextRow& row, size_t offset) const {
    return layout_.left + static_cast<float>(column_at(text_, row, offset)) * layout_.letter;
  }

  void draw_number(const Rect& place, uint32_t line, bool current) {
    sketch_.label({place.x, place.y, layout_.number_width, place.h}, std::to_string(line),
                  {.style = kSmall,
                   .color = current ? Color::Text : Color::TextFaint,
                   .align = Align::Right});
  }

  void draw_selection(const Rect& place, const TextRow& row) {
    const auto [begin, end] = draft_.field.selection();
    if (begin >= end || begin > row.end || end <= row.begin) return;
    const float left = x_of(row, std::max(begin, row.begin));
    const bool beyond = end > row.end;  // the line break is selected too
    const float right = x_of(row, std::min(end, row.end)) + (beyond ? layout_.letter * 0.6F : 0);
    if (right > left)
      sketch_.box({.rect = {left, place.y, right - left, place.h}, .fill = Color::AccentSoft});
  }

  // Letters of one colour in one label; blanks are left out.
  void draw_letters(const Rect& place, const TextRow& row) {
    const auto is_blank = [&](size_t at) { return text_[at] == ' ' || text_[at] == '\t'; };
    for (size_t at = row.begin; at < row.end;) {
      if (is_blank(at)) {
        ++at;
        continue;
      }
      const Color color = color_at(at);
      size_t end = at;
      while (end < row.end && text_[end] != '\t' && (is_blank(end) || color_at(end) == color)) ++end;
      while (is_blank(end - 1)) --end;
      const float left = x_of(row, at);
      sketch_.label({left, place.y, x_of(row, end) - left + 1, place.h},
                    std::string_view(text_).substr(at, end - at), {.style = kCode, .color = color});
      at = end;
    }
  }

  Color color_at(size_t at) const {
    return at < draft_.colors.size() ? draft_.colors[at] : Color::Text;
  }

  void draw_underlines(const Rect& place, const TextRow& row) {
    for (const Remark& remark : draft_.remarks) {
      if (remark.line != row.line || remark.begin > row.end) continue;
      if (remark.end <= row.begin && !(remark.begin == row.begin && row.first)) continue;
      const float left = x_of(row, std::max(remark.begin, row.begin));
      const float right = x_of(row, std::clamp(remark.end, row.begin, row.end));
      const float y = place.bottom() - 1.5F;
      sketch_.stroke({.from = {left, y},
                      .to = {std::max(right, left + layout_.letter), y},
                      .color = Color::Danger,
                      .width = 1.5F});
    }
  }

  void draw_cursor(const Rect& place, const TextRow& row) {
    const float x = x_of(row, std::min(draft_.field.cursor(), row.end));
    sketch_.box({.rect = {x - 0.5F, place.y + 1, 1.75F, place.h - 2}, .fill = Color::Accent});
  }

  float draw_remark(const Rect& place, const Remark& remark) {
    const float height = remark_height(remark, place.w, sketch_.measure());
    const Rect card{place.x, place.y + 1, place.w, height - 2};
    sketch_.box({.rect = card, .fill = Color::DangerSoft, .round = 3});
    sketch_.box({.rect = {card.x, card.y, 3, card.h}, .fill = Color::Danger, .round = 1.5F});
    float y = place.y;
    for (const std::string& line : remark_lines(remark, place.w, sketch_.measure())) {
      sketch_.label({card.x + kPadding + 2, y, card.w - 2 * kPadding, kCodeLineHeight}, line,
                    {.style = kSmall, .color = Color::DangerText, .wording = Wording::AsItIs});
      y += kCodeLineHeight;
    }
    return height;
  }

  const Draft& draft_;
  const std::string& text_;
  Sketch sketch_;
  EditorLayout layout_;
};

}  // namespace

Picture editor_picture(const Draft& draft, float width, const look::TextMeasure& measure) {
  return EditorSketch(draft, width, measure).draw();
}

size_t offset_at(const Draft& draft, float width, const look::TextMeasure& measure, Point point) {
  const EditorLayout layout = layout_of(draft, width, measure);
  const auto behind = std::upper_bound(layout.tops.begin(), layout.tops.end(), point.y);
  const size_t row = behind == layout.tops.begin()
                         ? 0
                         : static_cast<size_t>(behind - layout.tops.begin()) - 1;
  return offset_in(draft.field.text(), layout.rows[row], (point.x - layout.left) / layout.letter);
}

std::string state_text(const Draft& draft) {
  switch (draft.state) {
    case Draft::State::Checking:
      return "checking";
    case Draft::State::Compiles:
      return "compiles";
    case Draft::State::Wrong:
      return draft.remarks.size() == 1 ? "1 error" : fmt::format("{} errors", draft.remarks.size());
    case Draft::State::Preparing:
      return "preparing the run";
  }
  return "";
}

}  // namespace hmaplab::pictures

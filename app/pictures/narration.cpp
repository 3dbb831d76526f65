#include "app/pictures/narration.h"

#include <md4c.h>

#include <string>
#include <vector>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

struct Span {
  std::string text;
  TextStyle style = TextStyle::Body;
};

struct Paragraph {
  std::vector<Span> spans;
  bool list_item = false;
};

// Collects what md4c reports.
struct Reader {
  std::vector<Paragraph> paragraphs;
  int strong = 0;
  int list = 0;
  bool code_span = false;

  TextStyle style() const {
    if (code_span) return TextStyle::Code;
    return strong > 0 ? TextStyle::Strong : TextStyle::Body;
  }
  void add(std::string_view text) {
    if (paragraphs.empty()) paragraphs.emplace_back();
    paragraphs.back().spans.push_back({std::string(text), style()});
  }
};

int enter_block(MD_BLOCKTYPE type, void*, void* user) {
  auto& reader = *static_cast<Reader*>(user);
  const bool item = type == MD_BLOCK_LI;
  const bool begins = item || (type == MD_BLOCK_P &&
                               (reader.paragraphs.empty() || !reader.paragraphs.back().list_item ||
                                !reader.paragraphs.back().spans.empty()));
  if (begins || type == MD_BLOCK_H || type == MD_BLOCK_CODE)
    reader.paragraphs.push_back({.spans = {}, .list_item = item});
  if (type == MD_BLOCK_H) ++reader.strong;
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  if (type == MD_BLOCK_H) --static_cast<Reader*>(user)->strong;
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* user) {
  auto& reader = *static_cast<Reader*>(user);
  if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) ++reader.strong;
  if (type == MD_SPAN_CODE) reader.code_span = true;
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
  auto& reader = *static_cast<Reader*>(user);
  if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) --reader.strong;
  if (type == MD_SPAN_CODE) reader.code_span = false;
  return 0;
}

int read_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  auto& reader = *static_cast<Reader*>(user);
  reader.add(type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? std::string_view(" ")
                                                          : std::string_view(text, size));
  return 0;
}

std::vector<Paragraph> read_markdown(std::string_view markdown) {
  Reader reader;
  const MD_PARSER parser{.abi_version = 0,
                         .flags = MD_FLAG_NOHTML,
                         .enter_block = enter_block,
                         .leave_block = leave_block,
                         .enter_span = enter_span,
                         .leave_span = leave_span,
                         .text = read_text,
                         .debug_log = nullptr,
                         .syntax = nullptr};
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reader);
  return std::move(reader.paragraphs);
}

// Sets words one behind the other. Spans may meet inside a word: `m`'s is not torn apart.
class Typesetter {
 public:
  Typesetter(Sketch& sketch, Rect place)
      : sketch_(sketch), place_(place), x_(place.x), y_(place.y) {}

  void set(const Paragraph& paragraph) {
    if (paragraph.list_item) {
      sketch_.label({place_.x, y_, 14, kLine}, "•", {.color = Color::Accent});
      place_.cut_left(14);
      x_ = place_.x;
    }
    for (const Span& span : paragraph.spans) add(span);
    finish_word();
    if (paragraph.list_item) {
      place_.x -= 14;
      place_.w += 14;
    }
    x_ = place_.x;
    y_ += kLine + kParagraphGap;
  }
  float bottom() const { return y_ - kParagraphGap; }

 private:
  static constexpr float kLine = 20;
  static constexpr float kParagraphGap = 7;

  void add(const Span& span) {
    for (const WrapPiece& piece : wrap_pieces(span.text)) {
      const bool breaks = piece.blank_before || piece.line_before;
      if (breaks || (!word_.empty() && can_part(word_.back().text, piece.text))) finish_word();
      if (breaks) x_ += width_of({" ", TextStyle::Body});
      if (!piece.text.empty()) word_.push_back({std::string(piece.text), span.style});
    }
  }

  float width_of(const Span& span) const {
    return sketch_.text_width(span.style, span.text, Wording::AsItIs);
  }

  void finish_word() {
    float width = 0;
    for (const Span& part : word_) width += width_of(part);
    if (x_ > place_.x && x_ + width > place_.right()) {
      x_ = place_.x;
      y_ += kLine;
    }
    for (const Span& part : word_) {
      const bool code = part.style == TextStyle::Code;
      const float part_width = width_of(part);
      sketch_.label({x_, y_, std::min(part_width + 1, place_.right() - x_ + 1), kLine}, part.text,
                    {.style = part.style,
                     .color = code ? Color::CodeFunction : Color::Text,
                     .wording = Wording::AsItIs});
      x_ += part_width;
    }
    word_.clear();
  }

  Sketch& sketch_;
  Rect place_;
  float x_;
  float y_;
  std::vector<Span> word_;
};

}  // namespace

float draw_narration(Sketch& sketch, Point top_left, float width, std::string_view markdown) {
  Typesetter typesetter(sketch, {top_left.x, top_left.y, width, 0});
  for (const Paragraph& paragraph : read_markdown(markdown)) typesetter.set(paragraph);
  return std::max(0.0F, typesetter.bottom() - top_left.y);
}

}  // namespace hmaplab::pictures

// Sketch: the pencil that pictures are drawn with. It says texts in the language of the reader (but
// for code), knows how wide they are then, cuts those that do not fit (the whole text is then told
// on hover), and remembers how far down the picture reaches.
#pragma once

#include <string>
#include <string_view>

#include "app/look/metrics.h"
#include "app/pictures/moment.h"
#include "app/pictures/picture.h"
#include "app/pictures/wrap.h"

namespace hmaplab::pictures {

// Whether a text is said in the language of the reader.
enum class Wording : uint8_t {
  ByStyle,  // it is, unless its style is one for code
  Said,     // it is, though its style is one for code
  AsItIs,   // names, and texts that are in that language already
};

struct LabelLook {
  look::TextStyle style = look::TextStyle::Body;
  look::Color color = look::Color::Text;
  Align align = Align::Left;
  bool struck = false;
  Wording wording = Wording::ByStyle;
};

class Sketch {
 public:
  Sketch(const look::TextMeasure& measure, float width) : measure_(measure) {
    picture_.width = width;
  }

  float width() const { return picture_.width; }
  const look::TextMeasure& measure() const { return measure_; }
  float text_width(look::TextStyle style, std::string_view text,
                   Wording wording = Wording::ByStyle) const {
    return measure_.width(style, said(style, text, wording));
  }

  // A text of a lesson in the language of the reader.
  const std::string& told(const lesson::Bilingual& text) const {
    return text.in(measure_.language());
  }

  void box(const Box& box) { add(box); }
  // A rounded card with a border.
  void card(Rect rect, look::Color fill, look::Color border,
            float round = look::metrics::kCardRound);
  // Cuts the text to the width of the place. Gives the width that the text takes.
  float label(Rect rect, std::string_view text, const LabelLook& look);
  void stroke(const Stroke& stroke) { add(stroke); }
  void icon(Rect rect, Shape shape, look::Color color) { add(Icon{rect, shape, color}); }
  void badge(Point center, const Person& person, float radius = look::metrics::kBadge / 2,
             bool hollow = false);
  void hit(Rect rect, const Command& command, std::string tooltip = "",
           float round = look::metrics::kCardRound);
  // The same with something else for the other mouse button.
  void hit(Hit hit);
  // A key as it looks on a keyboard; gives its width.
  float key_cap(Point top_left, std::string_view text, look::Color color = look::Color::TextDim);
  // Text over several lines of at most `width`, see wrap.h; gives the height.
  float paragraph(Point top_left, float width, std::string_view text, const LabelLook& look);

  void focus(const Rect& place) { picture_.focus = place; }
  // The picture reaches at least this far down.
  void reach(float bottom) { picture_.height = std::max(picture_.height, bottom); }
  Picture take() { return std::move(picture_); }

 private:
  void add(Item item);
  std::string said(look::TextStyle style, std::string_view text, Wording wording) const;
  // A text that is already said as it is to be read.
  float plain_label(Rect rect, const std::string& text, const LabelLook& look);

  const look::TextMeasure& measure_;
  Picture picture_;
};

}  // namespace hmaplab::pictures

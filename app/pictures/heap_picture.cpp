#include "app/pictures/heap_picture.h"

#include <fmt/format.h>

#include "app/pictures/glow.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using trace::HeapView;
using trace::ObjectState;
using trace::ObjectView;

namespace {

constexpr float kRow = 21;
constexpr float kSquare = 9;
constexpr float kSquareGap = 2;
constexpr float kSide = 9;
constexpr float kTypeFrom = 430;     // from this width on a row tells the type
constexpr float kAddressFrom = 330;  // and from this one the address

// A sign and a colour for each state: neither is alone.
struct Sign {
  Color fill;
  Color border;
  bool dashed = false;
  bool crossed = false;
};

Sign sign_of(ObjectState state) {
  switch (state) {
    case ObjectState::Reachable:
      return {.fill = Color::Filled, .border = Color::FilledBorder};
    case ObjectState::Unreachable:
      return {.fill = Color::None, .border = Color::Warning};
    case ObjectState::White:
      return {.fill = Color::None, .border = Color::Text};
    case ObjectState::Gray:
      return {.fill = Color::TextFaint, .border = Color::Text};
    case ObjectState::Black:
      return {.fill = Color::Text, .border = Color::Text};
    case ObjectState::Freed:
      return {.fill = Color::None, .border = Color::SunkenBorder, .dashed = true, .crossed = true};
    case ObjectState::Unknown:
      return {.fill = Color::Sunken, .border = Color::SunkenBorder};
  }
  return {.fill = Color::None, .border = Color::SunkenBorder};
}

void draw_sign(Sketch& sketch, const Rect& place, ObjectState state) {
  const Sign sign = sign_of(state);
  sketch.box(
      {.rect = place, .fill = sign.fill, .border = sign.border, .round = 2, .dashed = sign.dashed});
  if (sign.crossed) {
    sketch.stroke({.from = {place.x, place.bottom()},
                   .to = {place.right(), place.y},
                   .color = Color::TextFaint});
  }
}

std::string state_words(ObjectState state) {
  switch (state) {
    case ObjectState::White:
      return "white: not reached yet";
    case ObjectState::Gray:
      return "gray: reached, its pointers are not";
    case ObjectState::Black:
      return "black: kept";
    case ObjectState::Unreachable:
      return "unreachable: would be freed";
    case ObjectState::Reachable:
    case ObjectState::Freed:
    case ObjectState::Unknown:
      break;
  }
  return std::string(trace::name(state));
}

class HeapSketch {
 public:
  HeapSketch(Sketch& sketch, const Run& run, const Moment& moment)
      : sketch_(sketch), run_(run), moment_(moment), heap_(*moment.heap) {}

  void draw() {
    draw_summary();
    draw_squares();
    draw_legend();
    draw_finalizers();
    draw_window_choice();
    for (const ObjectView& object : heap_.objects) draw_object(object);
    if (heap_.objects.empty()) paragraph("Nothing has been allocated on the heap.", Color::TextDim);
    sketch_.reach(y_ + 2);
  }

 private:
  void paragraph(const std::string& text, Color color, TextStyle style = TextStyle::Small) {
    y_ += sketch_.paragraph({0, y_}, sketch_.width(), text, {.style = style, .color = color});
  }

  void draw_summary() {
    paragraph(trace::heap_summary(heap_), Color::Text, TextStyle::Strong);
    std::string text = fmt::format("collector: {}; {} collection{} done", heap_.phase,
                                   heap_.collections, heap_.collections == 1 ? "" : "s");
    if (heap_.goal > 0 && !heap_.running)
      text += fmt::format("; the next by itself at {:.1f} MiB",
                          static_cast<double>(heap_.goal) / (1 << 20));
    paragraph(text, heap_.running ? Color::Text : Color::TextDim);
    y_ += 5;
  }

  // The whole heap at a glance; a click brings that part into the window.
  void draw_squares() {
    float x = 0;
    for (size_t i = 0; i < heap_.states.size(); ++i) {
      if (x + kSquare > sketch_.width()) {
        x = 0;
        y_ += kSquare + kSquareGap;
      }
      const Rect square{x, y_, kSquare, kSquare};
      draw_sign(sketch_, square, heap_.states[i]);
      sketch_.hit(square, {.kind = Command::Kind::ShowObjects, .number = i},
                  state_words(heap_.states[i]), 2);
      x += kSquare + kSquareGap;
    }
    y_ += heap_.states.empty() ? 0 : kSquare + 4;
    if (heap_.listed > heap_.states.size())
      paragraph(fmt::format("and {} more", heap_.listed - heap_.states.size()), Color::TextFaint);
  }

  // Of the signs that occur.
  void draw_legend() {
    float x = 0;
    for (const ObjectState state :
         {ObjectState::Reachable, ObjectState::Unreachable, ObjectState::White, ObjectState::Gray,
          ObjectState::Black, ObjectState::Freed}) {
      if (std::find(heap_.states.begin(), heap_.states.end(), state) == heap_.states.end())
        continue;
      const std::string words = state_words(state);
      const float width = 14 + sketch_.text_width(TextStyle::Small, words) + 1;
      if (x > 0 && x + width > sketch_.width()) {
        x = 0;
        y_ += 18;
      }
      draw_sign(sketch_, {x, y_ + 4, kSquare, kSquare}, state);
      sketch_.label({x + 14, y_, std::min(width, sketch_.width()) - 14, 17}, words,
                    {.style = TextStyle::Small, .color = Color::TextDim});
      x += width + 14;
    }
    y_ += x > 0 ? 24 : 0;
  }

  // The lane that runs them, and each of them; those that are set come last.
  void draw_finalizers() {
    if (heap_.finalizers.empty()) return;
    constexpr size_t kMostRows = 32;
    const size_t rows = std::min(heap_.finalizers.size(), kMostRows);
    const float height =
        8 + kRow * static_cast<float>(rows + 1 + (heap_.finalizers.size() > rows ? 1 : 0));
    sketch_.card({0, y_, sketch_.width(), height}, Color::Raised, Color::PanelBorder);
    Rect inside{kSide, y_ + 4, sketch_.width() - 2 * kSide, height - 8};
    Rect head = inside.cut_top(kRow);
    const Person* known = run_.person(schedule::kFinalizer);
    sketch_.badge({head.x + 9, head.center().y},
                  known != nullptr ? *known : person_of(schedule::kFinalizer, 0), 9);
    head.cut_left(25);
    sketch_.label(head, "the finalizer goroutine: " + heap_.finalizer_goroutine,
                  {.style = TextStyle::Heading});
    for (size_t i = 0; i < rows; ++i) draw_finalizer(inside.cut_top(kRow), heap_.finalizers[i]);
    if (heap_.finalizers.size() > rows) {
      sketch_.label(inside.cut_top(kRow),
                    fmt::format("and {} more", heap_.finalizers.size() - rows),
                    {.style = TextStyle::Small, .color = Color::TextFaint});
    }
    y_ += height + 7;
  }

  void draw_finalizer(Rect row, const trace::FinalizerView& finalizer) {
    const bool waits = finalizer.state != trace::FinalizerState::Set;
    sketch_.label(row.cut_left(66), trace::name(finalizer.state),
                  {.style = TextStyle::Small, .color = waits ? Color::Warning : Color::TextDim});
    sketch_.label(row, fmt::format("{}  →  {}", finalizer.object, finalizer.function),
                  {.style = TextStyle::CodeSmall, .color = Color::Text});
  }

  void draw_window_choice() {
    const uint64_t shown = heap_.objects.size();
    if (shown == heap_.listed) return;
    Rect line{0, y_, sketch_.width(), kRow};
    const auto button = [&](Shape shape, uint64_t first, const char* tooltip) {
      const Rect place = line.cut_right(22, 4);
      sketch_.icon({place.x + 6, place.y + 5, 10, 10}, shape, Color::TextDim);
      sketch_.hit(place, {.kind = Command::Kind::ShowObjects, .number = first}, tooltip);
    };
    constexpr uint64_t kPage = trace::ObjectWindow{}.count;
    const uint64_t next = heap_.first + kPage;
    button(Shape::Forward, next < heap_.listed ? next : heap_.first, "the next objects");
    button(Shape::Back, heap_.first > kPage ? heap_.first - kPage : 0, "the objects before");
    const std::string text = shown == 0 ? fmt::format("{} objects", heap_.listed)
                                        : fmt::format("{} to {} of {}", heap_.first + 1,
                                                      heap_.first + shown, heap_.listed);
    sketch_.label(line, text, {.style = TextStyle::Small, .color = Color::TextDim});
    y_ += kRow + 2;
  }

  // Sign, address, bytes, name, type, and at the right who holds it.
  void draw_object(const ObjectView& object) {
    Rect row{0, y_, sketch_.width(), kRow};
    const bool touched = moment_.touched && moment_.touched->object == object.address;
    if (touched) draw_touched({row.x + 1, row.y + 1, row.w - 10, row.h - 2});
    const bool gone = object.state == ObjectState::Freed;
    const Color text = gone ? Color::TextFaint : Color::Text;
    draw_sign(sketch_, {row.x + 5, row.y + 6, kSquare, kSquare}, object.state);
    row.cut_left(22);
    row.cut_right(12);
    if (sketch_.width() >= kAddressFrom) {
      sketch_.label(row.cut_left(104), fmt::format("{:#x}", memory::bits(object.address)),
                    {.style = TextStyle::CodeSmall, .color = Color::TextDim, .struck = gone});
    }
    sketch_.label(row.cut_left(56, 10), fmt::format("{} B", object.size),
                  {.style = TextStyle::CodeSmall, .color = Color::TextDim, .align = Align::Right});
    const float name_width = row.w * 0.42F;
    draw_holders(row, object);
    const bool has_type = sketch_.width() >= kTypeFrom;
    Rect name = has_type ? row.cut_left(std::min(name_width, row.w), 8) : row;
    sketch_.label(name, object.name,
                  {.style = TextStyle::CodeSmall, .color = text, .struck = gone});
    if (has_type) {
      sketch_.label(
          row, object.type,
          {.style = TextStyle::CodeSmall, .color = gone ? Color::TextFaint : Color::TextDim});
    }
    sketch_.hit({0, y_, sketch_.width(), kRow}, {}, tooltip(object));
    y_ += kRow;
  }

  void draw_touched(const Rect& place) { pictures::draw_touched(sketch_, place, *moment_.touched); }

  // Who leads to it, in short words.
  void draw_holders(Rect& row, const ObjectView& object) {
    const auto chip = [&](const char* word, Color color) {
      const float width = sketch_.text_width(TextStyle::Tiny, word) + 8;
      const Rect place = row.cut_right(width, 4);
      sketch_.box(
          {.rect = {place.x, place.y + 3, place.w, place.h - 6}, .border = color, .round = 3});
      sketch_.label(place, word,
                    {.style = TextStyle::Tiny, .color = color, .align = Align::Center});
    };
    if (object.finalizer) chip("finalizer", Color::CodeKeyword);
    if (object.in_package_variable) chip("var", Color::TextDim);
    if (object.is_root) chip("root", Color::TextDim);
  }

  static std::string tooltip(const ObjectView& object) {
    std::string text =
        fmt::format("{}  {}\n{:#x}, {} bytes, {}", object.name, object.type,
                    memory::bits(object.address), object.size, state_words(object.state));
    if (object.is_root) text += "\na stack or a queued finalizer leads to it";
    if (object.in_package_variable) text += "\na package variable leads to it";
    if (object.shared) text += "\nmore than one goroutine can reach it";
    if (object.finalizer)
      text += fmt::format("\nit has a finalizer ({})", trace::name(*object.finalizer));
    return text;
  }

  Sketch& sketch_;
  const Run& run_;
  const Moment& moment_;
  const HeapView& heap_;
  float y_ = 3;
};

}  // namespace

Picture heap_picture(const Run& run, const Moment& moment, float width,
                     const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  if (moment.heap) HeapSketch(sketch, run, moment).draw();
  return sketch.take();
}

}  // namespace hmaplab::pictures

#include "app/pictures/locks_picture.h"

#include <fmt/format.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using trace::QueuedView;
using trace::SyncView;

namespace {

constexpr float kSide = 9;
constexpr float kRow = 24;
constexpr float kNames = 96;      // of what a row is about
constexpr float kNarrow = 300;    // below this width names stand closer
constexpr float kMostCell = 120;  // of a value in a buffer
constexpr float kGap = 7;

Person person_in(const Run& run, schedule::Actor actor) {
  const Person* known = run.person(actor);
  return known != nullptr ? *known : person_of(actor, 0);
}

// Draws what stands in a row, and goes on in the next where there is no room.
class Row {
 public:
  Row(Sketch& sketch, Rect inside, float y, const char* name)
      : sketch_(sketch),
        left_(inside.x + (inside.w < kNarrow ? kNames * 0.8F : kNames)),
        right_(inside.right()),
        x_(left_),
        y_(y) {
    sketch.label({inside.x, y, left_ - inside.x - 6, kRow}, name,
                 {.style = TextStyle::Small, .color = Color::TextDim});
  }

  // A goroutine, and what there is to say of it.
  void person(const Person& person, const std::string& text, const Command& command) {
    const float words = text.empty() ? 0 : 5 + sketch_.text_width(TextStyle::Small, text) + 1;
    const Rect place = take(18 + words, 12);
    sketch_.badge({place.x + 9, place.center().y}, person, 9);
    if (!text.empty()) {
      sketch_.label({place.x + 23, place.y, place.w - 23, place.h}, text,
                    {.style = TextStyle::Small, .color = Color::Text});
    }
    if (command)
      sketch_.hit(place, command, "to the step with which " + person.name + " began to wait");
  }

  // A slot of a buffer; nullptr: empty.
  void cell(const std::string* value) {
    const float text = value == nullptr ? 14 : sketch_.text_width(TextStyle::CodeSmall, *value) + 1;
    const Rect place = take(std::min(text, kMostCell) + 12, 3);
    const Rect box{place.x, place.y + 2, place.w, place.h - 4};
    sketch_.card(box, value != nullptr ? Color::Filled : Color::Sunken,
                 value != nullptr ? Color::FilledBorder : Color::SunkenBorder,
                 look::metrics::kCellRound);
    if (value == nullptr) return;
    sketch_.label({box.x + 6, box.y, box.w - 12, box.h}, *value,
                  {.style = TextStyle::CodeSmall, .color = Color::Text});
    if (text > kMostCell) sketch_.hit(box, {}, *value);
  }

  void words(const std::string& text, Color color = Color::TextDim) {
    sketch_.label(take(sketch_.text_width(TextStyle::Small, text) + 1, 10), text,
                  {.style = TextStyle::Small, .color = color});
  }

  float bottom() const { return y_ + kRow; }

 private:
  Rect take(float width, float gap) {
    if (x_ > left_ && x_ + width > right_) {
      x_ = left_;
      y_ += kRow;
    }
    const Rect place{x_, y_, std::min(width, right_ - x_), kRow};
    x_ += place.w + gap;
    return place;
  }

  Sketch& sketch_;
  float left_;
  float right_;
  float x_;
  float y_;
};

std::string queued_text(const QueuedView& queued) {
  std::string text = queued.what;
  if (queued.clause) text += fmt::format("{}case {}", text.empty() ? "" : ", ", *queued.clause);
  if (queued.since)
    text += fmt::format("{}since step {}", text.empty() ? "" : ", ", *queued.since + 1);
  return text;
}

Command step_of(const std::optional<uint32_t>& since) {
  if (!since) return {};
  return {.kind = Command::Kind::Seek, .number = *since + 1};
}

class ThingCard {
 public:
  ThingCard(Sketch& sketch, const Run& run, const SyncView& thing, float y)
      : sketch_(sketch), run_(run), thing_(thing), y_(y) {}

  // Gives the bottom.
  float draw() {
    inside_ = {kSide, y_ + 3, sketch_.width() - 2 * kSide, 0};
    float y = y_ + 3;
    y = draw_title(y);
    y = draw_buffer(y);
    y = draw_queue(y, "wait to send", thing_.senders);
    y = draw_queue(y, "wait to receive", thing_.receivers);
    y = draw_holders(y);
    y = draw_queue(y, thing_.kind == trace::SyncKind::Channel ? "wait" : "waiting", thing_.waiting);
    return y + 4;
  }

 private:
  float draw_title(float y) {
    Rect line{inside_.x, y, inside_.w, kRow};
    const float state = sketch_.text_width(TextStyle::Small, thing_.state) + 1;
    const bool busy = thing_.is_awaited() || !thing_.holders.empty();
    sketch_.label(line.cut_right(std::min(state, line.w / 2), 8), thing_.state,
                  {.style = TextStyle::Small,
                   .color = busy ? Color::Text : Color::TextDim,
                   .align = Align::Right});
    const float name = std::min(line.w, sketch_.text_width(TextStyle::CodeBold, thing_.name) + 1);
    sketch_.label(line.cut_left(name, 10), thing_.name, {.style = TextStyle::CodeBold});
    if (line.w > 30) {
      sketch_.label(line, thing_.type, {.style = TextStyle::CodeSmall, .color = Color::TextDim});
    }
    return y + kRow;
  }

  float draw_buffer(float y) {
    constexpr uint64_t kMostEmpty = 8;  // slots that are drawn behind the values
    if (thing_.capacity == 0) return y;
    Row row(sketch_, inside_, y, "buffer");
    for (const std::string& value : thing_.values) row.cell(&value);
    const uint64_t empty = thing_.capacity - thing_.count;
    for (uint64_t i = 0; i < std::min(empty, kMostEmpty); ++i) row.cell(nullptr);
    const uint64_t hidden = thing_.count - thing_.values.size();
    if (hidden > 0) row.words(fmt::format("and {} more values", hidden));
    if (empty > kMostEmpty) row.words(fmt::format("and {} more free", empty - kMostEmpty));
    return row.bottom();
  }

  float draw_queue(float y, const char* name, const std::vector<QueuedView>& queue) {
    if (queue.empty()) return y;
    Row row(sketch_, inside_, y, name);
    for (const QueuedView& queued : queue)
      row.person(person_in(run_, queued.actor), queued_text(queued), step_of(queued.since));
    return row.bottom();
  }

  float draw_holders(float y) {
    if (thing_.holders.empty()) return y;
    Row row(sketch_, inside_, y, "held by");
    for (const trace::HolderView& holder : thing_.holders) {
      const char* use = holder.use == vm::LockUse::Read ? "reads, " : "";
      row.person(person_in(run_, holder.actor), fmt::format("{}since step {}", use, holder.since),
                 {.kind = Command::Kind::Seek, .number = holder.since});
    }
    return row.bottom();
  }

  Sketch& sketch_;
  const Run& run_;
  const SyncView& thing_;
  float y_;
  Rect inside_;
};

// 2 ─ waits for b → 3 ─ waits for a → 2; gives the bottom.
float draw_circle(Sketch& sketch, const Run& run, const trace::SyncState& state, float y) {
  if (state.circle.empty()) return y;
  float x = kSide;
  const auto place = [&](float width) {
    if (x > kSide && x + width > sketch.width() - kSide) {
      x = kSide;
      y += kRow;
    }
    const Rect rect{x, y, std::min(width, sketch.width() - kSide - x), kRow};
    x += rect.w;
    return rect;
  };
  const auto badge = [&](schedule::Actor actor) {
    const Rect rect = place(24);
    sketch.badge({rect.x + 9, rect.center().y}, person_in(run, actor), 9);
  };
  for (const trace::WaitEdge& edge : state.circle) {
    badge(edge.from);
    const std::string text = "waits for " + (edge.object.empty() ? "a lock" : edge.object) + " →";
    const float width = sketch.text_width(TextStyle::Small, text) + 8;
    sketch.label(place(width), text, {.style = TextStyle::Small, .color = Color::DangerText});
  }
  badge(state.circle.front().from);
  return y + kRow + 2;
}

// Why nobody goes on; gives the bottom.
float draw_stuck(Sketch& sketch, const Run& run, const trace::SyncState& state, float y) {
  const std::vector<std::string> sentences = trace::stuck_text(state);
  if (sentences.empty()) return y;
  const float width = sketch.width() - 2 * kSide;
  Sketch measured(sketch.measure(), sketch.width());
  const auto draw = [&](Sketch& on, float top) {
    float at = draw_circle(on, run, state, top + 4);
    for (const std::string& sentence : sentences)
      at += on.paragraph({kSide, at}, width, sentence, {.style = TextStyle::Small});
    return at + 5;
  };
  const float bottom = draw(measured, y);
  sketch.box({.rect = {0, y, sketch.width(), bottom - y},
              .fill = Color::DangerSoft,
              .border = Color::Danger,
              .round = look::metrics::kCardRound,
              .line = 1.5F});
  return draw(sketch, y) + kGap;
}

float draw_thing(Sketch& sketch, const Run& run, const SyncView& thing, float y) {
  Sketch measured(sketch.measure(), sketch.width());
  const float bottom = ThingCard(measured, run, thing, y).draw();
  sketch.card({0, y, sketch.width(), bottom - y}, Color::Raised,
              thing.is_awaited() ? Color::Warning : Color::PanelBorder);
  return ThingCard(sketch, run, thing, y).draw() + kGap;
}

// Those who wait for none of the things; gives the bottom.
float draw_idle(Sketch& sketch, const Run& run, const trace::SyncState& state, float y) {
  for (const trace::IdleView& idle : state.idle) {
    Row row(sketch, {kSide, y, sketch.width() - 2 * kSide, kRow}, y, "waits");
    std::string text = idle.reason;
    if (idle.since) text += fmt::format(", since step {}", *idle.since + 1);
    row.person(person_in(run, idle.actor), text, step_of(idle.since));
    y = row.bottom();
  }
  return y;
}

}  // namespace

Picture locks_picture(const Run& run, const Moment& moment, float width,
                      const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  if (!moment.sync) return sketch.take();
  const trace::SyncState& state = *moment.sync;
  float y = draw_stuck(sketch, run, state, 4);
  for (const SyncView& thing : state.things) y = draw_thing(sketch, run, thing, y);
  if (state.more > 0) {
    sketch.label({kSide, y, width - 2 * kSide, kRow}, fmt::format("and {} more", state.more),
                 {.style = TextStyle::Small, .color = Color::TextFaint});
    y += kRow;
  }
  y = draw_idle(sketch, run, state, y);
  if (state.things.empty() && state.idle.empty()) {
    sketch.paragraph(
        {0, 6}, width,
        "There is no channel and no lock in memory, and nobody waits. They appear here "
        "as the program makes them.",
        {.style = TextStyle::Body, .color = Color::TextDim});
  }
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures

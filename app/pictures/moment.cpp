#include "app/pictures/moment.h"

#include <algorithm>

namespace hmaplab::pictures {

const Person* Run::person(schedule::Actor actor) const {
  const Lane* known = lane(actor);
  return known != nullptr ? &known->person : nullptr;
}

const Lane* Run::lane(schedule::Actor actor) const {
  for (const Lane& known : lanes) {
    if (known.person.actor == actor) return &known;
  }
  return nullptr;
}

const GrowingMap* Run::growing_map(memory::Address map) const {
  for (const GrowingMap& known : growing_maps) {
    if (known.map == map) return &known;
  }
  return nullptr;
}

size_t card_rows(const trace::GoroutineView& view) {
  if (view.state == trace::GoroutineState::Finished) return 0;
  size_t rows = view.panics.size();
  if (view.state == trace::GoroutineState::Blocked)
    rows += std::max<size_t>(view.wait.holders.size(), 1);
  if (view.state == trace::GoroutineState::Runnable && view.next != memory::Point::none) ++rows;
  for (const trace::FrameView& frame : view.frames) rows += 1 + frame.defers.size();
  return rows;
}

Person person_of(schedule::Actor actor, uint32_t ordinal) {
  Person person{.actor = actor, .badge = {}, .name = schedule::name(actor)};
  if (schedule::is_goroutine(actor)) {
    person.badge = person.name.substr(1);
    person.color = look::goroutine_color(ordinal);
  } else {
    // "c", "g", "f"; the lane that drains the buffer of g2: "2~"
    person.badge = person.name.substr(schedule::is_drain(actor) ? 1 : 0,
                                      schedule::is_drain(actor) ? std::string::npos : 1);
    person.color = look::Color::TextDim;
  }
  return person;
}

}  // namespace hmaplab::pictures

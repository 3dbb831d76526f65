#include "app/pictures/moment.h"

namespace hmaplab::pictures {

const Person* Run::person(schedule::Actor actor) const {
  for (const Lane& lane : lanes) {
    if (lane.person.actor == actor) return &lane.person;
  }
  return nullptr;
}

Person person_of(schedule::Actor actor, uint32_t ordinal) {
  Person person{.actor = actor, .badge = {}, .name = schedule::name(actor)};
  if (schedule::is_goroutine(actor)) {
    person.badge = person.name.substr(1);
    person.color = look::goroutine_color(ordinal);
  } else {
    person.badge = person.name.substr(0, 1);
    person.color = look::Color::TextDim;
  }
  return person;
}

}  // namespace hmaplab::pictures

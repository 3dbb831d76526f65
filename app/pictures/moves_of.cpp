#include <algorithm>
#include <map>

#include "app/pictures/moment_of.h"

namespace hmaplab::pictures {
namespace {

constexpr uint32_t kMostSteps = 4'000;  // to look back for moves

// What somebody has read from an old slot and not stored yet.
struct InHand {
  memory::Address key{};
  memory::Address elem{};
};

}  // namespace

std::vector<EntryMove> moves_of(const session::Session& session, const Run& run, uint32_t since) {
  using memory::Point;
  const uint32_t end = session.position();
  std::vector<EntryMove> moves;
  if (since >= end || end - since > kMostSteps) return moves;
  // A store may be the first of these steps: its load lies a few of the same actor's steps before.
  constexpr uint32_t kBefore = 64;
  std::map<schedule::Actor, InHand> hands;
  for (uint32_t index = since - std::min(since, kBefore); index < end; ++index) {
    const vm::Step& step = session.step(index);
    InHand& hand = hands[step.actor];
    if (step.point == Point::evacuate_load_key) hand.key = step.address;
    if (step.point == Point::evacuate_load_elem) hand.elem = step.address;
    const bool stores_key = step.point == Point::evacuate_store_key;
    const bool stores_elem = step.point == Point::evacuate_store_elem;
    if (index < since || (!stores_key && !stores_elem)) continue;
    const memory::Address from = stores_key ? hand.key : hand.elem;
    const Person* person = run.person(step.actor);
    if (from == memory::Address::Nil) continue;
    moves.push_back({.from = from,
                     .to = step.address,
                     .person = person != nullptr ? *person : person_of(step.actor, 0)});
  }
  return moves;
}

}  // namespace hmaplab::pictures

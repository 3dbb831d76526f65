#include "core/session/conflicts.h"

#include <algorithm>

namespace hmaplab::session {

using schedule::Actor;

namespace {

// The first step of the branch behind the one that created the actor.
uint32_t created_at(const Timeline& branch, Actor actor) {
  for (uint32_t i = 0; i < branch.length(); ++i) {
    const vm::Step& step = branch.step(i);
    if (step.point == memory::Point::go_create && step.result == actor.value) return i + 1;
  }
  return 0;
}

bool same_touch(const vm::Touch& one, const vm::Touch& other) {
  return one.begin == other.begin && one.size == other.size && one.writes == other.writes;
}

}  // namespace

Conflicts::Conflicts(const Timeline& branch, uint32_t position, const vm::World& world, Actor walker)
    : position_(position) {
  for (uint32_t i = created_at(branch, walker); i < branch.length(); ++i) {
    const vm::Step& step = branch.step(i);
    const bool own = step.actor == walker || step.actor == schedule::drain_of(walker);
    if (own || !step.visible) continue;
    if (const auto touch = vm::touch_of(step)) add(*touch, {.actor = step.actor, .step = i});
  }
  for (Actor actor : world.enabled()) {
    if (actor == walker || !world.goroutine(actor) || !world.next_is_visible(actor)) continue;
    if (const auto touch = vm::touch_of(world.preview(actor))) add(*touch, {.actor = actor});
  }
}

// The steps of the branch come first and in their order.
void Conflicts::add(const vm::Touch& touch, Rival rival) {
  const uint64_t first = memory::bits(touch.begin) / kWord;
  const uint64_t last = (memory::bits(touch.begin) + touch.size - 1) / kWord;
  const auto note = [&](std::vector<Seen>& seen) {
    const auto known = std::find_if(seen.begin(), seen.end(), [&](const Seen& one) {
      return same_touch(one.touch, touch) && one.rival.actor == rival.actor;
    });
    if (known == seen.end()) {
      seen.push_back({touch, rival});
    } else if (is_nearer(rival, known->rival)) {
      known->rival = rival;
    }
  };
  if (last - first >= kMostWords) return note(big_);
  for (uint64_t word = first; word <= last; ++word) note(by_word_[word]);
}

// Who stands before the step now; then what is still to come, the sooner the better; then what was,
// the later the better.
bool Conflicts::is_nearer(const Rival& one, const Rival& other) const {
  const auto rank = [this](const Rival& rival) -> uint64_t {
    if (rival.step == Rival::kItsNext) return 0;
    if (rival.step >= position_) return 1 + uint64_t{rival.step - position_};
    return (uint64_t{1} << 32) + (position_ - rival.step);
  };
  return rank(one) < rank(other);
}

void Conflicts::look(const std::vector<Seen>& seen, const vm::Touch& touch,
                     std::optional<Rival>& best) const {
  for (const Seen& one : seen) {
    if (vm::conflict(one.touch, touch) && (!best || is_nearer(one.rival, *best))) best = one.rival;
  }
}

std::optional<Rival> Conflicts::with(const vm::Touch& touch) const {
  std::optional<Rival> best;
  const uint64_t first = memory::bits(touch.begin) / kWord;
  const uint64_t last = (memory::bits(touch.begin) + touch.size - 1) / kWord;
  for (auto it = by_word_.lower_bound(first); it != by_word_.end() && it->first <= last; ++it)
    look(it->second, touch, best);
  look(big_, touch, best);
  return best;
}

}  // namespace hmaplab::session

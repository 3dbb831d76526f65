#include "core/trace/cause_search.h"

#include <algorithm>
#include <set>

#include "core/trace/deed.h"

namespace hmaplab::trace {

using memory::Address;
using memory::Point;
using vm::AccessKind;
using vm::Step;

namespace {

uint64_t size_of(const Step& step) {
  return std::max({step.old_value.size, step.new_value.size, uint32_t{1}});
}

bool overlap(const Step& one, const Step& other) {
  const uint64_t from = memory::bits(one.address);
  const uint64_t other_from = memory::bits(other.address);
  return from < other_from + size_of(other) && other_from < from + size_of(one);
}

Address thing_of(const Step& step) {
  return step.address == Address::Nil ? step.object : step.address;
}

}  // namespace

uint32_t CauseSearch::last_of(schedule::Actor actor, uint32_t before) const {
  return last(before, [&](const Step& step) { return step.actor == actor; });
}

uint32_t CauseSearch::writer_of(uint32_t index) const {
  const Step& touched = steps_[index];
  if (touched.address == Address::Nil) return kNone;
  return last(index, [&](const Step& step) {
    return step.access == AccessKind::Store && step.address != Address::Nil &&
           overlap(step, touched);
  });
}

bool CauseSearch::same_thing(uint32_t one, uint32_t other) const {
  return thing_of(steps_[one]) != Address::Nil && thing_of(steps_[one]) == thing_of(steps_[other]);
}

void CauseSearch::add(uint32_t index, int weight, std::string sentence) {
  if (index == kNone) return;
  if (sentence.empty()) sentence = deed(end_, steps_[index]);
  const auto known = std::find_if(causes_.begin(), causes_.end(),
                                  [&](const Cause& cause) { return cause.step == index; });
  if (known == causes_.end()) {
    causes_.push_back({.step = index, .weight = weight, .sentence = std::move(sentence)});
  } else if (known->weight < weight) {
    *known = {.step = index, .weight = weight, .sentence = std::move(sentence)};
  }
}

void CauseSearch::add_read(uint32_t read, int weight) {
  if (read == kNone) return;
  const uint32_t writer = writer_of(read);
  std::string sentence = deed(end_, steps_[read]);
  if (writer == kNone && steps_[read].access == AccessKind::Load && !steps_[read].in_map)
    sentence += ", for nobody has stored anything there";
  add(read, weight, sentence);
  add(writer, weight - 5);
  if (writer != kNone) add_birth(steps_[writer].actor, weight::kBirth);
}

void CauseSearch::add_birth(schedule::Actor actor, int weight) {
  if (actor == schedule::kMain || !(schedule::is_goroutine(actor) || actor == schedule::kFinalizer))
    return;
  if (actor != schedule::kFinalizer) {
    add(last(length(),
             [&](const Step& step) {
               return step.point == Point::go_create && step.result == actor.value;
             }),
        weight);
    return;
  }
  const auto at = [&](uint32_t before, Point point, Address object) {
    return last(before, [&](const Step& step) {
      return step.point == point && (object == Address::Nil || step.object == object);
    });
  };
  const uint32_t run = at(length(), Point::finalizer_run, Address::Nil);
  if (run == kNone) return;
  const uint32_t queued = at(run, Point::gc_queue, steps_[run].object);
  add(run, weight);
  add(queued, weight - 1);
  add(at(run, Point::runtime_set_finalizer, steps_[run].object), weight - 2);
  add(at(queued == kNone ? run : queued, Point::runtime_gc, Address::Nil), weight - 3);
}

void CauseSearch::add_history(uint32_t index, uint32_t before, int weight, int most) {
  for (uint32_t i = before; i-- > 0 && most > 0;) {
    if (i == index || memory::is_access(steps_[i].point) || !same_thing(i, index)) continue;
    add(i, weight--);
    add_birth(steps_[i].actor, weight::kBirth);
    --most;
  }
}

void CauseSearch::add_last_steps(schedule::Actor actor, uint32_t before) {
  constexpr int kMost = 4;
  for (const bool any_line : {false, true}) {
    std::set<std::pair<uint32_t, uint32_t>> lines;
    int weight = any_line ? weight::kFill - kMost : weight::kFill;
    const int least = weight - kMost;
    for (uint32_t i = before; i-- > 0 && weight > least;) {
      const Step& step = steps_[i];
      if (step.actor != actor) continue;
      if (any_line || lines.insert({step.function, step.line}).second) add(i, weight--);
    }
  }
}

void CauseSearch::say(uint32_t step, const std::string& more) { more_[step] += more; }

std::vector<Cause> CauseSearch::take() {
  std::sort(causes_.begin(), causes_.end(), [](const Cause& one, const Cause& other) {
    return one.weight != other.weight ? one.weight > other.weight : one.step > other.step;
  });
  for (Cause& cause : causes_) {
    if (const auto more = more_.find(cause.step); more != more_.end())
      cause.sentence += more->second;
  }
  return std::move(causes_);
}

}  // namespace hmaplab::trace

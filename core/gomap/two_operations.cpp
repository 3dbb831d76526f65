#include "core/gomap/two_operations.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/base/invariant.h"
#include "core/gomap/pair_world.h"

namespace hmaplab::gomap {
namespace {

struct HashOfHash {
  size_t operator()(const base::Hash128& hash) const { return hash.low; }
};
using HashSet = std::unordered_set<base::Hash128, HashOfHash>;

// Both operations one after the other: what ought to come.
PairView in_order(const PairWorld& start, int first) {
  PairWorld world = start;
  for (const int who : {first, 1 - first}) {
    while (!world.is_done(who)) {
      const std::string death = world.step(who);
      INVARIANT(death.empty(), "one after the other dies: " + death);
    }
  }
  return world.view();
}

bool is_there(const PairView::Entries& entries, uint64_t key) { return entries.contains(key); }

// What is wrong with a map's entries, measured by both orders.
void judge_entries(const PairView::Entries& came, const PairView::Entries& one,
                   const PairView::Entries& other, const std::string& whose,
                   std::set<std::string>& wrong) {
  for (const auto& [key, elems] : came) {
    if (key == ~uint64_t{0} || (!is_there(one, key) && !is_there(other, key))) {
      const bool torn = key == ~uint64_t{0} || key == 0;
      wrong.insert(whose + (torn ? "a key that nobody stored" : "a deleted key is there"));
      continue;
    }
    if (elems.size() > 1) wrong.insert(whose + "a key is there twice");
    for (const uint64_t elem : elems) {
      const auto has = [&, &key = key](const PairView::Entries& entries) {
        const auto found = entries.find(key);
        return found != entries.end() &&
               std::find(found->second.begin(), found->second.end(), elem) != found->second.end();
      };
      if (!has(one) && !has(other)) wrong.insert(whose + "a wrong elem");
    }
  }
  for (const auto& [key, elems] : one) {
    if (is_there(other, key) && !is_there(came, key)) wrong.insert(whose + "a key is lost");
  }
}

void judge_answer(const PairView& came, const PairView& one, const PairView& other, size_t who,
                  PairOperation kind, std::set<std::string>& wrong) {
  const auto& answer = came.answers[who];
  const auto& first = one.answers[who];
  const auto& second = other.answers[who];
  switch (kind) {
    case PairOperation::Get: {
      const auto same = [&](const PairView::Answer& ought) {
        return answer.found == ought.found && (!answer.found || answer.elem == ought.elem);
      };
      if (same(first) || same(second)) return;
      wrong.insert(!answer.found      ? "get misses a key that is there"
                   : answer.elem == 0 ? "get finds the key and reads zero"
                                      : "get reads a wrong elem");
      return;
    }
    case PairOperation::Next: {
      if (!answer.found) return;  // Go promises nothing about keys that come and go
      if (answer.key == ~uint64_t{0} || answer.key == 0) {
        wrong.insert("next gives a key that nobody stored");
        return;
      }
      const bool known = answer.elem == 100 + answer.key || answer.elem >= 1001;
      if (!known) wrong.insert(answer.elem == 0 ? "next reads zero" : "next reads a wrong elem");
      return;
    }
    case PairOperation::Clone: {
      judge_entries(answer.copy, first.copy, second.copy, "copy: ", wrong);
      int64_t used = 0;
      for (const auto& [key, elems] : answer.copy) used += static_cast<int64_t>(elems.size());
      if (answer.copy_count != used) wrong.insert("copy: count is wrong");
      return;
    }
    case PairOperation::SetNew:
    case PairOperation::Set:
    case PairOperation::Delete:
    case PairOperation::Clear:
      return;
  }
}

// Both have returned.
std::string judge(const PairView& came, const PairView& one, const PairView& other,
                  const Pair& pair) {
  std::set<std::string> wrong;
  judge_entries(came.entries, one.entries, other.entries, "", wrong);
  int64_t used = 0;
  for (const auto& [key, elems] : came.entries) used += static_cast<int64_t>(elems.size());
  if (came.count < used) wrong.insert("count is too small");
  if (came.count > used) wrong.insert("count is too big");
  if (came.still_writing) wrong.insert("hashWriting stays set");
  if (!came.unfound.empty()) wrong.insert("a key is there but not found");
  if (!came.broken.empty()) wrong.insert("broken: " + came.broken);
  judge_answer(came, one, other, 0, pair.first, wrong);
  judge_answer(came, one, other, 1, pair.second, wrong);
  if (wrong.empty()) return "fine";
  std::string text = "wrong: ";
  for (const std::string& what : wrong) text += (text.size() > 7 ? ", " : "") + what;
  return text;
}

struct Walk {
  explicit Walk(const Pair& of) : pair(of), type(pair_type(of.family)), start(of, &type) {
    start.start();
    one = in_order(start, 0);
    other = in_order(start, 1);
  }
  // The end that this state is, or nothing. `death`: of the step that led here.
  std::string end_of(const PairWorld& world, const std::string& death) const {
    if (!death.empty()) return death;
    if (!world.is_done(0) || !world.is_done(1)) return "";
    return judge(world.view(), one, other, pair);
  }

  Walk(const Walk&) = delete;

  Pair pair;
  MapType type;
  PairWorld start;
  PairView one;
  PairView other;
};

}  // namespace

std::string_view name(Situation situation) {
  switch (situation) {
    case Situation::New:
      return "new";
    case Situation::One:
      return "one";
    case Situation::Three:
      return "three";
    case Situation::Full:
      return "full";
    case Situation::Growing:
      return "growing";
    case Situation::Chain:
      return "chain";
  }
  return "";
}

std::string_view name(PairOperation operation) {
  switch (operation) {
    case PairOperation::SetNew:
      return "set-new";
    case PairOperation::Set:
      return "set";
    case PairOperation::Delete:
      return "delete";
    case PairOperation::Get:
      return "get";
    case PairOperation::Next:
      return "next";
    case PairOperation::Clear:
      return "clear";
    case PairOperation::Clone:
      return "clone";
  }
  return "";
}

std::string name(const Pair& pair) {
  const char* family = pair.family == Family::FastString ? "string"
                       : pair.family == Family::Generic  ? "generic"
                                                         : "fast64";
  return fmt::format("{} {}: {} and {}{}", family, name(pair.situation), name(pair.first),
                     name(pair.second), pair.keys == PairKeys::Same ? ", same key" : "");
}

bool is_possible(const Pair& pair) {
  const auto needs_entry = [](PairOperation operation) {
    return operation != PairOperation::SetNew && operation != PairOperation::Clone &&
           operation != PairOperation::Get;
  };
  const bool is_empty = pair.situation == Situation::New;
  if (is_empty && (needs_entry(pair.first) || needs_entry(pair.second))) return false;
  const auto uses_key = [](PairOperation operation) { return operation <= PairOperation::Get; };
  const bool both_use = uses_key(pair.first) && uses_key(pair.second);
  const bool alike =
      (pair.first == PairOperation::SetNew) == (pair.second == PairOperation::SetNew);
  if (pair.keys == PairKeys::Same) return both_use && alike;
  // One entry: two that use a present key use the same one.
  return !(pair.situation == Situation::One && both_use && alike &&
           pair.first != PairOperation::SetNew);
}

std::vector<Pair> all_pairs(Family family) {
  std::vector<Pair> pairs;
  for (int situation = 0; situation <= static_cast<int>(Situation::Chain); ++situation) {
    // To move entries takes so many accesses that one family must do.
    const bool moves = situation == static_cast<int>(Situation::Full) ||
                       situation == static_cast<int>(Situation::Growing);
    if (moves && family != Family::Fast64) continue;
    for (int first = 0; first <= static_cast<int>(PairOperation::Clone); ++first) {
      for (int second = first; second <= static_cast<int>(PairOperation::Clone); ++second) {
        for (const PairKeys keys : {PairKeys::Other, PairKeys::Same}) {
          const Pair pair{family, static_cast<Situation>(situation),
                          static_cast<PairOperation>(first), static_cast<PairOperation>(second),
                          keys};
          if (is_possible(pair)) pairs.push_back(pair);
        }
      }
    }
  }
  return pairs;
}

PairEnds explore(const Pair& pair, uint64_t most_states) {
  const Walk walk{pair};
  PairEnds result;
  HashSet seen;
  HashSet on_path;
  struct Open {
    PairWorld world;
    base::Hash128 hash;
    int next = 0;  // who moves next from here
  };
  std::vector<Open> path;
  path.push_back({walk.start, walk.start.hash()});
  seen.insert(path.back().hash);
  on_path.insert(path.back().hash);
  while (!path.empty()) {
    Open& open = path.back();
    if (open.next == 2) {
      on_path.erase(open.hash);
      path.pop_back();
      continue;
    }
    const int who = open.next++;
    if (open.world.is_done(who)) continue;
    PairWorld next = open.world;
    const std::string death = next.step(who);
    if (!death.empty()) {
      result.ends.insert(death);
      continue;
    }
    const base::Hash128 hash = next.hash();
    if (on_path.contains(hash)) result.ends.insert("never ends");
    if (!seen.insert(hash).second) continue;
    if (seen.size() > most_states) {
      result.complete = false;
      break;
    }
    if (const std::string end = walk.end_of(next, ""); !end.empty()) {
      result.ends.insert(end);
      continue;
    }
    on_path.insert(hash);
    path.push_back({std::move(next), hash});
  }
  result.states = seen.size();
  return result;
}

namespace {

// False: too many steps.
bool walk_every_path(const Walk& walk, const PairWorld& world, PairEnds& result, uint64_t most) {
  for (const int who : {0, 1}) {
    if (world.is_done(who)) continue;
    if (++result.states > most) return false;
    PairWorld next = world;
    const std::string end = walk.end_of(next, next.step(who));
    if (!end.empty()) {
      result.ends.insert(end);
    } else if (!walk_every_path(walk, next, result, most)) {
      return false;
    }
  }
  return true;
}

}  // namespace

PairEnds explore_every_path(const Pair& pair, uint64_t most_steps) {
  const Walk walk{pair};
  PairEnds result;
  result.complete = walk_every_path(walk, walk.start, result, most_steps);
  return result;
}

}  // namespace hmaplab::gomap

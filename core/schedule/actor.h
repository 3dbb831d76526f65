// Actors: whoever can move time. Goroutines are named after who made them, never after when: main
// is g1, the n-th goroutine that main starts is g(n+1), the n-th that g5 starts is g5.n, and so on.
// So the same goroutine has the same name in every schedule.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::schedule {

// A goroutine's path of child numbers behind a leading 1 bit, each number n >= 1 as an Elias gamma
// code; or one of the special lanes. 0 is nobody.
struct Actor {
  uint64_t value = 0;

  friend constexpr auto operator<=>(const Actor&, const Actor&) = default;
  friend constexpr bool operator==(const Actor&, const Actor&) = default;
};

inline constexpr Actor kNobody{0};
inline constexpr Actor kMain{1};
inline constexpr Actor kClock{~uint64_t{0}};
inline constexpr Actor kCollector{~uint64_t{1}};
inline constexpr Actor kFinalizer{~uint64_t{2}};

constexpr bool is_goroutine(Actor actor) { return actor.value != 0 && actor.value >> 63 == 0; }

// The lane that drains the store buffer of a goroutine: g2~. Its number is that of the goroutine with the
// highest bit set and the next one clear, which no other actor has.
constexpr Actor drain_of(Actor goroutine) {
  return Actor{(goroutine.value | uint64_t{1} << 63) & ~(uint64_t{1} << 62)};
}
constexpr bool is_drain(Actor actor) { return actor.value >> 62 == 2; }
// Whose buffer it drains.
constexpr Actor drained_by(Actor lane) {
  return lane == drain_of(kFinalizer) ? kFinalizer : Actor{lane.value & ~(uint64_t{1} << 63)};
}

// One step of a schedule: who moves and, before a select with several ready cases, which of them it
// takes.
struct Move {
  static constexpr uint32_t kNoChoice = ~uint32_t{0};

  // Implicit: for nearly all steps the actor says it all.
  constexpr Move(Actor mover, uint32_t taken = kNoChoice) : actor(mover), choice(taken) {}

  Actor actor;
  uint32_t choice;  // the number of a clause of the select, in source order from 0

  friend bool operator==(const Move&, const Move&) = default;
};

// The n-th child (n >= 1) of a goroutine; nothing when the path no longer fits (some fifty
// generations deep).
std::optional<Actor> child_of(Actor parent, uint32_t number);

// The child numbers from main down to a goroutine; empty for main.
std::vector<uint32_t> path_of(Actor actor);

std::string name(Actor actor);  // "g2", "g3.1", "g2~", "clock", "gc", "finalizer"
std::optional<Actor> actor_named(std::string_view text);  // the reverse; nothing for anything else

}  // namespace hmaplab::schedule

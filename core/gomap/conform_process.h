// One goroutine of a schedule: its operations, the call under way, and what its calls of the hasher
// and of the random source will answer, as the file tells in advance.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>

#include "core/gomap/conform_iterator.h"

namespace hmaplab::gomap {

// Where a process is to stop: inside its n-th call of the hasher or of the equality function, after
// its n-th operation has returned or is complete, or at the end of all of them.
struct PlanPoint {
  enum class Kind : uint8_t { Hash, Equal, Returned, Complete, End } kind = Kind::End;
  uint64_t number = 0;

  static PlanPoint parse(const std::string& text) {
    if (text == "end") return {};
    const size_t kind = text.empty() ? std::string::npos : std::string_view{"heso"}.find(text[0]);
    const bool is_number = text.size() > 1 && text.size() < 10 &&
                           text.find_first_not_of("0123456789", 1) == std::string::npos;
    expect_well_formed(kind != std::string::npos && is_number, "unknown point " + text);
    return {static_cast<Kind>(kind), std::stoull(text.substr(1))};
  }
};

template <class Pointer>
struct Process {
  Json operations = Json::array();
  size_t done = 0;  // operations complete
  std::optional<Call<Pointer>> call;
  bool returned = false;  // the call has, its elem is not yet stored or loaded
  uint64_t hashed = 0;
  uint64_t compared = 0;
  std::deque<HashCall> hashes;
  std::deque<uint64_t> iterator_draws;
  std::deque<uint64_t> seeds;
  Json drained = Json::array();

  const Json& operation() const { return operations.at(done); }
  bool is_at(const PlanPoint& point) const {
    switch (point.kind) {
      case PlanPoint::Kind::Hash:
        return call && hashed == point.number;
      case PlanPoint::Kind::Equal:
        return call && compared == point.number;
      case PlanPoint::Kind::Returned:
        return returned && done + 1 == point.number;
      case PlanPoint::Kind::Complete:
        return !call && done == point.number;
      case PlanPoint::Kind::End:
        return false;
    }
    return false;
  }
};

}  // namespace hmaplab::gomap

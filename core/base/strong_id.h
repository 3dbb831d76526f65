// StrongId<Tag>: a number that cannot be mistaken for another kind of number.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace hmaplab::base {

template <class Tag, class Number = uint32_t>
struct StrongId {
  Number value{};

  constexpr StrongId() = default;
  constexpr explicit StrongId(Number number) : value(number) {}
  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;
  friend constexpr bool operator==(const StrongId&, const StrongId&) = default;
};

}  // namespace hmaplab::base

template <class Tag, class Number>
struct std::hash<hmaplab::base::StrongId<Tag, Number>> {
  size_t operator()(const hmaplab::base::StrongId<Tag, Number>& id) const {
    return std::hash<Number>{}(id.value);
  }
};

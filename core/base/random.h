// Seeded random numbers: splitmix64. A stream is a plain value; the n-th draw of a stream is a
// function of its seed and n, the same on every machine.
#pragma once

#include <cstdint>

namespace hmaplab::base {

// The splitmix64 finaliser: a bijection of 64 bits that mixes well.
constexpr uint64_t mix64(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

struct RandomStream {
  uint64_t state = 0;

  uint64_t next() { return mix64(state += 0x9e3779b97f4a7c15); }
  // A number in [0, bound), bound > 0; the bias below 2^-32 for small bounds does not matter here.
  uint64_t below(uint64_t bound) { return next() % bound; }
};

}  // namespace hmaplab::base

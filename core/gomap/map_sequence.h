// A sequence of map operations out of any bytes: what the fuzzer makes up. It runs on a checked map
// in native memory, and becomes a vector file that every other memory must agree with.
//
//   byte 0   which map type      byte 1   how the hashes collide      byte 2   seed
//   then two bytes an operation: what and on which key
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace hmaplab::gomap {

struct SequenceResult {
  std::string vectors;  // header and one line an operation
  std::string wrong;    // what the checked map complained about; "": nothing
};

SequenceResult run_sequence(const uint8_t* data, size_t size);

// The same, and then the vectors in all other memories of this layer. What went wrong, with the
// vectors to replay it; "": nothing.
std::string check_sequence(const uint8_t* data, size_t size);

}  // namespace hmaplab::gomap

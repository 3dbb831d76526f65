// Tokens: a moment of a run as a word that one can read out and type. It names the program (its hash), the
// options that decide a run, and the steps so far; so two people who have the same program land on the
// same step.
//
//   G1-4K2P-9X0M-…     letters and digits without I, L, O, U; case, spaces and dashes do not matter
//
// The last letters are a check sum: a mistyped token is refused, never followed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schedule/actor.h"

namespace hmaplab::session {

struct Token {
  uint32_t program = 0;  // program_id() of its source, 24 bits
  uint64_t seed = 1;
  uint32_t procs = 2;
  uint32_t go_minor = 23;
  uint32_t memory = 0;  // the number of the memory order
  std::vector<schedule::Move> moves;

  friend bool operator==(const Token&, const Token&) = default;
};

// What a token calls a program: 24 bits of the hash of its text.
uint32_t program_id(std::string_view source);

std::string to_text(const Token& token);
// The error says what is wrong: a letter, the length, the check sum, or a version that is not known.
base::Result<Token> parse_token(std::string_view text);

}  // namespace hmaplab::session

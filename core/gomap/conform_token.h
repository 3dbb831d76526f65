// Tokens: how vector files write keys and elems as text (shared/vectors README 1.2, "&17",
// "{4,sb4}", "x3ff8…"), and the Go types they belong to. A TokenType is a Go type flattened to its
// leaves; equal tokens mean equal bits. An interface holds its token as text: what it can hold need
// not be a Go value here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/gomap/map_type.h"

namespace hmaplab::gomap {

enum class LeafKind : uint8_t { Signed, Unsigned, Bool, String, Float64, Float32, Node, Interface };

struct Leaf {
  LeafKind kind;
  uint32_t offset;
  uint32_t size;        // of one copy
  uint32_t copies = 1;  // an array whose elements are all the same
};

struct TokenType {
  std::string_view go_name;  // "main.stA"
  uint32_t size;
  std::string_view prefix;  // "{", "a", …
  std::string_view suffix;
  std::vector<Leaf> leaves;
};

// The types K and V of "map[K]V".
struct TokenMapType {
  const TokenType* key;
  const TokenType* elem;
};

// The type of this Go name, or nullptr: all that vector files use (README 1.2), spaces or not.
const TokenType* find_token_type(std::string_view go_name);
base::Result<TokenMapType> parse_map_type(std::string_view go_type);
KeyTraits key_traits(const TokenType& type);
ElemTraits elem_traits(const TokenType& type);

// Is `token` a value of the type, written as vector files write it?
bool is_token(const TokenType& type, std::string_view token);

std::string zero_token(const TokenType& type);
// Value number i of a type: all different, as far as the type has so many.
std::string numbered_token(const TokenType& type, int i);

// Key equality in terms of tokens: +0 equals -0, a NaN equals nothing.
bool equal_tokens(const TokenType& type, std::string_view a, std::string_view b);

// The types that cannot be hashed: "!slice", …; the number is KeyAnswer::offender.
std::optional<uint32_t> unhashable(std::string_view token);
std::string_view unhashable_name(uint32_t offender);

// The parts of a token that belong to the leaves, in order.
std::vector<std::string_view> split_token(const TokenType& type, std::string_view token);
uint64_t leaf_bits(LeafKind kind, std::string_view part);  // not for String and Interface
std::string leaf_text(LeafKind kind, uint32_t size, uint64_t bits);

}  // namespace hmaplab::gomap

#include "core/gomap/conform_token.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace hmaplab::gomap {
namespace {

TokenType scalar(std::string_view name, LeafKind kind, uint32_t size) {
  return {name, size, "", "", {{kind, 0, size}}};
}

const std::vector<TokenType>& all_types() {
  static const std::vector<TokenType> types = {
      scalar("int8", LeafKind::Signed, 1),
      scalar("int16", LeafKind::Signed, 2),
      scalar("int32", LeafKind::Signed, 4),
      scalar("int64", LeafKind::Signed, 8),
      scalar("int", LeafKind::Signed, 8),
      scalar("uint8", LeafKind::Unsigned, 1),
      scalar("uint16", LeafKind::Unsigned, 2),
      scalar("uint32", LeafKind::Unsigned, 4),
      scalar("uint64", LeafKind::Unsigned, 8),
      scalar("uint", LeafKind::Unsigned, 8),
      scalar("bool", LeafKind::Bool, 1),
      scalar("string", LeafKind::String, 16),
      scalar("float64", LeafKind::Float64, 8),
      scalar("float32", LeafKind::Float32, 4),
      scalar("*main.node", LeafKind::Node, 8),
      scalar("interface {}", LeafKind::Interface, 16),
      {"struct {}", 0, "-", "", {}},
      {"[2]int64", 16, "a", "", {{LeafKind::Signed, 0, 8}, {LeafKind::Signed, 8, 8}}},
      {"main.stA", 24, "{", "}", {{LeafKind::Signed, 0, 4}, {LeafKind::String, 8, 16}}},
      {"main.stP", 8, "{", "}", {{LeafKind::Signed, 0, 4}, {LeafKind::Signed, 4, 4}}},
      {"main.stF", 16, "{", "}", {{LeafKind::Signed, 0, 4}, {LeafKind::Float64, 8, 8}}},
      {"main.bigK", 136, "A", "", {{LeafKind::Signed, 0, 8}}},
      {"main.bigV", 160, "V", "", {{LeafKind::Signed, 0, 8, 20}}},
      {"main.bigF", 136, "G", "", {{LeafKind::Float64, 0, 8}}},
  };
  return types;
}

const TokenType* find_type(std::string_view name) {
  const auto found = std::find_if(all_types().begin(), all_types().end(),
                                  [&](const TokenType& type) { return type.go_name == name; });
  return found == all_types().end() ? nullptr : &*found;
}

struct Unhashable {
  std::string_view token;
  std::string_view type_name;
};
constexpr std::array<Unhashable, 5> kUnhashable = {{{"!slice", "[]int"},
                                                    {"!map", "map[int]int"},
                                                    {"!func", "func()"},
                                                    {"!struct", "main.stBad"},
                                                    {"!array", "[]int"}}};

// Replaces -0 by +0 in a float token inside `token`; says whether it is a NaN.
bool normalise_float(std::string& token, char mark, size_t digits) {
  for (size_t at = token.find(mark); at != std::string::npos; at = token.find(mark, at + 1)) {
    if (token.size() < at + 1 + digits) return false;
    uint64_t bits = 0;
    const char* begin = token.data() + at + 1;
    if (std::from_chars(begin, begin + digits, bits, 16).ptr != begin + digits) continue;
    const bool wide = digits == 16;
    if (bits == (wide ? uint64_t{1} << 63 : uint64_t{1} << 31)) token[at + 1] = '0';
    const uint64_t exponent = wide ? 0x7ff : 0xff;
    const int fraction_bits = wide ? 52 : 23;
    const bool is_nan = ((bits >> fraction_bits) & exponent) == exponent &&
                        (bits & ((uint64_t{1} << fraction_bits) - 1)) != 0;
    if (is_nan) return true;
  }
  return false;
}

bool holds_floats(const TokenType& type, std::string_view token) {
  for (const Leaf& leaf : type.leaves) {
    if (leaf.kind == LeafKind::Float64 || leaf.kind == LeafKind::Float32) return true;
    if (leaf.kind == LeafKind::Interface) {
      return token.substr(0, 2) == "f:" || token.substr(0, 3) == "f3:" ||
             token.substr(0, 3) == "st:";
    }
  }
  return false;
}

}  // namespace

base::Result<TokenMapType> parse_map_type(std::string_view go_type) {
  const auto wrong = [&] { return base::Error{fmt::format("unknown map type {}", go_type)}; };
  if (go_type.substr(0, 4) != "map[") return wrong();
  int depth = 1;
  size_t end = 4;
  for (; end < go_type.size() && depth > 0; ++end) {
    if (go_type[end] == '[') ++depth;
    if (go_type[end] == ']') --depth;
  }
  if (depth != 0) return wrong();
  const TokenType* key = find_type(go_type.substr(4, end - 5));
  const TokenType* elem = find_type(go_type.substr(end));
  if (key == nullptr || elem == nullptr) return wrong();
  return TokenMapType{key, elem};
}

KeyTraits key_traits(const TokenType& type) {
  KeyTraits traits{.size = type.size};
  uint32_t covered = 0;
  traits.compares_as_bytes = true;
  for (const Leaf& leaf : type.leaves) {
    covered += leaf.size * leaf.copies;
    switch (leaf.kind) {
      case LeafKind::Signed:
      case LeafKind::Unsigned:
      case LeafKind::Bool:
        break;
      case LeafKind::Float64:
      case LeafKind::Float32:
        traits.contains_float = true;
        traits.compares_as_bytes = false;
        break;
      case LeafKind::String:
        traits.contains_string = traits.has_pointers = true;
        traits.compares_as_bytes = false;
        traits.is_string = type.size == 16;
        break;
      case LeafKind::Interface:
        traits.contains_interface = traits.has_pointers = true;
        traits.compares_as_bytes = false;
        break;
      case LeafKind::Node:
        traits.is_pointer = traits.has_pointers = true;
        break;
    }
  }
  if (covered != type.size) traits.compares_as_bytes = false;
  return traits;
}

ElemTraits elem_traits(const TokenType& type) {
  return {.size = type.size, .has_pointers = key_traits(type).has_pointers};
}

bool equal_tokens(const TokenType& type, std::string_view a, std::string_view b) {
  if (!holds_floats(type, a) && !holds_floats(type, b)) return a == b;
  std::string left{a};
  std::string right{b};
  const auto is_nan = [](std::string& token) {
    const bool wide = normalise_float(token, 'x', 16);
    return normalise_float(token, 'y', 8) || wide;
  };
  const bool nan = is_nan(left);
  return !is_nan(right) && !nan && left == right;
}

std::optional<uint32_t> unhashable(std::string_view token) {
  for (uint32_t i = 0; i < kUnhashable.size(); ++i) {
    if (kUnhashable[i].token == token) return i;
  }
  return std::nullopt;
}

std::string_view unhashable_name(uint32_t offender) { return kUnhashable[offender].type_name; }

std::vector<std::string_view> split_token(const TokenType& type, std::string_view token) {
  token.remove_prefix(std::min(type.prefix.size(), token.size()));
  token.remove_suffix(std::min(type.suffix.size(), token.size()));
  std::vector<std::string_view> parts;
  for (size_t i = 0; i < type.leaves.size(); ++i) {
    const size_t comma = i + 1 < type.leaves.size() ? token.find(',') : token.size();
    parts.push_back(token.substr(0, comma));
    token.remove_prefix(
        std::min(token.size(), comma == std::string_view::npos ? comma : comma + 1));
  }
  return parts;
}

uint64_t leaf_bits(LeafKind kind, std::string_view part) {
  uint64_t bits = 0;
  const auto number = [&](size_t from, int base) {
    std::from_chars(part.data() + from, part.data() + part.size(), bits, base);
    return bits;
  };
  switch (kind) {
    case LeafKind::Signed: {
      int64_t value = 0;
      std::from_chars(part.data(), part.data() + part.size(), value);
      return static_cast<uint64_t>(value);
    }
    case LeafKind::Unsigned:
      return number(0, 10);
    case LeafKind::Bool:
      return part == "true" ? 1 : 0;
    case LeafKind::Float64:
    case LeafKind::Float32:
      return number(1, 16);
    // Nodes 0, 1, 2, … lie 16 bytes apart; nil is 0.
    case LeafKind::Node:
      return part == "0" ? 0 : 0x7000'0000'0000 + 16 * number(1, 10);
    case LeafKind::String:
    case LeafKind::Interface:
      break;
  }
  return 0;
}

std::string leaf_text(LeafKind kind, uint32_t size, uint64_t bits) {
  switch (kind) {
    case LeafKind::Signed: {
      const auto shift = 64 - 8 * size;
      return fmt::format("{}", static_cast<int64_t>(bits << shift) >> shift);
    }
    case LeafKind::Unsigned:
      return fmt::format("{}", bits);
    case LeafKind::Bool:
      return bits != 0 ? "true" : "false";
    case LeafKind::Float64:
      return fmt::format("x{:016x}", bits);
    case LeafKind::Float32:
      return fmt::format("y{:08x}", bits);
    case LeafKind::Node:
      return bits == 0 ? "0" : fmt::format("&{}", (bits - 0x7000'0000'0000) / 16);
    case LeafKind::String:
    case LeafKind::Interface:
      break;
  }
  return "";
}

}  // namespace hmaplab::gomap

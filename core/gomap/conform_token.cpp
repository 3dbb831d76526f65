#include "core/gomap/conform_token.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace hmaplab::gomap {
namespace {

constexpr uint64_t kSign64 = uint64_t{1} << 63;
constexpr uint64_t kSign32 = uint64_t{1} << 31;

struct Unhashable {
  std::string_view token;
  std::string_view type_name;
};
constexpr std::array<Unhashable, 5> kUnhashable = {{{"!slice", "[]int"},
                                                    {"!map", "map[int]int"},
                                                    {"!func", "func()"},
                                                    {"!struct", "main.stBad"},
                                                    {"!array", "[]int"}}};

bool is_nan(LeafKind kind, uint64_t bits) {
  return kind == LeafKind::Float64 ? (bits & ~kSign64) > 0x7ff0'0000'0000'0000
                                   : (bits & ~kSign32) > 0x7f80'0000;
}
bool is_zero(LeafKind kind, uint64_t bits) {
  return (bits & ~(kind == LeafKind::Float64 ? kSign64 : kSign32)) == 0;
}

// What an interface can hold: the mark in front, and the types that it stands for.
struct Dynamic {
  std::string_view mark;
  std::vector<const TokenType*> types;
};
const std::vector<Dynamic>& dynamic_types() {
  const auto types = [](auto... names) {
    return std::vector<const TokenType*>{find_token_type(names)...};
  };
  static const std::vector<Dynamic> all = {{"i:", types("int")},
                                           {"l:", types("int64")},
                                           {"u8:", types("uint8")},
                                           {"b:", types("bool")},
                                           {"s:", types("string")},
                                           {"f:", types("float64", "float32")},
                                           {"a:", types("[2]int64")},
                                           {"p:", types("*main.node")},
                                           {"st:", types("main.stA", "main.stF", "main.stP")}};
  return all;
}

// The value in an interface: its type, and its token there; no type for nil and the unhashable.
struct DynamicValue {
  const TokenType* type = nullptr;
  std::string text;
};
DynamicValue dynamic_value(std::string_view token) {
  for (const Dynamic& dynamic : dynamic_types()) {
    if (!token.starts_with(dynamic.mark)) continue;
    std::string text{token.substr(dynamic.mark.size())};
    if (dynamic.mark == "s:") text = "s" + text;
    for (const TokenType* type : dynamic.types) {
      if (is_token(*type, text)) return {type, text};
    }
  }
  return {};
}

bool is_leaf(const Leaf& leaf, std::string_view part) {
  switch (leaf.kind) {
    case LeafKind::String:
      return part.starts_with('s');
    case LeafKind::Interface:
      return part == "n" || unhashable(part) || dynamic_value(part).type != nullptr;
    case LeafKind::Signed:
    case LeafKind::Unsigned:
    case LeafKind::Bool:
    case LeafKind::Float64:
    case LeafKind::Float32:
    case LeafKind::Node:
      return !part.empty() && part.size() < 30 &&
             leaf_text(leaf.kind, leaf.size, leaf_bits(leaf.kind, part)) == part;
  }
  return false;
}

bool equal_leaves(const Leaf& leaf, std::string_view a, std::string_view b) {
  switch (leaf.kind) {
    case LeafKind::Float64:
    case LeafKind::Float32: {
      const uint64_t left = leaf_bits(leaf.kind, a);
      const uint64_t right = leaf_bits(leaf.kind, b);
      if (is_nan(leaf.kind, left) || is_nan(leaf.kind, right)) return false;
      return left == right || (is_zero(leaf.kind, left) && is_zero(leaf.kind, right));
    }
    case LeafKind::Interface: {
      const DynamicValue left = dynamic_value(a);
      const DynamicValue right = dynamic_value(b);
      if (left.type == nullptr || left.type != right.type) return a == b;
      return equal_tokens(*left.type, left.text, right.text);
    }
    case LeafKind::Signed:
    case LeafKind::Unsigned:
    case LeafKind::Bool:
    case LeafKind::String:
    case LeafKind::Node:
      return a == b;
  }
  return false;
}

}  // namespace

bool is_token(const TokenType& type, std::string_view token) {
  const auto parts = split_token(type, token);
  std::string again{type.prefix};
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!is_leaf(type.leaves[i], parts[i])) return false;
    if (i > 0) again += ',';
    again += parts[i];
  }
  return again + std::string{type.suffix} == token;
}

std::string zero_token(const TokenType& type) {
  std::string token{type.prefix};
  for (size_t i = 0; i < type.leaves.size(); ++i) {
    const Leaf& leaf = type.leaves[i];
    if (i > 0) token += ',';
    if (leaf.kind == LeafKind::String) token += "s";
    if (leaf.kind == LeafKind::Interface) token += "n";
    token += leaf_text(leaf.kind, leaf.size, 0);
  }
  return token += type.suffix;
}

std::string numbered_token(const TokenType& type, int i) {
  std::string token{type.prefix};
  for (size_t part = 0; part < type.leaves.size(); ++part) {
    const Leaf& leaf = type.leaves[part];
    if (part > 0) token += ',';
    switch (leaf.kind) {
      case LeafKind::Signed:
      case LeafKind::Unsigned:
        token += leaf_text(leaf.kind, leaf.size,
                           static_cast<uint64_t>(i) & (leaf.size == 1 ? 127 : ~0u));
        break;
      case LeafKind::Bool:
        token += i % 2 == 0 ? "false" : "true";
        break;
      case LeafKind::Float64:
      case LeafKind::Float32:
        token += leaf_text(leaf.kind, leaf.size, 0x3f80'0000u + static_cast<uint64_t>(i));
        break;
      case LeafKind::Node:
        token += fmt::format("&{}", i);
        break;
      case LeafKind::String:
        token += fmt::format("snumber {}", i);
        break;
      case LeafKind::Interface:
        token += fmt::format("i:{}", i);
        break;
    }
  }
  return token += type.suffix;
}

bool equal_tokens(const TokenType& type, std::string_view a, std::string_view b) {
  const auto left = split_token(type, a);
  const auto right = split_token(type, b);
  for (size_t i = 0; i < type.leaves.size(); ++i) {
    if (!equal_leaves(type.leaves[i], left[i], right[i])) return false;
  }
  return true;
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

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/gomap/conform_token.h"

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
      scalar("uintptr", LeafKind::Unsigned, 8),
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

// The same types, written otherwise; spaces do not count.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kOtherNames = {
    {{"any", "interface {}"},
     {"byte", "uint8"},
     {"[17]int64", "main.bigK"},
     {"[20]int64", "main.bigV"},
     {"struct{F float64;P [16]int64}", "main.bigF"},
     {"struct{A int32;B string}", "main.stA"},
     {"struct{A,B int32}", "main.stP"},
     {"struct{A int32;B int32}", "main.stP"},
     {"*node", "*main.node"},
     {"struct{A int32;F float64}", "main.stF"}}};

std::string without_spaces(std::string_view name) {
  std::string text{name};
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

}  // namespace

const TokenType* find_token_type(std::string_view name) {
  const std::string wanted = without_spaces(name);
  for (const auto& [other, go_name] : kOtherNames) {
    if (without_spaces(other) == wanted) return find_token_type(go_name);
  }
  const auto found =
      std::find_if(all_types().begin(), all_types().end(),
                   [&](const TokenType& type) { return without_spaces(type.go_name) == wanted; });
  return found == all_types().end() ? nullptr : &*found;
}

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
  const TokenType* key = find_token_type(go_type.substr(4, end - 5));
  const TokenType* elem = find_token_type(go_type.substr(end));
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

}  // namespace hmaplab::gomap

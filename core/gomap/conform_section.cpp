#include "core/gomap/conform_section.h"

#include <array>
#include <utility>

namespace hmaplab::gomap {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kKinds = {
    {{"i64", "map[int64]int64"},
     {"str", "map[string]int64"},
     {"any", "map[interface {}]int64"},
     {"arr", "map[[2]int64]int64"},
     {"strstr", "map[string]string"},
     {"bigkv", "map[main.bigK]main.bigV"},
     {"i32", "map[int32]int32"},
     {"u32str", "map[uint32]string"},
     {"f64", "map[float64]int64"},
     {"stF", "map[main.stF]int64"},
     {"anyany", "map[interface {}]interface {}"},
     {"stA", "map[main.stA]int64"},
     {"stP", "map[main.stP]int64"},
     {"bigk", "map[main.bigK]int64"},
     {"bigv", "map[int64]main.bigV"},
     {"i8", "map[int8]int64"},
     {"i16", "map[int16]int16"},
     {"bool", "map[bool]int64"},
     {"ptr", "map[*main.node]int64"},
     {"i64ptr", "map[int64]*main.node"},
     {"i64u8", "map[int64]uint8"},
     {"ptrz", "map[*main.node]struct {}"},
     {"u64z", "map[uint64]struct {}"},
     {"bigf", "map[main.bigF]main.bigV"},
     {"i64mix", "map[int64]int64"},
     {"strz", "map[string]struct {}"},
     {"unit", "map[struct {}]int64"}}};

const char* path_of(Family family) {
  switch (family) {
    case Family::Generic:
      return "slow";
    case Family::Fast32:
      return "fast32";
    case Family::Fast64:
      return "fast64";
    case Family::Fast64Ptr:
      return "fast64ptr";
    case Family::FastString:
      return "faststr";
  }
  return "";
}

}  // namespace

TokenMapType token_map_type(const std::string& go_type) {
  auto parsed = parse_map_type(go_type);
  if (!parsed) throw Malformed{parsed.error()};
  return parsed.value();
}

std::string go_type_of_kind(const std::string& kind) {
  for (const auto& [name, go_type] : kKinds) {
    if (name == kind) return std::string{go_type};
  }
  throw Malformed{"unknown kind " + kind};
}

MapType checked_type(const Json& header, TokenMapType tokens) {
  const MapType type = make_map_type(1, key_traits(*tokens.key), elem_traits(*tokens.elem));
  const auto fact = [&](const char* name, int64_t got) {
    if (has(header, name)) expect_equal(name, integer_field(header, name), got);
  };
  fact("keysize", type.key_size);
  fact("elemsize", type.elem_size);
  fact("slotk", type.key_slot);
  fact("slotv", type.elem_slot);
  fact("bucketsize", type.bucket_size);
  fact("indkey", type.indirect_key);
  fact("indelem", type.indirect_elem);
  fact("reflexive", type.reflexive_key);
  fact("needkeyupdate", type.need_key_update);
  fact("hashmightpanic", type.hash_might_panic);
  fact("bucketptrs", type.bucket_has_pointers);
  fact("keyptrs", type.key_has_pointers);
  fact("elemptrs", type.elem_has_pointers);
  expect_equal("path", text_field(header, "path"), path_of(type.family));
  return type;
}

}  // namespace hmaplab::gomap

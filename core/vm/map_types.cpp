#include "core/vm/map_types.h"

#include "core/gomap/inspect.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

struct Contents {
  bool has_float = false, has_interface = false, has_string = false;
};

void look_into(const check::Type& type, Contents& contents) {
  switch (type.underlying_kind()) {
    case TypeKind::Float32:
    case TypeKind::Float64:
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      contents.has_float = true;
      return;
    case TypeKind::Interface:
      contents.has_interface = true;
      return;
    case TypeKind::String:
      contents.has_string = true;
      return;
    case TypeKind::Array:
      look_into(*check::as<check::ArrayType>(type.underlying())->element(), contents);
      return;
    case TypeKind::Struct:
      for (const check::Field& field : check::as<check::StructType>(type.underlying())->fields()) {
        look_into(*field.type, contents);
      }
      return;
    default:
      return;
  }
}

bool is_pointer(const check::Type& type) {
  TypeKind kind = type.underlying_kind();
  return kind == TypeKind::Pointer || kind == TypeKind::Channel || kind == TypeKind::UnsafePointer;
}

}  // namespace

gomap::MapType map_type_of(const check::MapType& type, int go_minor) {
  Contents contents;
  look_into(*type.key(), contents);
  gomap::KeyTraits key{.size = static_cast<uint32_t>(type.key()->size()),
                       .compares_as_bytes = type.key()->is_plain_memory(),
                       .is_pointer = is_pointer(*type.key()),
                       .is_string = type.key()->underlying_kind() == TypeKind::String,
                       .contains_float = contents.has_float,
                       .contains_interface = contents.has_interface,
                       .contains_string = contents.has_string,
                       .has_pointers = type.key()->has_pointers()};
  gomap::ElemTraits elem{.size = static_cast<uint32_t>(type.element()->size()),
                         .has_pointers = type.element()->has_pointers()};
  gomap::MapType made = gomap::make_map_type(type.id(), key, elem);
  if (go_minor <= 21) made.load_factor_numerator = 12;
  return made;
}

MapTypes::MapTypes(const bytecode::Program& program, int go_minor) {
  const auto& all = program.checked().types().all();
  types_.resize(all.size());
  for (const auto& type : all) {
    if (const auto* map = check::as<check::MapType>(type.get()))
      types_[type->id()] = map_type_of(*map, go_minor);
  }
}

void each_entry(const Reader& reader, const check::MapType& type, memory::Address hmap,
                const std::function<void(memory::Address, memory::Address)>& visit) {
  constexpr uint64_t kMostBuckets = 100'000;
  if (hmap == Address::Nil) return;
  gomap::MapType map = map_type_of(type, 23);
  gomap::Inspector<Reader> inspector(reader, map, hmap);
  auto header = inspector.header();
  uint64_t left = kMostBuckets;
  auto walk = [&](Address array, uint64_t length, bool old) {
    for (uint64_t i = 0; i < length && left > 0; ++i) {
      Address bucket = inspector.bucket(array, i);
      if (old && gomap::is_evacuated(inspector.tophash(bucket, 0))) continue;
      for (; bucket != Address::Nil && left > 0; bucket = inspector.next(bucket), --left) {
        for (uint32_t slot = 0; slot < gomap::kBucketSlots; ++slot) {
          if (inspector.tophash(bucket, slot) < gomap::kMinTopHash) continue;
          Address key = inspector.key_slot(bucket, slot);
          Address elem = inspector.elem_slot(bucket, slot);
          visit(map.indirect_key ? reader.load<Address>(key) : key,
                map.indirect_elem ? reader.load<Address>(elem) : elem);
        }
      }
    }
  };
  if (header.B > 20) return;
  walk(header.oldbuckets, header.old_length(), true);
  walk(header.buckets, header.length(), false);
}

}  // namespace hmaplab::vm

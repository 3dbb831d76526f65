#include "core/trace/names.h"

#include <fmt/format.h>

#include "core/bytecode/program.h"
#include "core/vm/channel.h"

namespace hmaplab::trace {

using memory::Address;
using memory::ObjectKind;
using vm::MapPart;

namespace {

// Walks down to the part of `type` that begins at `offset` and has `size` bytes; `path` gets
// ".field" and "[i]".
const check::Type* part_of(const check::Type* type, uint64_t offset, uint64_t size,
                           std::string& path) {
  while (type) {
    const check::Type* underlying = type->underlying();
    if (const auto* structure = check::as<check::StructType>(underlying);
        structure && !(offset == 0 && type->size() == size)) {
      const check::Type* next = nullptr;
      for (size_t i = structure->fields().size(); i-- > 0 && !next;) {
        const check::Field& field = structure->fields()[i];
        if (structure->offset(i) > offset || field.type->size() == 0) continue;
        next = field.type;
        offset -= structure->offset(i);
        path += "." + field.name;
      }
      type = next;
    } else if (const auto* array = check::as<check::ArrayType>(underlying);
               array && array->element()->size() > 0 && !(offset == 0 && type->size() == size)) {
      path += fmt::format("[{}]", offset / array->element()->size());
      offset %= array->element()->size();
      type = array->element();
    } else {
      return offset == 0 && type->size() == size ? type : nullptr;
    }
  }
  return nullptr;
}

// What lies there, or lay there until the collector freed it.
const memory::Object* find(const vm::World& world, Address address) {
  const memory::Object* object = world.heap().find(address);
  return object ? object : world.heap().find_freed(address);
}

std::string package_variable_at(const vm::World& world, Address begin) {
  for (const auto& place : world.program().package_variables()) {
    if (place.address == begin) return place.variable->name;
  }
  return "";
}

}  // namespace

std::string variable_of(const vm::World& world, const memory::Object& object) {
  const std::string name = world.program().name_text(object.name);
  return name.empty() ? package_variable_at(world, object.begin) : name;
}

namespace {

TouchedName variable_name(const vm::World& world, const memory::Object& object,
                          const vm::Step& step) {
  std::string name = variable_of(world, object);
  const check::Type* type = world.program().type(object.tag);
  if (name.empty()) name = fmt::format("({})", type->text());
  uint64_t offset = step.address - object.begin;
  std::string path;
  if (object.kind == ObjectKind::Array) {
    uint64_t size = std::max<uint64_t>(type->size(), 1);
    path = fmt::format("[{}]", offset / size);
    part_of(type, offset % size, step.old_value.size, path);
  } else if (step.form == vm::ValueForm::Typed) {
    part_of(type, offset, step.old_value.size, path);
  }
  if (path.empty() && step.field[0] != '\0') return {name, step.field};
  if (path.empty()) return {"", name};
  return {name, path[0] == '.' ? path.substr(1) : path};
}

std::string map_part(const vm::World& later, const vm::Step& step) {
  std::string map = step.map == Address::Nil ? "map" : map_name(later, step.map);
  switch (step.part) {
    case MapPart::None:
    case MapPart::Header:
      return map;
    case MapPart::Bucket:
      return fmt::format("{}.buckets[{}]", map, step.bucket);
    case MapPart::OldBucket:
      return fmt::format("{}.oldbuckets[{}]", map, step.bucket);
    case MapPart::FormerBucket:
      return fmt::format("{} former buckets[{}]", map, step.bucket);
    case MapPart::OverflowBucket:
      return map + " overflow";
    case MapPart::Extra:
      return map + ".extra";
    case MapPart::Slot:
      return map + " slot";
    case MapPart::Iterator:
      return map + " iterator";
  }
  return map;
}

}  // namespace

// An object as a whole, also when it was freed: "box", "m.buckets", "(main.pair)".
std::string object_name(const vm::World& world, Address address) {
  const memory::Object* object = find(world, address);
  if (!object) return "";
  const std::string name = variable_of(world, *object);
  const check::Type* type = world.program().type(object->tag);
  switch (object->kind) {
    case ObjectKind::Variable:
      return name.empty() ? fmt::format("({})", type->text()) : name;
    case ObjectKind::Array:
    case ObjectKind::Arguments:
      return name.empty() ? fmt::format("([]{})", type->text()) : name + "[]";
    case ObjectKind::Boxed:
      return fmt::format("({} in an interface)", type->text());
    case ObjectKind::StringBytes:
      return fmt::format("(string of {} bytes)", object->size);
    case ObjectKind::Closure:
      return fmt::format("(closure {})", world.program().function(object->tag).name);
    case ObjectKind::Hmap:
      return map_name(world, object->begin);
    case ObjectKind::BucketArray:
      return map_name(world, object->owner) + ".buckets";
    case ObjectKind::OverflowBucket:
      return map_name(world, object->owner) + " overflow";
    case ObjectKind::MapExtra:
      return map_name(world, object->owner) + ".extra";
    case ObjectKind::MapSlot:
      return map_name(world, object->owner) + " slot";
    case ObjectKind::Channel:
      return channel_name(world, object->begin);
    case ObjectKind::ChannelBuffer:
      return name.empty() ? "(buffer of a channel)" : name + " buffer";
  }
  return name;
}

std::string place_name(const vm::World& world, Address address, uint64_t size) {
  const memory::Object* object = find(world, address);
  if (!object) return "";
  if (object->kind != ObjectKind::Variable && object->kind != ObjectKind::Array)
    return object_name(world, address);
  vm::Step touching;
  touching.access = vm::AccessKind::Load;
  touching.object = object->begin;
  touching.address = address;
  touching.form = vm::ValueForm::Typed;
  touching.old_value.size = static_cast<uint32_t>(size);
  const TouchedName name = touched(world, touching);
  if (name.object.empty()) return name.field;
  return name.object + (name.field.starts_with('[') ? "" : ".") + name.field;
}

const check::Type* type_at(const vm::World& world, Address address, uint64_t size) {
  const memory::Object* object = find(world, address);
  if (!object) return nullptr;
  uint64_t offset = address - object->begin;
  std::string path;
  const check::Type* type = world.program().type(object->tag);
  switch (object->kind) {
    case ObjectKind::Variable:
    case ObjectKind::Boxed:
      return part_of(type, offset, size, path);
    case ObjectKind::Array:
    case ObjectKind::Arguments:
      return type->size() == 0 ? nullptr : part_of(type, offset % type->size(), size, path);
    case ObjectKind::BucketArray:
    case ObjectKind::OverflowBucket: {
      const auto* map = check::as<check::MapType>(type);
      gomap::MapType layout = vm::map_type_of(*map, 23);
      uint64_t at = offset % layout.bucket_size;
      if (at >= layout.elems_offset && at < layout.overflow_offset) {
        return part_of(map->element(),
                       (at - layout.elems_offset) % std::max<uint32_t>(layout.elem_slot, 1), size,
                       path);
      }
      return at >= 8 && at < layout.elems_offset
                 ? part_of(map->key(), (at - 8) % std::max<uint32_t>(layout.key_slot, 1), size,
                           path)
                 : nullptr;
    }
    case ObjectKind::MapSlot: {
      const auto* map = check::as<check::MapType>(type);
      const check::Type* wanted =
          object->size == map->element()->size() ? map->element() : map->key();
      return part_of(wanted, offset, size, path);
    }
    case ObjectKind::StringBytes:
    case ObjectKind::Closure:
    case ObjectKind::Hmap:
    case ObjectKind::MapExtra:
    case ObjectKind::Channel:
    case ObjectKind::ChannelBuffer:
      return nullptr;
  }
  return nullptr;
}

const char* header_field(const vm::World& world, Address address) {
  using gomap::Hmap;
  const memory::Object* object = find(world, address);
  if (!object || object->kind != ObjectKind::Hmap) return nullptr;
  const uint64_t offset = address - object->begin;
  const auto named = [offset](const auto&... field) {
    const char* name = nullptr;
    ((name = offset == field.offset ? field.name : name), ...);
    return name;
  };
  return named(Hmap::count, Hmap::flags, Hmap::B, Hmap::noverflow, Hmap::hash0, Hmap::buckets,
               Hmap::oldbuckets, Hmap::nevacuate, Hmap::extra);
}

std::string map_name(const vm::World& world, Address hmap) {
  const memory::Object* object = find(world, hmap);
  std::string name = object ? world.program().name_text(object->name) : "";
  return name.empty() ? "map" : name;
}

std::string channel_name(const vm::World& world, Address channel) {
  const memory::Object* object = world.heap().find(channel);
  std::string name = object ? world.program().name_text(object->name) : "";
  return name.empty() ? "chan" : name;
}

std::string channel_text(const vm::World& world, Address channel) {
  const memory::Object* object = world.heap().find(channel);
  if (!object || object->kind != ObjectKind::Channel) return "chan";
  const auto* type = check::as<check::ChannelType>(world.program().type(object->tag));
  vm::ChannelView view(world, object->begin, *type->element());
  if (!view.is_sound()) return "chan";
  std::string text = channel_name(world, object->begin);
  if (view.capacity() > 0) text += fmt::format(", {} of {}", view.count(), view.capacity());
  return text + (view.is_closed() ? ", closed" : "");
}

TouchedName touched(const vm::World& later, const vm::Step& step) {
  if (step.object == Address::Nil) return {"", step.field};
  if (step.access == vm::AccessKind::None && !step.in_map && step.field[0] == '\0')
    return {"", object_name(later, step.object)};
  if (step.part != MapPart::None) {
    return {map_part(later, step),
            step.index >= 0 ? fmt::format("{}[{}]", step.field, step.index) : step.field};
  }
  const memory::Object* object = find(later, step.address);
  if (!object) return {"", step.field};
  if (object->kind == ObjectKind::Channel) return {"", channel_name(later, step.address)};
  if (const char* field = header_field(later, step.address); field && step.access != vm::AccessKind::None)
    return {map_name(later, object->begin), field};
  return variable_name(later, *object, step);
}

}  // namespace hmaplab::trace

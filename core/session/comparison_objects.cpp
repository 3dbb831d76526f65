// What differs in variables and other objects of the heap. Two objects are the same when they lie at
// the same address: each goroutine allocates in an arena of its own, so that they do in all
// schedules, as long as that goroutine does the same. Maps are compared elsewhere; strings, closures
// and boxed values never change.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/session/comparison_parts.h"
#include "core/trace/names.h"
#include "core/trace/value_text.h"

namespace hmaplab::session {

using About = Difference::About;
using memory::Address;
using memory::Object;
using memory::ObjectKind;

namespace {

constexpr uint64_t kMostElements = 4'096;  // of an array that are looked at

bool is_compared(const Object& object) {
  switch (object.kind) {
    case ObjectKind::Variable:
    case ObjectKind::Array:
    case ObjectKind::Channel:
    case ObjectKind::ChannelBuffer:
      return true;
    case ObjectKind::Arguments:
    case ObjectKind::StringBytes:
    case ObjectKind::Closure:
    case ObjectKind::Boxed:
    case ObjectKind::Hmap:
    case ObjectKind::BucketArray:
    case ObjectKind::OverflowBucket:
    case ObjectKind::MapExtra:
    case ObjectKind::MapSlot:
      return false;
  }
  return false;
}

bool same_bytes(const vm::World& one, const vm::World& other, Address begin, uint64_t size) {
  std::vector<std::byte> first(size);
  std::vector<std::byte> second(size);
  return one.read(begin, first.data(), size) && other.read(begin, second.data(), size) && first == second;
}

class ObjectComparison {
 public:
  explicit ObjectComparison(Compared& compared)
      : compared_(compared), one_(compared.one), other_(compared.other) {}

  void object(const Object& object) {
    if (object.size == 0 || same_bytes(compared_.one, compared_.other, object.begin, object.size)) return;
    if (object.kind == ObjectKind::Channel) {
      compared_.add({.about = About::Variable,
                     .what = trace::object_name(compared_.one, object.begin),
                     .one = trace::channel_text(compared_.one, object.begin),
                     .other = trace::channel_text(compared_.other, object.begin),
                     .address = object.begin});
      return;
    }
    const check::Type* type = compared_.one.program().type(object.tag);
    if (object.kind == ObjectKind::ChannelBuffer)
      type = check::as<check::ChannelType>(type->underlying())->element();
    const uint64_t size = std::max<uint64_t>(type->size(), 1);
    const uint64_t count = std::min(object.size / size, kMostElements);
    for (uint64_t i = 0; i < count && !compared_.is_full(); ++i) values(*type, object.begin + i * size);
  }

 private:
  // Goes down to what has no parts.
  void values(const check::Type& type, Address at) {
    if (type.size() == 0 || same_bytes(compared_.one, compared_.other, at, type.size())) return;
    const check::Type& underlying = *type.underlying();
    if (const auto* structure = check::as<check::StructType>(&underlying)) {
      for (size_t i = 0; i < structure->fields().size(); ++i)
        values(*structure->fields()[i].type, at + structure->offset(i));
    } else if (const auto* array = check::as<check::ArrayType>(&underlying)) {
      const uint64_t count = std::min(static_cast<uint64_t>(array->length()), kMostElements);
      for (uint64_t i = 0; i < count; ++i)
        values(*array->element(), at + i * array->element()->size());
    } else {
      compared_.add({.about = About::Variable,
                     .what = trace::place_name(compared_.one, at, type.size()),
                     .one = trace::value_text(one_, type, at),
                     .other = trace::value_text(other_, type, at),
                     .address = at});
    }
  }

  Compared& compared_;
  vm::Reader one_;
  vm::Reader other_;
};

std::map<Address, Object> objects_of(const vm::World& world) {
  std::map<Address, Object> objects;
  world.heap().each_object([&](const Object& object) {
    if (is_compared(object)) objects.emplace(object.begin, object);
  });
  return objects;
}

bool same_object(const Object& one, const Object& other) {
  return one.kind == other.kind && one.tag == other.tag && one.size == other.size;
}

std::string type_text(const vm::World& world, const Object& object) {
  const std::string& type = world.program().type(object.tag)->text();
  return object.kind == ObjectKind::Array ? "[]" + type : type;
}

}  // namespace

void compare_objects(Compared& compared) {
  const std::map<Address, Object> ones = objects_of(compared.one);
  const std::map<Address, Object> others = objects_of(compared.other);
  ObjectComparison comparison(compared);
  for (const auto& [begin, object] : ones) {
    if (compared.is_full()) return;
    const auto there = others.find(begin);
    if (there != others.end() && same_object(object, there->second)) {
      comparison.object(object);
      continue;
    }
    compared.add({.about = About::Variable,
                  .what = trace::object_name(compared.one, begin),
                  .one = type_text(compared.one, object),
                  .other = there == others.end() ? kNotThere : type_text(compared.other, there->second),
                  .address = begin});
  }
  for (const auto& [begin, object] : others) {
    if (ones.contains(begin)) continue;
    compared.add({.about = About::Variable,
                  .what = trace::object_name(compared.other, begin),
                  .one = kNotThere,
                  .other = type_text(compared.other, object),
                  .address = begin});
  }
}

}  // namespace hmaplab::session

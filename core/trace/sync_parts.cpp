#include "core/trace/sync_parts.h"

#include <fmt/format.h>

#include <optional>

#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;
using memory::ObjectKind;

namespace {

std::optional<SyncKind> kind_named(const std::string& type) {
  constexpr std::pair<const char*, SyncKind> kKinds[] = {{"sync.Mutex", SyncKind::Mutex},
                                                         {"sync.RWMutex", SyncKind::RWMutex},
                                                         {"sync.WaitGroup", SyncKind::WaitGroup},
                                                         {"sync.Once", SyncKind::Once},
                                                         {"sync.Cond", SyncKind::Cond}};
  for (const auto& [name, kind] : kKinds) {
    if (type == name) return kind;
  }
  return std::nullopt;
}

constexpr int32_t kLocked = 1;  // of a Mutex's state
constexpr int32_t kStarving = 4;

std::string mutex_text(const vm::Reader& reader, Address mutex) {
  const auto state = reader.load<int32_t>(mutex);
  const std::string text = (state & kLocked) != 0 ? "locked" : "unlocked";
  return (state & kStarving) != 0 ? text + ", starving" : text;
}

std::string rwmutex_text(const vm::Reader& reader, Address mutex) {
  constexpr int32_t kMostReaders = 1 << 30;  // what a writer subtracts (sync/rwmutex.go)
  const auto count = reader.load<int32_t>(mutex + 16);
  const auto waits_for = reader.load<int32_t>(mutex + 20);
  const int32_t readers = count < 0 ? count + kMostReaders : count;
  if (count < 0 && waits_for > 0)
    return fmt::format("a writer waits for {} reader{}", waits_for, waits_for == 1 ? "" : "s");
  if (count < 0) return "locked for writing";
  if (readers == 0) return "unlocked";
  return fmt::format("locked by {} reader{}", readers, readers == 1 ? "" : "s");
}

}  // namespace

std::vector<SyncPart> SyncTypes::parts_of(const memory::Object& object) {
  const bool is_array = object.kind == ObjectKind::Array;
  if (!is_array && object.kind != ObjectKind::Variable && object.kind != ObjectKind::Boxed)
    return {};
  const std::vector<Offset>& offsets = offsets_of(object.tag);
  if (offsets.empty()) return {};
  const uint64_t size = std::max<uint64_t>(1, program_.type(object.tag)->size());
  std::vector<SyncPart> parts;
  for (uint64_t begin = 0; begin + size <= object.size; begin += size) {
    for (const Offset& offset : offsets) {
      if (parts.size() == kMostParts) return parts;
      parts.push_back({.kind = offset.kind,
                       .address = object.begin + begin + offset.offset,
                       .size = offset.size,
                       .type = offset.type});
    }
    if (!is_array) break;
  }
  return parts;
}

const std::vector<SyncTypes::Offset>& SyncTypes::offsets_of(uint32_t type) {
  const auto known = known_.find(type);
  if (known != known_.end()) return known->second;
  std::vector<Offset> found;
  collect(*program_.type(type), 0, found);
  return known_.emplace(type, std::move(found)).first->second;
}

void SyncTypes::collect(const check::Type& type, uint64_t offset,
                        std::vector<Offset>& found) const {
  if (found.size() >= kMostParts) return;
  const check::Type* underlying = type.underlying();
  if (const auto* structure = check::as<check::StructType>(underlying)) {
    const std::string name = &type == underlying ? "" : type.text();
    if (const auto kind = kind_named(name)) {
      found.push_back({*kind, offset, type.size(), name});
      return;
    }
    for (size_t i = 0; i < structure->fields().size(); ++i)
      collect(*structure->fields()[i].type, offset + structure->offset(i), found);
  } else if (const auto* array = check::as<check::ArrayType>(underlying)) {
    const size_t before = found.size();
    for (uint64_t i = 0; i < array->length() && found.size() < kMostParts; ++i) {
      collect(*array->element(), offset + i * array->element()->size(), found);
      if (found.size() == before) return;  // there are none in its elements
    }
  }
}

std::string sync_state_text(const vm::World& world, const SyncPart& part) {
  const vm::Reader reader(world);
  switch (part.kind) {
    case SyncKind::Channel:
      return "";
    case SyncKind::Mutex:
      return mutex_text(reader, part.address);
    case SyncKind::RWMutex:
      return rwmutex_text(reader, part.address);
    case SyncKind::WaitGroup:
      return fmt::format("counter {}",
                         static_cast<int32_t>(reader.load<uint64_t>(part.address) >> 32));
    case SyncKind::Once:
      if (reader.load<uint32_t>(part.address) != 0) return "done";
      return (reader.load<int32_t>(part.address + 4) & kLocked) != 0 ? "running" : "not done yet";
    case SyncKind::Cond: {
      const auto waits = reader.load<uint32_t>(part.address + 16);
      const auto told = reader.load<uint32_t>(part.address + 20);
      return fmt::format("{} to be told", waits - told);
    }
  }
  return "";
}

bool is_of_standard_package(const bytecode::Program& program, const memory::Object& object) {
  for (const auto& place : program.package_variables()) {
    if (place.address == object.begin)
      return place.variable->package != &program.checked().main_package();
  }
  return false;
}

}  // namespace hmaplab::trace

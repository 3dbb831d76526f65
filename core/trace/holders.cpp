#include "core/trace/holders.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/locals.h"
#include "core/trace/names.h"

namespace hmaplab::trace {

using memory::Address;
using memory::ObjectKind;

namespace {

constexpr uint64_t kMostElements = 16;  // of an array that are looked at
constexpr int kFarthest = 3;            // pointers and slices that are followed

class Search {
 public:
  Search(const vm::Reader& reader, Address hmap, std::vector<std::string>& names)
      : reader_(reader), hmap_(hmap), names_(names) {}

  // `name` is what the program calls the value of `type` at `place`.
  void look(const check::Type& type, Address place, const std::string& name, int depth = 0) {
    const check::Type* underlying = type.underlying();
    if (check::as<check::MapType>(underlying)) {
      if (reader_.load<Address>(place) == hmap_) add(name);
    } else if (const auto* structure = check::as<check::StructType>(underlying)) {
      for (size_t i = 0; i < structure->fields().size(); ++i)
        look(*structure->fields()[i].type, place + structure->offset(i),
             name + "." + structure->fields()[i].name, depth);
    } else if (const auto* array = check::as<check::ArrayType>(underlying)) {
      look_at_elements(*array->element(), place, array->length(), name, depth);
    } else if (const auto* slice = check::as<check::SliceType>(underlying)) {
      const auto elements = reader_.load<Address>(place);
      if (elements != Address::Nil && depth < kFarthest)
        look_at_elements(*slice->element(), elements, reader_.load<uint64_t>(place + 8), name, depth + 1);
    } else if (const auto* pointer = check::as<check::PointerType>(underlying)) {
      const auto target = reader_.load<Address>(place);
      if (target != Address::Nil && depth < kFarthest) look(*pointer->element(), target, name, depth + 1);
    }
  }

 private:
  void look_at_elements(const check::Type& type, Address place, uint64_t count,
                        const std::string& name, int depth) {
    for (uint64_t i = 0; i < std::min(count, kMostElements); ++i)
      look(type, place + i * type.size(), fmt::format("{}[{}]", name, i), depth);
  }

  void add(const std::string& name) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
  }

  const vm::Reader& reader_;
  Address hmap_;
  std::vector<std::string>& names_;
};

}  // namespace

std::vector<std::string> holders_of(const vm::World& world, Address hmap) {
  std::vector<std::string> names;
  const vm::Reader heap(world);
  const check::Package* main = &world.program().checked().main_package();
  for (const auto& [variable, address] : world.program().package_variables())
    if (variable->package == main) Search(heap, hmap, names).look(*variable->type, address, variable->name);
  for (const auto& goroutine : world.goroutines()) {
    const vm::Reader reader(world, &*goroutine);
    Search search(reader, hmap, names);
    const auto& frames = goroutine->frames;
    for (size_t i = 0; i < frames.size(); ++i) {
      if (i == kOutermostFrames && frames.size() - i > kInnermostFrames)
        i = frames.size() - kInnermostFrames;  // of a very deep stack the middle is not shown either
      const vm::Frame& frame = frames[i];
      if (!is_own(world, frame)) continue;
      each_local(reader, frame, [&](const bytecode::LocalVariable& variable, Address place) {
        search.look(*variable.type, place, variable.name);
      });
    }
  }
  return names;
}

}  // namespace hmaplab::trace

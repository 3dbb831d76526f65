// Where the locks of package sync lie in the objects of a heap: by the types of the objects, down
// to fields of structures and elements of arrays.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/trace/sync_view.h"

namespace hmaplab::trace {

// A lock in memory.
struct SyncPart {
  SyncKind kind = SyncKind::Mutex;
  memory::Address address{};
  uint64_t size = 0;
  std::string type;  // "sync.Mutex"
};

// Finds them; remembers for each type where they are.
class SyncTypes {
 public:
  explicit SyncTypes(const bytecode::Program& program) : program_(program) {}
  // Of an object; of a long array only the first ones.
  std::vector<SyncPart> parts_of(const memory::Object& object);

 private:
  static constexpr size_t kMostParts = 64;  // of one object

  struct Offset {
    SyncKind kind;
    uint64_t offset;
    uint64_t size;
    std::string type;
  };
  void collect(const check::Type& type, uint64_t offset, std::vector<Offset>& found) const;
  const std::vector<Offset>& offsets_of(uint32_t type);

  const bytecode::Program& program_;
  std::map<uint32_t, std::vector<Offset>> known_;
};

// "locked", "unlocked", "counter 2", "done", …: what its words say.
std::string sync_state_text(const vm::World& world, const SyncPart& part);

// Whether the object is a package variable of a standard package.
bool is_of_standard_package(const bytecode::Program& program, const memory::Object& object);

}  // namespace hmaplab::trace

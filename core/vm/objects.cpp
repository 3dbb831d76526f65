// Loads, stores and new objects of the program itself (the map engine has its own way to memory:
// world_memory.h).
#include "core/bytecode/call_layout.h"
#include "core/vm/machine.h"
#include "core/vm/trace_frames.h"

namespace hmaplab::vm {

using memory::ObjectKind;
using memory::Point;

namespace {

bool is_bucket(ObjectKind kind) {
  return kind == ObjectKind::BucketArray || kind == ObjectKind::OverflowBucket ||
         kind == ObjectKind::MapSlot;
}

}  // namespace

// Immutable memory, and what lies on Go's stacks: touching it is no step.
bool Machine::is_private(Address address) const {
  if (base::is_immutable(address)) return true;
  const memory::Object* object = world_.heap_.find(address);
  if (!object) return false;
  if (!object->shared && program().function(goroutine_.frames.back().function).is_quiet)
    return true;
  switch (object->kind) {
    case ObjectKind::StringBytes:
    case ObjectKind::Closure:
    case ObjectKind::Boxed:
      return true;
    case ObjectKind::Arguments:
      return !object->shared;
    case ObjectKind::Variable:
    case ObjectKind::Array:
    case ObjectKind::Hmap:
    case ObjectKind::BucketArray:
    case ObjectKind::OverflowBucket:
    case ObjectKind::MapExtra:
    case ObjectKind::MapSlot:
    case ObjectKind::Channel:
    case ObjectKind::ChannelBuffer:
      return false;
  }
  return false;
}

Point Machine::access_point(Address address, bool is_store) const {
  const memory::Object* object = world_.heap_.find(address);
  if (object && is_bucket(object->kind)) return is_store ? Point::elem_store : Point::elem_load;
  if (object && object->kind == ObjectKind::Array)
    return is_store ? Point::slice_store : Point::slice_load;
  return is_store ? Point::variable_store : Point::variable_load;
}

void Machine::note_access(AccessKind kind, Address address, uint64_t size,
                          const std::byte* old_value, const std::byte* new_value) {
  const memory::Object* object = world_.heap_.find(address);
  record_.access = kind;
  record_.form = ValueForm::Typed;
  record_.address = address;
  record_.object = object ? object->begin : address;
  record_.visible = object && object->shared;
  if (object && is_bucket(object->kind)) {
    record_.map = object->owner;
    record_.field = "elem";
    const gomap::MapType& type = world_.map_types_->of(object->tag);
    uint64_t offset = (address - object->begin) % type.bucket_size;
    if (object->kind != ObjectKind::MapSlot && offset >= type.elems_offset && type.elem_slot > 0) {
      record_.index = static_cast<int32_t>((offset - type.elems_offset) / type.elem_slot);
    } else if (object->kind != ObjectKind::MapSlot && offset >= 8 && type.key_slot > 0) {
      record_.field = "key";
      record_.index = static_cast<int32_t>((offset - 8) / type.key_slot);
    }
    locate(address);
  }
  auto keep = [size](ValueBytes& bytes, const std::byte* from) {
    bytes.size = static_cast<uint32_t>(size);
    std::memcpy(bytes.data.data(), from, std::min<uint64_t>(size, bytes.data.size()));
  };
  keep(record_.old_value, old_value);
  if (new_value) keep(record_.new_value, new_value);
}

bool Machine::can_touch(Address address, uint64_t size) const {
  return size <= world_.heap_.bytes_from(address);
}

// On the stack only the hiter of a range statement is written through its address.
bool Machine::write(Address address, const void* from, size_t size) {
  if (base::is_stack(address)) {
    const Instruction& now =
        program().function(goroutine_.frames.back().function).code[goroutine_.frames.back().pc];
    bool iterates =
        now.op == bytecode::Op::MapIterateInit || now.op == bytecode::Op::MapIterateNext;
    uint64_t offset = memory::bits(address) - base::kStackBegin;
    uint64_t begin = iterates ? memory::bits(stack_address(now.a)) - base::kStackBegin : 0;
    if (!iterates || offset < begin || offset + size > begin + gomap::Hiter::kSize) return false;
    std::memcpy(goroutine_.stack.data() + offset, from, size);
    return true;
  }
  if (!buffers(address)) return write_through(address, from, size);
  if (!world_.heap_.contains(address, size)) return false;
  goroutine_.store_buffer.put(address, from, size, world_.options_.memory);
  record_.buffered = true;
  return true;
}

bool Machine::write_through(Address address, const void* from, size_t size) {
  if (!world_.heap_.contains(address, size)) return false;
  world_.heap_.write(address, from, size);
  return true;
}

void Machine::publish(Address object, Address value) {
  if (base::is_stack(object) || !world_.heap_.is_shared(object)) return;
  world_.heap_.share(value);
}

void Machine::publish_words(Address object, Address from, uint64_t size) {
  if (base::is_stack(object)) return;
  std::optional<bool> shared;  // looked up for the first word that can be a pointer
  for (uint64_t at = 0; at + 8 <= size; at += 8) {
    const auto word = reader_.load<Address>(from + at);
    if (!base::is_heap(word) && !base::is_data(word)) continue;
    if (!shared) shared = world_.heap_.is_shared(object);
    if (!*shared) return;
    world_.heap_.share(word);
  }
}

void Machine::load_private(int32_t to, Address from, ValueKind kind, int32_t size) {
  std::byte bytes[8] = {};
  if (kind == ValueKind::Block) {
    if (size > 0) reader_.read(from, base_ + to, static_cast<size_t>(size));
    return;
  }
  reader_.read(from, bytes, bytecode::size_of(kind));
  set(to, widen(bytes, kind));
}

void Machine::store_private(Address to, int32_t from, ValueKind kind, int32_t size) {
  size_t bytes = kind == ValueKind::Block ? static_cast<size_t>(size) : bytecode::size_of(kind);
  if (bytes == 0) return;
  if (!write(to, base_ + from, bytes)) return reader_.fail(to);
  publish_words(to, to, bytes);
}

Machine::Flow Machine::load(const Instruction& i) {
  Address address = get<Address>(i.b) + static_cast<uint64_t>(i.c);
  if (get<Address>(i.b) == Address::Nil || is_nil_page(address)) return nil_dereference(address);
  size_t size = i.kind == ValueKind::Block ? static_cast<size_t>(i.d) : bytecode::size_of(i.kind);
  if (size == 0) return Flow::Next;
  if (base::is_stack(address)) return fault(address);  // of the machine, not of the program
  if (const std::byte* own = own_bytes(address, size)) {
    if (i.kind == ValueKind::Block) {
      std::memcpy(base_ + i.a, own, size);
    } else {
      set(i.a, widen(own, i.kind));
    }
    return Flow::Next;
  }
  std::vector<std::byte> bytes(size);
  if (!reader_.read(address, bytes.data(), size)) return bad_address(*reader_.failure());
  if (!is_private(address)) {
    if (!take_step(access_point(address, false))) return Flow::Stop;
    note_access(AccessKind::Load, address, size, bytes.data(), nullptr);
    race_read(address, size);
  }
  if (i.kind == ValueKind::Block) {
    std::memcpy(base_ + i.a, bytes.data(), size);
  } else {
    set(i.a, widen(bytes.data(), i.kind));
  }
  return Flow::Next;
}

Machine::Flow Machine::store(const Instruction& i) {
  Address address = get<Address>(i.a) + static_cast<uint64_t>(i.c);
  if (get<Address>(i.a) == Address::Nil || is_nil_page(address)) return nil_dereference(address);
  size_t size = i.kind == ValueKind::Block ? static_cast<size_t>(i.d) : bytecode::size_of(i.kind);
  if (size == 0) return Flow::Next;
  if (base::is_stack(address)) return fault(address);  // of the machine, not of the program
  if (std::byte* own = own_bytes(address, size)) {
    std::memcpy(own, base_ + i.b, size);
    publish_words(address, address, size);
    return Flow::Next;
  }
  std::vector<std::byte> old(size);
  if (!can_touch(address, size)) return bad_range(address);
  reader_.read(address, old.data(), size);
  if (!is_private(address)) {
    if (!take_step(access_point(address, true))) return Flow::Stop;
    note_access(AccessKind::Store, address, size, old.data(), base_ + i.b);
    race_write(address, size);
  }
  store_private(address, i.b, i.kind, i.d);
  return Flow::Next;
}

void Machine::read_at(const Instruction& i) {
  const std::byte* from = base_ + i.b + get<int64_t>(i.c);
  if (i.kind == ValueKind::Block) {
    std::memmove(base_ + i.a, from, static_cast<size_t>(i.d));
  } else {
    set(i.a, widen(from, i.kind));
  }
}

void Machine::write_at(const Instruction& i) {
  std::byte* to = base_ + i.a + get<int64_t>(i.c);
  std::memmove(to, base_ + i.b,
               i.kind == ValueKind::Block ? static_cast<size_t>(i.d) : bytecode::size_of(i.kind));
}

// Whether the heap has room for so many bytes more. If not, the run ends with this step: at the
// limit, or, where no machine would have so much, as Go's own does.
bool Machine::has_room_for(uint64_t size) {
  constexpr uint64_t kNobodyHas = uint64_t{1} << 35;
  const uint64_t most = world_.options_.limits.heap_bytes;
  if (size <= most && world_.heap_.live_bytes() <= most - size) return true;
  if (size >= kNobodyHas) {
    goroutine_.last_words = kOutOfMemory;
    world_.end_out_of_memory(goroutine_);
  } else {
    world_.end_at_limit("heap", std::to_string(most) + " bytes", "--max-heap");
  }
  return false;
}

// Nil when the heap is full.
Address Machine::allocate(memory::Object object) {
  if (!has_room_for(object.size)) return Address::Nil;
  if (world_.collector_.is_due(world_.heap_.live_bytes() + object.size)) {
    world_.collector_.request();
    collects_first_ = true;  // before the next instruction, should no step come first
  }
  Address address = world_.heap_.allocate(goroutine_.arena, object);
  if (address == Address::Nil) world_.end_at_limit("heap", "1 GiB for each goroutine", "");
  return address;
}

Machine::Flow Machine::make_object(const Instruction& i) {
  const check::Type* type = program().type(static_cast<uint32_t>(i.d));
  Address address = allocate({.size = type->size(),
                              .tag = type->id(),
                              .name = i.name,
                              .has_pointers = type->has_pointers()});
  if (address == Address::Nil) return Flow::Stop;
  set(i.a, address);
  return Flow::Next;
}

Machine::Flow Machine::make_closure(const Instruction& i) {
  Address address = allocate({.size = 8 + static_cast<uint64_t>(i.d),
                              .tag = static_cast<uint32_t>(i.c),
                              .kind = ObjectKind::Closure});
  if (address == Address::Nil) return Flow::Stop;
  Address function = bytecode::Program::function_address(static_cast<uint32_t>(i.c));
  world_.heap_.store(address, function);
  world_.heap_.write(address + 8, base_ + i.b, static_cast<size_t>(i.d));
  set(i.a, address);
  return Flow::Next;
}

Address Machine::allocate_for_map(gomap::Allocation kind, uint64_t size,
                                  const gomap::MapType& type) {
  memory::Object object{.size = size, .tag = type.id, .owner = goroutine_.operation_map};
  if (kind == gomap::Allocation::Hmap) object.name = instruction().name;
  switch (kind) {
    case gomap::Allocation::Hmap:
      object.kind = ObjectKind::Hmap;
      break;
    case gomap::Allocation::Buckets:
      object.kind = ObjectKind::BucketArray;
      break;
    case gomap::Allocation::OverflowBucket:
      object.kind = ObjectKind::OverflowBucket;
      break;
    case gomap::Allocation::Extra:
    case gomap::Allocation::OverflowList:
    case gomap::Allocation::OverflowListArray:
      object.kind = ObjectKind::MapExtra;
      break;
    case gomap::Allocation::KeyObject:
    case gomap::Allocation::ElemObject:
      object.kind = ObjectKind::MapSlot;
      break;
  }
  Address address = allocate(object);
  if (kind == gomap::Allocation::Hmap) goroutine_.operation_map = address;
  return address;
}

}  // namespace hmaplab::vm

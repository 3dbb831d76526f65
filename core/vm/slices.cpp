// Slices: making, slicing, growing, copying; index checks with Go's texts.
#include <fmt/format.h>

#include "core/gomap/size_class.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::ObjectKind;

namespace {

struct SliceHeader {
  Address data = Address::Nil;
  int64_t length = 0;
  int64_t capacity = 0;
};

constexpr int64_t kMostBytes = int64_t{1} << 47;  // maxAlloc: beyond it Go panics before it tries

}  // namespace

Machine::Flow Machine::check_index(int64_t index, int64_t length, ValueKind kind) {
  if (static_cast<uint64_t>(index) < static_cast<uint64_t>(length)) return Flow::Next;
  if (index < 0 && kind != ValueKind::Uint64)
    return bounds_error(fmt::format("index out of range [{}]", index));
  return bounds_error(
      fmt::format("index out of range [{}] with length {}", static_cast<uint64_t>(index), length));
}

Machine::Flow Machine::element_address(const Instruction& i) {
  auto index = get<int64_t>(i.c);
  if (i.op == Op::ElementAddress) {
    auto header = get<SliceHeader>(i.b);
    if (Flow checked = check_index(index, header.length, i.kind); checked != Flow::Next)
      return checked;
    set(i.a, header.data + static_cast<uint64_t>(index) * static_cast<uint64_t>(i.d));
  } else {
    if (get<Address>(i.b) == Address::Nil) return nil_dereference();
    set(i.a, get<Address>(i.b) + static_cast<uint64_t>(index) * static_cast<uint64_t>(i.d));
  }
  return Flow::Next;
}

Machine::Flow Machine::make_slice(const Instruction& i) {
  const check::Type* element = program().type(static_cast<uint32_t>(i.d));
  auto length = get<int64_t>(i.b);
  auto capacity = get<int64_t>(i.c);
  auto size = static_cast<int64_t>(element->size());
  int64_t most = size == 0 ? INT64_MAX : kMostBytes / size;
  if (length < 0 || length > most) return runtime_error("makeslice: len out of range");
  if (capacity < length || capacity > most) return runtime_error("makeslice: cap out of range");
  bool arguments = i.kind == ValueKind::Block;
  Address data = allocate({.size = static_cast<uint64_t>(capacity * size),
                           .tag = element->id(),
                           .name = i.name,
                           .kind = arguments ? ObjectKind::Arguments : ObjectKind::Array,
                           .has_pointers = element->has_pointers()});
  if (data == Address::Nil) return Flow::Stop;
  set(i.a, SliceHeader{data, length, capacity});
  return Flow::Next;
}

// Go's texts for s[low:high:max]; which of the three is named depends on which are written.
Machine::Flow Machine::slice_bounds(int64_t low, int64_t high, int64_t max, int64_t capacity,
                                    const Instruction& i) {
  bool is_array = i.op == Op::SliceArray;
  bool is_string = i.op == Op::SliceString;
  std::string_view what = is_array || is_string ? "length" : "capacity";
  auto fail = [&](std::string text) { return bounds_error("slice bounds out of range " + text); };
  auto is_negative = [&](int64_t value, int32_t which) {
    return value < 0 && (i.d >> 3 & which) == 0;
  };
  auto is_above = [](int64_t value, int64_t most) {
    return static_cast<uint64_t>(value) > static_cast<uint64_t>(most);
  };
  auto text = [](int64_t value) { return static_cast<uint64_t>(value); };
  if ((i.d & 4) != 0) {
    if (is_negative(max, 4)) return fail(fmt::format("[::{}]", max));
    if (is_above(max, capacity))
      return fail(fmt::format("[::{}] with {} {}", text(max), what, capacity));
    if (is_negative(high, 2)) return fail(fmt::format("[:{}:]", high));
    if (is_above(high, max)) return fail(fmt::format("[:{}:{}]", text(high), max));
    if (is_negative(low, 1)) return fail(fmt::format("[{}::]", low));
    if (is_above(low, high)) return fail(fmt::format("[{}:{}:]", text(low), high));
    return Flow::Next;
  }
  if (is_negative(high, 2)) return fail(fmt::format("[:{}]", high));
  if (is_above(high, capacity))
    return fail(fmt::format("[:{}] with {} {}", text(high), what, capacity));
  if (is_negative(low, 1)) return fail(fmt::format("[{}:]", low));
  if (is_above(low, high)) return fail(fmt::format("[{}:{}]", text(low), high));
  return Flow::Next;
}

Machine::Flow Machine::slice(const Instruction& i) {
  SliceHeader from;
  if (i.op == Op::SliceArray) {
    auto length = get<int64_t>(i.c + 24);
    from = {get<Address>(i.b), length, length};
    if (from.data == Address::Nil) return nil_dereference();
  } else {
    from = get<SliceHeader>(i.b);
  }
  int64_t low = (i.d & 1) != 0 ? get<int64_t>(i.c) : 0;
  int64_t high = (i.d & 2) != 0 ? get<int64_t>(i.c + 8) : from.length;
  int64_t max = (i.d & 4) != 0 ? get<int64_t>(i.c + 16) : from.capacity;
  if (Flow checked = slice_bounds(low, high, max, from.capacity, i); checked != Flow::Next)
    return checked;
  // An empty slice at the very end keeps its array's beginning, so that no pointer leaves the
  // object.
  Address data = max == low ? from.data : from.data + static_cast<uint64_t>(low * (i.d >> 6));
  set(i.a, SliceHeader{data, high - low, max - low});
  return Flow::Next;
}

Machine::Flow Machine::slice_to_array(const Instruction& i) {
  auto from = get<SliceHeader>(i.b);
  if (from.length >= i.c) {
    set(i.a, from.data);
    return Flow::Next;
  }
  return bounds_error(
      fmt::format("cannot convert slice with length {} to array or pointer to array with length {}",
                  from.length, i.c));
}

// unsafe.Slice and unsafe.String look at their arguments, not at the memory.
Machine::Flow Machine::unsafe_slice(const Instruction& i) {
  auto data = get<Address>(i.b);
  auto length = get<int64_t>(i.c);
  bool is_string = i.d < 0;
  uint64_t element = is_string ? 1 : static_cast<uint64_t>(i.d);
  const std::string name = is_string ? "unsafe.String: " : "unsafe.Slice: ";
  if (length < 0) return runtime_error(name + "len out of range");
  // Whether the bytes end within the address space.
  bool fits = element == 0 || data == Address::Nil ||
              static_cast<uint64_t>(length) <= (0 - memory::bits(data)) / element;
  if (data == Address::Nil && length > 0)
    return runtime_error(name + "ptr is nil and len is not zero");
  if (!fits) return runtime_error(name + "len out of range");
  set(i.a, data);
  set(i.a + 8, length);
  if (!is_string) set(i.a + 16, length);
  return Flow::Next;
}

Machine::Flow Machine::zero_slice(const Instruction& i) {
  auto slice = get<SliceHeader>(i.a);
  uint64_t bytes =
      static_cast<uint64_t>(slice.length) * program().type(static_cast<uint32_t>(i.d))->size();
  if (bytes == 0) return Flow::Next;
  if (!can_touch(slice.data, bytes)) return bad_range(slice.data);
  std::vector<std::byte> zeros(bytes);
  std::vector<std::byte> old(bytes);
  reader_.read(slice.data, old.data(), old.size());
  if (!is_private(slice.data)) {
    if (!take_step(memory::Point::slice_store)) return Flow::Stop;
    note_access(AccessKind::Store, slice.data, zeros.size(), old.data(), zeros.data());
    race_write(slice.data, zeros.size());
  }
  write(slice.data, zeros.data(), zeros.size());
  return Flow::Next;
}

// growslice: doubles up to 256 elements, then by a quarter plus 192, rounded up to what the
// allocator gives.
Machine::Flow Machine::grow_slice(const Instruction& i) {
  auto old = get<SliceHeader>(i.b);
  auto more = get<int64_t>(i.c);
  const check::Type* element = program().type(static_cast<uint32_t>(i.d));
  auto size = static_cast<int64_t>(element->size());
  auto length =
      static_cast<int64_t>(static_cast<uint64_t>(old.length) + static_cast<uint64_t>(more));
  if (length >= 0 && length <= old.capacity) {
    set(i.a, SliceHeader{old.data, length, old.capacity});
    return Flow::Next;
  }
  if (length < 0 || (size > 0 && length > kMostBytes / size))
    return runtime_error("growslice: len out of range");
  int64_t capacity = old.capacity;
  if (length > 2 * old.capacity) {
    capacity = length;
  } else if (old.capacity < 256) {
    capacity = 2 * old.capacity;
  } else {
    while (capacity < length) capacity += (capacity + 3 * 256) >> 2;
  }
  if (size == 0) {
    Address nowhere =
        old.data == Address::Nil ? Address{base::kZeroBegin} : old.data;  // Go's zerobase
    set(i.a, SliceHeader{nowhere, length, length});
    return Flow::Next;
  }
  auto bytes = static_cast<int64_t>(
      gomap::round_up_size(static_cast<uint64_t>(capacity * size), element->has_pointers()));
  capacity = bytes / size;
  uint64_t held = static_cast<uint64_t>(old.length) * static_cast<uint64_t>(size);
  if (!reader_.readable(old.data, held)) return bad_range(old.data);
  std::vector<std::byte> contents(held);
  if (!contents.empty()) {
    if (!is_private(old.data) && !take_step(memory::Point::slice_grow)) return Flow::Stop;
    reader_.read(old.data, contents.data(), contents.size());
    if (!is_private(old.data)) {
      note_access(AccessKind::Load, old.data, contents.size(), contents.data(), nullptr);
      race_read(old.data, contents.size());
    }
  }
  Address data = allocate({.size = static_cast<uint64_t>(capacity * size),
                           .tag = element->id(),
                           .kind = ObjectKind::Array,
                           .has_pointers = element->has_pointers()});
  if (data == Address::Nil) return Flow::Stop;
  world_.heap_.write(data, contents.data(), contents.size());
  set(i.a, SliceHeader{data, length, capacity});
  return Flow::Next;
}

Machine::Flow Machine::copy_slice(const Instruction& i) {
  auto to = get<SliceHeader>(i.b);
  Address from = get<Address>(i.c);
  auto size = static_cast<int64_t>(program().type(static_cast<uint32_t>(i.d))->size());
  int64_t count = std::min(to.length, get<int64_t>(i.c + 8));
  size_t bytes = static_cast<uint64_t>(count) * static_cast<uint64_t>(size);
  if (count > 0 && bytes > 0) {
    if (!reader_.readable(from, bytes)) return bad_range(from);
    if (!can_touch(to.data, bytes)) return bad_range(to.data);
    std::vector<std::byte> contents(bytes);
    std::vector<std::byte> old(bytes);
    reader_.read(from, contents.data(), bytes);
    reader_.read(to.data, old.data(), bytes);
    if (!is_private(to.data)) {
      if (!take_step(memory::Point::slice_copy)) return Flow::Stop;
      note_access(AccessKind::Store, to.data, bytes, old.data(), contents.data());
      race_write(to.data, bytes);
    }
    race_read(from, bytes);
    write(to.data, contents.data(), bytes);
    publish_words(to.data, to.data, bytes);
  }
  set(i.a, count);
  return Flow::Next;
}

}  // namespace hmaplab::vm

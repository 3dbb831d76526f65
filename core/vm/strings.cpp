// Strings: comparing, joining, slicing, converting. Their bytes are immutable, so none of this is a
// step.
#include "core/gomap/size_class.h"
#include "core/vm/machine.h"
#include "core/vm/runes.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::ObjectKind;

std::string Machine::string_at(int32_t offset) const {
  return reader_.bytes(get<Address>(offset), get<uint64_t>(offset + 8));
}

void Machine::set_string(int32_t offset, std::string_view text) {
  Address data = Address::Nil;
  if (!text.empty()) {
    data = allocate({.size = text.size(), .kind = ObjectKind::StringBytes, .has_pointers = false});
    if (data == Address::Nil) text = {};
    world_.heap_.write(data, text.data(), text.size());
  }
  set(offset, data);
  set<uint64_t>(offset + 8, text.size());
}

// A string is made of elements of a slice. That others can see, so it is a step; false: not now.
bool Machine::takes_elements_step(Address from, uint64_t size) {
  if (size == 0 || !is_visible(from) || is_private(from) || is_alone()) return true;
  if (!reader_.readable(from, size)) return true;  // whoever reads it pays for it
  if (!take_step(memory::Point::slice_to_string)) return false;
  std::vector<std::byte> bytes(size);
  reader_.read(from, bytes.data(), size);
  note_access(AccessKind::Load, from, size, bytes.data(), nullptr);
  race_read(from, size);
  return true;
}

Machine::Flow Machine::string_operation(const Instruction& i) {
  switch (i.op) {
    case Op::StringCompare: {
      int order = string_at(i.b).compare(string_at(i.c));
      set<int64_t>(i.a, order < 0 ? -1 : order > 0 ? 1 : 0);
      break;
    }
    case Op::StringEqual:
      set<uint64_t>(i.a, get<uint64_t>(i.b + 8) == get<uint64_t>(i.c + 8) &&
                             string_at(i.b) == string_at(i.c));
      break;
    case Op::StringIndex: {
      auto index = get<int64_t>(i.c);
      auto length = get<int64_t>(i.b + 8);
      if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(length))
        return check_index(index, length, i.kind);
      set<uint64_t>(i.a, reader_.load<uint8_t>(get<Address>(i.b) + static_cast<uint64_t>(index)));
      break;
    }
    case Op::StringConcat:
      if (get<uint64_t>(i.c + 8) == 0) {
        std::memmove(base_ + i.a, base_ + i.b, 16);
      } else if (get<uint64_t>(i.b + 8) == 0) {
        std::memmove(base_ + i.a, base_ + i.c, 16);
      } else {
        uint64_t size = get<uint64_t>(i.b + 8) + get<uint64_t>(i.c + 8);
        if (!has_room_for(size)) return Flow::Stop;
        set_string(i.a, string_at(i.b) + string_at(i.c));
      }
      break;
    case Op::StringFromRune: {
      std::string text;
      append_rune(text, static_cast<uint32_t>(std::min<uint64_t>(get<uint64_t>(i.b), 0x110000)));
      set_string(i.a, text);
      break;
    }
    case Op::StringFromBytes:
      if (!takes_elements_step(get<Address>(i.b), get<uint64_t>(i.b + 8))) return Flow::Stop;
      set_string(i.a, string_at(i.b));
      break;  // a slice begins like a string
    case Op::StringFromRunes: {
      if (!takes_elements_step(get<Address>(i.b), 4 * get<uint64_t>(i.b + 8))) return Flow::Stop;
      std::string text;
      for (uint64_t n = 0, count = get<uint64_t>(i.b + 8); n < count && !reader_.failure(); ++n) {
        append_rune(text, reader_.load<uint32_t>(get<Address>(i.b) + 4 * n));
      }
      set_string(i.a, text);
      break;
    }
    case Op::BytesFromString:
    case Op::RunesFromString:
      decode_runes(i);
      break;
    default:
      INVARIANT(false, "not an operation on strings");
  }
  return world_.end_ ? Flow::Stop : Flow::Next;
}

void Machine::decode_runes(const Instruction& i) {
  std::string text = string_at(i.b);
  std::vector<uint32_t> runes;
  bool bytes = i.op == Op::BytesFromString;
  for (std::string_view rest = text; !bytes && !rest.empty();) {
    auto [rune, length] = decode_rune(rest);
    runes.push_back(rune);
    rest.remove_prefix(length);
  }
  uint64_t count = bytes ? text.size() : runes.size();
  uint64_t size = bytes ? count : 4 * count;
  auto kind = bytes ? check::TypeKind::Uint8 : check::TypeKind::Int32;
  bool exact = size == 0 || (bytes && i.c != 0);
  uint64_t capacity = exact ? size : gomap::round_up_size(size, false);
  Address data = allocate({.size = capacity,
                           .tag = program().checked().types().basic(kind)->id(),
                           .kind = ObjectKind::Array,
                           .has_pointers = false});
  if (data == Address::Nil) return;
  world_.heap_.write(data, bytes ? static_cast<const void*>(text.data()) : runes.data(), size);
  set(i.a, data);
  set(i.a + 8, count);
  set(i.a + 16, bytes ? capacity : capacity / 4);
}

Machine::Flow Machine::slice_string(const Instruction& i) {
  auto length = get<int64_t>(i.b + 8);
  int64_t low = (i.d & 1) != 0 ? get<int64_t>(i.c) : 0;
  int64_t high = (i.d & 2) != 0 ? get<int64_t>(i.c + 8) : length;
  if (low < 0 || high < low || high > length) return slice_bounds(low, high, 0, length, i);
  set(i.a, low == high ? Address::Nil : get<Address>(i.b) + static_cast<uint64_t>(low));
  set(i.a + 8, high - low);
  return Flow::Next;
}

void Machine::range_string(const Instruction& i) {
  auto index = get<uint64_t>(i.c);
  auto length = get<uint64_t>(i.b + 8);
  set<uint64_t>(i.a + 16, index < length);
  if (index >= length) return;
  std::string next =
      reader_.bytes(get<Address>(i.b) + index, std::min<uint64_t>(4, length - index));
  auto [rune, bytes] = decode_rune(next);
  set<uint64_t>(i.a, rune);
  set<uint64_t>(i.a + 8, index + bytes);
}

}  // namespace hmaplab::vm

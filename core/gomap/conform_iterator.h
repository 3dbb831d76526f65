// What lines say about iterators: the random draw behind one, the entries it gives, its object
// after them (README 1.3, field `it`).
#pragma once

#include "core/gomap/conform_json.h"
#include "core/gomap/conform_machine.h"

namespace hmaplab::gomap {

// The bits that Go drew: startBucket below, offset above.
inline uint64_t iterator_draw(const Json& B, const Json& start_bucket, const Json& offset) {
  const int64_t exponent = integer(B, "it.B", 0, 40);
  const int64_t start = integer(start_bucket, "it.sb", 0, (int64_t{1} << exponent) - 1);
  return static_cast<uint64_t>(start | integer(offset, "it.off", 0, 7) << exponent);
}
inline uint64_t iterator_draw(const Json& it) {
  return iterator_draw(field(it, "B"), field(it, "sb"), field(it, "off"));
}

inline std::string entry_text(const KeyAndElem& entry) {
  return entry ? entry->first + " = " + entry->second : "the end";
}

// `said`: [key, elem], or null for the end.
inline void expect_entry(const std::string& name, const Json& said, const KeyAndElem& came) {
  KeyAndElem expected;
  if (!said.is_null()) {
    list(said, name.c_str(), 2, 2);
    expected = {text(said.at(0), name.c_str()), text(said.at(1), name.c_str())};
  }
  if (expected != came) throw Difference{name, entry_text(expected), entry_text(came)};
}

// Has mapiterinit given it a map? Not if that was empty.
template <class Memory>
bool is_in_use(const Memory& memory, typename Memory::Pointer iterator) {
  return memory.peek(iterator, Hiter::h) != typename Memory::Pointer{};
}

template <class Memory>
void expect_iterator(const Machine<Memory>& machine, typename Memory::Pointer iterator,
                     const Json& it) {
  const Memory& memory = machine.memory();
  const bool used = is_in_use(memory, iterator);
  expect_equal("iterator in use", !it.is_null(), used);
  if (!used) return;
  expect_fields(it, {"B", "sb", "off", "w", "i", "bk", "cb", "bg", "bp"});
  const auto expect_field = [&](const char* name, auto came) {
    expect_equal(std::string{"it."} + name, integer_field(it, name), static_cast<int64_t>(came));
  };
  expect_field("B", memory.peek(iterator, Hiter::B));
  expect_field("sb", memory.peek(iterator, Hiter::start_bucket));
  expect_field("off", memory.peek(iterator, Hiter::offset));
  expect_field("w", memory.peek(iterator, Hiter::wrapped));
  expect_field("i", memory.peek(iterator, Hiter::i));
  expect_field("bk", memory.peek(iterator, Hiter::bucket));
  expect_field("cb", memory.peek(iterator, Hiter::check_bucket));
  expect_field("bg", machine.generation(memory.peek(iterator, Hiter::buckets)));
  const bool parked = memory.peek(iterator, Hiter::bptr) != typename Memory::Pointer{};
  if (has(it, "bp")) expect_equal("it.bp is a bucket", !field(it, "bp").is_null(), parked);
}

}  // namespace hmaplab::gomap

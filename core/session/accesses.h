// Accesses of a word: who read or wrote some bytes of memory in a run, and when. This answers "who
// wrote this last?" for any cell of a picture.
//
//   steps      0   1   2   3   4   5   6
//   the word       w       r       w
//   position           ▲ last write: 1     next write: 5
//
// Found by looking through the steps, each question once: nothing is kept. Bytes that the runtime
// fills without a step (an object's first zeros, what &T{…} puts in before anybody knows the
// address, a freed object) have no writer here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/memory/address.h"
#include "core/session/timeline.h"
#include "core/vm/touch.h"

namespace hmaplab::session {

// Some bytes of memory; size is at least 1.
struct Word {
  memory::Address address = memory::Address::Nil;
  uint64_t size = 8;

  friend bool operator==(const Word&, const Word&) = default;
};

// By name: a field of a map's header ("m.flags"), a package variable ("n"), or bytes at an address
// ("0xc000012000:8", 8 bytes where it does not say). Nothing when there is no such thing.
std::optional<Word> word_named(const vm::World& world, std::string_view name);

// What the program calls it: "m.flags", "m.buckets[0].tophash[3]", "n"; "" when nothing tells.
std::string word_name(const Timeline& run, const Word& word);

struct WordAccess {
  uint32_t step = 0;  // index in the run
  vm::Touch touch;
};

// What a step does to the word; nothing when it touches none of its bytes.
std::optional<vm::Touch> touch_of_word(const vm::Step& step, const Word& word);

// The last step before `position` that wrote any byte of the word. Under tso and pso both the store
// into the buffer and the step that drains it are writes.
std::optional<uint32_t> last_write(const Timeline& run, const Word& word, uint32_t position);
// The first step at or behind `position` that does.
std::optional<uint32_t> next_write(const Timeline& run, const Word& word, uint32_t position);
// All steps of the run that read, write or synchronise there, in their order.
std::vector<WordAccess> accesses_of(const Timeline& run, const Word& word);

// The word, then a line for each access: "  12  g2  mapassign/set_writing  m.flags  0 -> hashWriting".
// The one that made what the word is at `position` is marked with ">".
std::string accesses_text(const Timeline& run, const Word& word, uint32_t position);

}  // namespace hmaplab::session

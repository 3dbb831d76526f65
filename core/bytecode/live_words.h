// LiveWords: which words of a function's frame may hold a pointer that is still needed, before each of
// its instructions. Go's collector asks the same of its stack maps: a local is a root until its last
// use, and no longer.
//
//   live       may be read again before it is written: found backwards from the readers
//   a pointer  may have been written as one: found forwards from the writers. Numbers, uintptr among
//              them, are none. Of a value of several words (string, struct, array) each word counts
//              as one: what lies at that address decides
//
// Made once for each function. A function that defers can go on at its end from everywhere, because
// a panic may be recovered there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hmaplab::bytecode {

class Program;
struct Function;

class WordSet {
 public:
  explicit WordSet(size_t words = 0) : bits_((words + 63) / 64) {}
  bool has(size_t word) const { return (bits_[word / 64] >> (word % 64) & 1) != 0; }
  void add(size_t word) { bits_[word / 64] |= uint64_t{1} << (word % 64); }
  void remove(size_t word) { bits_[word / 64] &= ~(uint64_t{1} << (word % 64)); }
  // Whether that made a difference.
  bool add_all(const WordSet& other);

 private:
  std::vector<uint64_t> bits_;
};

class LiveWords {
 public:
  LiveWords() = default;
  LiveWords(const Program& program, const Function& function);

  struct At {
    std::vector<int32_t> offsets;  // of the words, from the frame's base, ascending
    bool closure = false;          // the closure that was called is still needed
  };
  // When the frame goes on at `pc`.
  At at(const Program& program, const Function& function, uint32_t pc) const;
  // Whether the argument word at `offset` may hold a pointer when the function begins.
  bool argument_may_point(int32_t offset) const;

 private:
  struct Block {
    uint32_t begin = 0, end = 0;  // instructions
    WordSet live_after;           // the closure is the word behind the last
    WordSet pointers_before;
  };
  class Analysis;

  size_t index_of(uint32_t pc) const;
  const Block& block_of(uint32_t pc) const { return blocks_[index_of(pc)]; }

  size_t words_ = 0;
  uint32_t recover_at_ = 0;
  bool can_recover_ = false;
  std::vector<Block> blocks_;  // by begin
  WordSet live_at_recovery_;
};

}  // namespace hmaplab::bytecode

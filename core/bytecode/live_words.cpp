#include "core/bytecode/live_words.h"

#include <algorithm>
#include <set>

#include "core/bytecode/call_layout.h"
#include "core/bytecode/frame_effects.h"

namespace hmaplab::bytecode {

bool WordSet::add_all(const WordSet& other) {
  bool changed = false;
  for (size_t i = 0; i < bits_.size(); ++i) {
    uint64_t all = bits_[i] | other.bits_[i];
    changed = changed || all != bits_[i];
    bits_[i] = all;
  }
  return changed;
}

namespace {

constexpr int32_t kWord = 8;

struct Words {
  size_t begin, end;
};
// Every word that the bytes touch, and only those that they fill.
Words touched(int32_t offset, int32_t bytes) {
  return {static_cast<size_t>(offset / kWord),
          static_cast<size_t>((offset + bytes + kWord - 1) / kWord)};
}
Words filled(int32_t offset, int32_t bytes) {
  return {static_cast<size_t>((offset + kWord - 1) / kWord),
          static_cast<size_t>((offset + bytes) / kWord)};
}

bool falls_through(Op op) {
  return op != Op::Jump && op != Op::Return && op != Op::Panic && op != Op::Unreachable;
}

// One instruction backwards: what is live before it, given what is live behind it.
void before(WordSet& live, const FrameEffects& effects, size_t closure) {
  for (const FrameWrite& write : effects.writes) {
    if (!write.is_whole) continue;
    Words words = filled(write.offset, write.bytes);
    for (size_t word = words.begin; word < words.end; ++word) live.remove(word);
  }
  for (const FrameRead& read : effects.reads) {
    Words words = touched(read.offset, read.bytes);
    for (size_t word = words.begin; word < words.end; ++word) live.add(word);
  }
  if (effects.reads_closure) live.add(closure);
}

// One instruction forwards: where pointers may lie behind it.
void behind(WordSet& pointers, const FrameEffects& effects) {
  for (const FrameWrite& write : effects.writes) {
    Words all = touched(write.offset, write.bytes);
    Words whole = filled(write.offset, write.bytes);
    bool aligned = (write.offset - write.from) % kWord == 0;
    std::vector<bool> copied;
    for (size_t word = all.begin; word < all.end; ++word) {
      size_t from = static_cast<size_t>(write.from / kWord) + (word - all.begin);
      copied.push_back(write.holds == Holds::Copy && aligned && pointers.has(from));
    }
    for (size_t word = all.begin; word < all.end; ++word) {
      bool points = write.holds == Holds::Pointers || copied[word - all.begin];
      if (points) {
        pointers.add(word);
      } else if (write.is_whole && word >= whole.begin && word < whole.end) {
        pointers.remove(word);
      }
    }
  }
}

bool is_plain_number(const check::Type& type) { return !type.has_pointers(); }

}  // namespace

class LiveWords::Analysis {
 public:
  Analysis(LiveWords& result, const Program& program, const Function& function)
      : result_(result), program_(program), function_(function) {}

  void run() {
    result_.words_ = static_cast<size_t>(std::max(function_.frame_bytes, function_.argument_bytes) +
                                         kWord - 1) /
                     kWord;
    size_t size = result_.words_ + 1;
    result_.recover_at_ = function_.recover_at;
    result_.can_recover_ = function_.recover_at < function_.code.size() &&
                           function_.code[function_.recover_at].op == Op::RunDefers;
    result_.live_at_recovery_ = WordSet(size);
    list_effects();
    split(size);
    while (backwards()) {
    }
    if (result_.can_recover_) {
      result_.live_at_recovery_ = live_before(result_.block_of(result_.recover_at_));
    }
    arguments(result_.blocks_.front().pointers_before);
    while (forwards()) {
    }
  }

 private:
  void split(size_t size) {
    std::set<uint32_t> begins{0};
    const auto& code = function_.code;
    for (uint32_t pc = 0; pc < code.size(); ++pc) {
      if (jumps(code[pc].op)) begins.insert(static_cast<uint32_t>(code[pc].d));
      if (jumps(code[pc].op) || !falls_through(code[pc].op)) begins.insert(pc + 1);
    }
    if (result_.can_recover_) begins.insert(result_.recover_at_);
    std::erase_if(begins, [&](uint32_t pc) { return pc >= code.size(); });
    for (uint32_t begin : begins)
      result_.blocks_.push_back({begin, 0, WordSet(size), WordSet(size)});
    for (size_t i = 0; i < result_.blocks_.size(); ++i) {
      result_.blocks_[i].end = i + 1 < result_.blocks_.size()
                                   ? result_.blocks_[i + 1].begin
                                   : static_cast<uint32_t>(code.size());
    }
  }

  // Each instruction's effects, asked for once.
  void list_effects() {
    for (uint32_t pc = 0; pc < function_.code.size(); ++pc) {
      effects_.push_back(effects_of(program_, function_, pc));
      auto inside = [&](int32_t offset, int32_t bytes) {
        INVARIANT(offset >= 0 && touched(offset, bytes).end <= result_.words_,
                  "an instruction that reaches over the end of its frame");
      };
      for (const FrameRead& read : effects_[pc].reads) inside(read.offset, read.bytes);
      for (const FrameWrite& write : effects_[pc].writes) inside(write.offset, write.bytes);
    }
  }

  WordSet live_before(const Block& block) const {
    WordSet live = block.live_after;
    for (uint32_t pc = block.end; pc-- > block.begin;) before(live, effects_[pc], result_.words_);
    return live;
  }

  template <class Visit>
  void each_successor(const Block& block, Visit&& visit) {
    const Instruction& last = function_.code[block.end - 1];
    if (jumps(last.op)) visit(result_.index_of(static_cast<uint32_t>(last.d)));
    if (falls_through(last.op) && block.end < function_.code.size())
      visit(result_.index_of(block.end));
  }

  // Whether anything changed.
  bool backwards() {
    bool changed = false;
    for (size_t i = result_.blocks_.size(); i-- > 0;) {
      Block& block = result_.blocks_[i];
      each_successor(block, [&](size_t next) {
        changed = block.live_after.add_all(live_before(result_.blocks_[next])) || changed;
      });
    }
    return changed;
  }

  bool forwards() {
    bool changed = false;
    for (Block& block : result_.blocks_) {
      WordSet pointers = block.pointers_before;
      WordSet anywhere = pointers;
      for (uint32_t pc = block.begin; pc < block.end; ++pc) {
        behind(pointers, effects_[pc]);
        anywhere.add_all(pointers);
      }
      each_successor(block, [&](size_t next) {
        changed = result_.blocks_[next].pointers_before.add_all(pointers) || changed;
      });
      if (!result_.can_recover_) continue;
      Block& recovery = result_.blocks_[result_.index_of(result_.recover_at_)];
      changed = recovery.pointers_before.add_all(anywhere) || changed;
    }
    return changed;
  }

  // The arguments as the signature says; of wrappers and natives any word may be a pointer.
  void arguments(WordSet& pointers) {
    Words all = touched(function_.result_bytes, function_.argument_bytes - function_.result_bytes);
    for (size_t word = all.begin; word < all.end; ++word) pointers.add(word);
    for (const LocalVariable& variable : function_.variables) {
      bool is_argument = !variable.captured && !variable.on_heap && variable.begin == 0 &&
                         variable.offset < function_.argument_bytes;
      if (!is_argument || !is_plain_number(*variable.type)) continue;
      Words words = filled(variable.offset, slot_bytes(variable.type->size()));
      for (size_t word = words.begin; word < words.end; ++word) pointers.remove(word);
    }
  }

  LiveWords& result_;
  const Program& program_;
  const Function& function_;
  std::vector<FrameEffects> effects_;
};

LiveWords::LiveWords(const Program& program, const Function& function) {
  if (!function.code.empty()) Analysis(*this, program, function).run();
}

size_t LiveWords::index_of(uint32_t pc) const {
  auto next = std::upper_bound(blocks_.begin(), blocks_.end(), pc,
                               [](uint32_t at, const Block& block) { return at < block.begin; });
  return static_cast<size_t>(next - blocks_.begin()) - 1;
}

LiveWords::At LiveWords::at(const Program& program, const Function& function, uint32_t pc) const {
  At result;
  if (blocks_.empty()) return result;
  const Block& block = block_of(pc);
  WordSet live = block.live_after;
  for (uint32_t at = block.end; at-- > pc;) before(live, effects_of(program, function, at), words_);
  live.add_all(live_at_recovery_);
  WordSet pointers = block.pointers_before;
  for (uint32_t at = block.begin; at < pc; ++at) behind(pointers, effects_of(program, function, at));
  for (size_t word = 0; word < words_; ++word) {
    if (live.has(word) && pointers.has(word))
      result.offsets.push_back(static_cast<int32_t>(word) * kWord);
  }
  result.closure = live.has(words_);
  return result;
}

bool LiveWords::argument_may_point(int32_t offset) const {
  auto word = static_cast<size_t>(offset / kWord);
  return !blocks_.empty() && word < words_ && blocks_.front().pointers_before.has(word);
}

}  // namespace hmaplab::bytecode

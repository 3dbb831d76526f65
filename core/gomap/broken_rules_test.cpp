// The vectors on engines with one rule broken: each must be noticed. The engine itself is left
// alone; the memory under it lies at one named point: what is loaded or stored there is changed, or
// the store is dropped.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/gomap/conform_file.h"
#include "core/gomap/simulated_memory.h"
#include "core/gomap/vectors_testing.h"

namespace hmaplab::gomap {
namespace {

using memory::Point;
using Change = uint64_t (*)(uint64_t);

struct BrokenRule {
  const char* what;
  const char* file;  // that notices
  Point at;
  Change change;  // of the value loaded, stored or hashed there; nullptr: the store is dropped
};
constexpr Change kDropped = nullptr;

const BrokenRule* broken = nullptr;  // the one under test

class LyingMemory : public SimulatedMemory<ScriptedKeys, Stop::AtPoints> {
  using Honest = SimulatedMemory<ScriptedKeys, Stop::AtPoints>;

 public:
  void at_point(Point point) { lies_ = point == broken->at; }

  template <class T>
  T load(Pointer base, Field<T> field) {
    const T value = Honest::load(base, field);
    return lies_ ? static_cast<T>(broken->change(static_cast<uint64_t>(value))) : value;
  }
  Pointer load(Pointer base, Field<memory::Pointer> field) {
    const Pointer value = Honest::load(base, field);
    return lies_ ? Pointer{broken->change(memory::bits(value))} : value;
  }
  template <class T>
  void store(Pointer base, Field<T> field, T value) {
    if (!lies_) return Honest::store(base, field, value);
    if (drops()) return;
    Honest::store(base, field, static_cast<T>(broken->change(static_cast<uint64_t>(value))));
  }
  void store(Pointer base, Field<memory::Pointer> field, Pointer value) {
    if (!lies_) return Honest::store(base, field, value);
    if (drops()) return;
    Honest::store(base, field, Pointer{broken->change(memory::bits(value))});
  }
  uint8_t fetch_or(Pointer base, Field<uint8_t> field, uint8_t bits) {
    return Honest::fetch_or(base, field, lies_ ? uint8_t{0} : bits);
  }
  void copy_argument(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    if (!lies_ || !drops()) Honest::copy_argument(base, field, from, size);
  }
  void zero(Pointer base, Field<Bytes> field, uint64_t size) {
    if (!lies_ || !drops()) Honest::zero(base, field, size);
  }
  KeyAnswer hash(const MapType& type, Pointer key, uint32_t seed) {
    KeyAnswer answer = Honest::hash(type, key, seed);
    if (lies_) answer.value = broken->change(answer.value);
    return answer;
  }

 private:
  // A dropped store is an access all the same: it rewrites a byte of its own.
  bool drops() {
    if (broken->change != kDropped) return false;
    if (own_ == Pointer{}) own_ = allocate(Allocation::Extra, 1, MapType{});
    Honest::store(own_, Field<uint8_t>{0, "nothing"}, uint8_t{0});
    return true;
  }

  bool lies_ = false;
  Pointer own_{};
};

uint64_t nothing(uint64_t) { return 0; }
uint64_t one_less(uint64_t value) { return value - 1; }
uint64_t one_more(uint64_t value) { return value + 1; }
uint64_t other(uint64_t value) { return ~value; }

const std::vector<BrokenRule>& broken_rules() {
  static const std::vector<BrokenRule> rules = {
      {"grows one entry too late", "seq200-i64", Point::mapassign_check_count, one_less},
      {"never grows to the same size", "samesize-churn", Point::mapassign_check_noverflow, nothing},
      {"same-size growth one overflow bucket late", "samesize-chains",
       Point::mapassign_check_noverflow, [](uint64_t n) { return n == 0 ? n : n - 1; }},
      {"a growth does not end", "samesize-churn", Point::evacuate_clear_oldbuckets, kDropped},
      {"sameSizeGrow stays behind", "samesize-churn", Point::evacuate_clear_same_size, kDropped},
      {"moves one old bucket a write", "seq200-i64", Point::growWork_load_oldbuckets, nothing},
      {"the mark does not skip moved buckets", "seq3000-sparse-i64",
       Point::evacuate_load_next_tophash, nothing},
      {"X and Y exchanged", "seq200-str", Point::evacuate_hash, other},
      {"moved entries keep no tophash of their own", "seq200-misc", Point::evacuate_store_tophash,
       one_more},
      {"NaN keys go by their hash", "nan", Point::evacuate_load_iterator,
       [](uint64_t flags) { return flags & ~uint64_t{kIterator}; }},
      {"old buckets are not cleared", "seq200-str", Point::evacuate_zero_old_bucket, kDropped},
      {"the old overflow list stays", "samesize-churn", Point::evacuate_clear_oldoverflow,
       kDropped},
      {"a growth keeps the count of overflow buckets", "collide", Point::hashGrow_store_noverflow,
       kDropped},
      {"a growth keeps the iterator flag", "iter-grow", Point::hashGrow_store_flags,
       [](uint64_t flags) { return flags | kIterator; }},
      {"emptyRest is not handed back", "fuzz-01-i64", Point::mapdelete_look_before,
       [](uint64_t) { return uint64_t{kMinTopHash}; }},
      {"an emptied map keeps its seed", "tiny", Point::mapdelete_store_hash0, kDropped},
      {"the key is not written again", "zerosign", Point::mapassign_update_key, kDropped},
      {"overflow buckets of big tables are all counted", "big16", Point::newoverflow_load_B,
       [](uint64_t) { return uint64_t{5}; }},
      {"spare buckets are not used", "collide-synth", Point::newoverflow_load_next_overflow,
       nothing},
      {"no sentinel behind the last spare bucket", "clear", Point::makeBucketArray_store_sentinel,
       kDropped},
      {"lookups do not see old buckets", "fuzz-02-i64", Point::mapaccess_load_oldbuckets, nothing},
      {"clear keeps the seed", "clear", Point::mapclear_store_hash0, kDropped},
      {"clear keeps the count of overflow buckets", "clear", Point::mapclear_clear_noverflow,
       kDropped},
      {"clear forgets to give the spare buckets back", "clear", Point::mapclear_store_next_overflow,
       kDropped},
      {"a clone has a seed of its own", "clone", Point::mapclone_store_hash0, kDropped},
      {"a clone does not count", "clone", Point::moveToBmap_store_count, one_more},
      {"the wrong slot to begin with", "iter-mutate-i64", Point::mapiterinit_store_offset,
       [](uint64_t offset) { return (offset + 1) & 7; }},
      {"iterators leave no flag", "iter-grow", Point::mapiterinit_or_flags, kDropped},
      {"iterators do not filter by half", "iter-grow", Point::mapiternext_store_check_bucket,
       other},
      {"iterators forget where they stopped", "iter-mutate-misc", Point::mapiternext_store_i,
       one_less},
      {"moved entries are not looked up again", "iter-grow", Point::mapiternext_load_tophash_again,
       [](uint64_t) { return uint64_t{kMinTopHash}; }},
      {"assign does not look for a writer before it hashes", "faults",
       Point::mapassign_check_writing, nothing},
      {"assign does not look for a writer at its end", "sched",
       Point::mapassign_check_still_writing, [](uint64_t) { return uint64_t{kHashWriting}; }},
      {"assign sets the flag instead of toggling it", "sched", Point::mapassign_set_writing,
       [](uint64_t flags) { return flags | kHashWriting; }},
      {"access does not look for a writer", "faults", Point::mapaccess_check_writing, nothing},
      {"delete does not look for a writer", "faults", Point::mapdelete_check_writing, nothing},
      {"clone does not look for a writer", "faults", Point::mapclone_check_writing, nothing},
      {"iteration does not look for a writer", "faults", Point::mapiternext_check_writing, nothing},
  };
  return rules;
}

TEST(BrokenRules, AreNoticedByTheVectors) {
  for (const BrokenRule& rule : broken_rules()) {
    broken = &rule;
    const ConformReport report = conform_in<LyingMemory>(rule.file, vectors(rule.file), nullptr);
    EXPECT_FALSE(report.ok()) << rule.what << ": " << rule.file << " does not notice";
    EXPECT_EQ(report.difference.find("no line of a vector file"), std::string::npos)
        << rule.what << "\n"
        << report.difference;
  }
}

// And it is the lie that is noticed, not the liar.
TEST(BrokenRules, AnHonestMemoryIsFine) {
  const BrokenRule none{"", "seq200-misc", Point::none, kDropped};
  broken = &none;
  const ConformReport report =
      conform_in<LyingMemory>("seq200-misc", vectors("seq200-misc"), nullptr);
  EXPECT_TRUE(report.ok()) << report.difference;
}

}  // namespace
}  // namespace hmaplab::gomap

#include "core/gomap/conform_expect.h"

namespace hmaplab::gomap {
namespace {

constexpr int64_t kMostBuckets = int64_t{1} << 40;

StateHeader read_header(const Json& H) {
  return {.count = integer(H.at(0), "H.count"),
          .flags = integer(H.at(1), "H.flags"),
          .B = integer(H.at(2), "H.B", 0, 63),
          .noverflow = integer(H.at(3), "H.noverflow"),
          .nevacuate = integer(H.at(4), "H.nevacuate"),
          .hash0 = hex(H.at(5), "H.hash0", 8),
          .spare_total = integer(H.at(6), "H.preTotal"),
          .spare_left = integer(H.at(7), "H.preLeft")};
}

// [index, text] pairs below `length`.
void read_listed(const Json& listed, uint64_t length, std::map<uint64_t, std::string>& buckets) {
  for (const Json& entry : listed) {
    list(entry, "a bucket of st", 2, 2);
    const int64_t last = static_cast<int64_t>(length) - 1;
    buckets[static_cast<uint64_t>(integer(entry.at(0), "the index of a bucket", 0, last))] =
        text(entry.at(1), "a bucket of st");
  }
}

void expect_array(const char* name, const char* length_name, const StateText& expected,
                  uint64_t StateText::*length, std::map<uint64_t, std::string> StateText::*buckets,
                  const std::string& (StateText::*bucket)(uint64_t) const, const StateText& came) {
  expect_equal(length_name, expected.*length, came.*length);
  for (const StateText* state : {&expected, &came}) {
    for (const auto& [i, unused] : state->*buckets) {
      expect_equal(fmt::format("{} {}", name, i), (expected.*bucket)(i), (came.*bucket)(i));
    }
  }
}

}  // namespace

void ExpectedState::read(const Json& line) {
  is_brief_ = has(line, "Hs");
  expect_well_formed(is_brief_ != has(line, "H"), "one of the fields H and Hs must be there");
  stated_.clear();
  if (is_brief_) {
    const Json& H = list_field(line, "Hs", 9, 9);
    state_.header = read_header(H);
    state_.header.growing = integer(H.at(8), "Hs.growing", 0, 1) == 1;
    knows_buckets_ = base_is_complete_ = false;
    return;
  }
  const Json& H = list_field(line, "H", 13, 13);
  const Bookkeeping before = bookkeeping_;
  bookkeeping_ = {.generation = integer(H.at(8), "H.gen", -1),
                  .old_generation = integer(H.at(9), "H.oldgen", -1),
                  .extra = integer(H.at(10), "H.extra", 0, 1),
                  .overflow = integer(H.at(11), "H.novf", -1),
                  .old_overflow = integer(H.at(12), "H.noldovf", -1)};
  const bool was_lazy = before.generation < 0;
  const StateText base = state_;
  state_.header = read_header(H);
  state_.header.growing = bookkeeping_.old_generation >= 0;
  state_.header.lazy = bookkeeping_.generation < 0;
  digest_ = hex_field(line, "d", 16);
  if (bookkeeping_.generation != before.generation) {
    state_.old_buckets.clear();
    state_.old_length = was_lazy ? 0 : base.length;
    for (const auto& [i, bucket] : base.buckets) state_.old_buckets[i] = "U," + bucket;
    state_.buckets.clear();
    state_.length = state_.header.lazy ? 0 : uint64_t{1} << state_.header.B;
  }
  if (bookkeeping_.old_generation < 0) {
    state_.old_buckets.clear();
    state_.old_length = 0;
  }
  read_buckets(line);
}

void ExpectedState::read_buckets(const Json& line) {
  lists_all_ = has(line, "st");
  knows_buckets_ = lists_all_ || (has_deltas_ && base_is_complete_);
  if (lists_all_) {
    const Json& st = field(line, "st");
    expect_fields(st, {"nb", "b", "no", "o"});
    state_.buckets.clear();
    state_.old_buckets.clear();
    state_.length = static_cast<uint64_t>(integer_field(st, "nb", 0, kMostBuckets));
    state_.old_length = static_cast<uint64_t>(integer_field(st, "no", 0, kMostBuckets));
    read_listed(list_field(st, "b"), state_.length, state_.buckets);
    if (has(st, "o")) {
      const Json& old = list_field(st, "o", state_.old_length, state_.old_length);
      read_listed(old, state_.old_length, state_.old_buckets);
    } else {
      expect_well_formed(state_.old_length == 0, "the field o is missing");
    }
  }
  if (!has(line, "ch")) return;
  for (const Json& change : list_field(line, "ch")) {
    list(change, "a change of ch", 3, 3);
    const std::string which = text(change.at(0), "the array of a change");
    expect_well_formed(which == "b" || which == "o", "a change is neither of b nor of o");
    const auto i =
        static_cast<uint64_t>(integer(change.at(1), "the index of a change", 0, kMostBuckets));
    auto& buckets = which == "b" ? state_.buckets : state_.old_buckets;
    buckets[i] = text(change.at(2), "a changed bucket");
    stated_.emplace_back(which == "b", i);
  }
}

void ExpectedState::compare_header(const StateHeader& came) {
  const StateHeader& said = state_.header;
  expect_equal("H.count", said.count, came.count);
  expect_equal("H.flags", said.flags, came.flags);
  expect_equal("H.B", said.B, came.B);
  expect_equal("H.noverflow", said.noverflow, came.noverflow);
  expect_equal("H.nevacuate", said.nevacuate, came.nevacuate);
  expect_equal("H.hash0", fmt::format("{:08x}", said.hash0), fmt::format("{:08x}", came.hash0));
  expect_equal("H.preTotal", said.spare_total, came.spare_total);
  expect_equal("H.preLeft", said.spare_left, came.spare_left);
  expect_equal("H.growing", said.growing, came.growing);
}

void ExpectedState::compare(const Bookkeeping& came) const {
  expect_equal("H.gen", bookkeeping_.generation, came.generation);
  expect_equal("H.oldgen", bookkeeping_.old_generation, came.old_generation);
  expect_equal("H.extra", bookkeeping_.extra, came.extra);
  expect_equal("H.novf", bookkeeping_.overflow, came.overflow);
  expect_equal("H.noldovf", bookkeeping_.old_overflow, came.old_overflow);
}

void ExpectedState::compare(StateText came) {
  compare_header(came.header);
  const auto expect_arrays = [&] {
    expect_array("bucket", "number of buckets", state_, &StateText::length, &StateText::buckets,
                 &StateText::bucket, came);
    expect_array("old bucket", "number of old buckets", state_, &StateText::old_length,
                 &StateText::old_buckets, &StateText::old_bucket, came);
  };
  if (lists_all_) expect_arrays();
  for (const auto& [current, i] : stated_) {
    expect_equal(fmt::format("{} {}", current ? "bucket" : "old bucket", i),
                 current ? state_.bucket(i) : state_.old_bucket(i),
                 current ? came.bucket(i) : came.old_bucket(i));
  }
  const uint64_t digest = came.digest();
  if (digest != digest_ && knows_buckets_) expect_arrays();
  expect_equal("d", fmt::format("{:016x}", digest_), fmt::format("{:016x}", digest));
  state_ = std::move(came);
  base_is_complete_ = true;
}

}  // namespace hmaplab::gomap

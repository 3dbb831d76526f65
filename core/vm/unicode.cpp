#include "core/vm/unicode.h"

#include <algorithm>
#include <iterator>

namespace hmaplab::vm {

namespace {

struct CategoryRun {
  uint32_t first;
  char name[3];
};
// Runes that are `stride` apart and change case by the same differences.
struct CaseRun {
  uint32_t first, last, stride;
  int32_t to[3];  // upper, lower, title
};
struct Fold {
  uint32_t rune, next;
};

#define C(first, name) {first, #name},
#define K(first, last, stride, upper, lower, title)
#define F(rune, next)
constexpr CategoryRun kCategories[] = {
#include "core/vm/unicode_tables.inc"
};
#undef C
#undef K
#define C(first, name)
#define K(first, last, stride, upper, lower, title) {first, last, stride, {upper, lower, title}},
constexpr CaseRun kCases[] = {
#include "core/vm/unicode_tables.inc"
};
#undef K
#undef F
#define K(first, last, stride, upper, lower, title)
#define F(rune, next) {rune, next},
constexpr Fold kFolds[] = {
#include "core/vm/unicode_tables.inc"
};
#undef C
#undef K
#undef F

constexpr uint32_t kMaxRune = 0x10ffff;

}  // namespace

std::string_view rune_category(uint32_t rune) {
  if (rune > kMaxRune) return "Cn";
  const auto* next =
      std::upper_bound(std::begin(kCategories), std::end(kCategories), rune,
                       [](uint32_t wanted, const CategoryRun& run) { return wanted < run.first; });
  return std::prev(next)->name;
}

bool is_printable(uint32_t rune) {
  if (rune < 0x7f) return rune >= 0x20;
  constexpr std::string_view kPrintable = "LMNPS";
  return kPrintable.find(rune_category(rune)[0]) != std::string_view::npos;
}

uint32_t rune_to(RuneCase wanted, uint32_t rune) {
  for (const CaseRun& run : kCases) {  // runs of different strides overlap
    if (run.first > rune) break;
    if (rune <= run.last && (rune - run.first) % run.stride == 0)
      return rune + static_cast<uint32_t>(run.to[static_cast<size_t>(wanted)]);
  }
  return rune;
}

uint32_t simple_fold(uint32_t rune) {
  for (const Fold& fold : kFolds) {
    if (fold.rune == rune) return fold.next;
  }
  uint32_t lower = rune_to(RuneCase::Lower, rune);
  return lower != rune ? lower : rune_to(RuneCase::Upper, rune);
}

}  // namespace hmaplab::vm

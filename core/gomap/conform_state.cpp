#include "core/gomap/conform_state.h"

#include <set>

namespace hmaplab::gomap {
namespace {

constexpr size_t kShownBuckets = 40;

const std::string kEmpty = ".";
const std::string kEmptyOld = "U,.";

std::string flag_names(int64_t flags) {
  std::string names;
  const auto name = [&](int64_t bit, const char* text) {
    if ((flags & bit) != 0) names += (names.empty() ? " (" : ", ") + std::string{text};
  };
  name(kIterator, "iterator");
  name(kOldIterator, "oldIterator");
  name(kHashWriting, "hashWriting");
  name(kSameSizeGrow, "sameSizeGrow");
  return names.empty() ? names : names + ")";
}

// The parts of a chain below each other: "tophash slots", then "|p3,tophash slots".
std::string chain_lines(const std::string& text) {
  std::string lines;
  for (const char letter : text) {
    if (letter == '|') {
      lines += "\n          then ";
    } else {
      lines += letter;
    }
  }
  return lines;
}

using Buckets = std::map<uint64_t, std::string>;

std::string draw_array(const char* name, uint64_t length, const Buckets& buckets,
                       const Buckets& others, const std::string& default_text) {
  if (length == 0 && others.empty()) return "";
  std::string text = fmt::format("    {} {}s\n", length, name);
  std::set<uint64_t> shown;
  const auto text_in = [&](const Buckets& all, uint64_t i) -> const std::string& {
    const auto found = all.find(i);
    return found == all.end() ? default_text : found->second;
  };
  const auto differs = [&](uint64_t i) { return text_in(buckets, i) != text_in(others, i); };
  for (const Buckets* all : {&buckets, &others}) {
    for (const auto& [i, unused] : *all) {
      if (shown.size() < kShownBuckets && differs(i)) shown.insert(i);
    }
  }
  for (const auto& [i, unused] : buckets) {
    if (shown.size() < kShownBuckets) shown.insert(i);
  }
  for (const uint64_t i : shown) {
    text += fmt::format("  {} {} {}  {}\n", differs(i) ? '!' : ' ', name, i,
                        chain_lines(text_in(buckets, i)));
  }
  const size_t drawn = shown.size();
  if (buckets.size() > drawn) text += fmt::format("      … and {} more\n", buckets.size() - drawn);
  return text;
}

}  // namespace

uint64_t fnv1a(std::string_view line) {
  uint64_t hash = 14695981039346656037u;
  for (const char byte : line) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

const std::string& StateText::bucket(uint64_t index) const {
  const auto found = buckets.find(index);
  return found == buckets.end() ? kEmpty : found->second;
}
const std::string& StateText::old_bucket(uint64_t index) const {
  const auto found = old_buckets.find(index);
  return found == old_buckets.end() ? kEmptyOld : found->second;
}

uint64_t StateText::digest() const {
  const StateHeader& h = header;
  uint64_t sum = fnv1a(fmt::format("H {} {} {} {} {} {:08x} {} {} {} {}", h.count, h.flags, h.B,
                                   h.noverflow, h.nevacuate, h.hash0, h.spare_total, h.spare_left,
                                   h.growing ? 1 : 0, h.lazy ? 1 : 0));
  for (const auto& [i, text] : buckets) sum += fnv1a(fmt::format("b{} {}", i, text));
  for (uint64_t i = 0; i < old_length; ++i) sum += fnv1a(fmt::format("o{} {}", i, old_bucket(i)));
  return sum;
}

std::string draw(const StateText& state, const StateText& other) {
  const StateHeader& h = state.header;
  std::string text = fmt::format(
      "  {} count {}  flags {}{}  B {}  noverflow {}  nevacuate {}  hash0 {:08x}  "
      "spare buckets {}, left {}{}\n",
      h == other.header ? ' ' : '!', h.count, h.flags, flag_names(h.flags), h.B, h.noverflow,
      h.nevacuate, h.hash0, h.spare_total, h.spare_left, h.growing ? "  growing" : "");
  text += draw_array("bucket", state.length, state.buckets, other.buckets, kEmpty);
  text +=
      draw_array("old bucket", state.old_length, state.old_buckets, other.old_buckets, kEmptyOld);
  return text;
}

}  // namespace hmaplab::gomap

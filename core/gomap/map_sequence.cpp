#include "core/gomap/map_sequence.h"

#include <algorithm>
#include <array>

#include "core/gomap/checked_map.h"
#include "core/gomap/conform.h"
#include "core/gomap/direct_memory.h"

namespace hmaplab::gomap {
namespace {

constexpr std::array<const char*, 16> kTypes = {
    "map[int64]int64",      "map[string]int64",        "map[interface {}]int64",
    "map[float64]int64",    "map[main.bigK]main.bigV", "map[int32]int32",
    "map[*main.node]int64", "map[[2]int64]string",     "map[uint64]struct {}",
    "map[int8]int64",       "map[main.stF]int64",      "map[string]struct {}",
    "map[struct {}]int64",  "map[main.bigF]main.bigV", "map[float32]interface {}",
    "map[int64]*main.node",
};
constexpr std::array<uint64_t, 4> kHashMasks = {~uint64_t{0}, 0xff00'0000'0000'0003,
                                                0x0300'0000'0000'0000, 0xf000'0000'0000'00ff};
constexpr size_t kMostOperations = 400;

// Key number i of the type: now and then one that is odd.
std::string key_number(const TokenType& type, uint8_t i) {
  if (type.leaves.empty()) return "-";
  const bool is_odd = i >= 240;
  const Leaf& last = type.leaves.back();
  if (last.kind == LeafKind::Interface) {
    constexpr std::array<const char*, 16> kOdd = {"n",
                                                  "!slice",
                                                  "!map",
                                                  "!func",
                                                  "!struct",
                                                  "!array",
                                                  "b:true",
                                                  "u8:7",
                                                  "l:0",
                                                  "a:a1,2",
                                                  "st:{4,sb4}",
                                                  "st:{4,-4}",
                                                  "f:x7ff8000000000001",
                                                  "f:x8000000000000000",
                                                  "f:x0000000000000000",
                                                  "p:&3"};
    if (is_odd) return kOdd[i - 240];
    return i % 2 == 0 ? fmt::format("i:{}", i) : fmt::format("s:{}", i);
  }
  if (last.kind == LeafKind::Float64 || last.kind == LeafKind::Float32) {
    const bool wide = last.kind == LeafKind::Float64;
    std::string number = leaf_text(last.kind, last.size, 0x3f00'0000u + i);
    if (is_odd) {
      constexpr std::array<const char*, 4> kWide = {"x0000000000000000", "x8000000000000000",
                                                    "x7ff8000000000001", "x7ff8000000000002"};
      constexpr std::array<const char*, 4> kNarrow = {"y00000000", "y80000000", "y7fc00001",
                                                      "y7fc00002"};
      number = wide ? kWide[i % 4] : kNarrow[i % 4];
    }
    if (type.leaves.size() == 1)
      return std::string{type.prefix} + number + std::string{type.suffix};
    return fmt::format("{}{},{}{}", type.prefix, i % 3, number, type.suffix);
  }
  if (last.kind == LeafKind::String && is_odd) {
    return fmt::format("sa key longer than thirty-two bytes, number {}", i % 4);
  }
  return numbered_token(type, i);
}

void perform(CheckedMap<DirectMemory<ScriptedKeys>>& map, uint8_t what, uint8_t which, int step) {
  const std::string key = key_number(*map.tokens().key, which);
  const int64_t loop = which % 4;
  if (what < 128) return map.set(key, numbered_token(*map.tokens().elem, step));
  if (what < 176) return map.remove(key);
  if (what < 196) return map.get(key);
  if (what < 212) return map.begin_loop(loop);
  if (what < 238) return map.go_on(loop);
  if (what < 244) return map.iterate();
  if (what < 249) return map.clone();
  if (what < 252) return map.clear();
  map.make(which);
}

}  // namespace

SequenceResult run_sequence(const uint8_t* data, size_t size) {
  const auto byte = [&](size_t i) { return i < size ? data[i] : uint8_t{0}; };
  CheckedMap<DirectMemory<ScriptedKeys>> map{kTypes[byte(0) % kTypes.size()],
                                             kHashMasks[byte(1) % kHashMasks.size()], byte(2)};
  map.make(byte(1) >> 2);
  const size_t operations = std::min(size < 3 ? 0 : (size - 3) / 2, kMostOperations);
  for (size_t i = 0; i < operations && map.wrong().empty(); ++i) {
    perform(map, data[3 + 2 * i], data[4 + 2 * i], static_cast<int>(i));
  }
  return {map.vectors(), map.wrong()};
}

std::string check_sequence(const uint8_t* data, size_t size) {
  const SequenceResult result = run_sequence(data, size);
  if (!result.wrong.empty()) return result.wrong + "\n" + result.vectors;
  for (const auto memory :
       {ConformMemory::Direct, ConformMemory::Uninterrupted, ConformMemory::Stepped}) {
    const ConformReport report = conform("sequence", result.vectors, memory);
    if (!report.ok()) return report.difference + "\n" + result.vectors;
  }
  return "";
}

}  // namespace hmaplab::gomap

// Measures gomap::Map and std::unordered_map, cell by cell: MAP/KEYS/OPERATION/N, for example
// ours/string/hit/100000. map_peer.go measures the same work with Go's map: same keys, same order,
// same batches, processor time of one thread. A batch is the operation once for each of N keys. The
// counters are nanoseconds of one operation: `median` over the batches, and `fastest`.
#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/gomap/map.h"

namespace hmaplab {
namespace {

constexpr uint64_t key_number(uint64_t i) { return base::mix64(i + 0x9e37'79b9'7f4a'7c15); }

// 0 … n-1 in another order.
std::vector<uint64_t> shuffled(uint64_t n) {
  std::vector<uint64_t> at(n);
  for (uint64_t i = 0; i < n; ++i) at[i] = i;
  for (uint64_t i = n - 1; i > 0; --i) std::swap(at[i], at[key_number(i + 77) % (i + 1)]);
  return at;
}
std::vector<uint64_t> in_order(uint64_t n) {
  std::vector<uint64_t> at(n);
  for (uint64_t i = 0; i < n; ++i) at[i] = i;
  return at;
}

struct Integers {
  using Key = uint64_t;
  std::vector<uint64_t> list;
  Integers(uint64_t from, const std::vector<uint64_t>& at) {
    for (const uint64_t i : at) list.push_back(key_number(from + i));
  }
};
// As a Go string: 16 bytes that refer to 17. Each list has bytes of its own, so that no search ends
// at an equal pointer.
struct Texts {
  using Key = std::string_view;
  static constexpr size_t kSize = 17;
  std::vector<std::string_view> list;
  std::string bytes;
  Texts(uint64_t from, const std::vector<uint64_t>& at) {
    bytes.reserve(kSize * at.size() + 1);
    for (const uint64_t i : at) {
      char text[kSize + 1];
      std::snprintf(text, sizeof text, "k%016llx",
                    static_cast<unsigned long long>(key_number(from + i)));
      bytes += text;
    }
    for (size_t i = 0; i < at.size(); ++i) list.emplace_back(bytes.data() + kSize * i, kSize);
  }
};

template <class Keys>
struct Ours {
  using Key = typename Keys::Key;
  gomap::BucketPool pool;  // arrays come back to it, as they come back to Go's heap
  using Map = gomap::Map<Key, uint64_t>;
  Map make(uint64_t hint) { return Map({.hint = hint, .pool = &pool}); }
  static void set(Map& map, Key key, uint64_t elem) { map[key] = elem; }
  static uint64_t get(const Map& map, Key key) { return map.at(key); }
};
template <class Keys>
struct Unordered {
  using Key = typename Keys::Key;
  using Map = std::unordered_map<Key, uint64_t>;
  Map make(uint64_t hint) {
    Map map;
    if (hint > 0) map.reserve(hint);
    return map;
  }
  static void set(Map& map, Key key, uint64_t elem) { map[key] = elem; }
  static uint64_t get(const Map& map, Key key) { return map.at(key); }
};

// Seconds of processor time that this thread has used. Other processes do not count.
double thread_time() {
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

enum class Operation { Insert, InsertHint, Hit, Miss, Delete, Iterate };

template <class Peer, class Keys>
class Cell {
 public:
  explicit Cell(uint64_t n)
      : n_(n), keys_(0, in_order(n)), others_(0, shuffled(n)), missing_(n, in_order(n)) {
    full_ = filled(0);
  }

  // Seconds of one batch.
  double batch(Operation operation) {
    uint64_t sum = 0;
    double seconds = 0;
    switch (operation) {
      case Operation::Insert:
      case Operation::InsertHint: {
        std::optional<typename Peer::Map> map;
        seconds = time([&] { map = filled(operation == Operation::Insert ? 0 : n_); });
        sum = map->size();
        break;  // letting go of the map is not measured; in Go it is the collector's
      }
      case Operation::Hit:
        seconds = time([&] {
          for (const auto& key : others_.list) sum += Peer::get(full_, key);
        });
        break;
      case Operation::Miss:
        seconds = time([&] {
          for (const auto& key : missing_.list) sum += full_.count(key);
        });
        break;
      case Operation::Delete: {
        auto map = filled(0);
        seconds = time([&] {
          for (const auto& key : others_.list) map.erase(key);
        });
        sum = map.size();
        break;
      }
      case Operation::Iterate:
        seconds = time([&] {
          for (auto&& [key, elem] : full_) sum += elem;
        });
        break;
    }
    benchmark::DoNotOptimize(sum);
    return seconds;
  }

 private:
  typename Peer::Map filled(uint64_t hint) {
    auto map = peer_.make(hint);
    uint64_t i = 0;
    for (const auto& key : keys_.list) Peer::set(map, key, i++);
    return map;
  }
  template <class Work>
  static double time(Work work) {
    const double begin = thread_time();
    work();
    return thread_time() - begin;
  }

  uint64_t n_;
  Keys keys_, others_, missing_;
  Peer peer_;
  typename Peer::Map full_;
};

template <class Peer, class Keys>
void measure(benchmark::State& state, Operation operation, uint64_t n) {
  Cell<Peer, Keys> cell(n);
  cell.batch(operation);  // warm
  std::vector<double> seconds;
  for (auto _ : state) {
    seconds.push_back(cell.batch(operation));
    state.SetIterationTime(seconds.back());
  }
  std::sort(seconds.begin(), seconds.end());
  const double per_operation = 1e9 / static_cast<double>(n);
  state.counters["median"] = per_operation * seconds[seconds.size() / 2];
  state.counters["fastest"] = per_operation * seconds.front();
}

template <class Peer, class Keys>
void add(const std::string& name) {
  constexpr std::pair<const char*, Operation> kOperations[] = {
      {"insert", Operation::Insert}, {"insert_hint", Operation::InsertHint},
      {"hit", Operation::Hit},       {"miss", Operation::Miss},
      {"delete", Operation::Delete}, {"iterate", Operation::Iterate}};
  for (const auto& [word, operation] : kOperations) {
    for (const uint64_t n : {1'000, 100'000, 1'000'000}) {
      const std::string cell = name + "/" + word + "/" + std::to_string(n);
      benchmark::RegisterBenchmark(cell.c_str(), [op = operation, n](auto& state) {
        measure<Peer, Keys>(state, op, n);
      })->UseManualTime();
    }
  }
}

}  // namespace
}  // namespace hmaplab

int main(int argc, char** argv) {
  using namespace hmaplab;
  add<Ours<Integers>, Integers>("ours/uint64");
  add<Ours<Texts>, Texts>("ours/string");
  add<Unordered<Integers>, Integers>("unordered_map/uint64");
  add<Unordered<Texts>, Texts>("unordered_map/string");
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

// Rows 5 to 7 of BENCHMARKS.md: stepping with everything on, seeking, keeping a World. What
// core/bench/compare_session runs; times are seconds of the whole work that a name says.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>

#include "core/base/random.h"
#include "core/bytecode/compiler.h"
#include "core/session/timeline.h"
#include "core/vm/world.h"

namespace hmaplab {
namespace {

constexpr uint32_t kSteps = 1'000'000;

std::unique_ptr<bytecode::Program> compiled(const std::string& name) {
  std::ifstream in(std::string(HMAPLAB_ROOT) + "/core/bench/session/" + name);
  std::stringstream text;
  text << in.rdbuf();
  return bytecode::compile_source(name, text.str()).program;
}

// Two goroutines write one map, a whole operation each in turn, for kSteps steps.
struct Recorded {
  std::unique_ptr<bytecode::Program> program = compiled("one_map.go");
  std::vector<schedule::Move> moves;

  vm::World start(bool races) const {
    vm::Options options;
    options.races = races;
    options.limits.steps = kSteps;
    return vm::World(*program, options);
  }
  Recorded() {
    vm::World world = start(false);
    const schedule::Actor workers[] = {*schedule::actor_named("g2"), *schedule::actor_named("g3")};
    while (world.is_enabled(schedule::kMain)) make(world, schedule::kMain);
    for (size_t turn = 0; !world.end(); ++turn)
      while (!make(world, workers[turn % 2]).ends_operation && !world.end()) continue;
  }
  vm::Step make(vm::World& world, schedule::Actor actor) {
    moves.push_back(actor);
    return world.step(actor);
  }
};

const Recorded& recorded() {
  static const Recorded kRecorded;
  return kRecorded;
}

void replay_with_all_off(benchmark::State& state) {
  for (auto _ : state) {
    vm::World world = recorded().start(false);
    for (const schedule::Move& move : recorded().moves) benchmark::DoNotOptimize(world.step(move));
  }
}

session::Timeline timeline() {
  return {recorded().start(true), schedule::recorded(recorded().moves)};
}

void replay_with_all_on(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(timeline().length());
}

double seconds_of(auto&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The time is the 99th percentile.
void seek(benchmark::State& state) {
  static const session::Timeline kTimeline = timeline();
  base::RandomStream random{1};
  for (auto _ : state) {
    std::vector<double> seconds;
    for (int i = 0; i < 1000; ++i) {
      const auto position = static_cast<uint32_t>(random.below(kTimeline.length() + 1));
      seconds.push_back(
          seconds_of([&] { benchmark::DoNotOptimize(kTimeline.world_at(position).step_count()); }));
    }
    std::sort(seconds.begin(), seconds.end());
    state.SetIterationTime(seconds[990]);
  }
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// 64 MiB of live heap in small objects, and 4 KiB of them written between one kept World and the
// next. The time is that of keeping it and of what the writes cost more because of it.
void keep(benchmark::State& state) {
  const auto program = compiled("live_heap.go");
  vm::Options options;
  options.limits.steps = ~uint64_t{0};
  vm::World world(*program, options);
  auto write_page = [&] {
    for (int i = 0; i < 512; ++i) world.step(world.enabled().front());
  };
  write_page();
  vm::World kept = world;
  for (auto _ : state) {
    std::vector<double> without, with, copying;
    for (int round = 0; round < 501; ++round) {
      without.push_back(seconds_of(write_page));
      vm::World last = std::move(kept);  // as a history does, it outlives the next one
      with.push_back(seconds_of([&] {
        copying.push_back(seconds_of([&] { kept = world; }));
        write_page();
      }));
    }
    state.counters["copy_us"] = median(copying) * 1e6;
    state.SetIterationTime(std::max(median(with) - median(without), 1e-9));
  }
}

void copy_64_mib(benchmark::State& state) {
  std::vector<char> from(64 << 20, 1), to(64 << 20, 2);
  for (auto _ : state) {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::ClobberMemory();
  }
}

BENCHMARK(copy_64_mib)->Unit(benchmark::kMillisecond);
BENCHMARK(replay_with_all_off)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(replay_with_all_on)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(seek)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
BENCHMARK(keep)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);

}  // namespace
}  // namespace hmaplab

BENCHMARK_MAIN();

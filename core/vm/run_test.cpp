// Running on uninterrupted comes to the same World as stepping.
#include "core/vm/run.h"

#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

constexpr uint64_t kMostSteps = 30'000;

void expect_same_end(const bytecode::Program& program, PolicyKind kind, uint64_t seed) {
  Options options;
  options.seed = seed;
  options.limits.steps = kMostSteps;
  World stepped(program, options);
  run_to_end(stepped, Policy(kind, seed), [](const Step&) {});
  if (stepped.end()->kind == EndKind::Limit) return;  // what runs on is not counted

  World at_once(program, options);
  run_to_end(at_once, Policy(kind, seed));
  EXPECT_EQ(at_once.end()->stderr_text, stepped.end()->stderr_text);
  EXPECT_EQ(at_once.end()->exit_status, stepped.end()->exit_status);
  EXPECT_EQ(at_once.stdout_text(), stepped.stdout_text());
  EXPECT_EQ(at_once.hash(), stepped.hash());
}

TEST(Run, UninterruptedComesToTheSameEnd) {
  for (const auto& path : go_files("programs")) {
    SCOPED_TRACE(path.filename().string());
    const auto program = compile(read_file(path), true);
    if (!program) continue;  // needs what is not there yet
    for (uint64_t seed = 1; seed <= 3; ++seed) expect_same_end(*program, PolicyKind::Random, seed);
    expect_same_end(*program, PolicyKind::RoundRobin, 1);
  }
}

// Every kind of access at once, with a copy of the World that must not see what the other one does.
TEST(Run, UninterruptedLeavesCopiesAlone) {
  const auto program = compile(R"(package main

import "fmt"

type pair struct{ a, b int }

var table = map[string][]pair{}

func main() {
	for i := 0; i < 300; i++ {
		k := fmt.Sprint("key", i%37)
		table[k] = append(table[k], pair{i, i * i})
		if i%50 == 0 {
			delete(table, k)
		}
	}
	n := 0
	for _, ps := range table {
		for _, p := range ps {
			n += p.a ^ p.b
		}
	}
	fmt.Println(len(table), n)
}
)");
  ASSERT_TRUE(program);
  World world(*program, {});
  for (int i = 0; i < 2000; ++i) world.step(schedule::kMain);
  const World kept = world;
  const base::Hash128 before = kept.hash();
  world.run_uninterrupted(schedule::kMain, 1);
  EXPECT_EQ(kept.hash(), before);
  World again = kept;
  run_to_end(world, Policy(PolicyKind::RunToBlock));
  run_to_end(again, Policy(PolicyKind::RunToBlock), [](const Step&) {});
  EXPECT_EQ(kept.hash(), before);
  EXPECT_EQ(world.hash(), again.hash());
  EXPECT_EQ(world.stdout_text(), again.stdout_text());
}

// The programs of the next two tests are all about maps: kinds of keys and elems, of which some lie
// in more than one page of the heap.
constexpr const char* kKinds = R"(package main

import "fmt"

type point struct{ x, y int32 }
type label struct {
	name string
	rank float64
}
type big [17]int64

func fill[K comparable, V any](key func(int) K, elem func(int) V) {
	m := map[K]V{}
	for i := 0; i < 90; i++ {
		m[key(i)] = elem(i)
		if v, ok := m[key(i/2)]; ok && i%7 == 0 {
			m[key(i/3)] = v
			delete(m, key(i/2))
		}
	}
	found := 0
	for k := range m {
		if _, ok := m[k]; ok {
			found++
		}
	}
	_, missing := m[key(1000)]
	fmt.Println(len(m), found, missing)
}

func main() {
	number := func(i int) int { return i * i }
	text := func(i int) string { return fmt.Sprint("this is the value with the number ", i) }
	fill(number, number)
	fill(number, text)
	fill(func(i int) int32 { return int32(-i) }, func(i int) bool { return i%2 == 0 })
	fill(func(i int) uint8 { return uint8(i) }, number)
	fill(text, number)
	fill(func(i int) string { return text(i)[i%30:] }, func(i int) []int { return make([]int, i%5) })
	fill(func(i int) float64 { return float64(i) / float64(i%9) }, number)
	fill(func(i int) point { return point{int32(i), 7} }, func(i int) point { return point{1, 2} })
	fill(func(i int) label { return label{text(i), 0.5} }, number)
	fill(func(i int) big { return big{16: int64(i)} }, func(i int) [20]int64 { return [20]int64{3: 1} })
	fill(func(i int) any {
		if i%3 == 0 {
			return text(i)
		}
		return i
	}, number)
	pointers := map[int]*int{}
	fill(func(i int) *int {
		if pointers[i] == nil {
			pointers[i] = new(int)
		}
		return pointers[i]
	}, number)
}
)";

TEST(Run, EveryKindOfMapComesToTheSameEnd) {
  const auto program = compile(kKinds);
  ASSERT_TRUE(program);
  World stepped(*program, {});
  run_to_end(stepped, Policy(PolicyKind::RunToBlock), [](const Step&) {});
  World at_once(*program, {});
  run_to_end(at_once, Policy(PolicyKind::RunToBlock));
  EXPECT_EQ(at_once.end()->exit_status, 0);
  EXPECT_EQ(at_once.stdout_text(), stepped.stdout_text());
  EXPECT_EQ(at_once.hash(), stepped.hash());
}

// What ends an operation on a map in the middle: with the same words, at the same line.
TEST(Run, MapOperationsFailAlike) {
  for (const char* body : {
           "var m map[int]int\n\tprintln(m[1])\n\tm[1] = 2",
           "var m map[string]int\n\tm[`k`]++",
           "m := map[any]int{1: 1}\n\tprintln(m[1])\n\tprintln(m[[]int{}])",
           "m := map[any]int{}\n\tm[func() {}] = 1",
           "m := map[[2]any]int{}\n\tdefer func() { println(recover() != nil, len(m)) }()\n"
           "\tm[[2]any{1, map[int]int{}}] = 1",
           "m := map[int][512]int{}\n\tfor i := 0; ; i++ {\n\t\tm[i] = [512]int{}\n\t}",
           "m := map[int]int{}\n\tfor i := 0; ; i++ {\n\t\tm[i] = m[i/2] + 1\n\t}",
           "m := map[int]*int{}\n\tm[3] = nil\n\tprintln(*m[3])",
       }) {
    SCOPED_TRACE(body);
    const auto program =
        compile("package main\n\nfunc main() {\n\t" + std::string(body) + "\n}\n", true);
    if (!program) continue;
    Options options;
    options.limits.heap_bytes = 100'000;
    World stepped(*program, options);
    run_to_end(stepped, Policy(PolicyKind::RunToBlock), [](const Step&) {});
    World at_once(*program, options);
    run_to_end(at_once, Policy(PolicyKind::RunToBlock));
    EXPECT_NE(stepped.end()->kind, EndKind::Exit);
    EXPECT_EQ(at_once.end()->stderr_text, stepped.end()->stderr_text);
    EXPECT_EQ(at_once.end()->exit_status, stepped.end()->exit_status);
    EXPECT_EQ(at_once.stdout_text(), stepped.stdout_text());
  }
}

}  // namespace
}  // namespace hmaplab::vm

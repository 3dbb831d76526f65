// The collector: it frees what nobody can reach and nothing else, wherever it comes; finalizers run
// when and as Go runs them. Programs whose outcome real Go decided are in core/testdata/run.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

struct Collected {
  Outcome outcome;
  uint64_t collections = 0;
  uint64_t freed = 0;
};

// Runs to block, with a collection before every `every`-th step, and freed memory full of rubbish.
Collected run_collecting(const bytecode::Program& program, uint64_t every) {
  World world(program, {.collector_steps = CollectorSteps::Whole, .clobber_freed = true});
  Policy policy(PolicyKind::RunToBlock);
  uint64_t steps = 0;
  while (!world.end()) {
    if (steps++ % every == 0) {
      world.request_collection();
      world.step(schedule::kCollector);
      if (world.end()) break;
    }
    move_once(world, policy);
  }
  return {outcome_of(world), world.collector().collections, world.heap().frees()};
}

void expect_nothing_lost(const std::string& text, uint64_t every) {
  auto program = compile(text);
  if (!program) return;
  Outcome without = outcome_of(run(*program));
  Collected with = run_collecting(*program, every);
  EXPECT_EQ(with.outcome.stdout_text, without.stdout_text);
  EXPECT_EQ(with.outcome.head, without.head);
  EXPECT_EQ(with.outcome.exit_status, without.exit_status);
  EXPECT_GT(with.collections, 0u);
  EXPECT_GT(with.freed, 0u);
}

// Inserts past two growths, overwrites, looks up, deletes, inserts while a range is under way, clears.
std::string map_program(const std::string& key, const std::string& elem, const std::string& make_key,
                        const std::string& make_elem) {
  return R"(package main

type pair struct{ a, b *int }

var calls int

func number(i int) *int { return &i }

func key(i int) )" + key + " { " + make_key + " }\nfunc elem(i int) " + elem + " { " + make_elem +
         " }\n" + R"(
func main() {
	keys := []KEY{}
	for i := 0; i < 30; i++ {
		keys = append(keys, key(i))
	}
	m := map[KEY]ELEM{}
	for i := 0; i < 20; i++ {
		m[keys[i]] = elem(i)
	}
	seen := 0
	for k, e := range m {
		if e == elem(-1) || k == key(-1) {
			println("a key or elem that nobody stored")
		}
		if seen == 2 {
			for i := 20; i < 30; i++ {
				m[keys[i]] = elem(i)
			}
		}
		seen++
	}
	for i := 0; i < 10; i++ {
		delete(m, keys[i])
		m[keys[i+10]] = elem(i)
	}
	missing := 0
	for i, k := range keys {
		if _, ok := m[k]; ok == (i < 10) {
			missing++
		}
	}
	println(seen >= 20, len(m), missing)
	clear(m)
	m[keys[1]] = elem(1)
	println(len(m))
}
)";
}

std::string with_types(std::string text, const std::string& key, const std::string& elem) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"KEY", key}, {"ELEM", elem}}) {
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
      text.replace(at, from.size(), to);
  }
  return text;
}

// All families of map functions; keys and elems behind pointers; buckets without pointers, whose
// overflow buckets only the lists in mapextra keep alive.
TEST(Collector, LosesNothingAtAnyPointOfAnyMapOperation) {
  struct Case {
    const char *key, *elem, *make_key, *make_elem;
  };
  const Case cases[] = {
      {"int32", "string", "return int32(i)", "return string(rune('a' + i&15)) + \"x\""},
      {"int", "int", "return i << 57", "return i"},
      {"*int", "pair", "return number(i)", "return pair{number(i), nil}"},
      {"string", "any", "return string(rune('b' + i)) + \"k\"", "return i"},
      {"any", "*int", "return pair{a: number(i)}", "return number(i)"},
      {"[150]byte", "[20]string", "return [150]byte{9: byte(i)}",
       "return [20]string{3: string(rune('a' + i&15))}"},
      {"float64", "[3]int", "return float64(i)", "return [3]int{i, 1, 2}"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(std::string("map[") + one.key + "]" + one.elem);
    expect_nothing_lost(
        with_types(map_program(one.key, one.elem, one.make_key, one.make_elem), one.key, one.elem),
        1);
  }
}

// Every kind of value that a frame, a deferred call or a goroutine can hold.
TEST(Collector, LosesNothingThatAFrameHolds) {
  expect_nothing_lost(R"(package main

import (
	"fmt"
	"sync"
)

type node struct {
	next *node
	text string
}

type shape interface{ area() int }
type square struct{ side *int }

func (s square) area() int { return *s.side * *s.side }

func list(n int) (first *node) {
	defer func() { first.text += "!" }()
	for i := range n {
		first = &node{first, fmt.Sprint("n", i)}
	}
	return first
}

func total(shapes ...shape) (sum int) {
	for _, s := range shapes {
		sum += s.area()
	}
	return
}

func number(i int) *int { return &i }

func risky(n *node) (text string) {
	defer func() { text = fmt.Sprint(recover(), n.text) }()
	var none *node
	return none.text + n.text
}

func main() {
	first := list(3)
	for n := first; n != nil; n = n.next {
		fmt.Print(n.text, " ")
	}
	fmt.Println(total(square{number(2)}, square{number(3)}))
	fmt.Println(risky(first))
	grid := [3][2]*int{}
	for i := range 6 {
		grid[i/2][i%2] = number(i)
	}
	sum := 0
	for i := range grid {
		for j := range grid[i] {
			sum += *grid[i][j]
		}
	}
	words := []string{"x"}
	for i := range 5 {
		words = append(words, words[i]+fmt.Sprint(i))
	}
	add := func(n *int) func() int { return func() int { *n += sum; return *n } }(number(1))
	method := square{number(5)}.area
	var wg sync.WaitGroup
	results := make([]*node, 3)
	for i := range results {
		wg.Add(1)
		go func(n *node) {
			defer wg.Done()
			n.text += fmt.Sprint("g", i)
			results[i] = n
		}(&node{text: words[i]})
	}
	wg.Wait()
	for _, r := range results {
		fmt.Print(r.text, " ")
	}
	fmt.Println(add(), add(), method(), words[4:], string([]byte(words[5])), []rune(words[2]))
}
)",
                      1);
}

TEST(Collector, GarbageDoesNotFillTheHeap) {
  auto program = compile(R"(package main

func main() {
	for i := 0; i < 3000; i++ {
		b := make([]byte, 64<<10)
		b[i] = 1
	}
	println("done")
}
)");
  World world = run(*program, {.limits = {.heap_bytes = 16 << 20}});
  EXPECT_EQ(world.end()->headline, "");
  EXPECT_GT(world.collector().collections, 10u);
  EXPECT_LT(world.heap().live_bytes(), 9u << 20);
}

TEST(Collector, StepsLookAtOneObjectAndCanBeCopiedAnywhere) {
  auto program = compile(R"(package main

import "runtime"

type node struct{ next *node }

func chain(n int) *node {
	var first *node
	for range n {
		first = &node{first}
	}
	return first
}

var kept = chain(5)

func main() {
	chain(4)
	runtime.GC()
	println(kept.next != nil)
}
)");
  World world(*program, {});
  Policy policy(PolicyKind::RunToBlock);
  std::map<memory::Point, int> points;
  std::vector<World> copies;
  while (!world.end()) {
    copies.push_back(world);
    EXPECT_EQ(world.collector().is_stopping(),
              world.enabled() == std::vector<schedule::Actor>{schedule::kCollector} &&
                  world.next_point(schedule::kCollector) != memory::Point::gc_roots);
    memory::Point next = world.next_point(policy.choose(world.enabled()));
    Step step = move_once(world, policy);
    EXPECT_EQ(step.point, next);
    if (step.actor == schedule::kCollector) ++points[step.point];
  }
  EXPECT_EQ(points[memory::Point::gc_roots], 1);
  EXPECT_GE(points[memory::Point::gc_mark], 5);
  EXPECT_EQ(points[memory::Point::gc_free], 4);
  for (World& copy : copies) {
    run_stepped(copy, Policy(PolicyKind::RunToBlock));
    EXPECT_EQ(copy.hash(), world.hash());
  }
}

// A number that was a pointer keeps nothing alive; turned back into one and stored where the
// collector looks, it ends the process.
TEST(Collector, FindsPointersToFreedObjects) {
  auto headline = [](const std::string& size) {
    auto program = compile(R"(package main

import (
	"runtime"
	"unsafe"
)

func forgotten() uintptr {
	b := make([]byte, )" + size + R"()
	return uintptr(unsafe.Pointer(&b[0]))
}

var m = map[int]unsafe.Pointer{}

func main() {
	address := forgotten()
	runtime.GC()
	m[1] = *(*unsafe.Pointer)(unsafe.Pointer(&address))
	runtime.GC()
	println("not reached")
}
)");
    return run(*program).end()->headline;
  };
  EXPECT_EQ(headline("1<<20"),
            "fatal error: found bad pointer in Go heap (incorrect use of unsafe or cgo?)");
  EXPECT_EQ(headline("64"), "fatal error: found pointer to free object");
}

}  // namespace
}  // namespace hmaplab::vm

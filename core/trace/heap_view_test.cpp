// What is said of the heap: reachable or not, colours while the collector runs, finalizers, ghosts.
#include "core/trace/heap_view.h"

#include <gtest/gtest.h>

#include "core/bytecode/compiler.h"
#include "core/schedule/policy.h"
#include "core/vm/run.h"

namespace hmaplab::trace {
namespace {

constexpr const char* kBoxes = R"(package main

import "runtime"

type box struct {
	next *box
	name string
}

var kept *box

func build() *box {
	lost := &box{name: "lost"}
	runtime.SetFinalizer(lost, func(b *box) { kept = b })
	garbage := &box{name: "garbage"}
	garbage.next = &box{}
	return &box{next: &box{name: "inner"}}
}

func main() {
	local := build()
	kept = &box{}
	runtime.GC()
	println(local.next.name)
}
)";

struct Opened {
  std::unique_ptr<bytecode::Program> program;
  std::unique_ptr<vm::World> world;

  explicit Opened(const char* source) {
    auto result = bytecode::compile_source("main.go", source);
    EXPECT_TRUE(result.program);
    program = std::move(result.program);
    world = std::make_unique<vm::World>(*program, vm::Options{});
  }
  void run_until(const char* point) {
    schedule::Policy policy(schedule::PolicyKind::RunToBlock);
    for (int i = 0; i < 100'000 && !world->end(); ++i) {
      const schedule::Move move = vm::next_move(*world, policy);
      if (memory::name(world->next_point(move.actor)) == point) return;
      world->step(move);
      policy.made_step(move.actor, true);
    }
    ADD_FAILURE() << "never came to " << point;
  }
};

size_t count(const HeapView& heap, ObjectState state) {
  size_t found = 0;
  for (const ObjectView& object : heap.objects) found += object.state == state ? 1 : 0;
  EXPECT_EQ(found, static_cast<size_t>(std::count(heap.states.begin(), heap.states.end(), state)));
  return found;
}

TEST(HeapView, SaysWhatACollectionWouldKeep) {
  Opened run(kBoxes);
  run.run_until("gc/roots");
  const base::Hash128 before = run.world->hash();
  const HeapView heap = view_heap(*run.world);
  EXPECT_EQ(run.world->hash(), before) << "looking changes nothing";
  EXPECT_TRUE(heap.knows_reachable);
  EXPECT_EQ(heap.phase, "requested");
  EXPECT_EQ(heap.unreachable, count(heap, ObjectState::Unreachable));
  EXPECT_GE(heap.unreachable, 3U) << heap_text(heap);  // lost, garbage and what it points to
  EXPECT_GE(count(heap, ObjectState::Reachable), 3U);
  size_t on_stack = 0;
  size_t in_variables = 0;
  size_t with_finalizer = 0;
  for (const ObjectView& object : heap.objects) {
    if (object.type != "main.box") continue;
    on_stack += object.is_root ? 1 : 0;
    in_variables += object.in_package_variable ? 1 : 0;
    with_finalizer += object.finalizer == FinalizerState::Set ? 1 : 0;
    EXPECT_EQ(object.size, 24U);
  }
  EXPECT_EQ(on_stack, 1U) << heap_text(heap);
  EXPECT_EQ(in_variables, 1U);
  EXPECT_EQ(with_finalizer, 1U);
}

// What was said to be unreachable is what goes.
TEST(HeapView, WhatWasUnreachableIsFreedOrQueued) {
  Opened run(kBoxes);
  run.run_until("gc/roots");
  const HeapView before = view_heap(*run.world);
  run.world->step(schedule::kCollector);
  bool saw_gray = false;
  bool saw_queue = false;
  while (run.world->collector().is_stopping()) {
    const HeapView now = view_heap(*run.world);
    EXPECT_TRUE(now.running);
    EXPECT_EQ(now.objects.size(), before.objects.size()) << "ghosts keep their places";
    saw_gray = saw_gray || count(now, ObjectState::Gray) > 0;
    saw_queue = saw_queue ||
                (!now.finalizers.empty() && now.finalizers.front().state == FinalizerState::Queued);
    run.world->step(schedule::kCollector);
  }
  EXPECT_TRUE(saw_gray);
  const HeapView after = view_heap(*run.world);
  EXPECT_TRUE(saw_queue || after.finalizers.front().state == FinalizerState::Queued);
  ASSERT_EQ(after.objects.size(), before.objects.size());
  for (size_t i = 0; i < after.objects.size(); ++i) {
    EXPECT_EQ(after.objects[i].address, before.objects[i].address);
    if (before.objects[i].state == ObjectState::Reachable) {
      EXPECT_NE(after.objects[i].state, ObjectState::Freed);
    } else if (!before.objects[i].finalizer) {
      EXPECT_EQ(after.objects[i].state, ObjectState::Freed) << before.objects[i].name;
    }
  }
  EXPECT_EQ(after.freed, count(after, ObjectState::Freed));
  EXPECT_EQ(after.collections, 1U);
}

TEST(HeapView, AWindowCostsNoMoreThanItsRows) {
  Opened run(R"(package main

import "runtime"

func main() {
	var all []*int
	for i := range 3000 {
		all = append(all, &i)
	}
	runtime.GC()
	println(len(all))
}
)");
  run.run_until("gc/roots");
  const HeapView heap = view_heap(*run.world, {.first = 1000, .count = 20});
  EXPECT_EQ(heap.objects.size(), 20U);
  EXPECT_GT(heap.listed, 3000U);
  EXPECT_EQ(heap.states.size(), HeapView::kMostStates);
  EXPECT_TRUE(view_heap(*run.world, {.first = 1'000'000}).objects.empty());
}

TEST(HeapView, AtTheEndNobodyCollects) {
  Opened run(kBoxes);
  vm::run_to_end(*run.world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  const HeapView heap = view_heap(*run.world);
  EXPECT_FALSE(heap.knows_reachable);
  EXPECT_GT(count(heap, ObjectState::Unknown), 0U);
}

}  // namespace
}  // namespace hmaplab::trace

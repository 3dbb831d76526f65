// What blocked goroutines are said to wait for, and who is said to hold it.
#include "core/trace/wait_view.h"

#include <gtest/gtest.h>

#include "core/bytecode/compiler.h"
#include "core/trace/goroutine_view.h"

namespace hmaplab::trace {
namespace {

using schedule::Actor;
using schedule::kMain;

const Actor kSecond = *schedule::child_of(kMain, 1);

std::string wait_of(const vm::World& world, Actor actor) {
  return text(view_wait(world, *world.goroutine(actor)));
}

std::unique_ptr<bytecode::Program> compiled(const std::string& body) {
  auto result = bytecode::compile_source("main.go", "package main\n\nimport \"sync\"\n\n" + body);
  EXPECT_TRUE(result.program);
  return std::move(result.program);
}

TEST(WaitView, SaysWhoHoldsTheLock) {
  auto program = compiled(R"(
type counter struct {
	n  int
	mu sync.Mutex
}

var c counter
var rw sync.RWMutex

func take() {
	c.mu.Lock()
	rw.Lock()
}

func main() {
	go take()
	c.mu.Lock()
	rw.RLock()
	c.mu.Unlock()
	rw.RLock()
	c.mu.Lock()
}
)");
  vm::World world(*program, {});
  for (int i = 0; i < 3; ++i) world.step(kMain);
  EXPECT_EQ(wait_of(world, kMain), "");
  world.step(kSecond);
  EXPECT_EQ(wait_of(world, kSecond), "sync.Mutex.Lock of c.mu, held by g1 since step 2");
  world.step(kMain);  // unlocks
  world.step(kSecond);
  world.step(kSecond);
  EXPECT_EQ(wait_of(world, kSecond), "sync.RWMutex.Lock of rw, held by g1 (reads) since step 3");
  world.step(kMain);
  EXPECT_EQ(wait_of(world, kMain), "sync.RWMutex.RLock of rw, held by g2, which waits to write");
  EXPECT_EQ(view_goroutines(world)[0].wait.holders.size(), 1u);
  EXPECT_EQ(world.end()->kind, vm::EndKind::Deadlock);
}

// Who unlocks need not be who locked; then nobody holds the lock any more.
TEST(WaitView, UnlockingForAnother) {
  auto program = compiled(R"(
func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	wg.Add(1)
	mu.Lock()
	go func() {
		mu.Unlock()
		mu.Lock()
	}()
	wg.Wait()
	mu.Lock()
}
)");
  vm::World world(*program, {});
  for (int i = 0; i < 4; ++i) world.step(kMain);
  EXPECT_EQ(wait_of(world, kMain), "semacquire of wg");
  world.step(kSecond);
  EXPECT_TRUE(world.goroutine(kMain)->held.empty());
  world.step(kSecond);
  ASSERT_EQ(world.left_locks().size(), 1u);
  EXPECT_EQ(world.left_locks().front().actor, kSecond);
}

}  // namespace
}  // namespace hmaplab::trace

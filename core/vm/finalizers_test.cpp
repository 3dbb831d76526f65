// runtime.SetFinalizer: its checks, and the finalizer goroutine among the others. What finalizers do in
// running programs is compared with real Go in core/testdata/run.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

// As go1.23.5 says it, or "" where it says nothing.
TEST(Finalizers, AreCheckedInGosWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"nil, func(*box) {}", "first argument is nil"},
      {"*b, func(*box) {}", "first argument is main.box, not pointer"},
      {"map[string]int{}, func(map[string]int) {}",
       "first argument is map[string]int, not pointer"},
      {"b, f", "cannot pass *main.box to finalizer func(int)"},
      {"b, 42", "second argument is int, not a function"},
      {"b, func() {}", "cannot pass *main.box to finalizer func()"},
      {"b, func(*box, int) {}", "cannot pass *main.box to finalizer func(*main.box, int)"},
      {"b, func(...*box) {}",
       "cannot pass *main.box to finalizer func(...*main.box) because dotdotdot"},
      {"b, func(error) {}", "cannot pass *main.box to finalizer func(error)"},
      {"b, func(any) {}", ""},
      {"b, func(named) {}", ""},
      {"named(b), func(*box) {}", ""},
      {"&b.p, func(**int) {}", "pointer not at beginning of allocated block"},
      {"&b.p, nil", "pointer not at beginning of allocated block"},
      {"&b.pad, func(*[4]int) {}", ""},
      {"&b.pad[1], func(*int) {}", ""},
      {"&make([]box, 3)[1], func(*box) {}", "pointer not at beginning of allocated block"},
      {"&make([]box, 3)[0], func(*box) {}", ""},
      {"&global, func(*box) {}", ""},
      {"(*box)(nil), func(*box) {}", "pointer not in allocated block"},
      {"new(struct{}), func(*struct{}) {}", ""},
      {"set, func(*box) {}", "finalizer already set"},
      {"&struct{ a [3]int }{}, func(*box) {}",
       "cannot pass *struct { a [3]int } to finalizer func(*main.box)"},
  };
  for (const auto& [arguments, text] : cases) {
    SCOPED_TRACE(arguments);
    auto program = compile(std::string(R"(package main

import "runtime"

type box struct {
	pad [4]int
	p   *int
}
type named *box

var global box

func f(int) {}

func main() {
	defer func() { recover() }()
	b, set := &box{}, &box{}
	runtime.SetFinalizer(set, func(*box) {})
	runtime.SetFinalizer()") + arguments + ")\n\tprintln(b != set)\n}\n");
    if (!program) continue;
    World world = run(*program);
    std::string wanted =
        *text == '\0' ? "" : "fatal error: runtime.SetFinalizer: " + std::string(text);
    EXPECT_EQ(world.end()->headline, wanted);
  }
}

// In Go too: it waits for nothing that the program could still do.
TEST(Finalizers, ThatBlockDoNotHideADeadlock) {
  const char* const text = R"(package main

import (
	"runtime"
	"sync"
)

type box struct{ pad [4]int }

var mu sync.Mutex

func set() { runtime.SetFinalizer(&box{}, func(*box) { FINALIZER }) }

func main() {
	mu.Lock()
	set()
	runtime.GC()
	runtime.Gosched()
	mu.Lock()
}
)";
  auto stderr_text = [&](const std::string& finalizer) {
    std::string source = text;
    source.replace(source.find("FINALIZER"), 9, finalizer);
    auto program = compile(source);
    return run(*program).end()->stderr_text;
  };
  const std::string idle = stderr_text("");
  EXPECT_TRUE(idle.starts_with("fatal error: all goroutines are asleep - deadlock!")) << idle;
  EXPECT_EQ(idle.find("goroutine 17"), std::string::npos) << idle;
  const std::string blocked = stderr_text("mu.Lock()");
  EXPECT_TRUE(blocked.starts_with("fatal error: all goroutines are asleep - deadlock!")) << blocked;
  EXPECT_NE(blocked.find("goroutine 17 ["), std::string::npos) << blocked;
  EXPECT_EQ(blocked.find("runtime.runfinq"), std::string::npos) << blocked;
}

}  // namespace
}  // namespace hmaplab::vm

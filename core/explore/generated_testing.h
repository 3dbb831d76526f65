// Small concurrent programs by the hundred: two or three goroutines, each with a few random statements
// about what they share.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/base/random.h"

namespace hmaplab::explore {

inline std::string statement(base::RandomStream& random) {
  static const std::vector<std::string> kStatements{
      "n++",
      "n = 1",
      "n = k",
      "k = n",
      "if n == 0 { k = 2 }",
      "show(n)",
      "show(k)",
      "mu.Lock(); n += 2; mu.Unlock()",
      "mu.Lock(); mu.Unlock()",
      "if mu.TryLock() { k++; mu.Unlock() }",
      "c <- 1",
      "select { case c <- 2: default: n = 9 }",
      "select { case v := <-c: k = v; case d <- 3: }",
      "show(<-c)",
      "d <- n",
      "k = <-d",
      "a.Add(1)",
      "if a.Load() == 0 { show(0) }",
      "a.Store(3)",
      "once.Do(func() { k = 7 })",
      "wg.Done()",
      "wg.Wait()",
      "{ p := new(int); *p = n; k = *p }",
      "func() { defer func() { recover(); n = 4 }(); var q *int; *q = k }()",
      "if n == 1 && k == 0 { panic(n) }",
      "show(len(m))",
      "{ v := m[1]; k = v }",
      "close(d)",
      "runtime.Gosched()",
      "go func() { n = 6 }()",
  };
  return kStatements[random.below(kStatements.size())];
}

// Declares and imports what the text uses, and nothing else: that is faster to compile.
inline std::string head_of(const std::string& text) {
  struct Row {
    const char* used;
    const char* package;
    const char* declaration;
  };
  constexpr Row kRows[] = {
      {"mu.", "sync", "var mu sync.Mutex"},
      {"wg.", "sync", "var wg sync.WaitGroup\n\nfunc init() { wg.Add(1) }"},
      {"once.", "sync", "var once sync.Once"},
      {"a.", "sync/atomic", "var a atomic.Int32"},
      {"runtime.", "runtime", ""},
      {"show(", "os", "func show(x int) { os.Stdout.WriteString(string(rune('0' + x))) }"},
  };
  std::set<std::string> packages;
  std::string declarations =
      "var n, k int\nvar c = make(chan int, 1)\nvar d = make(chan int)\nvar m = map[int]int{1: 5}\n";
  for (const Row& row : kRows) {
    if (text.find(row.used) == std::string::npos) continue;
    packages.insert(row.package);
    declarations += std::string(row.declaration) + "\n";
  }
  std::string head = "package main\n\n";
  for (const std::string& package : packages) head += "import \"" + package + "\"\n";
  return head + "\n" + declarations + "\n";
}

inline std::string generated_program(uint64_t seed) {
  base::RandomStream random{base::mix64(seed)};
  std::string text = "func main() {\n";
  const uint64_t goroutines = 1 + random.below(2);  // besides main
  for (uint64_t i = 0; i < goroutines; ++i) {
    text += "\tgo func() {\n";
    for (uint64_t left = 1 + random.below(2); left > 0; --left) text += "\t\t" + statement(random) + "\n";
    text += "\t}()\n";
  }
  for (uint64_t left = random.below(3); left > 0; --left) text += "\t" + statement(random) + "\n";
  if (random.below(4) == 0) text += "\tselect {}\n";
  const char* ends[] = {"\tshow(n)\n", "\tshow(k)\n", "\tif n > 1 { panic(n) }\n", "\tif k != n { <-d }\n"};
  text += ends[random.below(4)];
  return head_of(text) + text + "}\n";
}

}  // namespace hmaplab::explore

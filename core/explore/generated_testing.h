// Small concurrent programs by the hundred: two or three goroutines, each with a few random statements
// about what they share.
#pragma once

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

inline std::string generated_program(uint64_t seed) {
  base::RandomStream random{base::mix64(seed)};
  std::string text = R"(package main

import (
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

var n, k int
var mu sync.Mutex
var wg sync.WaitGroup
var once sync.Once
var a atomic.Int32
var c = make(chan int, 1)
var d = make(chan int)
var m = map[int]int{1: 5}

var _ = runtime.NumCPU

func show(x int) { os.Stdout.WriteString(string(rune('0' + x))) }

func main() {
	wg.Add(1)
)";
  const uint64_t goroutines = 1 + random.below(2);  // besides main
  for (uint64_t i = 0; i < goroutines; ++i) {
    text += "\tgo func() {\n";
    for (uint64_t left = 1 + random.below(2); left > 0; --left) text += "\t\t" + statement(random) + "\n";
    text += "\t}()\n";
  }
  for (uint64_t left = random.below(3); left > 0; --left) text += "\t" + statement(random) + "\n";
  if (random.below(4) == 0) text += "\tselect {}\n";
  text += random.below(2) == 0 ? "\tshow(n)\n" : "\tshow(k)\n";
  return text + "}\n";
}

}  // namespace hmaplab::explore

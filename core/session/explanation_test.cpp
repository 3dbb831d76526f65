// The chain of every text with which a program can end badly: each link is necessary, that is, its
// neighbouring schedule replays and ends otherwise.
#include "core/session/explanation.h"

#include <set>

#include "core/explore/outcome.h"
#include "core/session/fatal_messages_testing.h"
#include "core/vm/run.h"

namespace hmaplab::session {
namespace {

// Where the program dies before it has made three steps: what it does there is private.
const std::set<std::string> kDieAtOnce = {"uncomparable",  "nil_dereference",    "fault",
                                          "index",         "slice_bounds",       "divide",
                                          "makeslice",     "atomic_nil",         "panic_again",
                                          "close_of_nil",  "rw_unlock",          "rw_runlock",
                                          "out_of_memory", "finalizer_signature", "finalizer_interior"};
// Two steps that say all: what others do between them is done by the deadly step itself.
const std::set<std::string> kTwoSayAll = {"waitgroup_race"};

struct Explained {
  std::unique_ptr<const bytecode::Program> program;
  std::unique_ptr<Timeline> run;
  Explanation explanation;
};

Explained explained(const std::string& name, const std::string& text,
                    const std::string& schedule_text) {
  Explained result{.program = vm::compile_file(name, text), .run = nullptr, .explanation = {}};
  auto schedule = schedule::parse_schedule(schedule_text);
  EXPECT_TRUE(static_cast<bool>(schedule)) << schedule_text;
  if (!result.program || !schedule) return result;
  const vm::World start(*result.program, {});
  result.run = std::make_unique<Timeline>(start, schedule.value());
  EXPECT_EQ(result.run->first_difference(), "");
  result.explanation = explain(*result.run);
  return result;
}

void expect_necessary(const Explained& explained, const Link& link) {
  SCOPED_TRACE(link.sentence + " / " + link.without);
  const Timeline& run = *explained.run;
  vm::World world(*explained.program, {});
  uint32_t made = 0;
  std::string difference;
  const auto schedule = schedule::parse_schedule(link.without);
  ASSERT_TRUE(static_cast<bool>(schedule));
  difference = vm::follow(world, schedule.value(), [&](const vm::Step& step) {
    // The same run up to the link, which then somebody else goes past.
    const bool is_before = made < link.step;
    EXPECT_TRUE(!is_before || step.actor == run.step(made).actor) << made;
    EXPECT_FALSE(made == link.step && step.actor == link.actor);
    ++made;
  });
  EXPECT_EQ(difference, "");
  EXPECT_GE(made, link.step);
  if (!world.end()) {
    EXPECT_EQ(link.how, Without::Never);
    EXPECT_EQ(link.instead, "the process lives");
    return;
  }
  const explore::Outcome here = explore::outcome_of(run.last(), {});
  const explore::Outcome there = explore::outcome_of(world, {});
  EXPECT_TRUE(here.kind != there.kind || here.text != there.text) << there.text;
  EXPECT_NE(link.instead, run.ending().headline);
}

void expect_sound(const Explained& explained, size_t fewest) {
  const std::vector<Link>& chain = explained.explanation.chain;
  EXPECT_GE(chain.size(), fewest);
  EXPECT_LE(chain.size(), Explanation::kMostLinks);
  for (size_t i = 0; i < chain.size(); ++i) {
    EXPECT_TRUE(i == 0 || chain[i - 1].step < chain[i].step);
    EXPECT_EQ(chain[i].actor, explained.run->step(chain[i].step).actor);
    EXPECT_EQ(chain[i].point, explained.run->step(chain[i].step).point);
    const bool has_place = schedule::is_goroutine(chain[i].actor);  // lanes stand nowhere
    EXPECT_TRUE(!has_place || chain[i].line > 0) << chain[i].sentence;
    EXPECT_FALSE(chain[i].sentence.empty());
    expect_necessary(explained, chain[i]);
  }
}

TEST(Explanation, EveryLinkOfEveryFatalTextIsNecessary) {
  std::string all;
  for (const FatalMessage& row : fatal_messages()) {
    SCOPED_TRACE(row.program + " " + row.schedule);
    const std::string file = row.program + ".go";
    const Explained result =
        explained(file, source_of(row), row.schedule);
    if (!result.run) continue;
    size_t fewest = kDieAtOnce.contains(row.program) ? std::min<size_t>(result.run->length(), 3)
                                                     : Explanation::kFewestLinks;
    if (kTwoSayAll.contains(row.program)) fewest = 2;
    expect_sound(result, fewest);
    EXPECT_FALSE(result.explanation.recovery.sentences.empty());
    const std::string text = explanation_text(*result.run, result.explanation, file);
    all += "--- " + row.program + "\n" + text.substr(0, text.find("\nWhat Go prints:")) + "\n";
  }
  // HMAPLAB_UPDATE=1 writes the file anew, to be reviewed as a difference.
  const auto path = vm::testdata("golden") / "explanations.txt";
  if (getenv("HMAPLAB_UPDATE") != nullptr) std::ofstream(path) << all;
  EXPECT_EQ(all, vm::read_file(path));
}

struct Concurrent {
  const char* name;
  const char* schedule;
  const char* body;
};

constexpr Concurrent kConcurrent[] = {
    {"two_writes", "g1*3 g2>mapassign/load_buckets g1!",
     "var m = map[string]int{}\n\nfunc main() {\n\tgo func() { m[\"a\"] = 1 }()\n"
     "\tm[\"b\"] = 2\n\tprintln(m[\"b\"])\n}\n"},
    {"opposite_locks", "g1*2 g2 g1! g2!",
     "import \"sync\"\n\nvar a, b sync.Mutex\n\nfunc main() {\n\tgo func() {\n\t\ta.Lock()\n"
     "\t\tb.Lock()\n\t\tb.Unlock()\n\t\ta.Unlock()\n\t}()\n\tb.Lock()\n\ta.Lock()\n}\n"},
    {"map_taken_away", "g1>go/create g1 g2! g1!",
     "var m = map[string]int{}\n\nfunc main() {\n\tgo func() { m = nil }()\n\tm[\"b\"] = 2\n}\n"},
    {"closed_while_sending", "g1! g2!",
     "func main() {\n\tc := make(chan int)\n\tgo func() { close(c) }()\n\tc <- 1\n}\n"},
    {"done_twice", "g1! g2! g3!",
     "import \"sync\"\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\twg.Add(1)\n"
     "\tgo wg.Done()\n\tgo func() { wg.Done() }()\n\tselect {}\n}\n"},
    {"nobody_sends", "g1! g2!",
     "func main() {\n\tresults := make(chan int)\n\terrors := make(chan string)\n"
     "\tgo func() { errors <- \"no\" }()\n\tprintln(<-results)\n}\n"},
};

// What was found when several goroutines had a part in it.
TEST(Explanation, TellsWhatGoroutinesDidToEachOther) {
  std::string all;
  for (const Concurrent& one : kConcurrent) {
    SCOPED_TRACE(one.name);
    const std::string text = "package main\n\n" + std::string(one.body);
    const Explained result = explained("main.go", text, one.schedule);
    if (!result.run) continue;
    expect_sound(result, Explanation::kFewestLinks);
    const std::string told = explanation_text(*result.run, result.explanation, "main.go");
    all += "--- " + std::string(one.name) + "\n" + told.substr(0, told.find("\nWhat Go")) + "\n";
  }
  const auto path = vm::testdata("golden") / "concurrent_explanations.txt";
  if (getenv("HMAPLAB_UPDATE") != nullptr) std::ofstream(path) << all;
  EXPECT_EQ(all, vm::read_file(path));
}

struct RecoverCase {
  const char* body;
  const char* sentence;  // part of what is said
};

TEST(Explanation, SaysWhyRecoverDidNotHelp) {
  const RecoverCase cases[] = {
      {"func main() {\n\tpanic(1)\n}\n", "g1 had no deferred call left to run when it panicked."},
      {"func main() {\n\tdefer println()\n\tpanic(1)\n}\n", "which did not recover."},
      {"func help() { recover() }\n\nfunc main() {\n\tdefer func() { help() }()\n\tpanic(1)\n}\n",
       "main.main.func1 (deferred in line 6) called recover through another function; it works "
       "only "
       "where the deferred function itself calls it."},
      {"func main() {\n\tdefer func() {\n\t\trecover()\n\t\tpanic(2)\n\t}()\n\tpanic(1)\n}\n",
       "main.main.func1 (deferred in line 4) did recover, but then it panicked itself. Nobody "
       "recovered from the last panic."},
      {"func main() {\n\tdefer func() { recover() }()\n\tgo func() { panic(1) }()\n\tselect "
       "{}\n}\n",
       "g1 has deferred main.main.func1 in line 4, which calls recover; but a panic runs only what "
       "its own goroutine has deferred, and this is g2."},
      {"func f(guarded bool) {\n\tif guarded {\n\t\tdefer func() { recover() }()\n\t}\n"
       "\tpanic(1)\n}\n\nfunc main() { f(false) }\n",
       "The defer statement in line 5 was not come to in this call of main.f."},
      {"func main() {\n\tpanic(1)\n\tdefer func() { recover() }()\n}\n",
       "The defer statement in line 5 was not come to in this call of main.main."},
      {"func f() { panic(1) }\n\nfunc main() { f() }\n",
       "A function deferred by main.f or main.main that itself calls recover would have caught "
       "it."},
      {"func main() {\n\tdefer func() { recover() }()\n\tselect {}\n}\n",
       "A deadlock is a fatal error, no panic: no deferred function runs"},
  };
  for (const RecoverCase& one : cases) {
    const std::string text = "package main\n\n" + std::string(one.body);
    SCOPED_TRACE(text);
    const Explained result = explained("main.go", text, "");
    if (!result.run) continue;
    EXPECT_NE(result.explanation.recovery.sentences.find(one.sentence), std::string::npos)
        << result.explanation.recovery.sentences;
    expect_sound(result, 1);
  }
}

TEST(Explanation, IsEmptyWhereTheProgramEndsByItself) {
  const Explained fine = explained("main.go", "package main\n\nfunc main() { println(1) }\n", "");
  EXPECT_TRUE(fine.explanation.chain.empty());
  EXPECT_EQ(explanation_text(*fine.run, fine.explanation, "main.go"), "exit status 0\n");
}

}  // namespace
}  // namespace hmaplab::session

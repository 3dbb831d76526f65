// Who wrote a word last, held against the memory itself: whenever bytes of a map or of a variable
// change from one step to the next, that step must be named as a writer.
#include "core/session/accesses.h"

#include <gtest/gtest.h>

#include "core/gomap/layout.h"
#include "core/session/session.h"
#include "core/trace/map_view.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

using memory::Address;

constexpr const char* kTwoWriters = R"(package main

import "sync"

var n int

func main() {
	m := map[string]int{}
	var wg sync.WaitGroup
	var mu sync.Mutex
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			mu.Lock()
			m["a"] = i
			n++
			mu.Unlock()
		}()
	}
	wg.Wait()
	println(len(m), n)
}
)";

schedule::Schedule parsed(const std::string& text) { return schedule::parse_schedule(text).value(); }

Address address_of(const bytecode::Program& program, const std::string& variable) {
  for (const auto& place : program.package_variables()) {
    if (place.variable->name == variable) return place.address;
  }
  ADD_FAILURE() << "no variable " << variable;
  return Address::Nil;
}

std::vector<std::string> points(const Timeline& run, const std::vector<WordAccess>& accesses) {
  std::vector<std::string> names;
  for (const WordAccess& access : accesses) {
    const vm::Step& step = run.step(access.step);
    names.push_back(schedule::name(step.actor) + " " + std::string(memory::name(step.point)));
  }
  return names;
}

TEST(Accesses, OfTheFlagsOfAMap) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  const Timeline& run = session.timeline(0);
  const Address map = trace::maps_of(run.last()).front();
  const Word flags{map + gomap::Hmap::flags.offset, 1};
  EXPECT_EQ(word_named(run.last(), "m.flags"), flags);
  EXPECT_EQ(word_name(run, flags), "m.flags");
  const memory::Address bucket = run.last().heap().load<Address>(map + gomap::Hmap::buckets.offset);
  EXPECT_EQ(word_name(run, {bucket, 1}), "m.buckets[0].tophash[0]");
  EXPECT_EQ(word_named(run.last(), "n"), (Word{address_of(*program, "n"), 8}));
  EXPECT_EQ(word_named(run.last(), "0xc000012000:3"), (Word{Address{0xc000012000}, 3}));
  for (const char* wrong : {"", "m", "m.nothing", "x.flags", "0x", "0xz", "0xc0:0", "0xc0:x"})
    EXPECT_EQ(word_named(run.last(), wrong), std::nullopt) << wrong;
  const std::vector<std::string> of_g3 = {"g3 mapassign/check_writing", "g3 mapassign/load_flags"};
  const std::vector<std::string> all = points(run, accesses_of(run, flags));
  ASSERT_GE(all.size(), 8U);
  EXPECT_EQ(all.size() % 2, 0U) << "both goroutines do the same";
  for (const std::string& one : of_g3) EXPECT_EQ(std::count(all.begin(), all.end(), one), 1) << one;

  const auto last = last_write(run, flags, run.length());
  ASSERT_TRUE(last);
  EXPECT_EQ(run.step(*last).point, memory::Point::mapassign_clear_writing);
  const auto before = last_write(run, flags, *last);
  ASSERT_TRUE(before);
  EXPECT_EQ(run.step(*before).point, memory::Point::mapassign_set_writing);
  EXPECT_EQ(next_write(run, flags, *before + 1), last);
  EXPECT_EQ(next_write(run, flags, *last + 1), std::nullopt);
  EXPECT_EQ(last_write(run, flags, 0), std::nullopt);
  // The count lies beside the flags: no byte in common.
  const auto count = next_write(run, {map, 8}, 0);
  ASSERT_TRUE(count);
  EXPECT_EQ(memory::operation(run.step(*count).point), "mapassign");
  EXPECT_EQ(std::string_view(run.step(*count).field), "count");
}

TEST(Accesses, SynchronisationIsAmongThem) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  const Timeline& run = session.timeline(0);
  Address mutex{};
  for (const vm::Step& step : run.steps()) {
    if (step.point == memory::Point::mutex_lock) mutex = step.address;
  }
  const std::vector<std::string> expected = {"g2 mutex/lock", "g2 mutex/unlock", "g3 mutex/lock",
                                             "g3 mutex/unlock"};
  EXPECT_EQ(points(run, accesses_of(run, {mutex, 4})), expected);
}

TEST(Accesses, AsText) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  const Timeline& run = session.timeline(0);
  const Address n = address_of(*program, "n");
  std::string text = accesses_text(run, {n, 8}, run.length());
  EXPECT_EQ(text.substr(0, text.find(' ')), "n");
  EXPECT_NE(text.find("g2    variable/store               n  0 -> 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n> "), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '>'), 3) << "two arrows and one mark: " << text;
}

// Of every object that was there before the step, byte by byte.
void check_all_changes(const std::string& name, const Timeline& run) {
  std::map<Address, std::vector<std::byte>> known;
  vm::World world = run.world_at(0);
  for (uint32_t i = 0; i <= run.length(); ++i) {
    std::map<Address, std::vector<std::byte>> now;
    world.heap().each_object([&](const memory::Object& object) {
      const bool told = object.kind == memory::ObjectKind::Hmap ||
                        object.kind == memory::ObjectKind::BucketArray ||
                        object.kind == memory::ObjectKind::Variable;
      if (!told || object.size == 0 || object.size > 4096) return;
      std::vector<std::byte>& bytes = now[object.begin];
      bytes.resize(object.size);
      world.heap().read(object.begin, bytes.data(), bytes.size());
    });
    for (const auto& [begin, bytes] : now) {
      const auto before = known.find(begin);
      // What nobody has seen yet is filled without steps.
      const auto is_zero = [](std::byte byte) { return byte == std::byte{}; };
      if (before == known.end() || std::all_of(before->second.begin(), before->second.end(), is_zero))
        continue;
      for (size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == before->second[at]) continue;
        const vm::Step& step = run.step(i - 1);
        const std::string_view operation = memory::operation(step.point);
        // These change more than they name.
        if (operation == "slice" || operation == "rwmutex" || operation == "cond" || operation == "gc")
          continue;
        const auto touch = touch_of_word(step, {begin + at, 1});
        ASSERT_TRUE(touch && touch->writes)
            << name << " step " << i << " " << memory::name(step.point) << " changes byte " << at
            << " of object " << static_cast<int>(world.heap().find(begin)->kind);
      }
    }
    known = std::move(now);
    if (i < run.length()) world.step(run.step(i).move());
  }
}

TEST(Accesses, NameTheWriterOfEveryChange) {
  for (const char* name : {"c01_deferred_single_writes", "c12_closure_read_vs_delete", "e06_evacuation_marks",
                           "i01_range_with_growth_is_safe", "n08_check_then_make_race"}) {
    auto program = vm::compile(vm::read_file(vm::testdata("programs") / (std::string(name) + ".go")));
    vm::Options options;
    options.limits.steps = 600;
    const Timeline run(vm::World(*program, options), {});
    check_all_changes(name, run);
  }
}

TEST(Accesses, OfAStoreThatWaitsInABuffer) {
  auto program = vm::compile("package main\n\nvar x, y int\n\nfunc main() {\n\tgo func() { x = 1; println(y) }()\n"
                             "\ty = 1\n\tprintln(x)\n}\n");
  vm::Options options;
  options.memory = memory::MemoryOrder::Tso;
  const Timeline run(vm::World(*program, options), parsed("g1*2 g1~"));
  const Address y = address_of(*program, "y");
  std::vector<std::string> names = points(run, accesses_of(run, {y, 8}));
  ASSERT_GE(names.size(), 2U);
  EXPECT_EQ(names[0], "g1 variable/store");
  EXPECT_EQ(names[1], "g1~ store_buffer/drain");
}

}  // namespace
}  // namespace hmaplab::session

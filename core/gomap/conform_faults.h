// Replays faults files (README 2): each line is one operation on a map in a described state, and
// what became of it: fine, a panic or a fatal error with its text. Hashes are our own here, the
// outcome does not depend on them.
#pragma once

#include <string>

#include "core/gomap/conform_replay.h"

namespace hmaplab::gomap {

template <class Memory>
class Fault {
  using Pointer = typename Memory::Pointer;
  using Json = nlohmann::json;

 public:
  explicit Fault(const Json& line)
      : line_(line), kind_(line.at("kind").template get<std::string>()) {
    expect_fields(line, {"case", "kind", "path", "state", "op", "k", "count", "B", "flags",
                         "outcome", "msg", "r", "ok", "count_after", "flags_after"});
    const TokenMapType tokens = token_map_type(Json{{"gotype", go_type()}});
    machine_ = std::make_unique<Machine<Memory>>(checked_type(line, tokens), tokens);
    machine_->keys().compute_hash = [](std::string_view key, uint32_t seed) {
      return splitmix64(fnv1a(key) ^ seed);
    };
    machine_->keys().compute_random = [this] { return random_.next(); };
  }

  void check() {
    enter_state(line_.at("state"));
    const bool is_map = machine_->hmap() != Pointer{};
    if (is_map) {
      const auto head = machine_->inspect().header();
      expect_equal("count", line_.at("count").template get<int64_t>(), head.count);
      expect_equal("B", line_.at("B").template get<int>(), int{head.B});
      expect_equal("flags", line_.at("flags").template get<int>(), int{head.flags});
    }
    const Progress progress = perform(line_.at("op"));
    expect_equal("outcome", line_.at("outcome").template get<std::string>(), outcome(progress));
    expect_equal("msg", line_.value("msg", ""), error_);
    expect_equal("r", line_.value("r", ""), result_);
    if (line_.contains("ok")) expect_equal("ok", line_.at("ok").template get<bool>(), found_);
    expect(machine_->keys().problem.empty(), machine_->keys().problem);
    if (!line_.contains("count_after")) return;
    const auto head = machine_->inspect().header();
    expect_equal("count_after", line_.at("count_after").template get<int64_t>(), head.count);
    expect_equal("flags_after", line_.at("flags_after").template get<int>(), int{head.flags});
  }

 private:
  std::string go_type() const {
    if (kind_ == "i64") return "map[int64]int64";
    if (kind_ == "str") return "map[string]int64";
    if (kind_ == "arr") return "map[[2]int64]int64";
    if (kind_ == "any") return "map[interface {}]int64";
    throw Difference{"unknown kind " + kind_};
  }
  // Key number i; number 0 is the one that the hits ask for.
  std::string key(int i) const {
    if (kind_ == "i64") return fmt::format("{}", i);
    if (kind_ == "str") return i == 0 ? "s" : fmt::format("snumber {}", i);
    if (kind_ == "arr") return fmt::format("a{},{}", i, 3 * i);
    return fmt::format("i:{}", i);
  }
  static std::string outcome(Progress progress) {
    switch (progress) {
      case Progress::AtPoint:
        return "stopped";
      case Progress::Done:
        return "ok";
      case Progress::Fatal:
      case Progress::Throw:
        return "fatal";
      case Progress::Panic:
        return "panic";
    }
    return "";
  }

  void enter_state(std::string state) {
    uint8_t forced = 0;
    if (const size_t plus = state.find('+'); plus != std::string::npos) {
      for (const char flag : state.substr(plus + 1)) {
        expect(flag == 'W' || flag == 'I', "unknown state " + state);
        forced |= static_cast<uint8_t>(flag == 'W' ? kHashWriting : kIterator | kOldIterator);
      }
      state.resize(plus);
    }
    if (state == "nil") return;
    auto make =
        state == "growing" ? machine_->make(MakeVia::Hint, 52) : machine_->make(MakeVia::Small, 0);
    must(make);
    machine_->set_hmap(make.template as<MakeMap<Pointer>>().hmap);
    const int keys = state == "empty"                       ? 0
                     : state == "one" || state == "emptied" ? 1
                     : state == "many" || state == "same"   ? 20
                     : state == "growing"                   ? 53
                                                            : -1;
    expect(keys >= 0, "unknown state " + state);
    for (int i = 0; i < keys; ++i) {
      auto set = machine_->set(key(i), fmt::format("{}", i));
      must(set);
      machine_->store_elem(set);
    }
    if (state == "emptied") {
      auto remove = machine_->remove(key(0));
      must(remove);
    }
    if (state == "same") forced |= kSameSizeGrow;
    if (line_.at("op") == "it_next") {
      iterator_ = machine_->new_iterator();
      auto begin = machine_->iterate(iterator_);
      must(begin);
    }
    const auto flags = static_cast<uint8_t>(machine_->inspect().header().flags | forced);
    machine_->memory().poke_bytes(machine_->hmap() + Hmap::flags.offset, &flags, 1);
  }
  void must(Call<Pointer>& call) {
    machine_->run(call);
    expect(call.error().empty(), "while entering the state: " + call.error());
  }

  Progress run(Call<Pointer>& call) {
    const Progress progress = machine_->run(call);
    error_ = call.error();
    return progress;
  }
  Progress perform(const std::string& op) {
    const std::string k = line_.at("k");
    if (op == "len") {
      auto call = machine_->length();
      const Progress progress = run(call);
      result_ = fmt::format("{}", call.template as<Length<Pointer>>().count);
      return progress;
    }
    if (op == "get-hit" || op == "get-miss" || op == "get-bad" || op == "get1-hit" ||
        op == "get1-miss" || op == "get1-bad") {
      auto call = machine_->get(k);
      const Progress progress = run(call);
      if (progress == Progress::Done) {
        const auto elem = machine_->load_elem(call);
        found_ = elem.has_value();
        result_ = elem.value_or("0");
      }
      return progress;
    }
    if (op == "set-existing" || op == "set-new" || op == "set-bad") {
      auto call = machine_->set(k, "1");
      return run(call);
    }
    if (op == "del-hit" || op == "del-miss" || op == "del-bad") {
      auto call = machine_->remove(k);
      return run(call);
    }
    if (op == "clear") {
      auto call = machine_->clear();
      return run(call);
    }
    if (op == "clone") return clone();
    if (op == "iter") return iterate();
    if (op == "it_next") {
      auto call = machine_->next(iterator_);
      const Progress progress = run(call);
      if (progress == Progress::Done) result_ = "stepped";
      return progress;
    }
    throw Difference{"unknown operation " + op};
  }
  Progress clone() {
    if (machine_->hmap() == Pointer{}) {  // maps.Clone itself answers nil
      result_ = "nil";
      return Progress::Done;
    }
    auto call = machine_->clone();
    const Progress progress = run(call);
    if (progress == Progress::Done) {
      const Pointer copy = call.template as<Clone<Pointer>>().hmap;
      result_ = fmt::format("count {} flags {}", machine_->memory().peek(copy, Hmap::count),
                            machine_->memory().peek(copy, Hmap::flags));
    }
    return progress;
  }
  Progress iterate() {
    const Pointer iterator = machine_->new_iterator();
    auto begin = machine_->iterate(iterator);
    Progress progress = run(begin);
    int entries = 0;
    while (progress == Progress::Done && machine_->load_entry(iterator)) {
      ++entries;
      auto next = machine_->next(iterator);
      progress = run(next);
    }
    if (progress == Progress::Done) result_ = fmt::format("{} entries", entries);
    return progress;
  }

  const Json& line_;
  std::string kind_;
  std::unique_ptr<Machine<Memory>> machine_;
  base::RandomStream random_{1};
  Pointer iterator_{};
  std::string error_;
  std::string result_;
  bool found_ = false;
};

}  // namespace hmaplab::gomap

// Replays faults files (README 2): each line is one operation on a map in a described state, and
// what became of it: fine, a panic or a fatal error with its text. Hashes are our own here, the
// outcome does not depend on them.
#pragma once

#include <memory>
#include <string>

#include "core/gomap/conform_replay.h"

namespace hmaplab::gomap {

template <class Memory>
class Fault {
  using Pointer = typename Memory::Pointer;

 public:
  explicit Fault(const Json& line) : line_(line) {
    expect_fields(line, {"case", "kind", "gotype", "path", "state", "op", "k", "count", "B",
                         "flags", "outcome", "msg", "r", "ok", "count_after", "flags_after"});
    const TokenMapType tokens =
        token_map_type(has(line, "gotype") ? text_field(line, "gotype")
                                           : go_type_of_kind(text_field(line, "kind")));
    machine_ = std::make_unique<Machine<Memory>>(checked_type(line, tokens), tokens);
    machine_->keys().compute_hash = [](std::string_view key, uint32_t seed) {
      return splitmix64(fnv1a(key) ^ seed);
    };
    machine_->keys().compute_random = [this] { return random_.next(); };
    op_ = text_field(line, "op");
    key_ = text_field(line, "k");
    expect_well_formed(is_token(*tokens.key, key_), key_ + " is no value of the key type");
    zero_elem_ = zero_token(*tokens.elem);
  }

  void check() {
    enter_state(text_field(line_, "state"));
    const bool is_map = machine_->hmap() != Pointer{};
    if (is_map) {
      const auto head = machine_->inspect().header();
      expect_equal("count", integer_field(line_, "count"), head.count);
      expect_equal("B", integer_field(line_, "B"), int{head.B});
      expect_equal("flags", integer_field(line_, "flags"), int{head.flags});
    }
    const Progress progress = perform();
    expect_equal("outcome", text_field(line_, "outcome"), outcome(progress));
    expect_equal("msg", has(line_, "msg") ? text_field(line_, "msg") : "", error_);
    expect_equal("r", has(line_, "r") ? text_field(line_, "r") : "", result_);
    if (has(line_, "ok")) expect_equal("ok", bool_field(line_, "ok"), found_);
    machine_->keys().expect_quiet();
    if (!is_map || (!has(line_, "count_after") && !has(line_, "flags_after"))) return;
    const auto head = machine_->inspect().header();
    expect_equal("count_after", integer_field(line_, "count_after"), head.count);
    expect_equal("flags_after", integer_field(line_, "flags_after"), int{head.flags});
  }

  std::string describe() const { return "case " + line_.value("case", "?"); }
  std::string draw() const {
    if (machine_->hmap() == Pointer{}) return "";
    const StateText came = machine_->state();
    return "the state of the engine:\n" + gomap::draw(came, came);
  }

 private:
  // Key number i; an operation that is to hit asks for number 0.
  std::string key(int i) const {
    const bool hits = op_.ends_with("-hit") || op_.ends_with("-existing");
    if (i == 0 && hits) return key_;
    std::string token = numbered_token(*machine_->tokens().key, i);
    return token == key_ ? numbered_token(*machine_->tokens().key, i + 100) : token;
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
        expect_well_formed(flag == 'W' || flag == 'I', "unknown state " + state);
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
    expect_well_formed(keys >= 0, "unknown state " + state);
    for (int i = 0; i < keys; ++i) {
      auto set = machine_->set(key(i), numbered_token(*machine_->tokens().elem, i));
      must(set);
      machine_->store_elem(set);
    }
    if (state == "emptied") {
      auto remove = machine_->remove(key(0));
      must(remove);
    }
    if (state == "same") forced |= kSameSizeGrow;
    if (op_ == "it_next") {
      iterator_ = machine_->new_iterator();
      auto begin = machine_->iterate(iterator_);
      must(begin);
    }
    const auto flags = static_cast<uint8_t>(machine_->inspect().header().flags | forced);
    machine_->memory().poke_bytes(machine_->hmap() + Hmap::flags.offset, &flags, 1);
  }
  void must(Call<Pointer>& call) {
    machine_->run(call);
    expect_equal("error while entering the state", "", call.error());
  }

  Progress run(Call<Pointer>& call) {
    const Progress progress = machine_->run(call);
    error_ = call.error();
    return progress;
  }
  Progress perform() {
    const std::string& op = op_;
    const std::string& k = key_;
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
        result_ = elem.value_or(zero_elem_);
      }
      return progress;
    }
    if (op == "set-existing" || op == "set-new" || op == "set-bad") {
      auto call = machine_->set(k, numbered_token(*machine_->tokens().elem, 1));
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
      expect_well_formed(iterator_ != Pointer{} && is_in_use(machine_->memory(), iterator_),
                         "there is nothing to iterate over in this state");
      auto call = machine_->next(iterator_);
      const Progress progress = run(call);
      if (progress == Progress::Done) result_ = "stepped";
      return progress;
    }
    throw Malformed{"unknown operation " + op};
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
  std::string op_;
  std::string key_;
  std::string zero_elem_;
  std::unique_ptr<Machine<Memory>> machine_;
  base::RandomStream random_{1};
  Pointer iterator_{};
  std::string error_;
  std::string result_;
  bool found_ = false;
};

}  // namespace hmaplab::gomap

// Replays sched files (README 3): goroutines on one map, switched where the map code calls the
// hasher (hN) or the equality function (eN), after it has returned (sN), after an operation (oN),
// at the end of all of them (end). Needs a memory that stops.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/gomap/conform_replay.h"

namespace hmaplab::gomap {

template <class Memory>
class Schedule {
  using Pointer = typename Memory::Pointer;
  using Json = nlohmann::json;

 public:
  explicit Schedule(const Json& line) : line_(line) {
    static const std::set<std::string> kFields = {"case",
                                                  "kind",
                                                  "gotype",
                                                  "path",
                                                  "bucketsize",
                                                  "indkey",
                                                  "indelem",
                                                  "reflexive",
                                                  "needkeyupdate",
                                                  "hashmightpanic",
                                                  "bucketptrs",
                                                  "keyptrs",
                                                  "elemptrs",
                                                  "zk",
                                                  "zv",
                                                  "setup",
                                                  "H",
                                                  "d",
                                                  "st",
                                                  "procs",
                                                  "plan",
                                                  "steps",
                                                  "fatal"};
    expect_fields(line, kFields);
    const TokenMapType tokens = token_map_type(line);
    machine_ = std::make_unique<Machine<Memory>>(checked_type(line, tokens), tokens);
    ScriptedKeys& keys = machine_->keys();
    keys.keeps_calls = true;
    keys.compute_hash = [this](std::string_view key, uint32_t seed) { return hash(key, seed); };
  }

  void check() {
    set_up();
    expect_state(*machine_, line_);
    for (const auto& [name, operations] : line_.at("procs").items()) {
      processes_[name].operations = operations;
    }
    for (const auto& step : line_.at("steps")) {
      for (const auto& call : step.at("calls")) note(call);
    }
    const size_t steps = line_.at("steps").size();
    const Json& fatal = line_.at("fatal");
    for (size_t i = 0; i < line_.at("plan").size(); ++i) {
      dying_ = !fatal.is_null() && fatal.at("step") == i + 1;
      expect(dying_ || i < steps, fmt::format("step {}: Go is dead by now", i + 1));
      try {
        step(line_.at("plan").at(i), dying_ ? Json{} : line_.at("steps").at(i));
      } catch (const Difference& difference) {
        throw Difference{fmt::format("{}, step {}: {}",
                                     line_.at("case").template get<std::string>(), i + 1,
                                     difference.what)};
      }
      if (dying_) return;
    }
    expect(fatal.is_null(), "expected a fatal error");
  }

  std::string draw() const { return machine_->state().draw(); }

 private:
  struct Process {
    Json operations;
    size_t done = 0;  // operations complete
    std::optional<Call<Pointer>> call;
    bool returned = false;  // the call has, its elem is not yet stored or loaded
    uint64_t hashed = 0;
    uint64_t compared = 0;
    std::deque<HashCall> hashes;
    std::deque<uint64_t> iterator_draws;
    std::deque<uint64_t> seeds;
    Json drained = Json::array();
  };

  void set_up() {
    for (const auto& action : line_.at("setup")) {
      const std::string what = action.at(0);
      if (what == "make") {
        seed_ = static_cast<uint32_t>(hex(action.at(2)));
        machine_->keys().randoms.push_back(seed_);
        auto call = machine_->make(MakeVia::Hint, action.at(1).template get<int64_t>());
        must(call);
        machine_->set_hmap(call.template as<MakeMap<Pointer>>().hmap);
      } else if (what == "set") {
        const std::string key = action.at(1);
        known_[{seed_, key}] = hex(action.at(3));
        auto call = machine_->set(key, action.at(2).template get<std::string>());
        must(call);
        machine_->store_elem(call);
        machine_->observe();
      } else if (what == "it_new") {
        const Json& it = action.at(3);
        machine_->keys().randoms.push_back(draw_of(it.at("B"), it.at("sb"), it.at("off")));
        const Pointer iterator = machine_->new_iterator();
        iterators_[action.at(1).template get<int64_t>()] = iterator;
        auto call = machine_->iterate(iterator);
        must(call);
        expect_equal("entry", action.at(2).dump(),
                     entry_json(machine_->load_entry(iterator)).dump());
      } else {
        throw Difference{"unknown action " + what};
      }
    }
    machine_->keys().compute_random = [this] { return random(); };
  }
  void must(Call<Pointer>& call) {
    machine_->run(call);
    expect(call.error().empty(), "in the setup: " + call.error());
    expect(machine_->keys().problem.empty(), machine_->keys().problem);
  }
  static uint64_t draw_of(const Json& B, const Json& start, const Json& offset) {
    return start.template get<uint64_t>() | offset.template get<uint64_t>()
                                                << B.template get<int>();
  }

  // What the process's calls will answer.
  void note(const Json& call) {
    Process& process = processes_.at(call.at(0).template get<std::string>());
    const std::string kind = call.at(1);
    if (kind == "h") {
      process.hashes.push_back({call.at(2), hex(call.at(3))});
    } else if (kind == "r") {
      process.iterator_draws.push_back(draw_of(call.at(2), call.at(3), call.at(4)));
    } else if (kind == "z") {
      process.seeds.push_back(hex(call.at(2)));
    } else {
      expect(kind == "e", "unknown call " + kind);
    }
  }
  uint64_t hash(std::string_view key, uint32_t seed) {
    if (running_ != nullptr && !running_->hashes.empty()) {
      const HashCall next = running_->hashes.front();
      running_->hashes.pop_front();
      expect_equal("hashed key", next.key, key);
      return next.hash;
    }
    const auto known = known_.find({seed, std::string{key}});
    expect(known != known_.end() || dying_, fmt::format("Go does not hash {} here", key));
    return known == known_.end() ? 0 : known->second;
  }
  uint64_t random() {
    const bool begins_loop =
        std::holds_alternative<IterateInit<Pointer>>(running_->call->operation);
    auto& queue = begins_loop ? running_->iterator_draws : running_->seeds;
    if (queue.empty())
      return 0;  // a seed is noted when its operation is complete; this one never is
    const uint64_t value = queue.front();
    queue.pop_front();
    return value;
  }

  void step(const Json& plan, const Json& expected) {
    const std::string name = plan.at(0);
    const std::string until = plan.at(1);
    Process& process = processes_.at(name);
    running_ = &process;
    machine_->keys().calls.clear();
    results_ = Json::array();
    const std::string error = run(name, process, until);
    if (dying_) {
      expect_equal("fatal error", line_.at("fatal").at("msg").template get<std::string>(), error);
      return;
    }
    expect_equal("error", "", error);
    expect_fields(expected, {"proc", "at", "calls", "res", "H", "d", "ch", "st"});
    Json calls = Json::array();
    for (const auto& call : expected.at("calls")) {
      if (call.at(1) == "h" || call.at(1) == "e") calls.push_back(call);
    }
    expect_equal("calls", calls.dump(), calls_json(name).dump());
    expect_equal("results", expected.at("res").dump(), results_.dump());
    expect(machine_->keys().problem.empty(), machine_->keys().problem);
    expect_state(*machine_, expected);
  }
  Json calls_json(const std::string& name) {
    Json calls = Json::array();
    for (const KeyCall& call : machine_->keys().calls) {
      if (call.kind == KeyCall::Kind::Hash) {
        calls.push_back({name, "h", call.a, fmt::format("{:016x}", call.value)});
      } else {
        calls.push_back({name, "e", call.a, call.b, call.value != 0});
      }
    }
    return calls;
  }

  // Runs a process up to a point; Go's text if it dies on the way.
  std::string run(const std::string& name, Process& process, const std::string& until) {
    const char kind = until[0];
    expect(until == "end" || std::string{"heso"}.find(kind) != std::string::npos,
           "unknown point " + until);
    const uint64_t number = until == "end" ? 0 : std::stoull(until.substr(1));
    while (process.done < process.operations.size()) {
      if (!process.returned) {
        if (!process.call) process.call = begin(process.operations[process.done]);
        const size_t before = machine_->keys().calls.size();
        const Progress progress = process.call->advance(machine_->memory());
        machine_->observe();
        count_calls(process, before);
        if (progress != Progress::AtPoint && progress != Progress::Done) {
          return process.call->error();
        }
        process.returned = progress == Progress::Done;  // a call can be its operation's last access
        if (until != "end" && kind == 'h' && process.hashed == number) return "";
        if (until != "end" && kind == 'e' && process.compared == number) return "";
        if (progress == Progress::AtPoint) continue;
        if (until != "end" && kind == 's' && process.done + 1 == number) return "";
      }
      if (!finish(name, process)) continue;
      if (until != "end" && kind == 'o' && process.done == number) return "";
    }
    expect_equal("point reached", until, "end");
    return "";
  }
  void count_calls(Process& process, size_t before) {
    const auto& calls = machine_->keys().calls;
    expect(calls.size() <= before + 1, "two calls in one step");
    if (calls.size() == before) return;
    ++(calls.back().kind == KeyCall::Kind::Hash ? process.hashed : process.compared);
  }

  Call<Pointer> begin(const Json& operation) {
    const std::string op = operation.at("op");
    expect_fields(operation, {"op", "k", "v", "id"});
    if (op == "set")
      return machine_->set(operation.at("k").template get<std::string>(), operation.at("v"));
    if (op == "get" || op == "get1")
      return machine_->get(operation.at("k").template get<std::string>());
    if (op == "del") return machine_->remove(operation.at("k").template get<std::string>());
    if (op == "clear") return machine_->clear();
    if (op == "len") return machine_->length();
    const auto id = operation.at("id").template get<int64_t>();
    if (op == "it_new") {
      iterators_[id] = machine_->new_iterator();
      return machine_->iterate(iterators_[id]);
    }
    expect(op == "it_next" || op == "it_drain", "unknown operation " + op);
    return machine_->next(iterators_.at(id));
  }
  // The caller's part of an operation that has returned. False: the operation goes on (a loop).
  bool finish(const std::string& name, Process& process) {
    const Json operation = process.operations[process.done];
    const std::string op = operation.at("op");
    Json result = {name, process.done + 1};
    process.returned = false;
    if (machine_->elem_is_gone(*process.call)) {
      result.push_back("panic");
      result.push_back("runtime error: invalid memory address or nil pointer dereference");
    } else if (op == "set") {
      machine_->store_elem(*process.call);
      result.push_back("stored");
    } else if (op == "get" || op == "get1") {
      const auto elem = machine_->load_elem(*process.call);
      result.push_back(elem.value_or(line_.at("zv").template get<std::string>()));
      if (op == "get") result.push_back(elem.has_value());
    } else if (op == "len") {
      result.push_back(fmt::format("{}", process.call->template as<Length<Pointer>>().count));
    } else if (op == "it_new" || op == "it_next") {
      result.push_back(entry_json(
          machine_->load_entry(iterators_.at(operation.at("id").template get<int64_t>()))));
    } else if (op == "it_drain") {
      const auto entry =
          machine_->load_entry(iterators_.at(operation.at("id").template get<int64_t>()));
      process.call.reset();
      if (entry) {
        process.drained.push_back(entry_json(entry));
        return false;
      }
      result.push_back(process.drained);
      process.drained = Json::array();
    } else {
      result.push_back("done");
    }
    results_.push_back(result);
    process.call.reset();
    ++process.done;
    return true;
  }

  const Json& line_;
  std::unique_ptr<Machine<Memory>> machine_;
  std::map<std::pair<uint32_t, std::string>, uint64_t> known_;  // (seed, key) -> hash
  std::map<std::string, Process> processes_;
  std::map<int64_t, Pointer> iterators_;
  Process* running_ = nullptr;
  uint32_t seed_ = 0;
  bool dying_ = false;  // in the step that kills the program
  Json results_;
};

}  // namespace hmaplab::gomap

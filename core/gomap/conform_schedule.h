// Replays sched files (README 3): goroutines on one map, switched where the map code calls the
// hasher (hN) or the equality function (eN), after it has returned (sN), after an operation (oN),
// at the end of all of them (end). Needs a memory that stops.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/gomap/conform_expect.h"
#include "core/gomap/conform_process.h"
#include "core/gomap/conform_section.h"

namespace hmaplab::gomap {

template <class Memory>
class Schedule {
  using Pointer = typename Memory::Pointer;

 public:
  explicit Schedule(const Json& line) : line_(line) {
    expect_fields(line, {"case",
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
                         "fatal"});
    const TokenMapType tokens = token_map_type(text_field(line, "gotype"));
    zero_elem_ = text_field(line, "zv");
    machine_ = std::make_unique<Machine<Memory>>(checked_type(line, tokens), tokens);
    ScriptedKeys& keys = machine_->keys();
    keys.keeps_calls = true;
    keys.compute_hash = [this](std::string_view key, uint32_t seed) { return hash(key, seed); };
  }

  void check() {
    set_up();
    expected_.read(line_);
    expect_state(*machine_, expected_);
    read_processes();
    const Json& plan = list_field(line_, "plan");
    const Json& steps = list_field(line_, "steps");
    const Json& fatal = field(line_, "fatal");
    int64_t deadly = 0;  // the step that kills the program, from 1
    if (!fatal.is_null()) {
      expect_fields(fatal, {"step", "msg"});
      deadly = integer_field(fatal, "step", 1, static_cast<int64_t>(plan.size()));
    }
    const size_t alive = deadly == 0 ? plan.size() : static_cast<size_t>(deadly) - 1;
    expect_well_formed(steps.size() == alive, "there are not as many steps as the plan makes");
    for (step_ = 1; step_ <= alive; ++step_) make_step(plan.at(step_ - 1), steps.at(step_ - 1));
    if (deadly != 0) make_deadly_step(plan.at(alive), text_field(fatal, "msg"));
  }

  std::string describe() const {
    return fmt::format("schedule {}, step {} of the plan", line_.value("case", "?"), step_);
  }
  std::string draw() const {
    if (machine_->hmap() == Pointer{}) return "";
    const StateText came = machine_->state();
    return "the state that the file says:\n" + gomap::draw(expected_.state(), came) +
           "the state of the engine:\n" + gomap::draw(came, expected_.state());
  }

 private:
  void set_up() {
    for (const Json& action : list_field(line_, "setup")) {
      const std::string what = text(list(action, "an action of setup", 1).at(0), "an action");
      if (what == "make") {
        list(action, "make", 3, 3);
        seed_ = static_cast<uint32_t>(hex(action.at(2), "hash0", 8));
        machine_->keys().randoms.push_back(seed_);
        auto call = machine_->make(MakeVia::Hint, integer(action.at(1), "hint", 0, 100'000));
        must(call);
        machine_->set_hmap(call.template as<MakeMap<Pointer>>().hmap);
        continue;
      }
      expect_well_formed(machine_->hmap() != Pointer{}, "setup does not begin with make");
      if (what == "set") {
        list(action, "set", 4, 4);
        const std::string k = key(action.at(1));
        known_[{seed_, k}] = hex(action.at(3), "a hash", 16);
        auto call = machine_->set(k, elem(action.at(2)));
        must(call);
        machine_->store_elem(call);
        machine_->observe();
      } else if (what == "it_new") {
        list(action, "it_new", 4, 4);
        machine_->keys().randoms.push_back(iterator_draw(action.at(3)));
        const Pointer iterator = machine_->new_iterator();
        iterators_[integer(action.at(1), "the id of an iterator")] = iterator;
        auto call = machine_->iterate(iterator);
        must(call);
        expect_entry("kv", action.at(2), machine_->load_entry(iterator));
      } else {
        throw Malformed{"unknown action " + what};
      }
    }
    expect_well_formed(machine_->hmap() != Pointer{}, "setup makes no map");
    machine_->keys().compute_random = [this] { return random(); };
  }
  void must(Call<Pointer>& call) {
    machine_->run(call);
    expect_equal("error in the setup", "", call.error());
    machine_->keys().expect_quiet();
  }

  void read_processes() {
    const Json& procs = field(line_, "procs");
    expect_well_formed(procs.is_object(), "procs is no object");
    for (const auto& [name, operations] : procs.items()) {
      processes_[name].operations = list(operations, "the operations of a process");
    }
    for (const Json& step : list_field(line_, "steps")) {
      for (const Json& call : list_field(step, "calls")) note(call);
    }
  }
  Process<Pointer>& process(const Json& name) {
    const auto found = processes_.find(text(name, "the name of a process"));
    expect_well_formed(found != processes_.end(), "there is no such process");
    return found->second;
  }
  // What the process's calls will answer.
  void note(const Json& call) {
    Process<Pointer>& caller = process(list(call, "a call", 3).at(0));
    const std::string kind = text(call.at(1), "the kind of a call");
    if (kind == "h") {
      list(call, "a call of the hasher", 4, 4);
      caller.hashes.push_back({key(call.at(2)), hex(call.at(3), "a hash", 16)});
    } else if (kind == "r") {
      list(call, "an iterator's draw", 5, 5);
      caller.iterator_draws.push_back(iterator_draw(call.at(2), call.at(3), call.at(4)));
    } else if (kind == "z") {
      caller.seeds.push_back(hex(call.at(2), "hash0", 8));
    } else {
      expect_well_formed(kind == "e", "unknown call " + kind);
      list(call, "a call of the equality function", 5, 5);
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
    if (known == known_.end() && !dying_) {
      throw Difference{"calls", "no hash", fmt::format("the hash of {}", key)};
    }
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

  void make_step(const Json& plan, const Json& expected) {
    expect_fields(expected, {"proc", "at", "calls", "res", "H", "d", "ch", "st"});
    list(plan, "a step of the plan", 2, 2);
    for (const auto& [name, i] : {std::pair{"proc", 0u}, std::pair{"at", 1u}}) {
      expect_well_formed(!has(expected, name) || field(expected, name) == plan.at(i),
                         std::string{name} + " of a step is not the plan's");
    }
    expected_.read(expected);
    expect_equal("error", "", run(plan));
    Json calls = Json::array();
    for (const Json& call : list_field(expected, "calls")) {
      if (call.at(1) == "h" || call.at(1) == "e") calls.push_back(call);
    }
    expect_equal("calls", calls.dump(), calls_json(plan.at(0)).dump());
    expect_equal("res", list_field(expected, "res").dump(), results_.dump());
    machine_->keys().expect_quiet();
    expect_state(*machine_, expected_);
  }
  void make_deadly_step(const Json& plan, const std::string& message) {
    dying_ = true;
    expect_equal("fatal", message, run(list(plan, "a step of the plan", 2, 2)));
  }
  Json calls_json(const Json& name) {
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
  std::string run(const Json& plan) {
    const PlanPoint until = PlanPoint::parse(text(plan.at(1), "a point of the plan"));
    Process<Pointer>& actor = process(plan.at(0));
    running_ = &actor;
    machine_->keys().calls.clear();
    results_ = Json::array();
    while (actor.done < actor.operations.size()) {
      if (!actor.returned) {
        if (!actor.call) actor.call = begin(actor.operation());
        const size_t before = machine_->keys().calls.size();
        const Progress progress = machine_->advance(*actor.call);
        machine_->observe();
        const bool called = count_calls(actor, before);
        if (progress != Progress::AtPoint && progress != Progress::Done) return actor.call->error();
        actor.returned = progress == Progress::Done;  // a call can be its operation's last access
        const bool in_call =
            until.kind == PlanPoint::Kind::Hash || until.kind == PlanPoint::Kind::Equal;
        if (called && in_call && actor.is_at(until)) return "";
        if (progress == Progress::AtPoint) continue;
        if (!in_call && actor.is_at(until)) return "";
      }
      if (finish(plan.at(0), actor) && actor.is_at(until)) return "";
    }
    expect_equal("point reached", plan.at(1).get<std::string>(), "end");
    return "";
  }
  bool count_calls(Process<Pointer>& actor, size_t before) {
    const auto& calls = machine_->keys().calls;
    if (calls.size() == before) return false;
    if (calls.size() > before + 1) throw Difference{"calls in one step", "1", "more"};
    ++(calls.back().kind == KeyCall::Kind::Hash ? actor.hashed : actor.compared);
    return true;
  }

  Call<Pointer> begin(const Json& operation) {
    expect_fields(operation, {"op", "k", "v", "id"});
    const std::string op = text_field(operation, "op");
    if (op == "set") return machine_->set(key(field(operation, "k")), elem(field(operation, "v")));
    if (op == "get" || op == "get1") return machine_->get(key(field(operation, "k")));
    if (op == "del") return machine_->remove(key(field(operation, "k")));
    if (op == "clear") return machine_->clear();
    if (op == "len") return machine_->length();
    const int64_t id = integer_field(operation, "id");
    if (op == "it_new") {
      iterators_[id] = machine_->new_iterator();
      return machine_->iterate(iterators_[id]);
    }
    expect_well_formed(op == "it_next" || op == "it_drain", "unknown operation " + op);
    const Pointer iterator = iterator_of(id);
    expect_well_formed(is_in_use(machine_->memory(), iterator),
                       "this iterator cannot be stepped: its map was empty");
    return machine_->next(iterator);
  }
  Pointer iterator_of(int64_t id) const {
    const auto found = iterators_.find(id);
    expect_well_formed(found != iterators_.end(), "there is no iterator of this id");
    return found->second;
  }
  // The caller's part of an operation that has returned. False: the operation goes on (a loop).
  bool finish(const Json& name, Process<Pointer>& actor) {
    const Json& operation = actor.operation();
    const std::string op = text_field(operation, "op");
    Json result = {name, actor.done + 1};
    actor.returned = false;
    if (machine_->elem_is_gone(*actor.call)) {
      result.push_back("panic");
      result.push_back("runtime error: invalid memory address or nil pointer dereference");
    } else if (op == "set") {
      machine_->store_elem(*actor.call);
      result.push_back("stored");
    } else if (op == "get" || op == "get1") {
      const auto came = machine_->load_elem(*actor.call);
      result.push_back(came.value_or(zero_elem_));
      if (op == "get") result.push_back(came.has_value());
    } else if (op == "len") {
      result.push_back(fmt::format("{}", actor.call->template as<Length<Pointer>>().count));
    } else if (op == "it_new" || op == "it_next") {
      result.push_back(entry_json(entry(operation)));
    } else if (op == "it_drain") {
      const auto came = entry(operation);
      if (came) {
        actor.drained.push_back(entry_json(came));
        actor.call = begin(operation);
        return false;
      }
      result.push_back(actor.drained);
      actor.drained = Json::array();
    } else {
      result.push_back("done");
    }
    results_.push_back(result);
    actor.call.reset();
    ++actor.done;
    return true;
  }
  KeyAndElem entry(const Json& operation) const {
    return machine_->load_entry(iterator_of(integer_field(operation, "id")));
  }
  static Json entry_json(const KeyAndElem& entry) {
    if (!entry) return nullptr;
    return {entry->first, entry->second};
  }
  std::string key(const Json& value) const { return token(*machine_->tokens().key, value); }
  std::string elem(const Json& value) const { return token(*machine_->tokens().elem, value); }
  static std::string token(const TokenType& type, const Json& value) {
    const std::string written = text(value, "a key or elem");
    expect_well_formed(is_token(type, written), written + " is no value of its type");
    return written;
  }

  const Json& line_;
  std::string zero_elem_;
  std::unique_ptr<Machine<Memory>> machine_;
  ExpectedState expected_{true};
  std::map<std::pair<uint32_t, std::string>, uint64_t> known_;  // (seed, key) -> hash
  std::map<std::string, Process<Pointer>> processes_;
  std::map<int64_t, Pointer> iterators_;
  Process<Pointer>* running_ = nullptr;
  uint32_t seed_ = 0;
  size_t step_ = 0;
  bool dying_ = false;  // in the step that kills the program
  Json results_;
};

}  // namespace hmaplab::gomap

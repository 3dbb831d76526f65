// CheckedMap: a map of tokens in any memory beside a plain model of it, for fuzzing and random
// tests. After every operation it looks whether the map is sound and still says what the model
// says, loops included: what was there all the time is given exactly once. It writes down every
// operation as a line of a vector file (README 1.3), so that a failure can be replayed by
// `hmaplab conform`.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/gomap/conform_json.h"
#include "core/gomap/conform_machine.h"

namespace hmaplab::gomap {

template <class Memory>
class CheckedMap {
 public:
  using Pointer = typename Memory::Pointer;

  // `hash_mask` is laid over the hashes: with few bits of it keys collide. The map does not exist
  // before make().
  CheckedMap(const std::string& go_type, uint64_t hash_mask, uint64_t seed)
      : go_type_(go_type),
        tokens_(parse_map_type(go_type).value()),
        machine_(make_map_type(1, key_traits(*tokens_.key), elem_traits(*tokens_.elem)), tokens_),
        random_{seed} {
    ScriptedKeys& keys = machine_.keys();
    keys.keeps_calls = true;
    keys.compute_random = [this] { return random_.next(); };
    keys.compute_hash = [this, hash_mask](std::string_view key, uint32_t hash0) {
      const bool is_nan = !equal_tokens(*tokens_.key, key, key);
      const uint64_t hash = base::mix64(fnv1a(without_sign_of_zero(key)) ^ hash0);
      return (is_nan ? random_.next() : hash) & hash_mask;
    };
  }

  const TokenMapType& tokens() const { return tokens_; }
  const std::string& wrong() const { return wrong_; }  // the first thing that was; "": nothing
  // All lines until now, the header first.
  std::string vectors() const { return header() + lines_; }

  void make(int64_t hint) {
    begin("make");
    line_["via"] = "makemap";
    line_["hint"] = hint;
    auto call = machine_.make(MakeVia::Hint, hint);
    run(call);
    machine_.set_hmap(call.template as<MakeMap<Pointer>>().hmap);
    model_.clear();
    loops_.clear();
    end();
  }
  void set(const std::string& key, const std::string& elem) {
    begin("set", key);
    line_["v"] = elem;
    auto call = machine_.set(key, elem);
    if (run(call) == Progress::Done) {
      machine_.store_elem(call);
      if (auto* entry = find(key)) {
        entry->second = elem;
      } else {
        model_.emplace_back(key, elem);
      }
    }
    end();
  }
  void remove(const std::string& key) {
    begin("del", key);
    auto call = machine_.remove(key);
    if (run(call) == Progress::Done) {
      if (auto* entry = find(key)) {
        for (auto& [id, loop] : loops_) loop.forget(*tokens_.key, key);
        model_.erase(model_.begin() + (entry - model_.data()));
      }
    }
    end();
  }
  void get(const std::string& key) {
    begin("get", key);
    auto call = machine_.get(key);
    if (run(call) == Progress::Done) {
      const auto came = machine_.load_elem(call);
      line_["r"] = came.value_or(zero_token(*tokens_.elem));
      line_["ok"] = came.has_value();
      const auto* entry = find(key);
      expect(came.has_value() == (entry != nullptr) && (!came || *came == entry->second),
             "get of " + key + " answers otherwise than the model");
    }
    end();
  }
  void clear() {
    begin("clear");
    auto call = machine_.clear();
    run(call);
    model_.clear();
    for (auto& [id, loop] : loops_) loop.was_cleared = true;
    end();
  }
  void clone() {
    begin("clone");
    auto call = machine_.clone();
    run(call);
    machine_.set_hmap(call.template as<Clone<Pointer>>().hmap);
    loops_.clear();
    end();
  }
  // A loop over all.
  void iterate() {
    begin("iter");
    Loop loop = new_loop();
    auto call = machine_.iterate(loop.iterator);
    run(call);
    line_["seq"] = drain(loop);
    line_["it"] = iterator_json(loop.iterator);
    end();
  }
  // A loop that goes on while the map changes. Does nothing if there is no such loop.
  void begin_loop(int64_t id) {
    begin("it_new");
    line_["id"] = id;
    Loop loop = new_loop();
    auto call = machine_.iterate(loop.iterator);
    run(call);
    take(loop);
    if (!loop.ended) loops_.insert_or_assign(id, loop);
    if (loop.ended) loops_.erase(id);
    end();
  }
  void go_on(int64_t id) {
    const auto loop = loops_.find(id);
    if (loop == loops_.end()) return;
    begin("it_next");
    line_["id"] = id;
    auto call = machine_.next(loop->second.iterator);
    run(call);
    take(loop->second);
    if (loop->second.ended) loops_.erase(loop);
    end();
  }

 private:
  using Entry = std::pair<std::string, std::string>;

  struct Loop {
    Pointer iterator{};
    std::vector<std::string> from_start;  // keys that are there all the time
    std::vector<std::string> given;       // and were not deleted since
    bool was_cleared = false;             // then a key can come twice (SEMANTICS, trap 1)
    bool ended = false;

    void forget(const TokenType& type, const std::string& key) {
      for (auto* keys : {&from_start, &given}) {
        std::erase_if(*keys, [&](const std::string& k) { return equal_tokens(type, k, key); });
      }
    }
  };

  static std::string without_sign_of_zero(std::string_view key) {
    std::string text{key};
    for (const char* zero : {"x8000000000000000", "y80000000"}) {
      const size_t at = text.find(zero);
      if (at != std::string::npos) text[at + 1] = '0';
    }
    return text;
  }
  Entry* find(const std::string& key) {
    for (Entry& entry : model_) {
      if (equal_tokens(*tokens_.key, entry.first, key)) return &entry;
    }
    return nullptr;
  }
  void expect(bool is, const std::string& otherwise) {
    if (!is && wrong_.empty()) wrong_ = otherwise;
  }

  void begin(const char* op, const std::optional<std::string>& key = {}) {
    line_ = Json::object();
    line_["n"] = ++number_;
    line_["op"] = op;
    if (key) line_["k"] = *key;
    machine_.keys().calls.clear();
  }
  Progress run(Call<Pointer>& call) {
    const Progress progress = machine_.run(call);
    if (!call.error().empty()) line_["panic"] = call.error();
    expect(progress == Progress::Done || progress == Progress::Panic, "dies: " + call.error());
    return progress;
  }
  void end() {
    machine_.observe();
    Json hashes = Json::array();
    for (const KeyCall& call : machine_.keys().calls) {
      if (call.kind == KeyCall::Kind::Hash)
        hashes.push_back({call.a, fmt::format("{:016x}", call.value)});
    }
    line_["hs"] = hashes;
    const auto inspector = machine_.inspect();
    const auto head = inspector.header();
    const StateText state = machine_.state();
    const StateHeader& h = state.header;
    line_["H"] = {h.count,
                  h.flags,
                  h.B,
                  h.noverflow,
                  h.nevacuate,
                  fmt::format("{:08x}", h.hash0),
                  h.spare_total,
                  h.spare_left,
                  machine_.generation(head.buckets),
                  machine_.generation(head.oldbuckets),
                  head.extra == Pointer{} ? 0 : 1,
                  inspector.list_length(MapExtra::overflow),
                  inspector.list_length(MapExtra::oldoverflow)};
    line_["d"] = fmt::format("{:016x}", state.digest());
    line_["st"] = state_json(state);
    lines_ += line_.dump() + "\n";
    expect(inspector.check_invariants().empty(), inspector.check_invariants());
    expect(head.count == static_cast<int64_t>(model_.size()), "count is not the model's");
    expect(machine_.keys().problem.empty(), machine_.keys().problem);
  }
  static Json state_json(const StateText& state) {
    Json buckets = Json::array();
    for (const auto& [i, text] : state.buckets) buckets.push_back({i, text});
    Json old = Json::array();
    for (uint64_t i = 0; i < state.old_length; ++i) old.push_back({i, state.old_bucket(i)});
    Json st = {{"nb", state.length}, {"b", buckets}, {"no", state.old_length}};
    if (state.old_length != 0) st["o"] = old;
    return st;
  }
  std::string header() const {
    const MapType& type = machine_.type();
    const char* path = type.family == Family::Fast32       ? "fast32"
                       : type.family == Family::Fast64     ? "fast64"
                       : type.family == Family::Fast64Ptr  ? "fast64ptr"
                       : type.family == Family::FastString ? "faststr"
                                                           : "slow";
    const Json header = {{"fmt", "gomap-vec/1"},
                         {"section", "fuzz"},
                         {"kind", "fuzz"},
                         {"gotype", go_type_},
                         {"path", path},
                         {"hasher", "real"},
                         {"zv", zero_token(*tokens_.elem)},
                         {"deltas", 1},
                         {"hs", 1}};
    return header.dump() + "\n";
  }

  Loop new_loop() {
    Loop loop{.iterator = machine_.new_iterator()};
    for (const auto& [key, elem] : model_) loop.from_start.push_back(key);
    return loop;
  }
  // What the iterator stands on is what the loop gets.
  void take(Loop& loop) {
    const KeyAndElem came = machine_.load_entry(loop.iterator);
    line_["kv"] = came ? Json{came->first, came->second} : Json{};
    line_["it"] = iterator_json(loop.iterator);
    note(loop, came);
  }
  void note(Loop& loop, const KeyAndElem& came) {
    if (!came) {
      loop.ended = true;
      if (loop.was_cleared) return;
      for (const std::string& key : loop.from_start) {
        const bool comparable = equal_tokens(*tokens_.key, key, key);
        expect(!comparable || contains(loop.given, key), "a loop leaves out " + key);
      }
      return;
    }
    const bool is_nan = !equal_tokens(*tokens_.key, came->first, came->first);
    if (is_nan) return;
    const Entry* entry = find(came->first);
    expect(entry != nullptr && entry->second == came->second,
           "a loop gives " + came->first + ", which is not so in the map");
    expect(loop.was_cleared || !contains(loop.given, came->first),
           "a loop gives " + came->first + " twice");
    loop.given.push_back(came->first);
  }
  bool contains(const std::vector<std::string>& keys, const std::string& key) const {
    return std::any_of(keys.begin(), keys.end(),
                       [&](const std::string& k) { return equal_tokens(*tokens_.key, k, key); });
  }
  Json drain(Loop& loop) {
    Json seq = Json::array();
    for (auto came = machine_.load_entry(loop.iterator); came;
         came = machine_.load_entry(loop.iterator)) {
      seq.push_back({came->first, came->second});
      note(loop, came);
      if (seq.size() > 2 * model_.size() + 8) {
        expect(false, "a loop without end");
        return seq;
      }
      auto call = machine_.next(loop.iterator);
      run(call);
    }
    note(loop, {});
    expect(seq.size() == model_.size(), "a loop does not give all entries");
    return seq;
  }
  Json iterator_json(Pointer iterator) {
    machine_.observe();
    const Memory& memory = machine_.memory();
    if (memory.peek(iterator, Hiter::h) == Pointer{}) return {};
    return {{"B", memory.peek(iterator, Hiter::B)},
            {"sb", memory.peek(iterator, Hiter::start_bucket)},
            {"off", memory.peek(iterator, Hiter::offset)},
            {"w", memory.peek(iterator, Hiter::wrapped)},
            {"i", memory.peek(iterator, Hiter::i)},
            {"bk", memory.peek(iterator, Hiter::bucket)},
            {"cb", static_cast<int64_t>(memory.peek(iterator, Hiter::check_bucket))},
            {"bg", machine_.generation(memory.peek(iterator, Hiter::buckets))}};
  }

  std::string go_type_;
  TokenMapType tokens_;
  Machine<Memory> machine_;
  base::RandomStream random_;
  std::vector<Entry> model_;
  std::map<int64_t, Loop> loops_;
  int64_t number_ = 0;
  Json line_;
  std::string lines_;
  std::string wrong_;
};

}  // namespace hmaplab::gomap

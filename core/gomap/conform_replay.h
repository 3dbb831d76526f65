// Replays op files: sections of operations on one map type, with header, digest, hasher calls and
// bucket texts after every operation (README 1).
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/gomap/conform.h"
#include "core/gomap/conform_machine.h"

namespace hmaplab::gomap {

// Thrown within conformance only: the first difference.
struct Difference {
  std::string what;
};

inline void expect(bool agrees, const std::string& what) {
  if (!agrees) throw Difference{what};
}
template <class T, class U>
void expect_equal(const std::string& what, const T& expected, const U& got) {
  if (!(expected == got))
    throw Difference{fmt::format("{}: expected {}, got {}", what, expected, got)};
}

inline uint64_t hex(const nlohmann::json& text) {
  return std::stoull(text.get<std::string>(), nullptr, 16);
}

// Fails on a field that nobody has looked at.
inline void expect_fields(const nlohmann::json& line, const std::set<std::string>& known) {
  for (const auto& [field, value] : line.items()) {
    expect(known.count(field) != 0, "unknown field " + field);
  }
}

inline nlohmann::json entry_json(const KeyAndElem& entry) {
  if (!entry) return nullptr;
  return {entry->first, entry->second};
}

// Does the map type that we derive from Go's type agree with the facts that the file states?
inline MapType checked_type(const nlohmann::json& header, TokenMapType tokens) {
  const MapType type = make_map_type(1, key_traits(*tokens.key), elem_traits(*tokens.elem));
  const auto fact = [&](const char* field, uint64_t got) {
    if (header.contains(field)) expect_equal(field, header.at(field).template get<uint64_t>(), got);
  };
  fact("keysize", type.key_size);
  fact("elemsize", type.elem_size);
  fact("slotk", type.key_slot);
  fact("slotv", type.elem_slot);
  fact("bucketsize", type.bucket_size);
  fact("indkey", type.indirect_key);
  fact("indelem", type.indirect_elem);
  fact("reflexive", type.reflexive_key);
  fact("needkeyupdate", type.need_key_update);
  fact("hashmightpanic", type.hash_might_panic);
  fact("bucketptrs", type.bucket_has_pointers);
  fact("keyptrs", type.key_has_pointers);
  fact("elemptrs", type.elem_has_pointers);
  const auto path = [&] {
    switch (type.family) {
      case Family::Generic:
        return "slow";
      case Family::Fast32:
        return "fast32";
      case Family::Fast64:
        return "fast64";
      case Family::Fast64Ptr:
        return "fast64ptr";
      case Family::FastString:
        return "faststr";
    }
    return "";
  }();
  expect_equal("path", header.at("path").template get<std::string>(), path);
  return type;
}

inline TokenMapType token_map_type(const nlohmann::json& header) {
  auto parsed = parse_map_type(header.at("gotype").template get<std::string>());
  if (!parsed) throw Difference{parsed.error()};
  return parsed.value();
}

// Compares the map with the fields H, Hs, d, st and ch of a line.
template <class Memory>
void expect_state(Machine<Memory>& machine, const nlohmann::json& line) {
  using Pointer = typename Memory::Pointer;
  machine.observe();
  const auto inspector = machine.inspect();
  const auto head = inspector.header();
  const bool brief = line.contains("Hs");
  const auto& H = brief ? line.at("Hs") : line.at("H");
  expect_equal("H.count", H.at(0).get<int64_t>(), head.count);
  expect_equal("H.flags", H.at(1).get<int>(), int{head.flags});
  expect_equal("H.B", H.at(2).get<int>(), int{head.B});
  expect_equal("H.noverflow", H.at(3).get<int>(), int{head.noverflow});
  expect_equal("H.nevacuate", H.at(4).get<uint64_t>(), head.nevacuate);
  expect_equal("H.hash0", H.at(5).get<std::string>(), fmt::format("{:08x}", head.hash0));
  expect_equal("H.preTotal", H.at(6).get<uint64_t>(), inspector.spare_total());
  expect_equal("H.preLeft", H.at(7).get<uint64_t>(), inspector.spare_left());
  if (brief) {
    expect_equal("Hs.growing", H.at(8).get<int>(), head.growing() ? 1 : 0);
    return;
  }
  expect_equal("H.gen", H.at(8).get<int64_t>(), machine.generation(head.buckets));
  expect_equal("H.oldgen", H.at(9).get<int64_t>(), machine.generation(head.oldbuckets));
  expect_equal("H.extra", H.at(10).get<int>(), head.extra == Pointer{} ? 0 : 1);
  expect_equal("H.novf", H.at(11).get<int64_t>(), inspector.list_length(MapExtra::overflow));
  expect_equal("H.noldovf", H.at(12).get<int64_t>(), inspector.list_length(MapExtra::oldoverflow));

  const StateText state = machine.state();
  if (line.contains("st")) {
    const auto& st = line.at("st");
    expect_equal("number of buckets", st.at("nb").get<size_t>(), state.buckets.size());
    expect_equal("number of old buckets", st.at("no").get<size_t>(), state.old_buckets.size());
    std::vector<std::string> expected(state.buckets.size(), ".");
    for (const auto& bucket : st.at("b")) expected.at(bucket.at(0).get<size_t>()) = bucket.at(1);
    for (size_t i = 0; i < expected.size(); ++i) {
      expect_equal(fmt::format("bucket {}", i), expected[i], state.buckets[i]);
    }
    if (st.contains("o")) {
      for (const auto& bucket : st.at("o")) {
        const auto i = bucket.at(0).get<size_t>();
        expect_equal(fmt::format("old bucket {}", i), bucket.at(1).get<std::string>(),
                     state.old_buckets.at(i));
      }
    }
  }
  if (line.contains("ch")) {
    for (const auto& change : line.at("ch")) {
      const bool current = change.at(0) == "b";
      const auto i = change.at(1).get<size_t>();
      const auto& texts = current ? state.buckets : state.old_buckets;
      expect_equal(fmt::format("{} {}", current ? "bucket" : "old bucket", i),
                   change.at(2).get<std::string>(), i < texts.size() ? texts[i] : "nothing");
    }
  }
  expect_equal("digest", line.at("d").get<std::string>(), fmt::format("{:016x}", state.digest()));
}

inline uint64_t splitmix64(uint64_t x) { return base::mix64(x + 0x9e3779b97f4a7c15); }

template <class Memory>
class Replay {
  using Pointer = typename Memory::Pointer;
  using Json = nlohmann::json;

 public:
  explicit Replay(const Json& header, BreakRule break_rule = nullptr) : header_(header) {
    static const std::set<std::string> kFields = {"fmt",
                                                  "go",
                                                  "arch",
                                                  "group",
                                                  "file",
                                                  "section",
                                                  "kind",
                                                  "gotype",
                                                  "path",
                                                  "hasher",
                                                  "keysize",
                                                  "elemsize",
                                                  "slotk",
                                                  "slotv",
                                                  "bucketsize",
                                                  "indkey",
                                                  "indelem",
                                                  "reflexive",
                                                  "keyptrs",
                                                  "bucketptrs",
                                                  "elemptrs",
                                                  "needkeyupdate",
                                                  "hashmightpanic",
                                                  "zk",
                                                  "zv",
                                                  "full_every",
                                                  "deltas",
                                                  "hs"};
    expect_fields(header, kFields);
    expect_equal("fmt", "gomap-vec/1", header.at("fmt").template get<std::string>());
    const TokenMapType tokens = token_map_type(header);
    MapType type = checked_type(header, tokens);
    if (break_rule != nullptr) break_rule(type);
    machine_ = std::make_unique<Machine<Memory>>(type, tokens);
    const std::string hasher = header.at("hasher");
    if (header.at("hs") == 0) {
      expect(hasher == "synthetic:splitmix" || hasher == "synthetic:ident",
             "unknown hasher " + hasher);
      const LeafKind kind = tokens.key->leaves.at(0).kind;
      const bool mixes = hasher == "synthetic:splitmix";
      machine_->keys().compute_hash = [kind, mixes](std::string_view key, uint32_t seed) {
        const uint64_t k = leaf_bits(kind, key);
        return mixes ? splitmix64(k ^ seed) : k;
      };
    }
  }

  void line(const Json& line) {
    const std::string op = line.at("op");
    if (op == "note") return expect_fields(line, {"op", "text"});
    static const std::set<std::string> kFields = {
        "n", "op", "H",  "Hs",  "d",    "st", "ch", "h",  "hs",  "coin", "panic", "k",
        "v", "r",  "ok", "via", "hint", "id", "kv", "it", "seq", "from", "to"};
    expect_fields(line, kFields);
    prepare(line);
    perform(op, line);
    ScriptedKeys& keys = machine_->keys();
    expect(keys.problem.empty(), keys.problem);
    if (!keys.hashes.empty()) {
      throw Difference{fmt::format("Go also hashes {}", keys.hashes.front().key)};
    }
    expect(keys.randoms.empty(), "Go also draws a random number");
    expect_state(*machine_, line);
  }

  std::string draw() const {
    return machine_ && machine_->hmap() != Pointer{} ? machine_->state().draw() : "";
  }

 private:
  // Loads the queues of hasher calls and random draws.
  void prepare(const Json& line) {
    ScriptedKeys& keys = machine_->keys();
    if (line.contains("hs")) {
      for (const auto& call : line.at("hs")) keys.hashes.push_back({call.at(0), hex(call.at(1))});
    } else if (line.contains("h")) {
      keys.hashes.push_back({line.at("k"), hex(line.at("h"))});
    }
    if (line.contains("coin")) {
      for (const auto& coin : line.at("coin")) keys.randoms.push_back(coin == 1 ? 0 : ~uint64_t{0});
    }
    const std::string op = line.at("op");
    const auto seed = [&] {
      return hex((line.contains("Hs") ? line.at("Hs") : line.at("H")).at(5));
    };
    if (op == "make" || op == "clone") {
      keys.randoms.push_back(seed());
    } else if (op == "del" || op == "clear") {
      if (seed() != machine_->inspect().header().hash0) keys.randoms.push_back(seed());
    } else if (op == "iter" || op == "it_new") {
      const Json& it = line.at("it");
      if (!it.is_null()) {
        keys.randoms.push_back(it.at("sb").template get<uint64_t>() |
                               it.at("off").template get<uint64_t>()
                                   << it.at("B").template get<int>());
      }
    }
  }

  void perform(const std::string& op, const Json& line) {
    if (op == "make") {
      const std::string via = line.at("via");
      expect(via == "small" || via == "makemap", "unknown way to make: " + via);
      auto call = machine_->make(via == "small" ? MakeVia::Small : MakeVia::Hint,
                                 line.at("hint").template get<int64_t>());
      run(call, line);
      iterators_.clear();
      machine_->set_hmap(call.template as<MakeMap<Pointer>>().hmap);
    } else if (op == "set") {
      set(line.at("k"), line.at("v"), line);
    } else if (op == "del") {
      auto call = machine_->remove(line.at("k").template get<std::string>());
      run(call, line);
    } else if (op == "get" || op == "get1") {
      auto call = machine_->get(line.at("k").template get<std::string>());
      if (run(call, line) != Progress::Done) return;
      const auto elem = machine_->load_elem(call);
      expect_equal("r", line.at("r").template get<std::string>(),
                   elem.value_or(header_.at("zv").template get<std::string>()));
      if (op == "get") expect_equal("ok", line.at("ok").template get<bool>(), elem.has_value());
    } else if (op == "clear") {
      auto call = machine_->clear();
      run(call, line);
    } else if (op == "clone") {
      auto call = machine_->clone();
      run(call, line);
      machine_->set_hmap(call.template as<Clone<Pointer>>().hmap);
    } else if (op == "iter") {
      const Pointer iterator = machine_->new_iterator();
      begin(iterator, line);
      expect_sequence(iterator, line);
    } else if (op == "it_new") {
      const Pointer iterator = machine_->new_iterator();
      iterators_[line.at("id").template get<int64_t>()] = iterator;
      begin(iterator, line);
      expect_entry(iterator, line);
    } else if (op == "it_next") {
      const Pointer iterator = iterators_.at(line.at("id").template get<int64_t>());
      next(iterator, line);
      expect_entry(iterator, line);
    } else if (op == "it_drain") {
      const Pointer iterator = iterators_.at(line.at("id").template get<int64_t>());
      next(iterator, line);
      expect_sequence(iterator, line);
    } else if (op == "bulkset" || op == "bulkdel") {
      bulk(op == "bulkset", line);
    } else {
      throw Difference{"unknown operation " + op};
    }
  }

  Progress run(Call<Pointer>& call, const Json& line) {
    const Progress progress = machine_->run(call);
    const std::string panic =
        line.contains("panic") ? line.at("panic").template get<std::string>() : "";
    expect_equal("panic", panic, call.error());
    return progress;
  }
  void set(const std::string& key, const std::string& value, const Json& line) {
    auto call = machine_->set(key, value);
    if (run(call, line) == Progress::Done) machine_->store_elem(call);
  }
  void begin(Pointer iterator, const Json& line) {
    auto call = machine_->iterate(iterator);
    run(call, line);
  }
  void next(Pointer iterator, const Json& line) {
    auto call = machine_->next(iterator);
    run(call, line);
  }
  void bulk(bool sets, const Json& line) {
    const std::string kind = header_.at("kind");
    const auto to = line.at("to").template get<uint64_t>();
    for (auto i = line.at("from").template get<uint64_t>(); i < to; ++i) {
      const std::string key = fmt::format("{}", kind == "i64mix" ? splitmix64(i) >> 8 : i);
      if (sets) {
        set(key, fmt::format("{}", kind == "i64u8" ? i & 255 : i), line);
      } else {
        auto call = machine_->remove(key);
        run(call, line);
      }
      machine_->observe();
    }
  }

  void expect_entry(Pointer iterator, const Json& line) {
    expect_equal("kv", line.at("kv").dump(), entry_json(machine_->load_entry(iterator)).dump());
    expect_iterator(iterator, line.at("it"));
  }
  void expect_sequence(Pointer iterator, const Json& line) {
    size_t i = 0;
    for (auto entry = machine_->load_entry(iterator); entry;
         entry = machine_->load_entry(iterator)) {
      expect(i < line.at("seq").size(),
             fmt::format("entry {} of the loop: expected the end, got {}", i, entry->first));
      expect_equal(fmt::format("entry {} of the loop", i), line.at("seq").at(i).dump(),
                   entry_json(entry).dump());
      ++i;
      next(iterator, line);
    }
    expect_equal("length of the loop", line.at("seq").size(), i);
    expect_iterator(iterator, line.at("it"));
  }
  void expect_iterator(Pointer iterator, const Json& it) {
    const Memory& memory = machine_->memory();
    const bool used = memory.peek(iterator, Hiter::h) != Pointer{};
    expect_equal("iterator in use", !it.is_null(), used);
    if (!used) return;
    expect_fields(it, {"B", "sb", "off", "w", "i", "bk", "cb", "bg", "bp"});
    const auto field = [&](const char* name, auto got) {
      expect_equal(std::string{"it."} + name, it.at(name).template get<int64_t>(),
                   static_cast<int64_t>(got));
    };
    field("B", memory.peek(iterator, Hiter::B));
    field("sb", memory.peek(iterator, Hiter::start_bucket));
    field("off", memory.peek(iterator, Hiter::offset));
    field("w", memory.peek(iterator, Hiter::wrapped));
    field("i", memory.peek(iterator, Hiter::i));
    field("bk", memory.peek(iterator, Hiter::bucket));
    field("cb", memory.peek(iterator, Hiter::check_bucket));
    machine_->observe();
    field("bg", machine_->generation(memory.peek(iterator, Hiter::buckets)));
  }

  Json header_;
  std::unique_ptr<Machine<Memory>> machine_;
  std::map<int64_t, Pointer> iterators_;
};

}  // namespace hmaplab::gomap

// Replays op files: sections of operations on one map type, with header, digest, hasher calls and
// bucket texts after every operation (README 1).
#pragma once

#include <memory>
#include <string>

#include "core/gomap/conform.h"
#include "core/gomap/conform_expect.h"
#include "core/gomap/conform_iterator.h"
#include "core/gomap/conform_section.h"

namespace hmaplab::gomap {

inline uint64_t splitmix64(uint64_t x) { return base::mix64(x + 0x9e3779b97f4a7c15); }

// What a replay stops at, in absurd files only: no vector comes near.
constexpr uint64_t kMostArrayBytes = uint64_t{256} << 20;
constexpr int64_t kMostBulkKeys = 4'000'000;

template <class Memory>
class Replay {
  using Pointer = typename Memory::Pointer;

 public:
  explicit Replay(const Json& header, BreakRule break_rule = nullptr)
      : header_(header), expected_(integer_field(header, "deltas", 0, 1) == 1) {
    expect_fields(
        header,
        {"fmt", "go", "arch", "group", "file", "section", "kind", "gotype", "path", "hasher",
         "keysize", "elemsize", "slotk", "slotv", "bucketsize", "indkey", "indelem", "reflexive"},
        {"keyptrs", "bucketptrs", "elemptrs", "needkeyupdate", "hashmightpanic", "zk", "zv",
         "full_every", "deltas", "hs"});
    expect_well_formed(text_field(header, "fmt") == "gomap-vec/1", "fmt is not gomap-vec/1");
    kind_ = text_field(header, "kind");
    const TokenMapType tokens = token_map_type(text_field(header, "gotype"));
    zero_elem_ = text_field(header, "zv");
    expect_well_formed(is_token(*tokens.elem, zero_elem_), "zv is no value of the elem type");
    MapType type = checked_type(header, tokens);
    if (break_rule != nullptr) break_rule(type);
    machine_ = std::make_unique<Machine<Memory>>(type, tokens);
    set_hasher(*tokens.key);
  }

  void line(const Json& line) {
    const std::string op = text_field(line, "op");
    if (op == "note") return expect_fields(line, {"op", "text"});
    check_fields(op, line);
    expected_.read(line);
    is_read_ = true;
    expect_well_formed(op == "make" || machine_->hmap() != Pointer{}, "there is no map yet");
    prepare(op, line);
    perform(op, line);
    ScriptedKeys& keys = machine_->keys();
    keys.expect_quiet();
    if (!keys.hashes.empty())
      throw Difference{"hasher calls", "also " + keys.hashes.front().key, "no more"};
    expect_equal("random numbers that Go draws", keys.randoms.size(), size_t{0});
    expect_state(*machine_, expected_);
    is_read_ = false;
  }

  // The section and both states, for the account of a difference.
  std::string describe() const {
    return fmt::format("{} ({})", header_.value("section", "?"), header_.value("gotype", "?"));
  }
  std::string draw() const {
    if (machine_->hmap() == Pointer{}) return "";
    const StateText came = machine_->state();
    std::string text = "the state that the file says:\n";
    if (!is_read_) {
      text += "    (this line says none)\n";
    } else if (expected_.knows_buckets()) {
      text += gomap::draw(expected_.state(), came);
    } else {
      StateText header_only = came;
      header_only.header = expected_.state().header;
      header_only.header.lazy = came.header.lazy;
      header_only.buckets.clear();
      header_only.old_buckets.clear();
      header_only.length = header_only.old_length = 0;
      text +=
          gomap::draw(header_only, header_only) + "    (of the buckets only a digest, if that)\n";
    }
    return text + "the state of the engine:\n" +
           gomap::draw(came, is_read_ && expected_.knows_buckets() ? expected_.state() : came);
  }

 private:
  void set_hasher(const TokenType& key) {
    const std::string hasher = text_field(header_, "hasher");
    const bool logged = integer_field(header_, "hs", 0, 1) == 1;
    const bool mixes = hasher == "synthetic:splitmix";
    const bool can_be_computed = mixes || hasher == "synthetic:ident";
    expect_well_formed(can_be_computed || hasher == "real" || hasher == "synthetic:const" ||
                           hasher == "synthetic:lowtop",
                       "unknown hasher " + hasher);
    if (logged) return;
    expect_well_formed(
        can_be_computed && key.leaves.size() == 1 &&
            (key.leaves[0].kind == LeafKind::Signed || key.leaves[0].kind == LeafKind::Unsigned),
        "the hashes of this section are neither logged nor computable");
    const LeafKind kind = key.leaves[0].kind;
    machine_->keys().compute_hash = [kind, mixes](std::string_view token, uint32_t seed) {
      const uint64_t k = leaf_bits(kind, token);
      return mixes ? splitmix64(k ^ seed) : k;
    };
  }

  // An operation has its own fields beside those that all can have.
  static void check_fields(const std::string& op, const Json& line) {
    const auto fields = [&](std::initializer_list<std::string_view> own) {
      expect_fields(line, {"n", "op", "H", "Hs", "d", "st", "ch", "h", "hs", "coin", "panic"}, own);
    };
    if (has(line, "n")) integer_field(line, "n");
    if (op == "make") return fields({"via", "hint"});
    if (op == "set") return fields({"k", "v"});
    if (op == "del") return fields({"k"});
    if (op == "get") return fields({"k", "r", "ok"});
    if (op == "get1") return fields({"k", "r"});
    if (op == "clear" || op == "clone") return fields({});
    if (op == "iter") return fields({"seq", "it"});
    if (op == "it_new" || op == "it_next") return fields({"id", "kv", "it"});
    if (op == "it_drain") return fields({"id", "seq", "it"});
    if (op == "bulkset" || op == "bulkdel") return fields({"from", "to"});
    throw Malformed{"unknown operation " + op};
  }

  // Loads the queues of hasher calls and random draws.
  void prepare(const std::string& op, const Json& line) {
    ScriptedKeys& keys = machine_->keys();
    if (has(line, "hs")) {
      for (const Json& call : list_field(line, "hs")) {
        list(call, "a call of hs", 2, 2);
        keys.hashes.push_back({key_token(call.at(0)), hex(call.at(1), "a hash of hs", 16)});
      }
    } else if (has(line, "h")) {
      keys.hashes.push_back({key(line), hex_field(line, "h", 16)});
    }
    if (has(line, "coin")) {
      for (const Json& coin : list_field(line, "coin")) {
        keys.randoms.push_back(integer(coin, "coin", 0, 1) == 1 ? 0 : ~uint64_t{0});
      }
    }
    const uint64_t seed = expected_.state().header.hash0;
    if (op == "make") {
      keys.randoms.push_back(seed);
    } else if (op == "clone") {
      keys.randoms.push_back(~seed);  // drawn by makemap, and then replaced by the source's
    } else if (op == "del" || op == "clear") {
      if (seed != machine_->inspect().header().hash0) keys.randoms.push_back(seed);
    } else if (op == "iter" || op == "it_new") {
      const Json& it = field(line, "it");
      if (!it.is_null()) keys.randoms.push_back(iterator_draw(it));
    }
  }

  void perform(const std::string& op, const Json& line) {
    if (op == "make") return make(line);
    if (op == "set") return set(key(line), elem(line), line);
    if (op == "del") {
      auto call = machine_->remove(key(line));
      run(call, line);
    } else if (op == "get" || op == "get1") {
      get(op, line);
    } else if (op == "clear") {
      auto call = machine_->clear();
      run(call, line);
    } else if (op == "clone") {
      auto call = machine_->clone();
      if (run(call, line) != Progress::Done) return;
      machine_->set_hmap(call.template as<Clone<Pointer>>().hmap);
    } else if (op == "bulkset" || op == "bulkdel") {
      bulk(op == "bulkset", line);
    } else {
      iterate(op, line);
    }
  }

  void make(const Json& line) {
    const std::string via = text_field(line, "via");
    expect_well_formed(via == "small" || via == "makemap", "unknown way to make: " + via);
    const int64_t hint = integer_field(line, "hint");
    const MapType& type = machine_->type();
    uint8_t B = 0;
    if (static_cast<uint64_t>(hint) <= MakeMap<Pointer>::kMaxAllocation / type.bucket_size) {
      while (over_load_factor(type, static_cast<uint64_t>(hint), B)) ++B;
    }
    expect_well_formed(
        bucket_count(B) <= kMostArrayBytes / type.bucket_size,
        fmt::format("a map of {} buckets is more than conform makes", bucket_count(B)));
    auto call = machine_->make(via == "small" ? MakeVia::Small : MakeVia::Hint, hint);
    if (run(call, line) != Progress::Done) return;
    iterators_.clear();
    machine_->set_hmap(call.template as<MakeMap<Pointer>>().hmap);
  }
  void get(const std::string& op, const Json& line) {
    auto call = machine_->get(key(line));
    if (run(call, line) != Progress::Done) return;
    const auto came = machine_->load_elem(call);
    expect_equal("r", text_field(line, "r"), came.value_or(zero_elem_));
    if (op == "get") expect_equal("ok", bool_field(line, "ok"), came.has_value());
  }
  void set(const std::string& k, const std::string& v, const Json& line) {
    auto call = machine_->set(k, v);
    if (run(call, line) == Progress::Done) machine_->store_elem(call);
  }
  void bulk(bool sets, const Json& line) {
    const int64_t from = integer_field(line, "from", 0);
    const int64_t to = integer_field(line, "to", from);
    expect_well_formed(to - from <= kMostBulkKeys,
                       fmt::format("{} keys are more than conform sets at once", to - from));
    for (auto i = static_cast<uint64_t>(from); i < static_cast<uint64_t>(to); ++i) {
      const std::string k =
          key_token(fmt::format("{}", kind_ == "i64mix" ? splitmix64(i) >> 8 : i));
      if (sets) {
        set(k, elem_token(fmt::format("{}", kind_ == "i64u8" ? i & 255 : i)), line);
      } else {
        auto call = machine_->remove(k);
        run(call, line);
      }
      machine_->observe();
      machine_->keys().expect_quiet();
    }
  }

  void iterate(const std::string& op, const Json& line) {
    Pointer iterator{};
    if (op == "iter" || op == "it_new") {
      iterator = machine_->new_iterator();
      auto begin = machine_->iterate(iterator);
      if (op == "it_new") iterators_[integer_field(line, "id")] = iterator;
      if (run(begin, line) != Progress::Done) return;
    } else {
      const auto found = iterators_.find(integer_field(line, "id"));
      expect_well_formed(found != iterators_.end(), "there is no iterator of this id");
      iterator = found->second;
      expect_well_formed(is_in_use(machine_->memory(), iterator),
                         "this iterator cannot be stepped: its map was empty");
      if (!next(iterator, line)) return;
    }
    const bool whole_loop = op == "iter" || op == "it_drain";
    if (whole_loop ? !expect_sequence(iterator, line) : false) return;
    if (!whole_loop) {
      const KeyAndElem came = machine_->load_entry(iterator);
      expect_entry("kv", field(line, "kv"), came);
    }
    machine_->observe();
    expect_iterator(*machine_, iterator, field(line, "it"));
  }
  bool next(Pointer iterator, const Json& line) {
    auto call = machine_->next(iterator);
    return run(call, line) == Progress::Done;
  }
  bool expect_sequence(Pointer iterator, const Json& line) {
    const Json& seq = list_field(line, "seq");
    size_t i = 0;
    for (auto came = machine_->load_entry(iterator); came;
         came = machine_->load_entry(iterator), ++i) {
      if (i == seq.size())
        throw Difference{fmt::format("seq, entry {}", i), "the end", came->first};
      expect_entry(fmt::format("seq, entry {}", i), seq.at(i), came);
      if (!next(iterator, line)) return false;
    }
    expect_equal("length of seq", seq.size(), i);
    return true;
  }

  // The text of a panic must be the line's.
  Progress run(Call<Pointer>& call, const Json& line) {
    const Progress progress = machine_->run(call);
    expect_equal("panic", has(line, "panic") ? text_field(line, "panic") : "", call.error());
    return progress;
  }
  std::string key_token(const std::string& token) const {
    expect_well_formed(is_token(*machine_->tokens().key, token),
                       token + " is no value of the key type");
    return token;
  }
  std::string key_token(const Json& value) const { return key_token(text(value, "a key")); }
  std::string elem_token(const std::string& token) const {
    expect_well_formed(is_token(*machine_->tokens().elem, token),
                       token + " is no value of the elem type");
    return token;
  }
  std::string key(const Json& line) const { return key_token(field(line, "k")); }
  std::string elem(const Json& line) const { return elem_token(text_field(line, "v")); }

  Json header_;
  ExpectedState expected_;
  bool is_read_ = false;  // of the line under way
  std::string kind_;
  std::string zero_elem_;
  std::unique_ptr<Machine<Memory>> machine_;
  std::map<int64_t, Pointer> iterators_;
};

}  // namespace hmaplab::gomap

// Printer: how fmt puts a whole value together: brackets, names, keys in order, pointers at the
// top, bad verbs. The rules are those of Go's fmt/print.go and internal/fmtsort.
//
// Values that print themselves (error, Stringer, GoStringer) need the program's own code. So
// printing has two passes over the same value: the first collects the speakers in the order in
// which they are met, core/golib/fmt asks each of them, the second pass prints and puts what they
// told in their places.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/vm/directive.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

struct Speaker {
  const check::Type* type = nullptr;
  Address address = Address::Nil;  // of the value
};
struct Told {
  std::string text;
  bool is_final = false;  // printed as it is, whatever the verb
};

class Printer {
 public:
  Printer(const Reader& reader, const Directive& directive)
      : reader_(reader), directive_(directive) {}

  void collect_speakers() { collects_ = true; }
  void set_told(std::vector<Told> told) { told_ = std::move(told); }
  void quote_strings() { quotes_ = true; }

  // One operand: the interface value at `address`.
  void print_operand(Address interface);
  // Any value, by its type.
  void print(const check::Type& type, Address address) { value(type, address, {}); }

  const std::string& text() const { return text_; }
  const std::vector<Speaker>& speakers() const { return speakers_; }
  bool too_deep() const { return too_deep_; }  // a value that contains itself: Go's stack overflows
  bool saw_map_write() const {
    return saw_map_write_;
  }  // a map was being written: Go's iterator would find out

 private:
  // Whether methods of the value may be called: not of unexported fields and what is in them.
  struct Where {
    int depth = 0;
    bool hidden = false;  // an unexported field was passed
    bool hidden_here =
        false;  // this is an unexported embedded field; its own fields are not hidden by that
  };
  static Where inside(const Where& where) {
    return {where.depth + 1, where.hidden || where.hidden_here, false};
  }

  void print_reflected(Address address);
  void value(const check::Type& type, Address address, const Where& where);
  void plain_value(const check::Type& type, Address address, const Where& where);
  bool speaks(const check::Type& type, Address address);
  void list(const check::Type& type, const check::Type& element, Address data, uint64_t count,
            bool is_nil, const Where& where);
  void structure(const check::Type& type, const check::StructType& fields, Address address,
                 const Where& where);
  void map(const check::Type& type, const check::MapType& map, Address hmap, const Where& where);
  void interface(const check::Type& type, Address address, const Where& where);
  void pointer(const check::Type& type, Address address, const Where& where);
  bool pointer_number(const check::Type& type, uint64_t bits);
  bool byte_text(const check::Type& element, Address data, uint64_t count);
  void bad_verb(const check::Type& type, Address address);
  void separator(bool first) {
    if (!first) text_ += directive_.sharp_v ? ", " : " ";
  }

  const Reader& reader_;
  Directive directive_;
  std::string text_;
  std::vector<Speaker> speakers_;
  std::vector<Told> told_;
  size_t told_next_ = 0;
  bool collects_ = false;
  bool quotes_ = false;
  bool erroring_ = false;  // inside of a bad verb methods are not called
  bool too_deep_ = false;
  bool saw_map_write_ = false;
};

}  // namespace hmaplab::vm

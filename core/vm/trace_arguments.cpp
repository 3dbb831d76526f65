// The words in the parentheses of a traceback: values of the parameters in hexadecimal, composed
// ones in braces, ten at most (cmd/compile/internal/ssagen, EmitArgInfo).
#include <fmt/format.h>

#include "core/bytecode/call_layout.h"
#include "core/vm/trace_frames.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

constexpr int kMostWords = 10;
constexpr int kMostDepth = 5;

class ArgumentWriter {
 public:
  explicit ArgumentWriter(const Reader& reader) : reader_(reader) {}

  // False when there is no room for more.
  bool visit(const check::Type& type, Address address, int depth) {
    if (words_ >= kMostWords) {
      put("...");
      return false;
    }
    if (!is_composed(type)) {
      uint64_t value = 0;
      reader_.read(address, &value, std::min<uint64_t>(8, type.size()));
      put(fmt::format("0x{:x}", value));
      ++words_;
      return true;
    }
    put("{");
    fresh_ = true;
    if (depth + 1 >= kMostDepth) {
      put("...");
      ++words_;
    } else {
      parts(type, address, depth + 1);
    }
    text_ += "}";
    fresh_ = false;
    return true;
  }

  const std::string& text() const { return text_; }

 private:
  static bool is_composed(const check::Type& type) {
    TypeKind kind = type.underlying_kind();
    return kind == TypeKind::Struct || kind == TypeKind::Array || kind == TypeKind::Interface ||
           kind == TypeKind::String || kind == TypeKind::Slice || is_complex(kind);
  }
  static bool is_complex(TypeKind kind) {
    return kind == TypeKind::Complex64 || kind == TypeKind::Complex128;
  }

  void put(const std::string& what) {
    if (!fresh_) text_ += ", ";
    text_ += what;
    fresh_ = false;
  }

  // Words one behind the other.
  void words(Address address, int count, uint64_t size) {
    for (int i = 0; i < count; ++i) {
      if (words_ >= kMostWords) return put("...");
      uint64_t value = 0;
      reader_.read(address + static_cast<uint64_t>(i) * size, &value, size);
      put(fmt::format("0x{:x}", value));
      ++words_;
    }
  }

  void parts(const check::Type& type, Address address, int depth) {
    if (const auto* array = check::as<check::ArrayType>(type.underlying())) {
      if (array->length() == 0) ++words_;
      for (uint64_t i = 0; i < array->length(); ++i) {
        if (!visit(*array->element(), address + i * array->element()->size(), depth)) return;
      }
    } else if (const auto* structure = check::as<check::StructType>(type.underlying())) {
      if (structure->fields().empty()) ++words_;
      for (size_t i = 0; i < structure->fields().size(); ++i) {
        if (!visit(*structure->fields()[i].type, address + structure->offset(i), depth)) return;
      }
    } else if (is_complex(type.underlying_kind())) {
      words(address, 2, type.size() / 2);
    } else {
      words(address, type.underlying_kind() == TypeKind::Slice ? 3 : 2, 8);
    }
  }

  const Reader& reader_;
  std::string text_;
  int words_ = 0;
  bool fresh_ = true;  // nothing stands before the next word
};

}  // namespace

std::string arguments_text(const World& world, const Goroutine& goroutine, const Frame& frame) {
  const bytecode::Function& function = world.program().function(frame.function);
  if (!function.body) return "";
  const check::FunctionBody& body = *function.body;
  const check::Type* receiver = body.receiver ? body.receiver->type : nullptr;
  bytecode::CallLayout layout = bytecode::layout_of(*body.signature, receiver);
  Reader reader(world, &goroutine);
  ArgumentWriter writer(reader);
  Address base{base::kStackBegin + frame.base};
  if (receiver && !writer.visit(*receiver, base + static_cast<uint64_t>(layout.receiver), 0))
    return writer.text();
  const auto& types = body.signature->parameters();
  for (size_t i = 0; i < types.size() && i < layout.parameters.size(); ++i) {
    const check::Type& type = i < body.parameters.size() ? *body.parameters[i]->type : *types[i];
    if (!writer.visit(type, base + static_cast<uint64_t>(layout.parameters[i]), 0)) break;
  }
  return writer.text();
}

}  // namespace hmaplab::vm

#include "core/check/types.h"

#include <algorithm>

#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

// More than any simulated memory: sums of such sizes saturate here instead of wrapping around.
constexpr uint64_t kHuge = uint64_t{1} << 62;

uint64_t add(uint64_t left, uint64_t right) { return std::min(kHuge, left + right); }

uint64_t multiply(uint64_t left, uint64_t right) {
  if (left != 0 && right > kHuge / left) return kHuge;
  return left * right;
}

uint64_t align_up(uint64_t offset, uint64_t alignment) {
  return add(offset, alignment - 1) / alignment * alignment;
}

uint64_t basic_size(TypeKind kind) {
  if (kind == TypeKind::Bool) return 1;
  if (is_integer(kind) && !is_untyped(kind)) return integer_bits(kind) / 8;
  if (kind == TypeKind::Float32) return 4;
  if (kind == TypeKind::String || kind == TypeKind::Complex128) return 16;
  if (kind == TypeKind::Float64 || kind == TypeKind::Complex64) return 8;
  if (kind == TypeKind::UnsafePointer) return 8;
  return 0;
}

}  // namespace

uint64_t Type::size() const { return layout().size; }
uint64_t Type::alignment() const { return layout().alignment; }
bool Type::is_comparable() const { return layout().comparable; }
bool Type::has_pointers() const { return layout().pointers; }
bool Type::is_plain_memory() const { return layout().plain; }

const Type::Layout& Type::layout() const {
  if (!layout_known_) {
    layout_known_ = true;  // first, so that an invalid recursive type ends here
    layout_ = compute_layout();
  }
  return layout_;
}

Type::Layout Type::compute_layout() const {
  constexpr uint64_t kWord = 8;
  switch (kind_) {
    case TypeKind::Named:
      return underlying()->layout();
    case TypeKind::Pointer:
    case TypeKind::Channel:
      return {kWord, kWord, true, true, true};
    case TypeKind::Map:
    case TypeKind::Function:
      return {kWord, kWord, false, true, false};
    case TypeKind::Slice:
      return {3 * kWord, kWord, false, true, false};
    case TypeKind::Interface:
      return {2 * kWord, kWord, true, true, false};
    case TypeKind::Array: {
      const auto& array = static_cast<const ArrayType&>(*this);
      const Layout& element = array.element()->layout();
      return {multiply(element.size, array.length()), element.alignment, element.comparable,
              element.pointers && array.length() > 0, element.plain};
    }
    case TypeKind::Struct:
      return static_cast<const StructType&>(*this).compute_struct_layout();
    case TypeKind::TypeParameter: {
      const InterfaceType* interface = static_cast<const TypeParameter&>(*this).interface();
      return {kWord, kWord, interface == nullptr || has_comparable_types(*interface), true, false};
    }
    case TypeKind::Tuple:
      return {};
    case TypeKind::Invalid:
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Int8:
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Uint:
    case TypeKind::Uint8:
    case TypeKind::Uint16:
    case TypeKind::Uint32:
    case TypeKind::Uint64:
    case TypeKind::Uintptr:
    case TypeKind::Float32:
    case TypeKind::Float64:
    case TypeKind::Complex64:
    case TypeKind::Complex128:
    case TypeKind::String:
    case TypeKind::UnsafePointer:
    case TypeKind::UntypedBool:
    case TypeKind::UntypedInt:
    case TypeKind::UntypedRune:
    case TypeKind::UntypedFloat:
    case TypeKind::UntypedComplex:
    case TypeKind::UntypedString:
    case TypeKind::UntypedNil:
      break;
  }
  uint64_t size = basic_size(kind_);
  bool is_plain = !is_float(kind_) && !is_complex(kind_) && kind_ != TypeKind::String;
  bool pointers = kind_ == TypeKind::String || kind_ == TypeKind::UnsafePointer;
  uint64_t alignment = kind_ == TypeKind::Complex64 ? 4 : std::clamp<uint64_t>(size, 1, kWord);
  return {size, alignment, kind_ != TypeKind::UntypedNil, pointers, is_plain};
}

// Fields in order, each at a multiple of its alignment. A last field of size zero is padded, so
// that its address is inside the value (cmd/compile/internal/types.CalcStructSize).
Type::Layout StructType::compute_struct_layout() const {
  Layout layout{0, 1, true, false, true};
  offsets_.clear();
  for (const Field& field : fields_) {
    uint64_t offset = align_up(layout.size, field.type->alignment());
    if (offset != layout.size || field.name == "_") layout.plain = false;
    offsets_.push_back(offset);
    layout.size = add(offset, field.type->size());
    layout.alignment = std::max(layout.alignment, field.type->alignment());
    layout.comparable = layout.comparable && field.type->is_comparable();
    layout.pointers = layout.pointers || field.type->has_pointers();
    layout.plain = layout.plain && field.type->is_plain_memory();
  }
  if (layout.size > 0 && fields_.back().type->size() == 0) layout.size = add(layout.size, 1);
  uint64_t whole = align_up(layout.size, layout.alignment);
  if (whole != layout.size) layout.plain = false;
  layout.size = whole;
  return layout;
}

uint64_t StructType::offset(size_t field) const {
  static_cast<void>(size());
  return field < offsets_.size() ? offsets_[field] : 0;
}

}  // namespace hmaplab::check

#include "core/bytecode/program.h"

#include <array>

namespace hmaplab::bytecode {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(Native::count)> kNativeNames = {
#define NATIVE(enumerator, name) name,
#include "core/bytecode/natives.def"
#undef NATIVE
};

struct OpRow {
  std::string_view name;
  std::string_view operands;
};
constexpr OpRow kOps[] = {
#define INSTRUCTION(name, operands, effect) {#name, operands},
#include "core/bytecode/instructions.def"
#undef INSTRUCTION
};

}  // namespace

std::string_view name(Native native) { return kNativeNames[static_cast<size_t>(native)]; }
std::string_view name(Op op) { return kOps[static_cast<size_t>(op)].name; }
std::string_view operands(Op op) { return kOps[static_cast<size_t>(op)].operands; }

std::string method_key(const std::string& name, const check::Package* package) {
  bool exported = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  return exported || !package ? name : package->path + "." + name;
}

const source::SourceFile& Program::main_file() const {
  return *checked_->files()[checked_->main_package().files.front()];
}

int32_t Program::method_of(const check::Type* dynamic, const InterfaceMethodRef& ref) const {
  const check::InterfaceMethod& method = ref.interface->methods()[ref.method];
  auto found = dispatch_.find({dynamic->id(), method_key(method.name, method.package)});
  return found == dispatch_.end() ? -1 : static_cast<int32_t>(found->second);
}

int32_t Program::method_named(const check::Type* dynamic, const std::string& name) const {
  auto found = dispatch_.find({dynamic->id(), name});
  return found == dispatch_.end() ? -1 : static_cast<int32_t>(found->second);
}

const check::Type* Program::runtime_type(const std::string& name) const {
  for (const auto& package : checked_->packages()) {
    if (package->path != "runtime") continue;
    const check::Object* member = package->member(name);
    return member ? member->type : nullptr;
  }
  return nullptr;
}

const std::byte* Program::constant_bytes(base::Address address, uint64_t size) const {
  uint64_t at = base::bits(address);
  if (at >= base::kStringsBegin && at - base::kStringsBegin + size <= strings_.size()) {
    return reinterpret_cast<const std::byte*>(strings_.data()) + (at - base::kStringsBegin);
  }
  if (at >= base::kZeroBegin && at - base::kZeroBegin + size <= zero_.size()) return zero_.data() + (at - base::kZeroBegin);
  return nullptr;
}

const check::Type* Program::type_at(base::Address address) const {
  uint64_t offset = base::bits(address) - base::kTypesBegin;
  if (base::bits(address) < base::kTypesBegin || offset % 64 != 0) return nullptr;
  const auto& types = checked_->types().all();
  return offset / 64 < types.size() ? types[offset / 64].get() : nullptr;
}

int32_t Program::function_at(base::Address address) const {
  uint64_t offset = base::bits(address) - base::kFunctionsBegin;
  if (base::bits(address) < base::kFunctionsBegin || offset % 16 != 0 || offset / 16 >= functions_.size()) return -1;
  return static_cast<int32_t>(offset / 16);
}

}  // namespace hmaplab::bytecode

#include "core/bytecode/program.h"

#include <algorithm>
#include <array>

#include "core/base/invariant.h"

namespace hmaplab::bytecode {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(Native::count)> kNativeNames = {
#define NATIVE(handler, name) name,
#include "core/bytecode/natives.def"
#undef NATIVE
};

}  // namespace

std::string_view name(Native native) { return kNativeNames[static_cast<size_t>(native)]; }

std::string method_key(const std::string& name, const check::Package* package) {
  bool exported = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  return exported || !package ? name : package->path + "." + name;
}

FrameArray Function::array_at(uint32_t pc) const {
  auto found = std::lower_bound(frame_arrays.begin(), frame_arrays.end(), pc,
                                [](const auto& entry, uint32_t at) { return entry.first < at; });
  INVARIANT(found != frame_arrays.end() && found->first == pc, "an element of no array");
  return found->second;
}

const source::SourceFile& Program::main_file() const {
  return *checked_->files()[checked_->main_package().files.front()];
}

int32_t Program::method_of(const check::Type* dynamic, const InterfaceMethodRef& ref) const {
  const check::InterfaceMethod& method = ref.interface->methods()[ref.method];
  auto found = dispatch_.find({dynamic->id(), method_key(method.name, method.package)});
  bool has = found != dispatch_.end() && found->second.type == method.type;
  return has ? static_cast<int32_t>(found->second.function) : -1;
}

int32_t Program::text_method(const check::Type* dynamic, const std::string& name) const {
  auto found = dispatch_.find({dynamic->id(), name});
  if (found == dispatch_.end()) return -1;
  const check::FunctionType& type = *found->second.type;
  bool gives_text = type.parameters().empty() && type.results().size() == 1 &&
                    type.results()[0]->kind() == check::TypeKind::String;
  return gives_text ? static_cast<int32_t>(found->second.function) : -1;
}

bool Program::formats_itself(const check::Type* dynamic) const {
  auto found = dispatch_.find({dynamic->id(), "Format"});
  if (found == dispatch_.end()) return false;
  const check::FunctionType& type = *found->second.type;
  return type.results().empty() && type.parameters().size() == 2 &&
         type.parameters()[0]->text() == "fmt.State" &&
         type.parameters()[1]->kind() == check::TypeKind::Int32;
}

int32_t Program::method_named(const check::Type* dynamic, const std::string& name) const {
  auto found = dispatch_.find({dynamic->id(), name});
  return found == dispatch_.end() ? -1 : static_cast<int32_t>(found->second.function);
}

const check::Type* Program::runtime_type(const std::string& name) const {
  for (const auto& package : checked_->packages()) {
    if (package->path != "runtime") continue;
    bool is_pointer = name.starts_with('*');
    const check::Object* member = package->member(is_pointer ? name.substr(1) : name);
    if (!member) return nullptr;
    return is_pointer ? checked_->types().pointer_to(member->type) : member->type;
  }
  return nullptr;
}

const std::byte* Program::constant_bytes(base::Address address, uint64_t size) const {
  uint64_t at = base::bits(address);
  auto within = [&](uint64_t begin, const auto& bytes) {
    return at >= begin && at - begin <= bytes.size() && size <= bytes.size() - (at - begin);
  };
  if (within(base::kStringsBegin, strings_))
    return reinterpret_cast<const std::byte*>(strings_.data()) + (at - base::kStringsBegin);
  if (within(base::kZeroBegin, zero_)) return zero_.data() + (at - base::kZeroBegin);
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
  if (base::bits(address) < base::kFunctionsBegin || offset % 16 != 0 ||
      offset / 16 >= functions_.size())
    return -1;
  return static_cast<int32_t>(offset / 16);
}

}  // namespace hmaplab::bytecode

#include "core/trace/value_text.h"

#include "core/trace/names.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

constexpr size_t kLongestValue = 60;

}  // namespace

std::string value_text(const vm::Reader& reader, const check::Type& type, Address address) {
  const bool is_map = check::as<check::MapType>(type.underlying()) != nullptr;
  const bool is_channel = type.underlying_kind() == check::TypeKind::Channel;
  const Address reference = is_map || is_channel ? reader.load<Address>(address) : Address::Nil;
  if (is_map && reference != Address::Nil) return "-> " + map_name(reader.world(), reference);
  if (is_channel && reference != Address::Nil) return "-> " + channel_text(reader.world(), reference);
  std::string text = vm::format_value(reader, type, address, vm::Verb::Quoted);
  if (text.size() > kLongestValue) text = text.substr(0, kLongestValue - 3) + "...";
  return text;
}

}  // namespace hmaplab::trace

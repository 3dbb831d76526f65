#include "core/bytecode/frame_effects.h"

#include <string_view>

#include "core/bytecode/call_layout.h"

namespace hmaplab::bytecode {

namespace {

constexpr int32_t kWord = 8;

// What most instructions read and write, in words: "b24 c8 >a8*" reads 24 bytes at operand b and 8
// at c, and writes 8 at a. Sizes: a number; Nc, as many bytes as operand c says; Tc, those of the
// type that c names; M, of the key of the map type d; K, of the instruction's kind; V, of its
// value, which has d bytes when the kind is Block. What is written: * may be pointers, ? pointers
// when the kind says so. "" for those that have code of their own below.
std::string_view words_of(Op op) {
  switch (op) {
    case Op::Move:
    case Op::MoveBytes:
    case Op::Write:
    case Op::ReadAt:
    case Op::WriteAt:
    case Op::SliceSlice:
    case Op::SliceArray:
    case Op::SliceString:
    case Op::Captured:
    case Op::Call:
    case Op::CallClosure:
    case Op::CallNative:
    case Op::Return:
    case Op::Defer:
    case Op::DeferOutside:
    case Op::Go:
    case Op::Print:
    case Op::MapMake:
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::Select:
    case Op::UnsafeSlice:
      return "";

    case Op::Jump:
    case Op::RunDefers:
    case Op::Unreachable:
      return " ";
    case Op::Constant:
    case Op::FunctionValue:
    case Op::FrameDepth:
      return ">a8";
    case Op::Zero:
      return ">aNc";
    case Op::Read:
      return "bK >a8?";
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Remainder:
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::AndNot:
    case Op::ShiftLeft:
    case Op::ShiftRight:
    case Op::Equal:
    case Op::Less:
    case Op::LessEqual:
    case Op::LessUnsigned:
    case Op::LessEqualUnsigned:
    case Op::FloatAdd:
    case Op::FloatSubtract:
    case Op::FloatMultiply:
    case Op::FloatDivide:
    case Op::FloatEqual:
    case Op::FloatLess:
    case Op::FloatLessEqual:
      return "b8 c8 >a8?";
    case Op::AddConstant:
    case Op::AndConstant:
    case Op::ShiftLeftConstant:
    case Op::ShiftRightConstant:
    case Op::Negate:
    case Op::Complement:
    case Op::Not:
    case Op::Convert:
    case Op::FloatNegate:
      return "b8 >a8?";
    case Op::StringCompare:
    case Op::StringEqual:
      return "b16 c16 >a8";
    case Op::ValueEqual:
      return "bTd cTd >a8";
    case Op::ComplexAdd:
    case Op::ComplexSubtract:
    case Op::ComplexMultiply:
    case Op::ComplexDivide:
      return "bTd cTd >aTd";
    case Op::ComplexNegate:
      return "bTd >aTd";
    case Op::ComplexMake:
      return "b8 c8 >aTd";
    case Op::ComplexPart:
      return "bTd >a8";
    case Op::ComplexConvert:
      return "bTc >aTd";
    case Op::JumpIf:
    case Op::JumpIfNot:
    case Op::CheckNil:
    case Op::CheckReceiver:
    case Op::RangePanic:
      return "a8";
    case Op::JumpLess:
    case Op::JumpNotLess:
    case Op::JumpEqual:
    case Op::JumpNotEqual:
      return "b8 c8";
    case Op::JumpLessConstant:
    case Op::JumpNotLessConstant:
    case Op::JumpEqualConstant:
    case Op::JumpNotEqualConstant:
    case Op::CheckIndexConstant:
      return "b8";

    case Op::Load:
    case Op::LoadFixed:
      return "b8 >aV?";
    case Op::Store:
    case Op::StoreFixed:
      return "a8 bV";
    case Op::New:
      return ">a8*";
    case Op::AddressAdd:
      return "b8 >a8*";
    case Op::ElementAddress:
      return "b24 c8 >a8*";
    case Op::PointerElement:
      return "b8 c8 >a8*";
    case Op::MakeSlice:
      return "b8 c8 >a24*";
    case Op::ZeroSlice:
      return "a24";
    case Op::SliceToArray:
      return "b24 >a8*";
    case Op::GrowSlice:
      return "b24 c8 >a24*";
    case Op::CopySlice:
      return "b24 c16 >a8";

    case Op::StringIndex:
      return "b16 c8 >a8";
    case Op::StringConcat:
      return "b16 c16 >a16*";
    case Op::StringRange:
      return "b16 c8 >a24";
    case Op::StringFromRune:
      return "b8 >a16*";
    case Op::StringFromBytes:
    case Op::StringFromRunes:
      return "b24 >a16*";
    case Op::BytesFromString:
    case Op::RunesFromString:
      return "b16 >a24*";

    case Op::MakeInterface:
      return "bTc >a16*";
    case Op::AssertConcrete:
    case Op::AssertInterface:
      return "b16 >aTc*";
    case Op::AssertConcreteOk:
    case Op::AssertInterfaceOk:
      return "b16 >aTc* >d8";
    case Op::TypeIs:
      return "b16 >a8";
    case Op::MethodOf:
      return "b16 >a16*";
    case Op::MakeClosure:
      return "bNd >a8*";
    case Op::Panic:
      return "a16";
    case Op::Recover:
      return ">a16*";

    case Op::MapAssign:
      return "b8 cM >a8*";
    case Op::MapAccess:
      return "b8 cM >a16*";
    case Op::MapDelete:
      return "b8 cM";
    case Op::MapClear:
      return "b8";
    case Op::MapClone:
      return "b8 >a8*";
    case Op::MapLength:
      return "b8 >a8";
    case Op::MapIterateInit:  // writes the hiter step by step, and reads what it has written
      return "b8 a96 >a96*";
    case Op::MapIterateNext:
      return "a96 >a96*";

    case Op::ChanMake:
      return "b8 >a8*";
    case Op::ChanClose:
      return "a8";
    case Op::ChanLength:
    case Op::ChanCapacity:
      return "b8 >a8";
  }
  INVARIANT(false, "an instruction whose effects on its frame nobody has written down");
}

class Effects {
 public:
  Effects(const Program& program, const Function& function, uint32_t pc)
      : program_(program), function_(function), pc_(pc), i_(function.code[pc]) {}

  FrameEffects run() {
    std::string_view words = words_of(i_.op);
    if (words.empty()) {
      special();
      return all_;
    }
    for (size_t at = 0; at < words.size();) {
      size_t end = std::min(words.find(' ', at), words.size());
      if (end > at) word(words.substr(at, end - at));
      at = end + 1;
    }
    return all_;
  }

 private:
  int32_t operand(char letter) const {
    switch (letter) {
      case 'a':
        return i_.a;
      case 'b':
        return i_.b;
      case 'c':
        return i_.c;
      default:
        return i_.d;
    }
  }
  int32_t type_bytes(int32_t id) const {
    return static_cast<int32_t>(program_.type(static_cast<uint32_t>(id))->size());
  }
  uint64_t element_bytes() const {
    const check::Type* type = program_.type(static_cast<uint32_t>(i_.d));
    return check::as<check::ChannelType>(type)->element()->size();
  }
  int32_t value_bytes() const {
    return i_.kind == ValueKind::Block ? i_.d : static_cast<int32_t>(size_of(i_.kind));
  }
  int32_t bytes_of(std::string_view size) const {
    switch (size[0]) {
      case 'N':
        return operand(size[1]);
      case 'T':
        return type_bytes(operand(size[1]));
      case 'M':
        return static_cast<int32_t>(
            check::as<check::MapType>(program_.type(static_cast<uint32_t>(i_.d)))->key()->size());
      case 'K':
        return static_cast<int32_t>(size_of(i_.kind));
      case 'V':
        return value_bytes();
      default: {
        int32_t bytes = 0;
        for (char digit : size) bytes = bytes * 10 + (digit - '0');
        return bytes;
      }
    }
  }
  Holds of_kind() const {
    return i_.kind == ValueKind::Pointer || i_.kind == ValueKind::Block ? Holds::Pointers
                                                                        : Holds::Numbers;
  }

  void word(std::string_view word) {
    bool is_write = word[0] == '>';
    if (is_write) word.remove_prefix(1);
    int32_t offset = operand(word[0]);
    word.remove_prefix(1);
    if (!is_write) return all_.read(offset, bytes_of(word));
    Holds holds = Holds::Numbers;
    if (word.back() == '*') holds = Holds::Pointers;
    if (word.back() == '?') holds = of_kind();
    if (word.back() == '*' || word.back() == '?') word.remove_suffix(1);
    // A number takes its whole slot, and so does any other value.
    all_.write(offset, slot_bytes(static_cast<uint64_t>(bytes_of(word))), holds);
  }

  void special() {
    switch (i_.op) {
      case Op::Move:
        return copies(kWord);
      case Op::MoveBytes:
        return copies(i_.c);
      case Op::Write:
        return copies(static_cast<int32_t>(size_of(i_.kind)));
      case Op::ReadAt:
        all_.read(i_.c, kWord);
        all_.read(array().offset, array().bytes);
        return word(">aV?");
      case Op::WriteAt:
        all_.read(i_.b, value_bytes());
        all_.read(i_.c, kWord);
        return all_.writes.add({array().offset, array().bytes, of_kind(), 0, false});
      case Op::SliceSlice:
        return bounds("b24", ">a24*");
      case Op::SliceArray:
        all_.read(i_.c + 3 * kWord, kWord);
        return bounds("b8", ">a24*");
      case Op::SliceString:
        return bounds("b16", ">a16*");
      case Op::Captured:
        all_.reads_closure = true;
        return word(">aV?");
      case Op::Call: {
        const Function& called = program_.function(static_cast<uint32_t>(i_.c));
        return call(called.result_bytes, called.argument_bytes);
      }
      case Op::CallClosure:
        all_.read(i_.b, kWord);
        return call(i_.c, i_.d);
      case Op::CallNative:
        return call(function_.result_bytes, function_.argument_bytes);
      case Op::Return:
        return all_.read(0, function_.result_bytes);
      case Op::Defer:
      case Op::DeferOutside:
      case Op::Go:
        all_.reads_closure = all_.reads_closure || i_.op == Op::DeferOutside;
        all_.read(i_.a, i_.d);
        if (i_.c < 0) all_.read(i_.b, kWord);
        return;
      case Op::Print:
        if (i_.c >= 0) all_.read(i_.a, type_bytes(i_.c));
        return;
      case Op::MapMake:
        if (i_.c != 0) all_.read(i_.b, kWord);
        return word(">a8*");
      case Op::ChanSend:
        all_.read(i_.a, kWord);
        return all_.read(i_.b, element_bytes());
      case Op::ChanReceive:
        all_.read(i_.b, kWord);
        if (i_.a >= 0) all_.write(i_.a, slot_bytes(element_bytes()), Holds::Pointers);
        if (i_.c >= 0) all_.write(i_.c, kWord, Holds::Numbers);
        return;
      case Op::Select: {
        const Select& select = function_.selects[static_cast<size_t>(i_.c)];
        all_.read(select.operands, select.results - select.operands);
        all_.writes.add({select.results, select.end - select.results, Holds::Pointers, 0, false});
        return word(">a8");
      }
      case Op::UnsafeSlice:
        all_.read(i_.b, kWord);
        all_.read(i_.c, kWord);
        return word(i_.d < 0 ? ">a16*" : ">a24*");
      default:
        break;
    }
    INVARIANT(false, "an instruction whose effects on its frame nobody has written down");
  }

  void copies(int32_t bytes) {
    all_.read(i_.b, bytes);
    all_.writes.add({i_.a, bytes, Holds::Copy, i_.b, true});
  }
  // s[low:high:max]: d says which of the three are there.
  void bounds(std::string_view from, std::string_view to) {
    word(from);
    for (int32_t k = 0; k < 3; ++k) {
      if ((i_.d >> k & 1) != 0) all_.read(i_.c + kWord * k, kWord);
    }
    word(to);
  }
  void call(int32_t result_bytes, int32_t argument_bytes) {
    all_.read(i_.a + result_bytes, argument_bytes - result_bytes);
    all_.write(i_.a, result_bytes, Holds::Pointers);
  }
  // An element of an array in the frame, at an index known when it runs: the whole of that array.
  FrameArray array() const { return function_.array_at(pc_); }

  const Program& program_;
  const Function& function_;
  uint32_t pc_;
  const Instruction& i_;
  FrameEffects all_;
};

}  // namespace

FrameEffects effects_of(const Program& program, const Function& function, uint32_t pc) {
  return Effects(program, function, pc).run();
}

}  // namespace hmaplab::bytecode

#include "core/bytecode/disassembler.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace hmaplab::bytecode {

namespace {

constexpr std::array<std::string_view, 11> kKinds = {"int8",   "int16",  "int32",  "int64",
                                                     "uint8",  "uint16", "uint32", "uint64",
                                                     "float32", "float64", "block"};

int32_t operand(const Instruction& instruction, char name) {
  switch (name) {
    case 'a':
      return instruction.a;
    case 'b':
      return instruction.b;
    case 'c':
      return instruction.c;
    default:
      return instruction.d;
  }
}

std::string operands_text(const Instruction& instruction, std::string_view operands) {
  std::string text;
  for (size_t i = 0; i < operands.size(); ++i) {
    const char c = operands[i];
    if (c == ' ') continue;
    text += ' ';
    if (c == 'K') {
      text += kKinds[static_cast<size_t>(instruction.kind)];
    } else if (c == '#' || c == '@') {
      text += fmt::format("{}{}", c, operand(instruction, operands[++i]));
    } else {
      text += fmt::format("{}={}", c, operand(instruction, c));
    }
  }
  return text;
}

}  // namespace

std::string disassemble(const Function& function) {
  std::string text;
  for (size_t at = 0; at < function.code.size(); ++at) {
    const Instruction& instruction = function.code[at];
    text += fmt::format("{:4}  line {:<4} {}{}\n", at, function.lines[at], row(instruction.op).name,
                        operands_text(instruction, row(instruction.op).operands));
  }
  return text;
}

}  // namespace hmaplab::bytecode

// Instructions of the register machine. Frames hold Go values in Go's layout; every variable and
// temporary begins at a multiple of 8. A whole number in a slot of its own is kept widened to 64
// bits (sign or zero extended), so that its first bytes are also its Go layout (little endian).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hmaplab::bytecode {

enum class Op : uint8_t {
#define INSTRUCTION(name, operands, effect) name,
#include "core/bytecode/instructions.def"
#undef INSTRUCTION
};

// What instructions.def says of an instruction.
struct InstructionRow {
  std::string_view name;
  std::string_view operands;
};
inline constexpr InstructionRow kInstructionRows[] = {
#define INSTRUCTION(name, operands, effect) {#name, operands},
#include "core/bytecode/instructions.def"
#undef INSTRUCTION
};
constexpr const InstructionRow& row(Op op) { return kInstructionRows[static_cast<size_t>(op)]; }
// Whether it can go on at d.
constexpr bool jumps(Op op) { return row(op).operands.find('@') != std::string_view::npos; }

// How a value lies in memory.
enum class ValueKind : uint8_t {
  Int8,
  Int16,
  Int32,
  Int64,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Pointer,  // anything that is one pointer: *T, map, channel, function, unsafe.Pointer
  Float32,
  Float64,
  Block
};

constexpr uint32_t size_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::Int8:
    case ValueKind::Uint8:
      return 1;
    case ValueKind::Int16:
    case ValueKind::Uint16:
      return 2;
    case ValueKind::Int32:
    case ValueKind::Uint32:
    case ValueKind::Float32:
      return 4;
    case ValueKind::Int64:
    case ValueKind::Uint64:
    case ValueKind::Pointer:
    case ValueKind::Float64:
      return 8;
    case ValueKind::Block:
      return 0;
  }
  return 0;
}

struct Instruction {
  Op op;
  ValueKind kind = ValueKind::Int64;
  uint16_t name =
      0;  // of instructions that make objects: the variable they are made for (Program::name_text)
  int32_t a = 0;
  int32_t b = 0;
  int32_t c = 0;
  int32_t d = 0;
};

}  // namespace hmaplab::bytecode

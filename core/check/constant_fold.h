// Arithmetic on constants, as Go's specification defines it: decoding literals, operators,
// comparisons, and whether a value can be represented in a type.
#pragma once

#include <optional>
#include <string>

#include "core/check/constant.h"
#include "core/check/types.h"
#include "core/syntax/expressions.h"

namespace hmaplab::check {

// The value of a literal that the scanner accepted; Unknown for one out of bounds.
Constant literal_value(const syntax::BasicLiteral& literal);

// A constant as an integer when it is a whole number, else nullopt; integers as they are. Of a
// complex number as_float gives the real part.
std::optional<BigInteger> as_integer(const Constant& value);
long double as_float(const Constant& value);

// left op right for operands of one kind (integers and floats are matched); Unknown when not
// defined for them. integer_division: / truncates. Division by zero is the caller's to report
// before.
Constant fold_binary(syntax::TokenKind op, const Constant& left, const Constant& right,
                     bool integer_division);
bool compare(syntax::TokenKind op, const Constant& left, const Constant& right);
// +x -x !x ^x ; unsigned_bits > 0: ^x stays within that many bits.
Constant fold_unary(syntax::TokenKind op, const Constant& value, unsigned unsigned_bits);

// The value as it is in the type (1.0 becomes the integer 1, 0.1 the nearest float32), or nullopt
// when it cannot be represented there. The type is a basic type, maybe untyped.
std::optional<Constant> represent(const Constant& value, TypeKind kind);

// As Go's %q writes strings in messages.
std::string quoted(const std::string& text);

}  // namespace hmaplab::check

// Package strconv.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"", "0", "-0", "+7", "12", "-12", "0x1f", "0X1F", "0b11", "0o17", "017", "0_7", "1_000", "1__0", "_1", "1_", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
		"-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999x", "abc", "12a", " 1", "1 ", "+", "-", "--1", "0x", "zz", "1e3", "\xff"} {
		fmt.Println(strconv.Atoi(s))
		for _, base := range []int{0, 2, 8, 10, 16, 36} {
			a, err := strconv.ParseInt(s, base, 64)
			b, err2 := strconv.ParseUint(s, base, 16)
			c, err3 := strconv.ParseInt(s, base, 8)
			fmt.Println(base, a, err, b, err2, c, err3)
		}
	}
	fmt.Println(strconv.ParseInt("1", 1, 64))
	fmt.Println(strconv.ParseInt("1", 37, 64))
	fmt.Println(strconv.ParseInt("1", 10, 65))
	fmt.Println(strconv.ParseUint("1", 10, -1))
	floats := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1.0 / 3, 100, 123456, 1e6, 1234567, 1e20, 1e21, 1e22, 1e-4, 1e-5, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 1 << 53, 0.30000000000000004, 2.5, 3.5, 1e100}
	for _, f := range floats {
		for _, format := range []byte("eEfgGbxX") {
			for _, prec := range []int{-1, 0, 1, 3, 17, -5} {
				fmt.Print(strconv.FormatFloat(f, format, prec, 64), " ")
			}
			fmt.Print(strconv.FormatFloat(f, format, -1, 32), " ")
		}
		fmt.Println(f, float32(f))
	}
	for _, s := range []string{"", "0", "-0", "1", "1.5", ".5", "5.", ".", "1e5", "1E+5", "1e-5", "1e", "1e+", "e5", "1e400", "-1e400", "1e-400", "inf", "-Inf", "+infinity", "infinit", "nan", "NaN", "-nan", "0x1p-2", "0x1.8p1", "0x1", "0x.p1",
		"1_000.5", "1__0", "_1", "1_.5", "1._5", "1_e5", "1e1_0", "0_1", "0_1.5", "0x_1p0", "0x1_fp0", " 1", "1 ", "1..2", "1.2.3", "1e5.5", "179769313486231570000000000000000000000", "1.7976931348623159e308", "4.9e-324", "2e-324", "123456789012345678901234567890",
		"0.000000000000000000000000000000000000000000001e50", "3.4e39", "1e39", "1.401298464324817e-45", "0x1p1024", "0x1p-1080", "0.0e1000", "--1", "+-1", "1f"} {
		a, err := strconv.ParseFloat(s, 64)
		b, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(s, a, err, b, err32, 1/a)
	}
	for _, s := range []string{"plain", "q\"uote", "tab\tnl\n\x00\x7f", "世界 é \u200b\U0001F600", "\xff\xfe", "back`tick", "'", "\a\b\f\r\v\\", "\u2028", "a\u0301"} {
		q := strconv.Quote(s)
		u, err := strconv.Unquote(q)
		fmt.Println(q, strconv.QuoteToASCII(s), u == s, err, strconv.CanBackquote(s))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', '世', 0x200b, -1, 0xd800, 0x110000, 0x1F600} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`""`, `"a"`, `'a'`, `'ab'`, `''`, "`raw\\n`", "`a`b`", `"`, "", `"a`, `"\n\t\x41\101\u4e16\U0001F600"`, `"\q"`, `"\x4"`, `"\400"`, `"\ud800"`, `'\''`, `"\'"`, `'"'`, `"a"b"`, "\"a\nb\"", `'世'`, `"世"`, `abc`, "`a\r\nb`", `"\`, `"\"`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%s %q %v\n", s, u, err)
	}
	for _, s := range []string{"true", "T", "1", "false", "f", "0", "yes", "", "TRUE", "tRUE"} {
		fmt.Println(strconv.ParseBool(s))
	}
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatInt(math.MinInt64, 2), strconv.FormatUint(math.MaxUint64, 36), strconv.Itoa(-7), strconv.FormatBool(true))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 42, 10)), string(strconv.AppendQuote(nil, "x")), string(strconv.AppendFloat(nil, 1.5, 'g', -1, 64)), string(strconv.AppendBool(nil, false)), string(strconv.AppendUint(nil, 7, 2)))
	_, err := strconv.Atoi("x")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
	fmt.Println(strconv.FormatFloat(1.5, 'z', 1, 64), strconv.IntSize)
	func() {
		defer func() { fmt.Println(recover()) }()
		strconv.FormatInt(1, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		strconv.FormatFloat(1, 'g', 1, 16)
	}()
}

// Packages math and math/bits.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 2, 3, 10, 100, 1e10, 1e-10, 7.25, -7.25, 123456.789, math.Pi, math.E, 1e300, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 1 << 53, 0.1}
	for _, x := range values {
		frac, exp := math.Frexp(x)
		whole, rest := math.Modf(x)
		fmt.Println(x, math.Sqrt(x), math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), frac, exp, whole, rest,
			math.IsNaN(x), math.IsInf(x, 0), math.IsInf(x, 1), math.IsInf(x, -1), math.Signbit(x), math.Float64bits(x), math.Float32bits(float32(x)), math.Logb(x), math.Ilogb(x))
		for _, y := range values {
			fmt.Print(math.Max(x, y), " ", math.Min(x, y), " ", math.Mod(x, y), " ", math.Dim(x, y), " ", math.Copysign(x, y), " ", math.Remainder(x, y), " ", math.Nextafter(x, y), " ")
			if p := math.Pow(x, y); p == math.Trunc(p) && math.Abs(p) < 1e15 || p != p || math.IsInf(p, 0) {
				fmt.Print(p)
			}
			fmt.Println()
		}
	}
	for n := -5; n < 20; n++ {
		fmt.Println(math.Pow(2, float64(n)), math.Pow(10, float64(n)), math.Pow(3, float64(n)), math.Pow10(n), math.Ldexp(1, n), math.Exp2(float64(n)), math.Log2(math.Ldexp(1, n)))
	}
	fmt.Println(math.Pow10(-400), math.Pow10(400), math.Ldexp(1, 1<<40), math.Log(1), math.Log10(1000), math.Log2(8), math.Log(0), math.Log(-1), math.Exp(0), math.Exp(1), math.Exp(-1000), math.Exp(1000))
	fmt.Println(math.Sin(0), math.Cos(0), math.Atan2(1, 1), math.Hypot(3, 4), math.Cbrt(27), math.Log1p(0), math.Sin(math.Inf(1)), math.Gamma(5), math.Gamma(math.Inf(-1)))
	fmt.Printf("%.10f %.10f %.10f %.10f %.10f %.10f %.10f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Asin(1), math.Acos(0.5), math.Atan(1), math.Sinh(1))
	fmt.Println(math.MaxInt, math.MinInt64, uint64(math.MaxUint64), math.MaxUint32, math.MaxInt8, math.MinInt16, math.MaxFloat32, math.SmallestNonzeroFloat64, math.Sqrt2, math.Ln2, math.Phi)
	fmt.Println(math.Float64frombits(0x3ff8000000000000), math.Float32frombits(0x40490fdb), math.Inf(0), math.NaN())

	for _, x := range []uint64{0, 1, 2, 3, 7, 8, 255, 256, 0x8000, 0xffff, 1 << 31, 1<<32 - 1, 1 << 63, 0xdeadbeefcafebabe, math.MaxUint64} {
		fmt.Println(bits.Len64(x), bits.Len32(uint32(x)), bits.Len16(uint16(x)), bits.Len8(uint8(x)), bits.Len(uint(x)), bits.LeadingZeros64(x), bits.LeadingZeros8(uint8(x)), bits.TrailingZeros64(x), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros8(uint8(x)),
			bits.OnesCount64(x), bits.OnesCount8(uint8(x)), bits.Reverse64(x), bits.Reverse8(uint8(x)), bits.Reverse16(uint16(x)), bits.Reverse32(uint32(x)), bits.ReverseBytes64(x), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes16(uint16(x)))
		for _, k := range []int{0, 1, -1, 7, 63, 64, -70} {
			fmt.Print(bits.RotateLeft64(x, k), " ", bits.RotateLeft32(uint32(x), k), " ", bits.RotateLeft16(uint16(x), k), " ", bits.RotateLeft8(uint8(x), k), " ")
		}
		hi, lo := bits.Mul64(x, 0xdeadbeefcafebabe)
		sum, carry := bits.Add64(x, 0xdeadbeefcafebabe, 1)
		diff, borrow := bits.Sub64(x, 0xdeadbeefcafebabe, 1)
		fmt.Println(hi, lo, sum, carry, diff, borrow)
		quo, rem := bits.Div64(x/2, 12345, x|1)
		fmt.Println(quo, rem)
	}
	fmt.Println(bits.UintSize)
	defer func() {
		fmt.Println(recover())
		bits.Div64(5, 0, 5)
	}()
	bits.Div64(1, 1, 0)
}

package main

type shape interface{ area() float64 }

const whole int = 4 + 0i
const half float64 = 1 + 2i // ERROR "cannot use 1 + 2i (untyped complex constant (1 + 2i)) as float64 value in constant declaration (overflows)"

func main() {
	var f float64 = 2
	var c complex128 = 1
	var w complex64 = 1
	_ = complex(1, "a") // ERROR "invalid operation: complex(1, "a") (mismatched types untyped float and untyped string)"
	_ = complex(float32(1), f) // ERROR "invalid operation: complex(float32(1), f) (mismatched types float32 and float64)"
	_ = complex("a", "b") // ERROR "invalid argument: arguments have type untyped string, expected floating-point"
	_ = complex(c, c) // ERROR "invalid argument: arguments have type complex128, expected floating-point"
	_ = real(f) // ERROR "invalid argument: argument has type float64, expected complex type"
	_ = imag("a") // ERROR "invalid argument: argument has type untyped string, expected complex type"
	_ = real(5) + imag(2i)
	_ = c + f // ERROR "invalid operation: c + f (mismatched types complex128 and float64)"
	_ = c + w // ERROR "invalid operation: c + w (mismatched types complex128 and complex64)"
	_, _, _ = f, c, w
}

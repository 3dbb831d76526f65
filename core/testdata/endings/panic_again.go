// A panic that is recovered and begins anew, with another value and with the same.
package main

func main() {
	defer func() {
		r := recover()
		panic(r)
	}()
	defer func() {
		recover()
		panic("second")
	}()
	panic("first")
}

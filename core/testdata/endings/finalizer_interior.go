// SetFinalizer wants the address with which the object was allocated.
package main

import "runtime"

type pair struct {
	left, right *int
}

func main() {
	p := &pair{}
	runtime.SetFinalizer(&p.right, func(**int) {})
	println(p.left)
}

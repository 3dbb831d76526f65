// panic(nil) panics with an error of the runtime.
package main

import (
	"runtime"
)

func main() {
	defer func() {
		r := recover()
		_, ok := r.(*runtime.PanicNilError)
		println(ok, r.(runtime.Error).Error())
		panic(nil)
	}()
	panic(nil)
}

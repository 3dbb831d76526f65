// Main leaves by Goexit, its deferred calls run, nobody is left.
package main

import (
	"runtime"
)

func leave() {
	defer println("leaving")
	runtime.Goexit()
}

func main() {
	defer println("deferred")
	defer func() { println(recover() == nil) }()
	leave()
}

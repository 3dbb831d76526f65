// An uncaught panic with this value.
package main

type tag string

func throw(v any) { panic(v) }

func main() {
	defer println("deferred")
	throw(tag("x\ny"))
}

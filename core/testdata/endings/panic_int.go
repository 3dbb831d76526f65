// An uncaught panic with this value.
package main

func throw(v any) { panic(v) }

func main() {
	defer println("deferred")
	throw(42)
}

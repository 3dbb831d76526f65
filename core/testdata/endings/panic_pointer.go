// An uncaught panic with this value.
package main

type pair struct{ a, b int }

func throw(v any) { panic(v) }

func main() {
	defer println("deferred")
	throw(&pair{1, 2})
}

// An uncaught panic with this value.
package main

import (
	"fmt"
)

type temperature int

func (t temperature) String() string { return fmt.Sprint(int(t), " C") }

func throw(v any) { panic(v) }

func main() {
	defer println("deferred")
	throw(temperature(21))
}

// An uncaught panic with this value.
package main

import (
	"fmt"
)

func throw(v any) { panic(v) }

func main() {
	defer println("deferred")
	throw(fmt.Errorf("wrapped: %w", fmt.Errorf("inner")))
}

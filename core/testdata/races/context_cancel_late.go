// What comes after it is not ordered.
package main

import (
	"context"
)

var x int

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() { cancel(); x = 1 }()
	<-ctx.Done()
	println(x)
}

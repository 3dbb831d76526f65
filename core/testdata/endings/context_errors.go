// A cancelled context and one whose time is over have errors as values; nobody panics by itself.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(cancelled.Err())
	late, stop := context.WithTimeout(context.Background(), time.Millisecond)
	defer stop()
	<-late.Done()
	fmt.Println(late.Err())
	panic(late.Err())
}

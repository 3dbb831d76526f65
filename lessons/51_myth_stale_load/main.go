package main

import (
	"fmt"
	"sync"
)

func main() {
	var sessions sync.Map
	sessions.Store("ann", 1)
	sessions.Delete("ann")
	v, ok := sessions.Load("ann")
	fmt.Println("deleted:", v, ok)

	stored := make(chan bool)
	go func() {
		sessions.Store("bob", 2)
		stored <- true
	}()
	<-stored
	v, ok = sessions.Load("bob")
	fmt.Println("stored:", v, ok)
}

// Main leaves by Goexit while another goroutine waits for ever.
package main

import (
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	go mu.Lock()
	runtime.Goexit()
}

package main

import (
	"fmt"
	"sync"
)

func main() {
	pending := map[string]*sync.WaitGroup{"photo": {}}
	photo := pending["photo"]
	photo.Add(1)
	go upload(pending["photo"])
	delete(pending, "photo")
	photo.Wait()
	fmt.Println("photo uploaded, pending:", len(pending))
}

func upload(wg *sync.WaitGroup) {
	defer wg.Done()
}

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	pending := map[string]*sync.WaitGroup{}
	pending["photo"] = new(sync.WaitGroup)
	pending["video"] = new(sync.WaitGroup)
	photo := pending["photo"]
	photo.Add(1)
	go upload(pending["photo"])
	delete(pending, "photo")
	delete(pending, "video")
	runtime.GC()
	photo.Wait()
	fmt.Println("photo uploaded, pending:", len(pending))
}

func upload(wg *sync.WaitGroup) {
	defer wg.Done()
}

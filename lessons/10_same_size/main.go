package main

import "fmt"

func main() {
	sessions := make(map[int]string, 1)
	for id := 1; id <= 22; id++ {
		sessions[id] = "open"
		delete(sessions, id-12)
	}
	fmt.Println(len(sessions), "sessions are open")
}

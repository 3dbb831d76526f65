package main

import "fmt"

func main() {
	tasks := map[int]string{1: "old", 2: "old", 3: "old", 4: "old", 5: "old", 6: "old"}
	for id := range tasks {
		fmt.Print(id, " ")
		if id <= 6 {
			tasks[id+10] = "new"
		}
		if id == 2 {
			delete(tasks, 4)
		}
	}
	fmt.Println("done")
}

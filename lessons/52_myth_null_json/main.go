package main

import (
	"encoding/json"
	"fmt"
)

type config struct {
	Limits map[string]int
}

func load(text string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	c := config{Limits: make(map[string]int)}
	json.Unmarshal([]byte(text), &c)
	fmt.Println(text, "nil:", c.Limits == nil)
	c.Limits["users"] = 10
}

func main() {
	load(`{}`)
	load(`{"Limits": null}`)
}

package main

import "fmt"

type guide struct {
	visits  int
	rescues int
	seen    map[string]bool
}

func (g *guide) rescue() {
	g.rescues++
	fmt.Println("recovered:", recover())
}

func (g *guide) visit(page string, guarded bool) {
	if guarded {
		defer g.rescue()
	}
	defer func() {
		g.seen[page] = true
	}()
	g.visits++
	fmt.Println("visiting", page)
}

func main() {
	g := &guide{}
	g.visit("home", true)
	fmt.Println("main goes on")
	g.visit("about", false)
	fmt.Println("never printed")
}

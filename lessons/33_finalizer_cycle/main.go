package main

import (
	"fmt"
	"runtime"
	"time"
)

type session struct {
	user         string
	pages, notes map[string]int
	other, guest *session
}

func track(s *session) {
	runtime.SetFinalizer(s, func(s *session) {
		for range s.notes {
			fmt.Println("never printed: notes is nil")
		}
		fmt.Println("closing", s.user, "pages:", len(s.pages))
	})
}

func collect(what string) {
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("done:", what)
}

func main() {
	ann := &session{user: "ann", pages: map[string]int{"home": 1}}
	track(ann)
	collect("ann")

	bob := &session{user: "bob"}
	bob.other = &session{user: "eve", other: bob}
	track(bob)
	lea := &session{user: "lea"}
	track(lea)
	kim := &session{user: "kim", guest: lea}
	kim.other = &session{user: "max", other: kim}
	collect("two cycles")

	joe := &session{user: "joe"}
	runtime.SetFinalizer(joe, func(*session) {
		fmt.Println("closing", joe.user)
	})
	collect("joe")
}

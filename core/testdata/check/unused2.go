package main

import (
	"fmt" // ERROR ""fmt" imported and not used"
	"sort" // ERROR ""sort" imported and not used"
	str "strings" // ERROR ""strings" imported as str and not used"
)

func main() {
L: // ERROR "label L defined and not used"
	for {
	}
M:
	goto M
	goto N // ERROR "label N not defined"
	break Q // ERROR "break label not defined: Q"
}

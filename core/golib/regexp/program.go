package regexp

// What an instruction does.
const (
	iSet   = iota // takes a rune of a set
	iLook         // goes on at a place of that kind
	iSave         // notes the place
	iSplit        // goes on at x, and if that leads nowhere at y
	iJump
	iMatch
)

type instruction struct {
	op   int
	x, y int
	set  *set
}

// compiler writes the program of a tree, as Thompson did.
type compiler struct {
	code []instruction
}

func (c *compiler) emit(i instruction) int {
	c.code = append(c.code, i)
	return len(c.code) - 1
}

// split goes on behind itself first, unless lazy; where else is known later.
func (c *compiler) split(lazy bool) (at int, other func(to int)) {
	at = c.emit(instruction{op: iSplit})
	behind := at + 1
	if lazy {
		c.code[at].y = behind
		return at, func(to int) { c.code[at].x = to }
	}
	c.code[at].x = behind
	return at, func(to int) { c.code[at].y = to }
}

// canBeEmpty tells whether a node matches the empty text.
func canBeEmpty(n *node) bool {
	switch n.op {
	case opSet:
		return false
	case opChoice:
		for _, part := range n.parts {
			if canBeEmpty(part) {
				return true
			}
		}
		return false
	case opRepeat:
		return n.min == 0 || canBeEmpty(n.parts[0])
	}
	for _, part := range n.parts {
		if !canBeEmpty(part) {
			return false
		}
	}
	return true
}

func (c *compiler) compile(n *node) {
	switch n.op {
	case opSet:
		c.emit(instruction{op: iSet, set: n.set})
	case opLook:
		c.emit(instruction{op: iLook, x: n.look})
	case opGroup:
		if n.group > 0 {
			c.emit(instruction{op: iSave, x: 2 * n.group})
		}
		c.compile(n.parts[0])
		if n.group > 0 {
			c.emit(instruction{op: iSave, x: 2*n.group + 1})
		}
	case opConcat:
		for _, part := range n.parts {
			c.compile(part)
		}
	case opChoice:
		var ends []int
		for i, part := range n.parts {
			if i+1 == len(n.parts) {
				c.compile(part)
				break
			}
			_, other := c.split(false)
			c.compile(part)
			ends = append(ends, c.emit(instruction{op: iJump}))
			other(len(c.code))
		}
		for _, end := range ends {
			c.code[end].x = len(c.code)
		}
	case opRepeat:
		c.repeat(n)
	}
}

func (c *compiler) repeat(n *node) {
	part := n.parts[0]
	if n.max < 0 {
		for i := 1; i < n.min; i++ {
			c.compile(part)
		}
		if n.min == 0 && !canBeEmpty(part) {
			at, other := c.split(n.lazy)
			c.compile(part)
			c.emit(instruction{op: iJump, x: at})
			other(len(c.code))
			return
		}
		// What can be empty is repeated as (x+)?, so that the first choice stays the first.
		leave := func(int) {}
		if n.min == 0 {
			_, leave = c.split(n.lazy)
		}
		begin := len(c.code)
		c.compile(part)
		_, again := c.split(!n.lazy) // once more first, unless lazy
		again(begin)
		leave(len(c.code))
		return
	}
	for i := 0; i < n.min; i++ {
		c.compile(part)
	}
	var leaves []func(int)
	for i := n.min; i < n.max; i++ {
		_, leave := c.split(n.lazy)
		leaves = append(leaves, leave)
		c.compile(part)
	}
	for _, leave := range leaves {
		leave(len(c.code))
	}
}

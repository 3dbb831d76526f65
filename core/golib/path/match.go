package path

import "unicode/utf8"

// Match tells whether the whole name matches the pattern: * any runes but a slash, ? one of them, [a-z] one of a class.
func Match(pattern, name string) (matched bool, err error) {
	for len(pattern) > 0 {
		if pattern[0] == '*' {
			for len(pattern) > 0 && pattern[0] == '*' {
				pattern = pattern[1:]
			}
			for at := 0; ; at++ {
				matched, err = Match(pattern, name[at:])
				if matched || err != nil || at == len(name) || name[at] == '/' {
					return matched, err
				}
			}
		}
		c, size := utf8.DecodeRuneInString(name)
		ok, rest, err := matchOne(pattern, c)
		if err != nil {
			return false, err
		}
		if !ok || name == "" {
			return false, wellFormed(rest)
		}
		pattern, name = rest, name[size:]
	}
	return name == "", nil
}

// wellFormed looks for a mistake in the rest of a pattern.
func wellFormed(pattern string) (err error) {
	for len(pattern) > 0 && err == nil {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		_, pattern, err = matchOne(pattern, 0)
	}
	return err
}

// matchOne matches the rune with the first part of the pattern.
func matchOne(pattern string, c rune) (ok bool, rest string, err error) {
	switch pattern[0] {
	case '?':
		return c != '/', pattern[1:], nil
	case '[':
		return matchClass(pattern[1:], c)
	}
	want, rest, err := literal(pattern, false)
	return want == c, rest, err
}

func literal(pattern string, inClass bool) (c rune, rest string, err error) {
	if pattern == "" || inClass && (pattern[0] == '-' || pattern[0] == ']') {
		return 0, "", ErrBadPattern
	}
	if pattern[0] == '\\' {
		pattern = pattern[1:]
		if pattern == "" {
			return 0, "", ErrBadPattern
		}
	}
	c, size := utf8.DecodeRuneInString(pattern)
	rest = pattern[size:]
	if c == utf8.RuneError && size == 1 || inClass && rest == "" {
		err = ErrBadPattern
	}
	return c, rest, err
}

func matchClass(pattern string, c rune) (ok bool, rest string, err error) {
	negated := pattern != "" && pattern[0] == '^'
	if negated {
		pattern = pattern[1:]
	}
	for ranges := 0; ; ranges++ {
		if pattern != "" && pattern[0] == ']' && ranges > 0 {
			return ok != negated, pattern[1:], nil
		}
		var low, high rune
		if low, pattern, err = literal(pattern, true); err != nil {
			return false, "", err
		}
		high = low
		if pattern[0] == '-' {
			if high, pattern, err = literal(pattern[1:], true); err != nil {
				return false, "", err
			}
		}
		ok = ok || low <= c && c <= high
	}
}

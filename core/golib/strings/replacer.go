package strings

import "io"

// Replacer replaces several strings at once; where more than one fits, the one that was given first.
type Replacer struct {
	pairs []string
}

// NewReplacer takes pairs of old and new.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

// Replace goes through s once; nothing that was put in is looked at again.
func (r *Replacer) Replace(s string) string {
	var text []byte
	afterEmpty := false // here the empty string was replaced already
	for at := 0; at <= len(s); {
		pair := r.match(s[at:], afterEmpty)
		afterEmpty = pair >= 0 && r.pairs[pair] == ""
		if pair >= 0 {
			text = append(text, r.pairs[pair+1]...)
			at += len(r.pairs[pair])
			continue
		}
		if at < len(s) {
			text = append(text, s[at])
		}
		at++
	}
	return string(text)
}

// match finds the pair whose old string begins here, or -1.
func (r *Replacer) match(s string, withoutEmpty bool) int {
	for i := 0; i < len(r.pairs); i += 2 {
		if HasPrefix(s, r.pairs[i]) && !(withoutEmpty && r.pairs[i] == "") {
			return i
		}
	}
	return -1
}

func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}

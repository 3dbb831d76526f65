// Package strings of hmaplab: what programs about maps need of it.
package strings

func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Index gives where substr begins in s, or -1.
func Index(s, substr string) int {
	for i := 0; i+len(substr) <= len(s); i++ {
		if s[i:i+len(substr)] == substr {
			return i
		}
	}
	return -1
}

func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

func Count(s, substr string) int {
	if len(substr) == 0 {
		return len([]rune(s)) + 1
	}
	count := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return count
		}
		count++
		s = s[i+len(substr):]
	}
}

func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	bytes := make([]byte, 0, len(s)*count)
	for i := 0; i < count; i++ {
		bytes = append(bytes, s...)
	}
	return string(bytes)
}

func Join(elems []string, sep string) string {
	var bytes []byte
	for i, elem := range elems {
		if i > 0 {
			bytes = append(bytes, sep...)
		}
		bytes = append(bytes, elem...)
	}
	return string(bytes)
}

func Split(s, sep string) []string {
	var parts []string
	if sep == "" {
		for _, r := range s {
			parts = append(parts, string(r))
		}
		return parts
	}
	for {
		i := Index(s, sep)
		if i < 0 {
			return append(parts, s)
		}
		parts = append(parts, s[:i])
		s = s[i+len(sep):]
	}
}

func Fields(s string) []string {
	var fields []string
	start := -1
	for i := 0; i < len(s); i++ {
		blank := s[i] == ' ' || s[i] >= '\t' && s[i] <= '\r'
		if blank && start >= 0 {
			fields = append(fields, s[start:i])
			start = -1
		} else if !blank && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

func TrimSpace(s string) string {
	for len(s) > 0 && (s[0] == ' ' || s[0] >= '\t' && s[0] <= '\r') {
		s = s[1:]
	}
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] >= '\t' && s[len(s)-1] <= '\r') {
		s = s[:len(s)-1]
	}
	return s
}

func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func ReplaceAll(s, old, new string) string {
	if old == "" {
		panic("hmaplab: strings.ReplaceAll of an empty string is not supported")
	}
	return Join(Split(s, old), new)
}

func ToUpper(s string) string {
	bytes := []byte(s)
	for i, c := range bytes {
		if c >= 'a' && c <= 'z' {
			bytes[i] = c - 'a' + 'A'
		}
	}
	return string(bytes)
}

func ToLower(s string) string {
	bytes := []byte(s)
	for i, c := range bytes {
		if c >= 'A' && c <= 'Z' {
			bytes[i] = c - 'A' + 'a'
		}
	}
	return string(bytes)
}

// Builder collects text.
type Builder struct {
	addr *Builder
	buf  []byte
}

func (b *Builder) String() string { return string(b.buf) }
func (b *Builder) Len() int       { return len(b.buf) }
func (b *Builder) Reset()         { b.addr, b.buf = nil, nil }
func (b *Builder) Grow(n int)     {}

func (b *Builder) WriteString(s string) (int, error) {
	b.buf = append(b.buf, s...)
	return len(s), nil
}

func (b *Builder) WriteByte(c byte) error {
	b.buf = append(b.buf, c)
	return nil
}

func (b *Builder) WriteRune(r rune) (int, error) {
	text := string(r)
	b.buf = append(b.buf, text...)
	return len(text), nil
}

func (b *Builder) Write(p []byte) (int, error) {
	b.buf = append(b.buf, p...)
	return len(p), nil
}

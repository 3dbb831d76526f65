package strconv

// FormatFloat writes a float in the format b, e, E, f, g, G, x or X; precision -1: as many digits as are needed.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	switch fmt {
	case 'b', 'e', 'E', 'f', 'g', 'G', 'x', 'X':
		return formatFloat(f, fmt, prec, bitSize)
	}
	return "%" + string(rune(fmt))
}

func formatFloat(f float64, fmt byte, prec, bitSize int) string

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// parseFloat reads a number without sign and underscores; outside: it is too large.
func parseFloat(digits string, bitSize int) (value float64, outside bool)

// ParseFloat reads a float, in decimal or hexadecimal.
func ParseFloat(s string, bitSize int) (float64, error) {
	digits := s
	sign := 1.0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		digits = s[1:]
		if s[0] == '-' {
			sign = -1
		}
	}
	clean, ok := floatDigits(digits)
	if !ok || clean == "nan" && len(digits) != len(s) {
		return 0, &NumError{"ParseFloat", s, ErrSyntax}
	}
	value, outside := parseFloat(clean, bitSize)
	if outside {
		return value * sign, &NumError{"ParseFloat", s, ErrRange}
	}
	return value * sign, nil
}

// floatDigits checks the spelling of a float without sign, and gives it without underscores.
func floatDigits(s string) (clean string, ok bool) {
	switch lower(s) {
	case "inf", "infinity":
		return "inf", true
	case "nan":
		return "nan", true
	}
	base, rest := 10, s
	if len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x' {
		base, rest = 16, s[2:]
		clean = "0x"
	}
	digits, points, at := 0, 0, 0
mantissa:
	for ; at < len(rest); at++ {
		switch c := rest[at]; {
		case c == '.' && points == 0:
			points++
			clean += "."
		case c == '_':
		case digitOf(c) < base:
			digits++
			clean += string(rune(c))
		default:
			break mantissa
		}
	}
	hasExponent := at < len(rest) && (base == 10 && rest[at]|0x20 == 'e' || base == 16 && rest[at]|0x20 == 'p')
	if hasExponent {
		clean += string(rune(rest[at] | 0x20))
		at++
		if at < len(rest) && (rest[at] == '+' || rest[at] == '-') {
			clean += rest[at : at+1]
			at++
		}
		start := at
		for ; at < len(rest) && (rest[at] >= '0' && rest[at] <= '9' || rest[at] == '_'); at++ {
			if rest[at] != '_' {
				clean += rest[at : at+1]
			}
		}
		if at == start || rest[start] == '_' {
			return "", false
		}
	}
	ok = digits > 0 && at == len(rest) && (base == 10 || hasExponent) && floatUnderscoresFit(s)
	return clean, ok
}

// A leading zero of a decimal float is no prefix.
func floatUnderscoresFit(s string) bool {
	if len(s) > 1 && s[0] == '0' && s[1]|0x20 != 'x' {
		s = "1" + s
	}
	return underscoresFit(s)
}

func lower(s string) string {
	text := []byte(s)
	for i, c := range text {
		if c >= 'A' && c <= 'Z' {
			text[i] = c | 0x20
		}
	}
	return string(text)
}

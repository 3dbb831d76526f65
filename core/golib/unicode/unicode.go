// Package unicode of hmaplab: what a rune is and its other cases (Unicode 15.0.0, as go1.23.5). The tables are the machine's.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
	Version         = "15.0.0"
)

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// category gives the general category: two letters, "Lu".
func category(r rune) string

// toCase gives a rune in another case.
func toCase(which int, r rune) rune

func IsUpper(r rune) bool   { return category(r) == "Lu" }
func IsLower(r rune) bool   { return category(r) == "Ll" }
func IsTitle(r rune) bool   { return category(r) == "Lt" }
func IsLetter(r rune) bool  { return category(r)[0] == 'L' }
func IsMark(r rune) bool    { return category(r)[0] == 'M' }
func IsNumber(r rune) bool  { return category(r)[0] == 'N' }
func IsDigit(r rune) bool   { return category(r) == "Nd" }
func IsPunct(r rune) bool   { return category(r)[0] == 'P' }
func IsSymbol(r rune) bool  { return category(r)[0] == 'S' }
func IsControl(r rune) bool { return category(r) == "Cc" }

// IsGraphic tells whether a rune is to be seen or is a space; IsPrint counts only the space of ASCII.
func IsGraphic(r rune) bool { return IsPrint(r) || category(r) == "Zs" }
func IsPrint(r rune) bool {
	class := category(r)[0]
	return class == 'L' || class == 'M' || class == 'N' || class == 'P' || class == 'S' || r == ' '
}

// IsSpace has the property White Space.
func IsSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func ToUpper(r rune) rune { return To(UpperCase, r) }
func ToLower(r rune) rune { return To(LowerCase, r) }
func ToTitle(r rune) rune { return To(TitleCase, r) }

// To gives a rune in upper, lower or title case.
func To(which int, r rune) rune {
	if which < 0 || which >= MaxCase {
		return ReplacementChar
	}
	return toCase(which, r)
}

// SimpleFold gives the next rune that differs only in case, after the greatest one the smallest.
func SimpleFold(r rune) rune

// Package base64 of hmaplab.
package base64

import "strconv"

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// Encoding is an alphabet of 64 letters and a letter that fills up.
type Encoding struct {
	letters string
	padding rune
	strict  bool
}

var (
	StdEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
	URLEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	return &Encoding{letters: encoder, padding: StdPadding}
}

func (enc Encoding) WithPadding(padding rune) *Encoding {
	enc.padding = padding
	return &enc
}

func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// CorruptInputError is the offset of the first byte that does not belong there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

func (enc *Encoding) Encode(dst, src []byte) { copy(dst, enc.EncodeToString(src)) }

func (enc *Encoding) EncodeToString(src []byte) string {
	dst := make([]byte, 0, enc.EncodedLen(len(src)))
	for ; len(src) > 0; src = src[min(3, len(src)):] {
		var bits uint
		for i := range 3 {
			bits <<= 8
			if i < len(src) {
				bits |= uint(src[i])
			}
		}
		for i := range 4 {
			switch {
			case i <= len(src):
				dst = append(dst, enc.letters[bits>>(18-6*i)&63])
			case enc.padding != NoPadding:
				dst = append(dst, byte(enc.padding))
			}
		}
	}
	return string(dst)
}

func (enc *Encoding) value(c byte) int {
	for i := range 64 {
		if enc.letters[i] == c {
			return i
		}
	}
	return -1
}

func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	decoded, err := enc.DecodeString(string(src))
	return copy(dst, decoded), err
}

// DecodeString leaves out line ends.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := []byte{}
	for at := 0; ; {
		var bits uint
		count, padded, begin := 0, 0, at
		for ; at < len(s) && count+padded < 4; at++ {
			c := s[at]
			if c == '\n' || c == '\r' {
				continue
			}
			if rune(c) == enc.padding && count >= 2 {
				padded++
				continue
			}
			v := enc.value(c)
			if v < 0 || padded > 0 {
				return dst, CorruptInputError(at)
			}
			bits = bits<<6 | uint(v)
			count++
		}
		if count == 0 {
			return dst, nil
		}
		complete := count == 4 || count+padded == 4 || enc.padding == NoPadding && count > 1
		if !complete {
			if padded > 0 {
				return dst, CorruptInputError(len(s))
			}
			return dst, CorruptInputError(at - count)
		}
		for i := 1; i < count; i++ {
			dst = append(dst, byte(bits<<(6*(4-count))>>(24-8*i)))
		}
		if enc.strict && count < 4 && bits<<(6*(4-count))&(1<<(8*(4-count))-1) != 0 {
			return dst, CorruptInputError(begin + count - 1)
		}
		if count < 4 {
			for ; at < len(s); at++ {
				if s[at] != '\n' && s[at] != '\r' {
					return dst, CorruptInputError(at)
				}
			}
			return dst, nil
		}
	}
}

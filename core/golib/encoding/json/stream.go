package json

import (
	"bytes"
	"io"
	"strconv"
)

// Encoder writes JSON texts, each with a newline behind it.
type Encoder struct {
	w              io.Writer
	err            error
	keepHTML       bool
	prefix, indent string
}

func NewEncoder(w io.Writer) *Encoder                { return &Encoder{w: w} }
func (enc *Encoder) SetEscapeHTML(on bool)           { enc.keepHTML = !on }
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	text, err := encode(v, !enc.keepHTML)
	if err != nil {
		return err
	}
	text = append(text, '\n')
	if enc.prefix != "" || enc.indent != "" {
		var out bytes.Buffer
		if err := Indent(&out, text, enc.prefix, enc.indent); err != nil {
			return err
		}
		text = append(out.Bytes(), '\n')
	}
	_, enc.err = enc.w.Write(text)
	return enc.err
}

// Decoder reads JSON texts, one behind the other.
type Decoder struct {
	r         io.Reader
	buf       []byte
	at        int
	atEnd     bool
	err       error
	useNumber bool
	knownOnly bool
}

func NewDecoder(r io.Reader) *Decoder       { return &Decoder{r: r} }
func (dec *Decoder) UseNumber()             { dec.useNumber = true }
func (dec *Decoder) DisallowUnknownFields() { dec.knownOnly = true }
func (dec *Decoder) InputOffset() int64     { return int64(dec.at) }
func (dec *Decoder) Buffered() io.Reader    { return bytes.NewReader(dec.buf[dec.at:]) }

// more reads some bytes; false at the end.
func (dec *Decoder) more() bool {
	if dec.atEnd {
		return false
	}
	chunk := make([]byte, 512)
	n, err := dec.r.Read(chunk)
	dec.buf = append(dec.buf, chunk[:n]...)
	if err != nil {
		dec.atEnd = true
		if err != io.EOF {
			dec.err = err
		}
	}
	return true
}

// More tells whether there is another value, or element of the array being read.
func (dec *Decoder) More() bool {
	for {
		r := reader{data: dec.buf, at: dec.at}
		if c := r.peek(); c != 0 {
			return c != ']' && c != '}'
		}
		if !dec.more() {
			return false
		}
	}
}

// Decode reads the next value; io.EOF when there is none.
func (dec *Decoder) Decode(v any) error {
	for dec.err == nil {
		r := reader{data: dec.buf, at: dec.at}
		ok := r.value()
		incomplete := r.at >= len(r.data)
		if incomplete && dec.more() {
			continue
		}
		if ok {
			d := &decoder{reader: reader{data: dec.buf[:r.at], at: dec.at}, useNumber: dec.useNumber, knownOnly: dec.knownOnly}
			dec.at = r.at
			return d.into(v)
		}
		if dec.err != nil {
			break
		}
		dec.err = r.err
		rest := reader{data: dec.buf, at: dec.at}
		if incomplete && rest.peek() == 0 {
			dec.err = io.EOF
		} else if incomplete {
			dec.err = io.ErrUnexpectedEOF
		}
	}
	return dec.err
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func base64(data []byte) string {
	var text []byte
	for ; len(data) > 0; data = data[min(3, len(data)):] {
		var word uint32
		for i := 0; i < 3; i++ {
			word <<= 8
			if i < len(data) {
				word |= uint32(data[i])
			}
		}
		for i := 0; i < 4; i++ {
			if i > len(data) {
				text = append(text, '=')
			} else {
				text = append(text, base64Digits[word>>(18-6*i)&63])
			}
		}
	}
	return string(text)
}

type base64Error int

func (e base64Error) Error() string {
	return "illegal base64 data at input byte " + strconv.Itoa(int(e))
}

// unbase64 gives the bytes, or where the text is wrong.
func unbase64(text string) (data []byte, bad int) {
	data = []byte{}
	var word uint32
	count, padding := 0, 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\r' || c == '\n' {
			continue
		}
		digit := bytes.IndexByte([]byte(base64Digits), c)
		if c == '=' && count >= 2 {
			padding++
			digit = 0
		} else if digit < 0 || padding > 0 {
			return nil, i
		}
		word = word<<6 | uint32(digit)
		count++
		if count == 4 {
			for n := 0; n < 3-padding; n++ {
				data = append(data, byte(word>>(16-8*n)))
			}
			word, count = 0, 0
		}
	}
	if count != 0 {
		return nil, len(text) - count
	}
	return data, -1
}

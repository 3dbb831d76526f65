// Generated: random whole numbers, text and control flow.
package main

import "fmt"

var yes, no = true, false
var str0 = "glob"
var float0 = 0.5
var bytes4 = []byte("wxyz")
var k_string = []string{"a", "héllo", "xyz世"}
var k_float64 = []float64{-2.25, 1e10}
var k_int = []int{-9223372036854775807, 5, -5, 9223372036854775807, -10, 1, -10, -9223372036854775807}
var k_int8 = []int8{-128, 0, 10, 92, 2, -1, 1, 2}
var k_int16 = []int16{16384, 1, -10, -32767, -1, 3, -3, 0}
var k_int32 = []int32{-1970616087, 2147483647, -7, 7, 3, -2, 3, 1073741824}
var k_int64 = []int64{4611686018427387904, -10, -3, 0, 9223372036854775807, 0, 0, 4611686018427387904}
var k_uint = []uint{18446744073709551614, 3173107614031956259, 18446744073709551615, 1, 7, 18446744073709551615, 2, 18446744073709551615}
var k_uint8 = []uint8{5, 64, 0, 3, 255, 127, 5, 7}
var k_uint16 = []uint16{5, 65533, 32767, 0, 65535, 32767, 65535, 0}
var k_uint32 = []uint32{10, 10, 5, 921273486, 2, 5, 4294967293, 0}
var k_uint64 = []uint64{9223372036854775807, 2, 2, 18446744073709551614, 9223372036854775807, 1, 7, 18446744073709551613}
var k_uintptr = []uintptr{4611686018427387904, 4611686018427387904, 18446744073709551613, 18446744073709551614, 18446744073709551615, 9223372036854775807, 1, 18446744073709551614}

func note(r any) {
	if e, ok := r.(error); ok {
		fmt.Println("err", e)
	} else if r != nil {
		fmt.Println("rec", r)
	}
}

var lines int

func out(a ...any) {
	lines++
	if lines < 400 {
		fmt.Println(a...)
	}
}
func cut(s string, n int) string {
	if n < 0 {
		n = 0
	}
	if n > len(s) {
		return s
	}
	return s[:n]
}
func call_int(a, b int) int {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_int8(a, b int8) int8 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_int16(a, b int16) int16 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_int32(a, b int32) int32 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_int64(a, b int64) int64 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uint(a, b uint) uint {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uint8(a, b uint8) uint8 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uint16(a, b uint16) uint16 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uint32(a, b uint32) uint32 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uint64(a, b uint64) uint64 {
	if a > b {
		return a - b
	}
	return a + b*3
}
func call_uintptr(a, b uintptr) uintptr {
	if a > b {
		return a - b
	}
	return a + b*3
}
func id_int(a int) int             { return a }
func id_int8(a int8) int8          { return a }
func id_int16(a int16) int16       { return a }
func id_int32(a int32) int32       { return a }
func id_int64(a int64) int64       { return a }
func id_uint(a uint) uint          { return a }
func id_uint8(a uint8) uint8       { return a }
func id_uint16(a uint16) uint16    { return a }
func id_uint32(a uint32) uint32    { return a }
func id_uint64(a uint64) uint64    { return a }
func id_uintptr(a uintptr) uintptr { return a }
func id_bool(a bool) bool          { return a }
func id_string(a string) string    { return a }
func id_float64(a float64) float64 { return a }
func f0(p0 uintptr, p1 int16, p2 string) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	v1 := id_uint8((+bytes4[id_int(3)&3]))
	_ = v1
	func() {
		defer func() { note(recover()) }()
		if (yes || yes) || (yes && yes) {
			switch id_int(1125064958353255461) % id_int(0) {
			case id_int(6):
				out(p2[1:], cut((p2+p2), id_int(-5)))
				pa[(id_int(-9223372036854775808)&^k_int[6])&7] -= ((id_int(-3) - id_int(-1)) << ((v1 - v1) % 100))
				out(((v1 << (k_uint16[1] % 8)) % bytes4[k_int[7]&3]), max(int8(id_int(0)), (-k_int8[0])))
				out(p0, p1, p2, v1)
			case id_int(1):
				v2 := id_int16((call_int16(p1, k_int16[7]) - call_int16(p1, p1)))
				_ = v2
				out(((k_int8[1] + k_int8[7]) - id_int8(-1)), ((-k_int64[6]) < int64(float0)))
				out(((^k_uint16[3]) ^ (id_uint16(10) + id_uint16(3))), (call_uint16(k_uint16[6], id_uint16(3)) << ((k_uint64[7] * k_uint64[0]) % 70)))
				out(p1, p2, v1, v2)
			case id_int(4):
				v3 := id_uint((-(k_uint[2] << (id_uint64(3) % 70))))
				_ = v3
				out((+(k_int8[5] * k_int8[6])), min((k_uint32[5]*k_uint32[6]), (k_uint32[0]/k_uint32[3])))
				out(p1, p2, v1, v3)
			default:
				v4 := id_uint32((k_uint32[6] - (k_uint32[7] ^ k_uint32[6])))
				_ = v4
				v5 := id_int32(id_int32(3))
				_ = v5
				v6 := id_uint16(k_uint16[7])
				_ = v6
				v7 := id_int(id_int(-9223372036854775807))
				_ = v7
				p2 = cut((fmt.Sprint(k_int8[4]) + (p2 + p2)), 40)
				out(v4, v5, v6, v7)
			}
			p2 = cut((fmt.Sprint(id_int64(9223372036854775807)) + string(rune(id_int32(0)))), 40)
			switch m[id_int(-3)] {
			case id_int(7):
				m[(id_int(-3459899110355015198) + id_int(7))] = min((k_int[5] &^ k_int[7]), (id_int(9223372036854775807) + k_int[1]))
				out(((id_int(-3) & id_int(-1)) &^ (id_int(4611686018427387904) &^ id_int(4611686018427387904))), (-id_int64(-9223372036854775808)))
				v8 := id_uint8(v1)
				_ = v8
				out(p1, p2, v1, v8)
			case id_int(8):
				out(int32((k_uint16[4] ^ k_uint16[6])), !no)
				v9 := id_uint16(call_uint16((^id_uint16(16384)), id_uint16(3)))
				_ = v9
				out(p1, p2, v1, v9)
			default:
				p0 %= (p0 << (id_uint16(65534) % 8))
				v10 := id_int32((k_int32[3] % int32(id_float64(1.5))))
				_ = v10
				out((k_int64[7] << ((k_uint32[4] / k_uint32[4]) % 100)), !!yes)
				ints[(k_int[1]&^k_int[6])&3]++
				_ = len(p2)
				out(p1, p2, v1, v10)
			}
			v11 := id_uint16(id_uint16(65535))
			_ = v11
			ints[(k_int[2]-id_int(0))&3]++
			_ = (m[id_int(3)] % (id_int(-7) % k_int[1]))
			out(p1, p2, v1, v11)
		}
		func() {
			defer func() { note(recover()) }()
			for i_12 := 0; i_12 < 2; i_12++ {
				_ = i_12
				out(k_uint[4], id_int8(-128))
				out(((id_int8(-3) | k_int8[1]) % int8(id_uint(1))), (k_uint[6] >> (k_uint[4] % 100)))
				p1 = call_int16((-p1), p1)
				out(((id_int8(-128) - k_int8[3]) ^ (k_int8[4] << (p0 % 70))), ((k_int32[0] &^ k_int32[2]) + (id_int32(1073741824) - k_int32[3])))
				v13 := id_uint64((uint64(k_float64[1]) + (id_uint64(3) >> (id_uintptr(1) % 100))))
				_ = v13
				out(p2, v1, i_12, v13)
			}
			v14 := id_uint8((v1 &^ (v1 >> (k_uint[6] % 64))))
			_ = v14
			v15 := id_float64(((id_float64(0.1) / k_float64[1]) + (-k_float64[1])))
			_ = v15
			p1 *= ((p1 % p1) | p1)
			v15 = ((v15 + v15) - float64(id_int(-7)))
			out(p2, v1, v14, v15)
		}()
		p0 = (-p0)
		out(p0, p1, p2, v1)
	}()
	v1 |= id_uint8(10)
	if (k_int32[7] | id_int32(-10)) <= int32(v1) {
		v16 := id_int((k_int[1] * int(k_int[5])))
		_ = v16
		pa[(k_int[6]^v16)&7] -= call_int((v16 - v16), int(v16))
		out(p1, p2, v1, v16)
	}
	m[k_int[5]] = ((k_int[7] &^ id_int(-4611686018427387904)) + (id_int(-3) & k_int[5]))
	out(p0, p1, p2, v1)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func f1(p0 bool, p1 int8, p2 uint8) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	v17 := id_int16(int16((id_float64(0.1) + id_float64(0.1))))
	_ = v17
	ints = append(ints, call_int(k_int[3], k_int[6]), (id_int(-7) & k_int[1]))
	switch min(id_int(-3), k_int[6]) {
	case id_int(1):
		if (p1 / id_int8(0)) == max(p1, p1) {
			if (k_int[5] / id_int(5)) < (k_int[4] + k_int[6]) {
				out(id_uint32(1436129386), float0)
				v18 := id_uint32(((id_uint32(3) % k_uint32[0]) & (id_uint32(3) * k_uint32[6])))
				_ = v18
				v18 &^= (k_uint32[0] - v18)
				out(p1, p2, v17, v18)
			}
			if (p0 && no) || !p0 {
				v19 := id_string(cut((str0 + k_string[2]), (k_int[7] - k_int[0])))
				_ = v19
				v20 := id_int32((k_int32[6] + k_int32[6]))
				_ = v20
				v21 := id_string(string(rune((id_int32(-703367043) * v20))))
				_ = v21
				out((v20 % (id_int32(-3) - v20)), ((^p2) + (p2 << (id_uint32(752449692) % 100))))
				out(v17, v19, v20, v21)
			} else {
				out(((k_uintptr[4] + id_uintptr(0)) % id_uintptr(3)), (cut(k_string[0], id_int(0)) + k_string[0]))
				p2 &^= (+p2)
				p1 = k_int8[3]
				out(((p1 + k_int8[2]) >> ((k_uintptr[3] % id_uintptr(7)) % 8)), id_int64(3))
				out(p0, p1, p2, v17)
			}
			out(p0, p1, p2, v17)
		} else {
			p1 += ((p1 << (id_uint8(127) % 8)) - (k_int8[3] &^ p1))
			ints = append(ints, (id_int(2) / k_int[7]), id_int(9223372036854775807))
			v22 := id_int((pa[id_int(3)&7] * (id_int(-9223372036854775808) - id_int(-3))))
			_ = v22
			p2 = k_uint8[7]
			out(p1, p2, v17, v22)
		}
		v23 := id_int32((k_int32[6] - id_int32(-3)))
		_ = v23
		func() {
			defer func() { note(recover()) }()
			switch k_int[7] / k_int[2] {
			case id_int(8):
				out((id_uint32(0) << (bytes4[k_int[3]&3] % 100)), ((k_uint32[2] + k_uint32[5]) - (id_uint32(4294967294) & id_uint32(5))))
				v23 &= max((v23 * v23), (v23 | v23))
				ints = append(ints, call_int(id_int(-5), k_int[6]), (k_int[3] + id_int(-4611686018427387904)))
				v23 = (^(^v23))
				out(p1, p2, v17, v23)
			case id_int(-2):
				v24 := id_float64(float64((v17 ^ v17)))
				_ = v24
				v17 &= (v17 & k_int16[0])
				v25 := id_int((^(k_int[7] - k_int[0])))
				_ = v25
				out(((p2 - p2) - (p2 + k_uint8[2])), (str0[v25:] + cut(id_string("42"), v25)))
				out(v17, v23, v24, v25)
			default:
				v26 := id_int8((+(p1 % p1)))
				_ = v26
				ints = append(ints, (k_int[4] &^ k_int[2]), len(id_string("42")))
				v27 := id_bool((call_int32(v23, id_int32(0)) >= int32(id_uint64(2))))
				_ = v27
				out(int16((-k_int16[6])), (^min(v23, v23)))
				ints = append(ints, (id_int(-3) - id_int(-2)), (k_int[0] - id_int(0)))
				out(v17, v23, v26, v27)
			}
			for i_28 := range 2 {
				_ = i_28
				out(min((-id_uintptr(4611686018427387904)), (k_uintptr[1]<<(k_uint64[5]%64))), call_uint(min(k_uint[4], id_uint(10)), (id_uint(7)>>(id_uintptr(9223372036854775807)%70))))
				v29 := id_int((pa[i_28&7] ^ (id_int(4611686018427387904) &^ i_28)))
				_ = v29
				v23 = (int32(i_28) | (v23 % v23))
				out(v17, v23, i_28, v29)
				if yes || no {
					continue
				}
				funcs = append(funcs, func() int { return int(i_28) })
			}
			out(p1, p2, v17, v23)
		}()
		out(p1, p2, v17, v23)
	case id_int(1):
		v30 := id_int8(((k_int8[4] * p1) - (p1 + p1)))
		_ = v30
		ints[(-id_int(9223372036854775807))&3]++
		_ = (min(k_int[2], k_int[7]) ^ id_int(9223372036854775807))
		out(p1, p2, v17, v30)
	case id_int(4):
		ints[(k_int[3]+id_int(7))&3]++
		_ = (len(k_string[1]) / len(k_string[1]))
		v31 := id_int(id_int(5))
		_ = v31
		out(p1, p2, v17, v31)
		fallthrough
	default:
		v32 := id_bool((p1 > (p1 + id_int8(5))))
		_ = v32
		pa[(id_int(-8975736608623511926)-k_int[6])&7] -= (id_int(10) | (k_int[6] - id_int(1)))
		out(int64(k_int64[3]), ((p1 + p1) * (id_int8(86) &^ k_int8[1])))
		v33 := id_uint64(((k_uint64[4] | k_uint64[7]) - (k_uint64[2] + id_uint64(18446744073709551614))))
		_ = v33
		out(p2, v17, v32, v33)
	}
	if (k_int32[4] * id_int32(10)) >= (k_int32[1] &^ k_int32[5]) {
		if yes {
			p1 &^= p1
			v34 := id_int64(((k_int64[2] % id_int64(0)) & (k_int64[0] << (id_uint16(7611) % 8))))
			_ = v34
			out(p1, p2, v17, v34)
		}
		if !!no {
			if !!p0 {
				pa[(k_int[5]+id_int(3))&7] -= int((-k_float64[1]))
				v35 := id_string(str0[k_int[2]:])
				_ = v35
				m[(id_int(9223372036854775807) + id_int(3))] += (call_int(id_int(8557999753052668599), id_int(-1)) ^ (k_int[5] - k_int[6]))
				v36 := id_uint32(((-k_uint32[5]) - min(id_uint32(4294967294), k_uint32[0])))
				_ = v36
				v37 := id_int16(((v17 + v17) >> ((^k_uint16[7]) % 64)))
				_ = v37
				out(v17, v35, v36, v37)
			}
			v38 := id_uint32(((k_uint32[2] &^ k_uint32[5]) & id_uint32(5)))
			_ = v38
			v17 %= int16((p2 * p2))
			if (id_uint32(7) &^ v38) <= (v38 - v38) {
				v39 := id_uint32(v38)
				_ = v39
				v40 := id_uint64(((id_uint64(18446744073709551615) &^ k_uint64[7]) | id_uint64(10)))
				_ = v40
				out(v17, v38, v39, v40)
			} else {
				v41 := id_int64((k_int64[2] * int64(id_uint16(5))))
				_ = v41
				p2 &= uint8(uint(v17))
				v42 := id_int64((+(v41 + v41)))
				_ = v42
				v43 := id_bool(((v38 >> (id_uintptr(7) % 100)) >= uint32(p2)))
				_ = v43
				ints = append(ints, call_int(k_int[2], k_int[4]), len(k_string[2]))
				out(v38, v41, v42, v43)
			}
			out(p1, p2, v17, v38)
		}
		m[(id_int(0) | k_int[2])] = ((k_int[0] / id_int(-4611686018427387904)) | int(p2))
		ints[k_int[1]&3]++
		_ = k_int[5]
		v44 := id_uint32(((id_uint32(0) / k_uint32[1]) &^ (id_uint32(4294967294) << (k_uint[0] % 8))))
		_ = v44
		out(p1, p2, v17, v44)
	}
	v45 := id_uintptr(((k_uintptr[7] &^ k_uintptr[1]) % id_uintptr(10)))
	_ = v45
	out(p1, p2, v17, v45)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func f2(p0 uint16, p1 int64, p2 float64) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	if (k_uint64[1] >> (id_uint8(5) % 64)) > uint64(p1) {
		if no {
			for i_46 := range 1 {
				_ = i_46
				out(((k_int8[0] & k_int8[0]) * (id_int8(0) / id_int8(-5))), call_uint8((k_uint8[1]-k_uint8[3]), uint8(i_46)))
				v47 := id_int(call_int((i_46 | i_46), (i_46 % i_46)))
				_ = v47
				out(p1, p2, i_46, v47)
			}
			p2 = p2
			out(p0, p1, p2)
		}
		arr[(id_int(2)/id_int(1))&7] = (len(id_string("42")) >> (id_uintptr(18446744073709551614) % 8))
		m[(-k_int[4])] += ((k_int[6] + id_int(-1)) &^ (-k_int[1]))
		out(p0, p1, p2)
	} else {
		ints[(id_int(3) >> (k_uint16[2] % 8))] = len(str0[0:])
		func() {
			defer func() { note(recover()) }()
			if !no {
				out((^max(k_int16[2], id_int16(2))), uint32(k_uint8[7]))
				out(((p0 >> (p0 % 64)) &^ min(p0, p0)), !(k_int32[2] == k_int32[4]))
				out(int((k_int16[2] ^ k_int16[6])), ((^k_uint64[3]) * max(k_uint64[3], k_uint64[6])))
				v48 := id_uint32(((id_uint32(804761245) * k_uint32[7]) + id_uint32(5)))
				_ = v48
				out(((k_int32[3] * k_int32[1]) + (k_int32[2] | k_int32[7])), ((id_uint8(255) - k_uint8[1]) ^ (k_uint8[3] << (k_uint[2] % 70))))
				out(p0, p1, p2, v48)
			} else {
				out(uint(int8(k_uint[2])), str0[call_int(k_int[0], k_int[1]):])
				v49 := id_float64(k_float64[1])
				_ = v49
				out(id_int16(-5), ((id_uint64(0) + k_uint64[3]) & (k_uint64[2] >> (p0 % 70))))
				out(p0, p1, p2, v49)
			}
			func() {
				defer func() { note(recover()) }()
				out(((k_int16[7] &^ k_int16[0]) ^ (id_int16(-5) + id_int16(-1))), (k_uintptr[0] - (k_uintptr[7] ^ k_uintptr[6])))
				v50 := id_string((str0[max(k_int[1], k_int[3]):] + str0[int(p0):]))
				_ = v50
				out(p0, p1, p2, v50)
			}()
			out(p0, p1, p2)
		}()
		for _, i_51 := range cut(cut(str0, k_int[7]), 4) {
			_ = i_51
			p1 = id_int64(-4611686018427387904)
			pa[(k_int[3]+k_int[5])&7] -= int((^id_int(9223372036854775807)))
			v52 := id_int64(((p1 - p1) ^ call_int64(id_int64(7), p1)))
			_ = v52
			p1 |= ((p1 | p1) - int64(k_int[6]))
			if uint16(p2) >= max(p0, p0) {
				out(((k_uint64[4] * id_uint64(18446744073709551615)) &^ (k_uint64[6] - id_uint64(18446744073709551614))), ((str0 + str0) + (str0 + k_string[1])))
				out((uint8(k_int64[0]) >> (k_uintptr[3] % 8)), ((k_uintptr[4] - id_uintptr(6052201236285836474)) * k_uintptr[1]))
				out((bytes4[k_int[0]&3] &^ (k_uint8[4] - id_uint8(255))), min(int(p0), (k_int[5]^k_int[5])))
				out(p1, p2, i_51, v52)
			}
			out(p1, p2, i_51, v52)
			if no {
				break
			}
		}
		for _, i_53 := range cut(cut(k_string[0], k_int[3]), 4) {
			_ = i_53
			p2 = p2
			v54 := id_uint(k_uint[1])
			_ = v54
			out(p1, p2, i_53, v54)
			if id_uint8(1) != k_uint8[7] {
				continue
			}
		}
		if id_int32(1073741824) == id_int32(1073741824) {
			v55 := id_uintptr(id_uintptr(7))
			_ = v55
			v55 = k_uintptr[6]
			p1 *= ((-p1) >> (id_uint64(18446744073709551613) % 100))
			out(p0, p1, p2, v55)
		} else {
			v56 := id_int(call_int((id_int(4611686018427387904) & k_int[2]), (-id_int(9223372036854775807))))
			_ = v56
			p2 = (float64(id_uint(10)) + (k_float64[0] / p2))
			ints = append(ints, (id_int(2136208619947455530) << (k_uint32[3] % 70)), (v56 ^ k_int[1]))
			ints[min(v56, v56)&3]++
			_ = pa[(k_int[7]<<(k_uint[0]%70))&7]
			p0 = (p0 << (p0 % 64))
			out(p0, p1, p2, v56)
		}
		out(p0, p1, p2)
	}
	func() {
		defer func() { note(recover()) }()
		v57 := id_int8(max((id_int8(7) >> (p0 % 8)), (k_int8[0] | id_int8(-5))))
		_ = v57
		if !(k_string[0] <= k_string[1]) {
			for _, i_58 := range arr {
				_ = i_58
				p1 = min((p1 + p1), call_int64(p1, p1))
				ints = append(ints, min(i_58, id_int(0)), m[i_58])
				out(((k_uintptr[4] | k_uintptr[4]) >= (k_uintptr[6] ^ id_uintptr(2))), ((id_uint32(1) * id_uint32(1073741824)) * (k_uint32[6] >> (p0 % 8))))
				p1 *= p1
				out((v57 != v57), ((^k_uint[6]) ^ k_uint[1]))
				out(p1, p2, v57, i_58)
				funcs = append(funcs, func() int { return int(i_58) })
			}
			if (k_int[6] % id_int(1)) == (id_int(3) - k_int[3]) {
				v59 := id_string(cut(cut(k_string[2], k_int[4]), (id_int(4611686018427387904) >> (k_uint8[0] % 64))))
				_ = v59
				out(((k_uint64[5] + id_uint64(0)) + id_uint64(8201591752186057855)), fmt.Sprint(p0))
				v59 = cut(((v59 + v59) + (v59 + id_string("42"))), 40)
				out(p1, p2, v57, v59)
			}
			out(p0, p1, p2, v57)
		}
		out(p0, p1, p2, v57)
	}()
	v60 := id_int(((k_int[3] ^ k_int[6]) & (id_int(10) << (id_uint64(9223372036854775807) % 64))))
	_ = v60
	p1 &= (int64(v60) | call_int64(p1, k_int64[6]))
	out(p0, p1, p2, v60)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func main() {
	fmt.Println(f0(k_uintptr[2], id_int16(16384), str0))
	fmt.Println(f0(id_uintptr(18446744073709551613), id_int16(-5), id_string("42")))
	fmt.Println(f1(yes, k_int8[1], k_uint8[6]))
	fmt.Println(f1(yes, k_int8[4], k_uint8[7]))
	fmt.Println(f2(id_uint16(65533), k_int64[3], k_float64[1]))
	fmt.Println(f2(k_uint16[5], k_int64[1], id_float64(0.1)))
}

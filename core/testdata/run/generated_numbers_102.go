// Generated: random whole numbers, text and control flow.
package main

import "fmt"

var yes, no = true, false
var str0 = "glob"
var float0 = 0.5
var bytes4 = []byte("wxyz")
var k_string = []string{"a", "héllo", "xyz世"}
var k_float64 = []float64{-2.25, 1e10}
var k_int = []int{2, 5, 10, 4611686018427387904, 9223372036854775807, 3, -10, 1}
var k_int8 = []int8{2, 7, 64, 52, 64, -10, -5, 5}
var k_int16 = []int16{-3, 3, -16384, -5, 0, 10, -3, 30300}
var k_int32 = []int32{-5, -2147483647, -3, 2, 1, 2, -2, 2147483647}
var k_int64 = []int64{-4611686018427387904, 4810950764171121598, -3, -9223372036854775807, -9223372036854775807, -1, 2, -10}
var k_uint = []uint{7, 3, 18446744073709551613, 9223372036854775807, 18446744073709551613, 18446744073709551615, 4611686018427387904, 9223372036854775807}
var k_uint8 = []uint8{0, 10, 5, 3, 5, 64, 5, 253}
var k_uint16 = []uint16{16384, 0, 28795, 16059, 10, 65534, 16384, 1}
var k_uint32 = []uint32{10, 2147483647, 0, 4294967294, 4294967294, 10, 4294967293, 1216062225}
var k_uint64 = []uint64{9223372036854775807, 6398974632789338082, 5, 3, 18446744073709551615, 2, 7, 7}
var k_uintptr = []uintptr{9223372036854775807, 7, 0, 10, 1, 2690591456392807250, 0, 2}

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
func f0(p0 string, p1 int32, p2 string) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	if (float0 + id_float64(1.5)) == (id_float64(0.1) / k_float64[0]) {
		ints = append(ints, int(k_int64[1]), (k_int[3] % k_int[6]))
		out(min(k_uint32[7], call_uint32(k_uint32[7], id_uint32(2147483647))), (k_int64[3] % call_int64(k_int64[0], id_int64(3))))
		out(p0, p1, p2)
	}
	v1 := id_int64(((k_int64[7] | k_int64[6]) & min(k_int64[2], k_int64[4])))
	_ = v1
	v2 := id_uintptr(((k_uintptr[0] & k_uintptr[7]) | (-k_uintptr[6])))
	_ = v2
	out(p1, p2, v1, v2)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func f1(p0 uint, p1 uint32, p2 string) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	if (id_uint8(3) / id_uint8(110)) >= (^k_uint8[3]) {
		for i_3 := 0; i_3 < 3; i_3++ {
			_ = i_3
			if (p1 | k_uint32[6]) == uint32(k_float64[1]) {
				out((id_int64(9223372036854775807) % (id_int64(-6319753370550356925) << (id_uint32(7) % 70))), k_uint16[6])
				out(fmt.Sprint(call_uint(p0, p0)), (id_uint64(18446744073709551614) | (id_uint64(18446744073709551613) << (k_uint8[0] % 64))))
				out(p2, uint8(k_uint64[0]))
				out(p0, p1, p2, i_3)
			}
			func() {
				defer func() { note(recover()) }()
				ints[arr[i_3&7]&3]++
				_ = ((i_3 << (k_uint8[1] % 8)) >> (p1 % 100))
				ints = append(ints, (i_3 << (p0 % 100)), (i_3 - i_3))
				out(yes, (^int64(k_float64[0])))
				out((k_uint16[0] / (id_uint16(16384) % k_uint16[1])), uintptr(i_3))
				out(p0, p1, p2, i_3)
			}()
			switch k_int[1] << (id_uintptr(2) % 8) {
			case id_int(1):
				out((id_int64(-9223372036854775808) >> (p1 % 8)), (id_uint16(16384) << (k_uint64[4] % 70)))
				out((uint16(id_uint8(127)) | (k_uint16[2] & id_uint16(0))), ((id_int8(-128) * k_int8[2]) * (id_int8(-3) << (k_uint16[6] % 100))))
				p0 = (p0 | p0)
				out(int32(p1), fmt.Sprint((k_int8[4] % k_int8[1])))
				out(p0, p1, p2, i_3)
			case id_int(6):
				v4 := id_int(((i_3 * i_3) + call_int(i_3, i_3)))
				_ = v4
				ints = append(ints, (v4 ^ k_int[4]), i_3)
				m[v4] = len((str0 + p2))
				p2 = cut(fmt.Sprint((i_3 &^ i_3)), 40)
				out(p1, p2, i_3, v4)
				fallthrough
			case id_int(-2):
				p0 -= call_uint((p0 << (id_uint64(5) % 64)), (id_uint(5) + id_uint(18446744073709551614)))
				v5 := id_int16(((^id_int16(0)) / (-k_int16[6])))
				_ = v5
				out(p1, p2, i_3, v5)
				fallthrough
			default:
				out(k_uintptr[7], uint32((id_float64(1.5) / k_float64[0])))
				v6 := id_bool(((i_3 / i_3) < call_int(i_3, i_3)))
				_ = v6
				out((float0 + (id_float64(0.1) / float0)), (call_uint8(id_uint8(10), k_uint8[7]) - (k_uint8[0] + k_uint8[2])))
				ints = append(ints, (k_int[0] >> (p0 % 100)), int(id_int64(0)))
				out(p1, p2, i_3, v6)
			}
			v7 := id_int8((call_int8(id_int8(7), k_int8[6]) ^ (-id_int8(5))))
			_ = v7
			out(p1, p2, i_3, v7)
		}
		p1 ^= p1
		p1 = call_uint32((p1 ^ p1), (p1 >> (k_uint8[1] % 100)))
		v8 := id_float64((float64(id_int16(1)) / (k_float64[1] * id_float64(1.5))))
		_ = v8
		out(p0, p1, p2, v8)
	} else {
		v9 := id_bool(yes)
		_ = v9
		for i_10 := 0; i_10 < 3; i_10++ {
			_ = i_10
			v11 := id_int64((^(k_int64[0] / id_int64(0))))
			_ = v11
			v12 := id_uint8((-uint8(k_int[3])))
			_ = v12
			v13 := id_uintptr((call_uintptr(k_uintptr[4], id_uintptr(0)) << ((v12 * v12) % 70)))
			_ = v13
			m[len(p2)] += call_int((k_int[6] ^ id_int(2)), (i_10 << (p1 % 70)))
			v12 += ((^v12) | call_uint8(v12, v12))
			out(i_10, v11, v12, v13)
		}
		out(p0, p1, p2, v9)
	}
	arr[(+k_int[5])&7] = (int(k_int32[4]) | k_int[3])
	p1 /= uint32((id_int(-10) &^ k_int[1]))
	switch id_int(1) {
	case id_int(2):
		p1 = ((p1 - p1) ^ p1)
		arr[pa[id_int(-4611686018427387904)&7]&7] = id_int(10)
		switch k_int[4] % k_int[5] {
		case id_int(1):
			if (k_uint8[0] &^ k_uint8[2]) == uint8(k_uintptr[5]) {
				v14 := id_int((-(-k_int[4])))
				_ = v14
				out((id_int64(3897411760764353305) << (k_uint16[2] % 8)), (k_uint64[2] + k_uint64[6]))
				v15 := id_int64((int64(k_uint64[1]) ^ id_int64(-9223372036854775807)))
				_ = v15
				p0 %= (-p0)
				v16 := id_int16((k_int16[4] + id_int16(16756)))
				_ = v16
				out(p2, v14, v15, v16)
			}
			v17 := id_uint((-uint(p0)))
			_ = v17
			for _, i_18 := range cut(fmt.Sprint(id_float64(1.5)), 4) {
				_ = i_18
				p2 = cut(p2[k_int[0]:], 40)
				m[m[k_int[3]]] = (^(k_int[5] & k_int[2]))
				out(p1, p2, v17, i_18)
				funcs = append(funcs, func() int { return int(i_18) })
			}
			p2 = cut(fmt.Sprint((k_int16[2] - k_int16[4])), 40)
			m[(k_int[4] >> (k_uintptr[0] % 64))] = (call_int(k_int[2], k_int[3]) ^ (k_int[7] >> (k_uint64[2] % 100)))
			out(p0, p1, p2, v17)
		case id_int(6):
			m[(+k_int[2])] += (int(k_int64[6]) >> ((id_uint8(10) - k_uint8[6]) % 100))
			for i_19 := 0; i_19 < 3; i_19++ {
				_ = i_19
				out(((p1 * p1) ^ (p1 << (p1 % 100))), ((-id_int16(10)) > (k_int16[0] + id_int16(-5))))
				out(((k_int64[7] % id_int64(-7)) * k_int64[7]), (uint16(p0) - k_uint16[4]))
				v20 := id_bool(((k_uint8[2] + id_uint8(7)) <= bytes4[i_19&3]))
				_ = v20
				m[i_19] += i_19
				v21 := id_bool(v20)
				_ = v21
				out(p2, i_19, v20, v21)
				if p0 == p0 {
					break
				}
			}
			switch k_int[1] - k_int[7] {
			case id_int(2):
				out(cut((p2+p2), (id_int(0)^id_int(4611686018427387904))), k_uint64[3])
				out(((k_uint8[3] & id_uint8(1)) >> (k_uint16[0] % 100)), k_int32[6])
				v22 := id_uint16((call_uint16(k_uint16[7], k_uint16[0]) | (id_uint16(7) * id_uint16(10))))
				_ = v22
				p0 = ((k_uint[4] % k_uint[2]) + (p0 ^ p0))
				v22 = ((id_uint16(65533) << (id_uint64(18446744073709551614) % 70)) << (k_uint32[6] % 70))
				out(p0, p1, p2, v22)
			case id_int(5):
				v23 := id_int16((+(k_int16[5] - id_int16(7))))
				_ = v23
				out((id_int8(64) <= (k_int8[1] &^ id_int8(5))), (call_int16(id_int16(-3), k_int16[4]) <= int16(v23)))
				out(p0, p1, p2, v23)
			case id_int(6):
				v24 := id_uint16(((k_uint16[3] >> (id_uint32(737547518) % 70)) % id_uint16(2)))
				_ = v24
				p1 = ((p1 | k_uint32[5]) | (p1 + id_uint32(1)))
				v24 += call_uint16((v24 ^ v24), (v24 - v24))
				out(((p0 != p0) || (yes || yes)), call_uint32((p1<<(k_uintptr[7]%70)), (p1-p1)))
				v25 := id_uint16((^(+v24)))
				_ = v25
				out(p1, p2, v24, v25)
			default:
				ints = append(ints, int(k_int8[4]), max(id_int(9223372036854775807), id_int(-1)))
				p1 |= (call_uint32(p1, p1) ^ (p1 + p1))
				out(p0, p1, p2)
			}
			out((call_uint(k_uint[5], id_uint(18446744073709551614)) / (p0 * p0)), uintptr((id_int32(7) * k_int32[2])))
			out(p0, p1, p2)
		case id_int(5):
			v26 := id_uint(p0)
			_ = v26
			v27 := id_uint64(id_uint64(0))
			_ = v27
			v28 := id_uint(call_uint(p0, (+p0)))
			_ = v28
			if (p0 - p0) > v26 {
				out(((p2 + p2) + p2), p1)
				ints = append(ints, (id_int(4611686018427387904) &^ k_int[4]), (k_int[4] * k_int[7]))
				out(p2, v26, v27, v28)
			} else {
				v27 &= min((v27 / v27), v27)
				out(((id_uintptr(5) ^ k_uintptr[5]) | (k_uintptr[3] * id_uintptr(18446744073709551614))), call_uint((p0+k_uint[7]), uint(v28)))
				p0 = v28
				out((call_int8(id_int8(0), k_int8[2]) + (k_int8[2] << (v27 % 100))), (id_int16(20069) < k_int16[2]))
				out(p2, v26, v27, v28)
			}
			out(p2, v26, v27, v28)
		default:
			p2 = cut(fmt.Sprint((k_uint64[3] | id_uint64(3))), 40)
			v29 := id_int(((id_int(7) &^ id_int(1)) & (id_int(1) % k_int[6])))
			_ = v29
			ints = append(ints, (^id_int(-7)), (v29 + v29))
			out(p0, p1, p2, v29)
		}
		v30 := id_float64(((-float0) / (float0 + k_float64[1])))
		_ = v30
		if !(no || yes) {
			m[call_int(id_int(7), k_int[3])] = ((k_int[5] << (p0 % 100)) | (id_int(1) % id_int(-10)))
			p1 = ((^p1) / p1)
			if (k_uint16[1] - k_uint16[5]) != (k_uint16[1] &^ k_uint16[1]) {
				v30 = v30
				out(((k_int8[4] | k_int8[3]) << ((k_uint16[7] << (k_uintptr[1] % 64)) % 100)), ((k_uintptr[5] >= k_uintptr[4]) || (no && no)))
				p2 = cut((cut(p2, k_int[0]) + p2[(id_int(4611686018427387904)%id_int(-5)):]), 40)
				ints = append(ints, (k_int[5] - id_int(-4611686018427387904)), (k_int[1] / id_int(0)))
				ints = append(ints, int(id_uint64(1)), (k_int[7] >> (id_uint32(875417333) % 100)))
				out(p0, p1, p2, v30)
			} else {
				p1 = (call_uint32(p1, p1) &^ (p1 >> (id_uint16(32767) % 100)))
				v31 := id_int8(((id_int8(127) | k_int8[0]) + call_int8(k_int8[0], id_int8(-128))))
				_ = v31
				out(p1, p2, v30, v31)
			}
			if (k_uint16[5] << (p0 % 64)) < (k_uint16[6] % id_uint16(65535)) {
				v32 := id_int(((id_int(2) - id_int(-1)) + call_int(id_int(-5), id_int(3882143599078502405))))
				_ = v32
				ints[(v32 + v32)] = ((v32 + v32) + (v32 / v32))
				out(p1, p2, v30, v32)
			} else {
				ints = append(ints, (k_int[4] + k_int[3]), (id_int(0) >> (k_uintptr[1] % 100)))
				out(id_uint64(18446744073709551615), fmt.Sprint((p1 >> (k_uint8[0] % 8))))
				out(p0, p1, p2, v30)
			}
			out(p0, p1, p2, v30)
		}
		out(p0, p1, p2, v30)
		fallthrough
	case id_int(0):
		if (float0 - id_float64(1.5)) != (k_float64[1] * k_float64[0]) {
			v33 := id_int8(max((id_int8(-64) >> (id_uintptr(7) % 100)), (k_int8[6] | id_int8(-7))))
			_ = v33
			ints[int(id_uintptr(2))] = int(id_float64(1.5))
			if (p2 != k_string[1]) && (k_uint8[0] < id_uint8(10)) {
				v34 := id_int64((k_int64[7] % id_int64(7)))
				_ = v34
				out(v34, (id_uint8(7) + (k_uint8[5] - k_uint8[4])))
				v35 := id_uint8(((id_uint8(127) ^ id_uint8(253)) >> (k_uint16[3] % 8)))
				_ = v35
				pa[(id_int(7466183337870966131)<<(k_uint8[5]%70))&7] -= arr[(k_int[4]/id_int(3))&7]
				v33 *= (int8(k_int32[7]) ^ call_int8(v33, k_int8[5]))
				out(p2, v33, v34, v35)
			} else {
				out(((k_int64[3] ^ id_int64(0)) + id_int64(9223372036854775807)), max(int(v33), (id_int(7)/id_int(-5))))
				v36 := id_uintptr(min((k_uintptr[7] + k_uintptr[4]), (k_uintptr[4] % k_uintptr[4])))
				_ = v36
				out((call_int8(v33, v33) & k_int8[3]), uint64((k_int[2] + id_int(1515587156036297651))))
				out(p1, p2, v33, v36)
			}
			if (k_int[2] &^ id_int(3)) < min(k_int[6], id_int(9223372036854775807)) {
				v37 := id_uint64(((+id_uint64(7)) &^ uint64(v33)))
				_ = v37
				v38 := id_int32(((k_int32[5] ^ k_int32[5]) | (k_int32[4] % id_int32(0))))
				_ = v38
				out(((id_uint8(2) & id_uint8(64)) << ((k_uintptr[5] / id_uintptr(18446744073709551614)) % 64)), uint8(id_int(3)))
				out(p2, v33, v37, v38)
			}
			out(p0, p1, p2, v33)
		}
		if fmt.Sprint(k_uintptr[0]) < fmt.Sprint(k_uint64[1]) {
			v39 := id_float64((-(-k_float64[1])))
			_ = v39
			v39 = ((-k_float64[0]) / (-v39))
			switch k_int[1] ^ id_int(-1) {
			case id_int(5):
				out(k_uint64[7], ((k_uint8[5] - id_uint8(0)) - call_uint8(id_uint8(8), k_uint8[5])))
				ints = append(ints, k_int[1], (+id_int(2)))
				v40 := id_uint8((^uint8(p1)))
				_ = v40
				out(p1, p2, v39, v40)
			case id_int(-2):
				out(((id_uint(3) & k_uint[6]) >> (call_uint16(k_uint16[4], id_uint16(5)) % 100)), k_uintptr[2])
				p1 = ((k_uint32[2] & p1) / (id_uint32(2) << (k_uint16[0] % 64)))
				p2 = cut(((p2 + p2) + (p2 + p2)), 40)
				p2 = cut(p2, 40)
				out(((id_int16(-2) * k_int16[5]) << (uint(id_int(-10)) % 70)), p2)
				out(p0, p1, p2, v39)
			case id_int(-2):
				out(int16((id_int8(-127) * k_int8[0])), (k_uint16[6] & (id_uint16(1) - id_uint16(7))))
				out(id_int64(4611686018427387904), uint64((id_int64(3) & k_int64[6])))
				out(p0, p1, p2, v39)
				fallthrough
			default:
				out(((k_uint64[5] >> (p1 % 100)) << ((p0 - p0) % 8)), ((id_uint(18446744073709551613) & p0) << ((id_uint32(2) | p1) % 100)))
				out(((p0 <= k_uint[4]) || (id_uint16(65534) != id_uint16(3))), ((k_int16[1] >> (id_uint(2) % 100)) + (+k_int16[3])))
				out(min((id_uint16(5)&id_uint16(7)), (k_uint16[4]-id_uint16(0))), float64((id_uintptr(3) / id_uintptr(5))))
				ints[int(v39)&3]++
				_ = int(id_int(8984334576439809157))
				out(id_int16(32767), max(call_uint(p0, p0), (p0&p0)))
				out(p0, p1, p2, v39)
			}
			v41 := id_uint16(k_uint16[0])
			_ = v41
			out(p1, p2, v39, v41)
		}
		v42 := id_int16((call_int16(k_int16[7], id_int16(16384)) - (k_int16[5] >> (p1 % 70))))
		_ = v42
		v43 := id_int32(k_int32[1])
		_ = v43
		out(p1, p2, v42, v43)
	case id_int(4):
		if !(id_uint(82026265868290180) != p0) {
			v44 := id_uint64(((k_uint64[6] - id_uint64(0)) - uint64(p1)))
			_ = v44
			p0 = (^p0)
			v45 := id_uint(((-p0) % (p0 - k_uint[0])))
			_ = v45
			if (yes || no) || (k_int[1] >= k_int[2]) {
				p2 = cut(p2[1:], 40)
				out((-int(k_int16[4])), min((p1/p1), (k_uint32[3]>>(p0%100))))
				out((k_float64[1] < (k_float64[1] * k_float64[0])), (int16(k_uintptr[5]) & (id_int16(5) | k_int16[0])))
				m[(k_int[5] % k_int[5])] += len(cut(k_string[1], id_int(7)))
				out(p1, p2, v44, v45)
			}
			out(p1, p2, v44, v45)
		} else {
			if !(id_uint64(7) > k_uint64[3]) {
				p2 = cut(string(rune((-k_int32[3]))), 40)
				v46 := id_string(fmt.Sprint((k_uintptr[5] ^ id_uintptr(1))))
				_ = v46
				v47 := id_int32(((id_int32(-1073741824) | id_int32(1073741824)) & k_int32[2]))
				_ = v47
				v48 := id_uint(k_uint[2])
				_ = v48
				ints[(id_int(4611686018427387904)-id_int(-7))&3]++
				_ = k_int[0]
				out(p2, v46, v47, v48)
			}
			for _, i_49 := range arr {
				_ = i_49
				v50 := id_int32(((id_int32(2) % k_int32[3]) % int32(k_uint64[6])))
				_ = v50
				p2 = cut(((p2 + str0) + string(rune(v50))), 40)
				out(int8((k_uint16[3] << (p0 % 70))), ((v50 / v50) + (v50 & v50)))
				v51 := id_int((^(i_49 &^ id_int(7))))
				_ = v51
				out(p2, i_49, v50, v51)
				if id_uintptr(10) < k_uintptr[7] {
					continue
				}
				funcs = append(funcs, func() int { return int(i_49) })
			}
			v52 := id_int64((-id_int64(0)))
			_ = v52
			out(p0, p1, p2, v52)
		}
		if int8(k_int64[7]) <= id_int8(5) {
			out(p1, ((p1 + p1) << (k_uintptr[6] % 64)))
			switch id_int(9223372036854775807) ^ k_int[2] {
			case id_int(4):
				p1 = call_uint32((k_uint32[1] & p1), (p1 >> (id_uint8(2) % 70)))
				p0 = ((p0 &^ p0) >> (k_uint8[3] % 64))
				v53 := id_uint8(((+k_uint8[5]) * bytes4[id_int(3)&3]))
				_ = v53
				out(p0, p1, p2, v53)
			case id_int(3):
				out(p2[0:], (-(k_int8[1] % id_int8(64))))
				out(p2, (int8(k_int8[3]) * k_int8[0]))
				v54 := id_uintptr(((k_uintptr[1] ^ k_uintptr[0]) % k_uintptr[3]))
				_ = v54
				v55 := id_uint64(((id_uint64(2) >> (p1 % 8)) - (id_uint64(10) >> (k_uint8[3] % 70))))
				_ = v55
				out(p1, p2, v54, v55)
			case id_int(-1):
				out((id_uint64(0) * k_uint64[0]), k_uint8[3])
				out((p0 ^ call_uint(p0, p0)), (id_int8(-10) / (id_int8(5) - k_int8[3])))
				v56 := id_uintptr((k_uintptr[0] * k_uintptr[4]))
				_ = v56
				out(p0, p1, p2, v56)
			default:
				arr[(id_int(-5)-id_int(5))&7] = ((k_int[4] + k_int[6]) << ((id_uint16(65533) + k_uint16[6]) % 100))
				out(uint(float64(k_uint16[4])), p2)
				p0 = (min(p0, k_uint[6]) + (p0 - p0))
				out(p0, p1, p2)
			}
			func() {
				defer func() { note(recover()) }()
				v57 := id_uintptr(uintptr(k_int[1]))
				_ = v57
				m[(id_int(2) / k_int[2])] = (int(id_int64(2)) + (k_int[7] | k_int[5]))
				v58 := id_uint16(min((id_uint16(1) - id_uint16(3)), k_uint16[4]))
				_ = v58
				v59 := id_int16(((k_int16[7] % k_int16[0]) & (^k_int16[3])))
				_ = v59
				out(p2, v57, v58, v59)
			}()
			v60 := id_int32(min((k_int32[1] &^ k_int32[5]), (id_int32(1) &^ id_int32(-2))))
			_ = v60
			v61 := id_int8(k_int8[2])
			_ = v61
			out(p1, p2, v60, v61)
		}
		for _, i_62 := range arr {
			_ = i_62
			for _, i_63 := range cut(fmt.Sprint(id_uint64(7)), 4) {
				_ = i_63
				pa[(i_62^i_62)&7] -= min((i_62 | k_int[3]), i_62)
				ints[i_62&3]++
				_ = (id_int(0) >> (uint32(id_int(-5)) % 100))
				v64 := id_int((int(k_uint16[5]) &^ (id_int(10) + id_int(9223372036854775807))))
				_ = v64
				out(p2, i_62, i_63, v64)
				funcs = append(funcs, func() int { return int(i_63) })
			}
			switch i_62 % i_62 {
			case id_int(-2):
				p2 = cut(((p2 + p2) + cut(p2, i_62)), 40)
				out((max(k_int16[4], id_int16(32767)) <= (id_int16(-32768) | id_int16(-32768))), (call_int32(id_int32(-1073741824), id_int32(-1073741824)) / max(k_int32[2], k_int32[1])))
				out(id_uint32(4294967293), k_int16[4])
				v65 := id_bool(!yes)
				_ = v65
				out(p1, p2, i_62, v65)
				fallthrough
			case id_int(2):
				v66 := id_bool(!(k_uint64[1] == k_uint64[7]))
				_ = v66
				out(uint(k_int8[4]), (p0 + p0))
				out(((k_int8[3] % k_int8[6]) + k_int8[4]), (string(rune(k_int32[5])) + cut(k_string[0], i_62)))
				out(max((k_uint32[4]^k_uint32[4]), (id_uint32(3)>>(p1%64))), (uint32(i_62) >> (p0 % 100)))
				out(p1, p2, i_62, v66)
			default:
				v67 := id_uint16((-call_uint16(k_uint16[3], id_uint16(16384))))
				_ = v67
				ints = append(ints, max(i_62, i_62), int(i_62))
				p1 = ((p1 << (k_uint8[3] % 70)) - k_uint32[7])
				out(p1, p2, i_62, v67)
			}
			if yes {
				v68 := id_int((call_int(i_62, i_62) / (i_62 << (p0 % 100))))
				_ = v68
				out(((k_uintptr[6] % k_uintptr[3]) - (id_uintptr(18446744073709551613) ^ id_uintptr(18446744073709551615))), (int64(k_int[3]) >> ((p1 - p1) % 70)))
				out(p1, p2, i_62, v68)
			} else {
				p2 = cut(p2[int(k_int32[2]):], 40)
				v69 := id_uint32(uint32((p1 + p1)))
				_ = v69
				out((p2[(i_62^i_62):] + cut(k_string[0], i_62)), (+k_int32[0]))
				p0 = ((p0 | id_uint(6155940688435526292)) | (p0 / p0))
				out(p1, p2, i_62, v69)
			}
			func() {
				defer func() { note(recover()) }()
				v70 := id_int8(k_int8[1])
				_ = v70
				p0 &^= ((+p0) / (p0 >> (p0 % 100)))
				out((+(id_int16(-5) - id_int16(-7))), uint16((id_uint64(9223372036854775807) << (k_uint[2] % 8))))
				out(p1, p2, i_62, v70)
			}()
			out(p0, p1, p2, i_62)
			if no || yes {
				continue
			}
			funcs = append(funcs, func() int { return int(i_62) })
		}
		v71 := id_int(len((p2 + p2)))
		_ = v71
		out(p0, p1, p2, v71)
	default:
		v72 := id_uint(((p0 | p0) ^ (p0 * p0)))
		_ = v72
		v73 := id_int((^id_int(2)))
		_ = v73
		out(max(int8(k_int[1]), (k_int8[5]>>(k_uint8[0]%70))), arr[(v73|v73)&7])
		out(p1, p2, v72, v73)
	}
	v74 := id_uint8(id_uint8(0))
	_ = v74
	out(p0, p1, p2, v74)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func f2(p0 bool, p1 uint8, p2 uint) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	for i_75 := range 2 {
		_ = i_75
		v76 := id_int64(((k_int64[6] + id_int64(0)) | k_int64[2]))
		_ = v76
		if call_uintptr(k_uintptr[3], k_uintptr[5]) < (k_uintptr[3] << (id_uint32(7) % 70)) {
			p1 -= p1
			switch i_75 * i_75 {
			case id_int(3):
				out(id_uint64(10), fmt.Sprint((p2 << (k_uint[6] % 64))))
				ints = append(ints, call_int(i_75, i_75), i_75)
				out(p1, p2, i_75, v76)
			case id_int(-2):
				out((k_uint16[1] + (id_uint16(3) + k_uint16[1])), call_int64((+v76), v76))
				v77 := id_int(i_75)
				_ = v77
				out(((p1 | p1) ^ p1), (int32(p1) >> ((k_uint32[3] & id_uint32(1)) % 8)))
				v78 := id_int64((id_int64(-3002630948327189934) % call_int64(k_int64[4], v76)))
				_ = v78
				out(i_75, v76, v77, v78)
			default:
				out((id_int64(7) | (v76 * v76)), (k_uint64[6] & k_uint64[7]))
				v79 := id_uint32(((k_uint32[0] << (k_uint32[6] % 8)) + (k_uint32[0] + k_uint32[4])))
				_ = v79
				out(p2, i_75, v76, v79)
			}
			if (no && p0) && p0 {
				p2 = (id_uint(18446744073709551614) - p2)
				v80 := id_int32((max(k_int32[5], k_int32[6]) &^ id_int32(5)))
				_ = v80
				v81 := id_uintptr(((k_uintptr[7] | id_uintptr(10)) * k_uintptr[7]))
				_ = v81
				out(i_75, v76, v80, v81)
			}
			v82 := id_int(((k_int[6] - i_75) >> (k_uint[1] % 100)))
			_ = v82
			out(p2, i_75, v76, v82)
		} else {
			v83 := id_uintptr(((k_uintptr[2] - k_uintptr[2]) &^ (k_uintptr[2] &^ k_uintptr[4])))
			_ = v83
			v84 := id_uint8(((p1 >> (id_uint64(5150138841622483162) % 8)) << ((k_uint32[5] % id_uint32(1)) % 70)))
			_ = v84
			p2 = p2
			out(i_75, v76, v83, v84)
		}
		out(p1, p2, i_75, v76)
		if p0 || no {
			break
		}
		funcs = append(funcs, func() int { return int(i_75) })
	}
	v85 := id_uint32((id_uint32(4294967294) + k_uint32[7]))
	_ = v85
	out(p0, p1, p2, v85)
	for _, f := range funcs {
		if r < 1<<40 {
			r = r*3 + f()
		}
	}
	out(ints, arr, *pa, len(m))
	out(m)
	return r + len(ints)
}
func f3(p0 uintptr, p1 int, p2 uint64) (r int) {
	defer func() { note(recover()); r += 7; out("r", r) }()
	ints := []int{1, 2, 3, 4}
	var arr [8]int
	pa := &[8]int{3: 3}
	m := map[int]int{1: 1}
	var funcs []func() int
	v86 := id_uint8(call_uint8((k_uint8[3] % k_uint8[5]), (+id_uint8(7))))
	_ = v86
	ints = append(ints, call_int(p1, p1), (p1 ^ k_int[3]))
	v87 := id_int(((p1 % k_int[5]) &^ (k_int[3] - p1)))
	_ = v87
	out(p1, p2, v86, v87)
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
	fmt.Println(f0(k_string[2], k_int32[0], id_string("42")))
	fmt.Println(f0(k_string[1], id_int32(2), str0))
	fmt.Println(f1(k_uint[4], id_uint32(4294967294), k_string[1]))
	fmt.Println(f1(k_uint[2], k_uint32[0], k_string[0]))
	fmt.Println(f2(yes, id_uint8(2), k_uint[6]))
	fmt.Println(f2(yes, k_uint8[4], id_uint(7)))
	fmt.Println(f3(k_uintptr[7], k_int[7], id_uint64(4611686018427387904)))
	fmt.Println(f3(k_uintptr[4], id_int(5), k_uint64[6]))
}

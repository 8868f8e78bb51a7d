package say

import (
	"math"
	"reflect"
	"strconv"
)

// rounded is what a pointer leads to with every number at six significant
// digits, as JSON prints it. Slices and maps are copied before they are changed,
// because what is printed belongs to the decision.
func rounded[T any](v T) T {
	round(reflect.ValueOf(&v).Elem())
	return v
}

func round(v reflect.Value) {
	switch v.Kind() {
	case reflect.Float64:
		v.SetFloat(round6(v.Float()))
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() || f.Anonymous {
				round(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			round(v.Index(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		for i := range list.Len() {
			round(list.Index(i))
		}
		v.Set(list)
	case reflect.Map:
		v.Set(roundedMap(v))
	}
}

// roundedMap copies a map of numbers, of maps, or of values of any kind.
func roundedMap(m reflect.Value) reflect.Value {
	out := reflect.MakeMapWithSize(m.Type(), m.Len())
	for entries := m.MapRange(); entries.Next(); {
		held := entries.Value()
		if held.Kind() == reflect.Interface && !held.IsNil() {
			held = held.Elem()
		}
		value := reflect.New(held.Type()).Elem()
		value.Set(held)
		round(value)
		out.SetMapIndex(entries.Key(), value)
	}
	return out
}

// round6 keeps six significant digits; what is no number counts as nothing.
func round6(x float64) float64 {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	var buf [32]byte
	y, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'g', 6, 64)), 64)
	if err != nil {
		return x
	}
	return y
}

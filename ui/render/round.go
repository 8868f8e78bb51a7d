package render

import (
	"math"
	"reflect"
	"strconv"
)

// digits are the significant digits of a float in JSON: more would promise what
// the models do not know.
const digits = 6

// rounded is a copy of a value whose floats have six significant digits; one
// that JSON cannot hold becomes 0.
func rounded(v any) any {
	if v == nil {
		return nil
	}
	out := copyOf(reflect.ValueOf(v))
	round(out)
	return out.Interface()
}

// copyOf is a value of its own that can be set.
func copyOf(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	return out
}

// round rounds in place; what is behind a pointer, a slice or a map is copied
// first, because it belongs to the decision that is printed.
func round(v reflect.Value) {
	switch k := v.Kind(); {
	case k == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() || f.Anonymous {
				round(v.Field(i))
			}
		}
	case k == reflect.Array:
		for i := range v.Len() {
			round(v.Index(i))
		}
	case !v.CanSet():
	case k == reflect.Float64:
		v.SetFloat(roundFloat(v.Float()))
	case k == reflect.Slice || k == reflect.Map || k == reflect.Pointer || k == reflect.Interface:
		if !v.IsNil() {
			roundBehind(v)
		}
	}
}

func roundBehind(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		for i := range list.Len() {
			round(list.Index(i))
		}
		v.Set(list)
	case reflect.Map:
		out := reflect.MakeMapWithSize(v.Type(), v.Len())
		for entry := v.MapRange(); entry.Next(); {
			held := copyOf(entry.Value())
			round(held)
			out.SetMapIndex(entry.Key(), held)
		}
		v.Set(out)
	case reflect.Pointer:
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(v.Elem())
		round(out.Elem())
		v.Set(out)
	case reflect.Interface:
		held := copyOf(v.Elem())
		round(held)
		v.Set(held)
	}
}

func roundFloat(x float64) float64 {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) { // no -0 either
		return 0
	}
	var buf [32]byte
	y, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'g', digits, 64)), 64)
	if err != nil {
		return x
	}
	return y
}

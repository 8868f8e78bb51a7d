package render

import (
	"math"
	"reflect"
	"strconv"
)

// digits are the significant digits of a float in JSON: more would promise what
// the models do not know.
const digits = 6

// rounded is a deep copy of a value whose floats have six significant digits;
// one that JSON cannot hold becomes 0.
func rounded(v reflect.Value) reflect.Value {
	if !v.IsValid() || (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface || v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.IsNil() {
		return v
	}
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Float64:
		out.SetFloat(roundFloat(v.Float()))
	case reflect.Interface:
		out.Set(rounded(v.Elem()))
	case reflect.Pointer:
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(rounded(v.Elem()))
	case reflect.Struct:
		out.Set(v)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
				out.Field(i).Set(rounded(v.Field(i)))
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(rounded(v.Index(i)))
		}
	case reflect.Map:
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for entry := v.MapRange(); entry.Next(); {
			out.SetMapIndex(entry.Key(), rounded(entry.Value()))
		}
	default:
		return v
	}
	return out
}

func roundFloat(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	var buf [32]byte
	y, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'g', digits, 64)), 64)
	if err != nil {
		return x
	}
	return y
}

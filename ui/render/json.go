package render

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
)

// Array prints JSON values as one array, a line each, as they come.
type Array struct {
	w   io.Writer
	n   int
	buf []byte
}

// Add prints the next value.
func (a *Array) Add(v any) error {
	before := ",\n"
	if a.n == 0 {
		before = "[\n"
	}
	a.n++
	a.buf = appendJSON(append(a.buf[:0], before...), reflect.ValueOf(v))
	_, err := a.w.Write(a.buf)
	return err
}

// Line prints a value on a line of its own.
func (a *Array) Line(v any) error {
	a.buf = append(appendJSON(a.buf[:0], reflect.ValueOf(v)), '\n')
	_, err := a.w.Write(a.buf)
	return err
}

// Close ends the array.
func (a *Array) Close() error {
	end := "\n]\n"
	if a.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

// JSON prints one value, indented.
func JSON(w io.Writer, v any) error {
	var b bytes.Buffer
	err := json.Indent(&b, appendJSON(nil, reflect.ValueOf(v)), "", "  ")
	if err == nil {
		_, err = w.Write(append(b.Bytes(), '\n'))
	}
	return err
}

// Package draw holds what several views draw with: text fields, scrolled text,
// a canvas of dots with axes, bars of scores. It knows no view and no message.
package draw

// Package terminal knows what the streams of the program are: whether they are
// terminals, how wide, with colours or without, light or dark.
package terminal

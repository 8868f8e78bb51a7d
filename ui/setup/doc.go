// Package setup gives the screens what they need of an engine and of the disk: how
// a profile is read and saved, a record written, a statement looked up, and the
// worked examples.
package setup

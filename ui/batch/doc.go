// Package batch reads many files and works on them on all cores: it finds the
// files, reads their profiles or records, and hands results on in the order of
// the input.
package batch

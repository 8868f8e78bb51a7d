// Package compare sets two profiles side by side, with what differs between
// them. It changes neither.
package compare

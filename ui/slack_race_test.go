//go:build race

package ui

// slack is large under the race detector, which slows the code many times.
const slack = 20

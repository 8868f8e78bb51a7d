//go:build !race

package ui

// slack is how much slower than stated a speed test may find the code: none.
const slack = 1

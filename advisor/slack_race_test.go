//go:build race

package advisor

// slack is large under the race detector, which slows some code more than other.
const slack = 20.0

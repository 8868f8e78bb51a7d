package profile

import "bytes"

// maxDepth bounds brackets inside brackets and dots in one key. A profile needs
// three of either; the TOML parser recurses on both.
const maxDepth = 32

// tooDeep returns where data nests deeper than maxDepth, or -1. It errs on the
// side of finding nothing in text that is no TOML: that never parses.
func tooDeep(data []byte) int {
	few := func(c string) bool { return bytes.Count(data, []byte(c)) <= maxDepth }
	if few(".") && few("[") && few("{") {
		return -1
	}
	depth, dots := 0, 0
	for i := 0; i < len(data); i++ {
		switch c := data[i]; c {
		case '"', '\'':
			i = skipString(data, i) - 1
		case '#':
			i = skipLine(data, i) - 1
		case '[', '{':
			depth++
			dots = 0
		case ']', '}':
			depth = max(0, depth-1)
			dots = 0
		case ',', '=', '\n':
			dots = 0
		case '.':
			dots++
		}
		if depth > maxDepth || dots > maxDepth {
			return i
		}
	}
	return -1
}

// skipString returns the index after the string that starts at i, in any of the
// four ways of quoting; a string on one line ends at the line break at last.
func skipString[T string | []byte](data T, i int) int {
	quote := data[i]
	if i+2 < len(data) && data[i+1] == quote && data[i+2] == quote {
		return skipLongString(data, i+3, quote)
	}
	for i++; i < len(data); i++ {
		switch c := data[i]; {
		case c == quote:
			return i + 1
		case c == '\n':
			return i
		case c == '\\' && quote == '"' && i+1 < len(data) && data[i+1] != '\n':
			i++
		}
	}
	return len(data)
}

func skipLongString[T string | []byte](data T, i int, quote byte) int {
	for ; i+2 < len(data); i++ {
		if data[i] == '\\' && quote == '"' {
			i++
			continue
		}
		if data[i] == quote && data[i+1] == quote && data[i+2] == quote {
			for i += 3; i < len(data) && data[i] == quote; i++ { // quotes before the closing ones
			}
			return i
		}
	}
	return len(data)
}

// skipLine returns the index of the end of the line.
func skipLine[T string | []byte](data T, i int) int {
	for i < len(data) && data[i] != '\n' {
		i++
	}
	return i
}

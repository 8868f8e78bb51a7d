package page

import (
	"strconv"
	"strings"
)

// FrontMatter are the lines of the YAML header, nil if there is none, and the rest; both are parts of the lines.
func FrontMatter(lines []string) (front, body []string) {
	start := FirstText(lines, 0)
	if start < 0 || strings.TrimRight(lines[start], " ") != "---" {
		return nil, lines
	}
	for i := start + 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " ") == "---" {
			return lines[start+1 : i : i], lines[i+1:]
		}
	}
	return nil, lines
}

// YAMLKey is the place of a top-level key of a YAML header, and what stands behind its colon; -1 if it is missing.
func YAMLKey(front []string, key string) (at int, value string) {
	for i, line := range front {
		name, value, ok := strings.Cut(line, ":")
		if ok && strings.EqualFold(strings.TrimRight(name, " "), key) {
			return i, strings.TrimSpace(value)
		}
	}
	return -1, ""
}

// YAMLValue is the value of a top-level key of a YAML header, unquoted and without a comment.
func YAMLValue(front []string, key string) string {
	_, value := YAMLKey(front, key)
	if quoted, err := strconv.QuotedPrefix(value); err == nil {
		if unquoted, err := strconv.Unquote(quoted); err == nil {
			return unquoted
		}
	}
	value, _, _ = strings.Cut(value, " #")
	return strings.Trim(strings.TrimSpace(value), `'"`)
}

// FirstText is the first line from a place on with anything on it, -1 if a heading or the end comes before.
func FirstText(lines []string, from int) int {
	for i := from; i < len(lines); i++ {
		if strings.HasPrefix(lines[i], "#") && from > 0 {
			break
		}
		if strings.TrimSpace(lines[i]) != "" {
			return i
		}
	}
	return -1
}

package source

import (
	"regexp"
	"sync"
)

// Pattern compiles a regular expression when it is first asked for: every command
// waits for what is compiled at the start, and few need it.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

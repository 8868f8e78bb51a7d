package record

import (
	"archadvisor/rules/source"
	"strings"

	"archadvisor/advisor/record/page"
)

// found is the embedded block of a Markdown record, as people and their editors
// left it: fenced by backticks or tildes, or indented, in a list or a quotation.
type found struct {
	lines    []string // without what stands before each
	from, to int      // its lines in the file; to is -1 if the fence is not closed
	prefix   string   // what stands before each line
	fence    string   // what it is fenced by, "" if it is indented
}

func (b found) found() bool { return b.from > 0 }

var (
	blockLine = source.Pattern(`^([ \t>]*)` + blockMark)
)

// findBlock finds the embedded block.
func findBlock(lines []string) (b found) {
	for i, line := range lines {
		m := blockLine().FindStringSubmatch(line)
		if m == nil {
			continue
		}
		above := i - 1
		for above > 0 && strings.Trim(lines[above], " \t>") == "" {
			above--
		}
		b = found{from: i, prefix: m[1], to: -1}
		if f := page.Fence.FindStringSubmatch(lines[max(above, 0)]); f != nil {
			b.fence = f[1]
		} else if !strings.HasPrefix(m[1], "    ") && !strings.HasPrefix(m[1], "\t") {
			continue // a heading
		}
		b.readLines(lines)
		return b
	}
	return found{}
}

// readLines reads up to the end of the fence, or of what is indented.
func (b *found) readLines(lines []string) {
	bare := strings.TrimRight(b.prefix, " \t")
	for i := b.from; i < len(lines); i++ {
		line, inside := strings.CutPrefix(lines[i], b.prefix)
		if rest := strings.TrimSpace(line); !inside && (rest == "" || rest == bare) {
			line, inside = "", true
		}
		if b.fence != "" && page.Closes(lines[i], b.fence) || b.fence == "" && !inside {
			b.to = i
			return
		}
		b.lines = append(b.lines, line)
	}
	if b.fence == "" {
		b.to = len(lines)
	}
}

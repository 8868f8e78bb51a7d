package say

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
)

// Document is text before it has a form: headings, paragraphs, lists and tables
// that print as plain text or as Markdown.
type Document struct{ blocks []block }

type blockKind uint8

const (
	headingBlock blockKind = iota
	paragraphBlock
	bulletBlock
	tableBlock
)

type block struct {
	kind  blockKind
	text  string
	rows  [][]string // of a table, the first is the head
	right int        // columns from here on are aligned to the right
}

// Heading adds a heading; the first one is the title.
func (d *Document) Heading(text string) { d.add(block{kind: headingBlock, text: text}) }

// Paragraph adds a paragraph.
func (d *Document) Paragraph(text string) { d.add(block{kind: paragraphBlock, text: text}) }

// Bullet adds an entry of a list.
func (d *Document) Bullet(text string) { d.add(block{kind: bulletBlock, text: text}) }

// Table adds a table whose first row is the head; if right is not 0, the
// columns from it on are aligned to the right.
func (d *Document) Table(right int, rows ...[]string) {
	d.add(block{kind: tableBlock, rows: rows, right: right})
}

func (d *Document) add(b block) {
	b.text = profile.Clean(b.text)
	for i := range b.rows {
		for k := range b.rows[i] {
			b.rows[i][k] = profile.Clean(b.rows[i][k])
		}
	}
	d.blocks = append(d.blocks, b)
}

// Plain renders text of a width; bold marks headings.
func (d *Document) Plain(width int, bold bool) string {
	var b strings.Builder
	for i, k := range d.blocks {
		if i > 0 && apart(d.blocks[i-1].kind, k.kind) {
			b.WriteByte('\n')
		}
		switch k.kind {
		case headingBlock:
			b.WriteString(emphasise(ansi.Truncate(k.text, width, "…"), bold) + "\n")
		case paragraphBlock:
			b.WriteString(Wrap(k.text, width, "", "") + "\n")
		case bulletBlock:
			b.WriteString(Wrap(k.text, width, "  - ", "    ") + "\n")
		case tableBlock:
			b.WriteString(plainTable(k, width))
		}
	}
	return b.String()
}

// apart reports whether an empty line stands between two blocks: not below a
// heading, and not between bullets.
func apart(before, k blockKind) bool {
	return before != headingBlock && (k != bulletBlock || before != bulletBlock)
}

func emphasise(s string, bold bool) string {
	if !bold {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// Wrap breaks at spaces; a word that is wider than the line, such as a URL,
// stands alone on its own.
func Wrap(text string, width int, first, rest string) string {
	var lines []string
	line := first
	used := false
	for _, word := range strings.Fields(text) {
		if used && ansi.StringWidth(line)+1+ansi.StringWidth(word) > width {
			lines = append(lines, line)
			line, used = rest, false
		}
		if used {
			line += " "
		}
		line += word
		used = true
	}
	return strings.Join(append(lines, line), "\n")
}

// Columns aligns the columns of rows that may be as wide as they are.
func Columns(rows [][]string) string { return plainTable(block{rows: rows}, unbounded) }

// unbounded is the width of a table whose cells must stay whole.
const unbounded = 1 << 16

// plainTable aligns the columns; a table that is too wide loses from its widest
// column.
func plainTable(k block, width int) string {
	widths := columnWidths(k.rows)
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	last := len(widths) - 1
	if over := total + 2 - width; over > 0 {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		widths[widest] = max(8, widths[widest]-over)
	}
	var b strings.Builder
	for _, row := range k.rows {
		b.WriteString("  ")
		for i, text := range row {
			text = ansi.Truncate(text, widths[i], "…")
			gap := strings.Repeat(" ", max(0, widths[i]-ansi.StringWidth(text)))
			switch {
			case i >= k.right && k.right > 0:
				text = gap + text
			case i < last:
				text += gap
			}
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], ansi.StringWidth(text))
		}
	}
	return widths
}

// Markdown renders Markdown; the first heading is the title.
func (d *Document) Markdown() string {
	var b strings.Builder
	for i, k := range d.blocks {
		if i > 0 && !(k.kind == bulletBlock && d.blocks[i-1].kind == bulletBlock) {
			b.WriteByte('\n')
		}
		switch k.kind {
		case headingBlock:
			level := "## "
			if i == 0 {
				level = "# "
			}
			b.WriteString(level + strings.TrimRight(MarkdownCell(k.text), ".,;:!?") + "\n")
		case paragraphBlock:
			b.WriteString(MarkdownCell(k.text) + "\n")
		case bulletBlock:
			b.WriteString("* " + MarkdownCell(k.text) + "\n")
		case tableBlock:
			b.WriteString(markdownTable(k))
		}
	}
	return b.String()
}

func markdownTable(k block) string {
	var b strings.Builder
	for i, row := range k.rows {
		for _, text := range row {
			b.WriteString("| " + MarkdownCell(text) + " ")
		}
		b.WriteString("|\n")
		if i > 0 {
			continue
		}
		for c := range row {
			if k.right > 0 && c >= k.right {
				b.WriteString("|--:")
			} else {
				b.WriteString("|---")
			}
		}
		b.WriteString("|\n")
	}
	return b.String()
}

// MarkdownCell neutralises text for a Markdown table.
func MarkdownCell(s string) string {
	s = profile.Clean(s)
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", `\<`, ">", `\>`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`).Replace(s)
}

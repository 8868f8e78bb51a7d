// Package document is text before it has a form: headings, paragraphs, lists and tables, and its printers.
package document

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
)

// Document is text before it has a form.
type Document struct{ blocks []Block }

// BlockKind is what a part of a document is.
type BlockKind uint8

// The kinds of block.
const (
	HeadingBlock BlockKind = iota
	ParagraphBlock
	BulletBlock
	TableBlock
)

// Block is a part of a document.
type Block struct {
	Kind  BlockKind
	Text  string
	Rows  [][]string // of a table, the first is the head
	Right int        // columns from here on are aligned to the right, if it is not 0
	Cites [][]string // what the text rests on, or each row below the head: title and address

	stacks bool // of a table too wide the cells of a row stand below one another, whole
}

// Blocks are the parts of the document, for a printer of another form.
func (d *Document) Blocks() []Block { return d.blocks }

// Cite says what the block added last rests on: its text, or the rows of a table below its head in their order.
func (d *Document) Cite(sources ...[]string) { d.blocks[len(d.blocks)-1].Cites = sources }

// Heading adds a heading; the first one is the title.
func (d *Document) Heading(text string) { d.add(HeadingBlock, text) }

// Paragraph adds paragraphs.
func (d *Document) Paragraph(texts ...string) { d.add(ParagraphBlock, texts...) }

// Bullet adds entries of a list.
func (d *Document) Bullet(texts ...string) { d.add(BulletBlock, texts...) }

// Section adds a heading with a list below it, unless that is empty.
func (d *Document) Section(heading string, bullets ...string) {
	if len(bullets) > 0 {
		d.Heading(heading)
		d.Bullet(bullets...)
	}
}

func (d *Document) add(kind BlockKind, texts ...string) {
	for _, t := range texts {
		d.blocks = append(d.blocks, Block{Kind: kind, Text: profile.Clean(t)})
	}
}

// Table adds a table whose first row is the head; if right is not 0, the columns from it on are aligned to the right.
func (d *Document) Table(right int, rows ...[]string) {
	for _, row := range rows {
		for k := range row {
			row[k] = profile.Clean(row[k])
		}
	}
	d.blocks = append(d.blocks, Block{Kind: TableBlock, Rows: rows, Right: right})
}

// Wide is a Table whose cells stand below one another where they have no room beside one another.
func (d *Document) Wide(rows ...[]string) {
	d.Table(1, rows...)
	d.blocks[len(d.blocks)-1].stacks = true
}

// Sections are the text to be read out, a line for each thing that is said; a heading begins a section.
func (d *Document) Sections() [][]string {
	var out [][]string
	for _, k := range d.blocks {
		lines := []string{k.Text}
		if k.Kind == TableBlock {
			lines = readOut(k.Rows)
		}
		if k.Kind == HeadingBlock || out == nil {
			out = append(out, nil)
		}
		last := len(out) - 1
		out[last] = append(out[last], lines...)
	}
	return out
}

// readOut reads a table out: "monolith: score 90, probability 99 %".
func readOut(rows [][]string) []string {
	var out []string
	for _, row := range rows[1:] {
		var cells []string
		for i, cell := range row[1:] {
			if cell != "" {
				cells = append(cells, strings.TrimSpace(rows[0][i+1]+" "+cell))
			}
		}
		out = append(out, row[0]+": "+strings.Join(cells, ", "))
	}
	return out
}

// Plain renders text of a width; bold marks headings. An empty line stands between blocks, not between bullets.
func (d *Document) Plain(width int, bold bool) string {
	var b strings.Builder
	for i, k := range d.blocks {
		if i > 0 && d.blocks[i-1].Kind != HeadingBlock && !d.listed(i) {
			b.WriteByte('\n')
		}
		switch k.Kind {
		case HeadingBlock:
			text := Wrap(k.Text, width, "", "")
			if bold {
				text = "\x1b[1m" + text + "\x1b[0m"
			}
			b.WriteString(text + "\n")
		case ParagraphBlock:
			b.WriteString(Wrap(k.Text, width, "", "") + "\n")
		case BulletBlock:
			b.WriteString(Wrap(k.Text, width, "  - ", "    ") + "\n")
		case TableBlock:
			b.WriteString(plainTable(k, width))
		}
	}
	return b.String()
}

func (d *Document) listed(i int) bool {
	return d.blocks[i].Kind == BulletBlock && d.blocks[i-1].Kind == BulletBlock
}

// Wrap breaks at spaces; a word that is wider than the line, such as a URL, stands alone on its own.
func Wrap(text string, width int, first, rest string) string {
	out, line := "", first
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			line += word
		case ansi.StringWidth(line)+1+ansi.StringWidth(word) > width:
			out, line = out+line+"\n", rest+word
		default:
			line += " " + word
		}
	}
	return out + line
}

// Broken parts a word that is wider than a line, an address or a path, behind a sign that parts those; where there is
// none, where the line ends.
func Broken(word string, width int) string { return ansi.Wrap(word, width, "/?&=_") }

// Columns aligns the columns of rows, which stand below one another where they are wider; of no width they never are.
func Columns(rows [][]string, width int) string {
	if width <= 0 {
		width = unbounded
	}
	return plainTable(Block{Rows: rows, stacks: true}, width)
}

const unbounded = 1 << 16 // the width of a table whose cells must stay whole

// plainTable aligns the columns; of a table that is too wide the widest shrinks, though no figure, and what no longer
// fits into the first stands above its row.
func plainTable(k Block, width int) string {
	last := len(k.Rows[0]) - 1
	widths, over, widest := make([]int, last+1), 2*last+2-width, 0
	for _, row := range k.Rows {
		for i, text := range row {
			widths[i] = max(widths[i], ansi.StringWidth(text))
		}
	}
	for i, w := range widths {
		if over += w; w > widths[widest] {
			widest = i
		}
	}
	if over > 0 && k.stacks {
		return stacked(k.Rows, width)
	}
	if over > 0 {
		least := 4
		if k.Right > 0 && widest >= k.Right {
			for _, row := range k.Rows[1:] {
				least = max(least, ansi.StringWidth(row[widest]))
			}
		}
		widths[widest] = max(least, widths[widest]-over)
	}
	var b strings.Builder
	for _, row := range k.Rows {
		for i, text := range row {
			if i == 0 && ansi.StringWidth(text) > widths[0] && k.Right == 1 {
				b.WriteString(Wrap(text, width, "  ", "  ") + "\n")
				text = ""
			}
			text = Cell(text, widths[i], i >= k.Right && k.Right > 0)
			if i == last {
				text = strings.TrimRight(text, " ")
			}
			b.WriteString("  " + text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Cell cuts a text to a width, and pads it behind or, if it stands at the right, before.
func Cell(text string, width int, right bool) string {
	text = ansi.Truncate(text, width, "…")
	gap := strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
	if right {
		return gap + text
	}
	return text + gap
}

// stacked writes the cells of a row below the first, each behind its column and broken between words.
func stacked(rows [][]string, width int) string {
	column := 0
	for _, head := range rows[0] {
		column = max(column, ansi.StringWidth(head))
	}
	var b strings.Builder
	rest := strings.Repeat(" ", 4+column+2)
	for _, row := range rows[1:] {
		b.WriteString("  " + row[0] + "\n")
		for c, text := range row[1:] {
			first := "    " + Cell(rows[0][c+1], column, false) + "  "
			for _, l := range strings.Split(Broken(Wrap(text, width-len(rest), "", ""), width-len(rest)), "\n") {
				b.WriteString(strings.TrimRight(first+l, " ") + "\n")
				first = rest
			}
		}
	}
	return b.String()
}

// Markdown renders Markdown; the first heading is the title.
func (d *Document) Markdown() string {
	var b strings.Builder
	for i, k := range d.blocks {
		if i > 0 && !d.listed(i) {
			b.WriteByte('\n')
		}
		switch k.Kind {
		case HeadingBlock:
			level := "## "
			if i == 0 {
				level = "# "
			}
			b.WriteString(level + strings.TrimRight(MarkdownCell(k.Text), ".,;:!?") + "\n")
		case ParagraphBlock:
			b.WriteString(MarkdownCell(k.Text) + "\n")
		case BulletBlock:
			b.WriteString("* " + MarkdownCell(k.Text) + "\n")
		case TableBlock:
			b.WriteString(markdownTable(k))
		}
	}
	return b.String()
}

func markdownTable(k Block) string {
	var b strings.Builder
	for i, row := range k.Rows {
		rule := ""
		for c, text := range row {
			b.WriteString("| " + MarkdownCell(text) + " ")
			if k.Right > 0 && c >= k.Right {
				rule += "|--:"
			} else {
				rule += "|---"
			}
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(rule + "|\n")
		}
	}
	return b.String()
}

// MarkdownCell neutralises text for a Markdown table.
func MarkdownCell(s string) string {
	s = profile.Clean(s)
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", `\<`, ">", `\>`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`).Replace(s)
}

package record

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"archadvisor/advisor/record/slug"
)

// lint restates the rules of markdownlint 0.40 that a generated record can
// break, with the settings of MADR (default: true, MD013 and MD024 off). It is
// stricter than markdownlint inside lines: whatever could be markup there must
// be escaped or be markup that the templates write. The real program is run by
// .ci/readers.sh.
func lint(text string) []string {
	l := &linter{lines: strings.Split(text, "\n")}
	l.file(text)
	start := 0
	if l.lines[0] == "---" {
		for start = 1; start < len(l.lines) && l.lines[start] != "---"; start++ {
			l.add(start, "MD025", strings.HasPrefix(l.lines[start], "title:"))
		}
		start++
	}
	fenced, h1, level := false, 0, 0
	for i := start; i < len(l.lines); i++ {
		line := l.lines[i]
		l.add(i, "MD010", strings.Contains(line, "\t"))
		if strings.HasPrefix(line, "```") {
			if !fenced {
				l.add(i, "MD040", line == "```")
				l.add(i, "MD031", l.text(i-1))
			} else {
				l.add(i, "MD031", l.text(i+1))
			}
			fenced = !fenced
			continue
		}
		if fenced {
			continue
		}
		l.add(i, "MD009", strings.TrimRightFunc(line, unicode.IsSpace) != line)
		l.add(i, "MD012", line == "" && i > start && l.lines[i-1] == "" && i+1 < len(l.lines))
		if n := hashes(line); n > 0 {
			l.heading(i, start, n, level)
			level = n
			if n == 1 {
				h1++
				l.add(i, "MD025", h1 > 1)
			}
			continue
		}
		l.block(i)
	}
	l.add(len(l.lines), "MD031", fenced)
	l.add(start, "MD041", h1 == 0 || !strings.HasPrefix(l.lines[start], "# "))
	return l.found
}

var (
	blockOpener     = regexp.MustCompile(`^([-*+>]( |$)|#+( |$)|\[[ xX]\] |:::|\|)`)
	escapePattern   = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]")
	codePattern     = regexp.MustCompile("`([^`]+)`")
	autolinkPattern = regexp.MustCompile(`<https?://[!-;=?-~]+>`)
	linkPattern     = regexp.MustCompile(`\[([^\[\]]+)\]\([A-Za-z0-9._%-]+\)`)
	bareAddress     = regexp.MustCompile(`(https?|ftp)://|www\.\S|mailto:\S+@|[a-z0-9._+-]@[a-z0-9_-]+\.`)
	looseUnderscore = regexp.MustCompile(`(^|[^\pL\pN])_|_($|[^\pL\pN])`)
	entityPattern   = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)
)

type linter struct {
	lines  []string
	found  []string
	bullet byte
}

func (l *linter) add(i int, rule string, broken bool) {
	if broken {
		line := ""
		if i < len(l.lines) {
			line = l.lines[i]
		}
		l.found = append(l.found, fmt.Sprintf("%d %s %q", i+1, rule, line))
	}
}

// text reports whether a line is there and has anything on it.
func (l *linter) text(i int) bool { return i >= 0 && i < len(l.lines) && l.lines[i] != "" }

func (l *linter) file(text string) {
	l.add(len(l.lines)-1, "MD047", !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n"))
	l.add(0, "line ends", strings.ContainsAny(text, "\r\u2028\u2029\u0085\x00\x1b\v\f"))
}

// hashes is the level of a heading, 0 if the line is none.
func hashes(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n > 0 && n <= 6 && strings.HasPrefix(line[n:], " ") {
		return n
	}
	return 0
}

func (l *linter) heading(i, start, n, before int) {
	line := l.lines[i]
	l.add(i, "MD001", before > 0 && n > before+1)
	l.add(i, "MD022", i > start && l.text(i-1) || l.text(i+1))
	l.add(i, "MD019", strings.HasPrefix(line[n:], "  "))
	title := strings.TrimSpace(line[n:])
	l.add(i, "MD026", title == "" || strings.ContainsAny(title[len(title)-1:], ".,;:!?") || strings.ContainsRune("。，；：！？", lastRune(title)))
	l.add(i, "MD020", strings.HasSuffix(title, "#") && !strings.HasSuffix(title, `\#`))
	l.inline(i, title)
}

// block checks a line that is neither heading nor code.
func (l *linter) block(i int) {
	line := l.lines[i]
	l.add(i, "MD018", strings.HasPrefix(line, "#"))
	l.add(i, "MD023", strings.HasPrefix(line, " "))
	l.add(i, "MD027", strings.HasPrefix(line, ">"))
	l.add(i, "MD035", i > 0 && thematic(line))
	l.add(i, "MD029", ordered(line))
	switch {
	case len(line) > 1 && strings.IndexByte("*-+", line[0]) >= 0 && line[1] == ' ':
		l.add(i, "MD004", l.bullet != 0 && l.bullet != line[0])
		l.add(i, "MD030", strings.HasPrefix(line[1:], "  "))
		l.bullet = line[0]
		for _, j := range []int{i - 1, i + 1} {
			l.add(i, "MD032", l.text(j) && l.lines[j][0] != l.bullet)
		}
		l.add(i, "MD042", len(line) < 3)
		l.add(i, "nested block", hashes(line[2:]) > 0 || ordered(line[2:]) || thematic(line[2:]) || blockOpener.MatchString(line[2:]))
		line = line[2:]
	case strings.HasPrefix(line, "|"):
		l.table(i)
		return
	}
	l.inline(i, line)
}

func thematic(line string) bool {
	s := strings.ReplaceAll(line, " ", "")
	return len(s) >= 3 && strings.Trim(s, s[:1]) == "" && strings.Contains("-*_=", s[:1])
}

func ordered(line string) bool {
	rest := strings.TrimLeft(line, "0123456789")
	return rest != line && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// table checks a row: both outer pipes, one space beside every pipe, as many
// cells as the row above.
func (l *linter) table(i int) {
	line := l.lines[i]
	masked := strings.ReplaceAll(strings.ReplaceAll(line, `\\`, "xx"), `\|`, "xx")
	l.add(i, "MD055", !strings.HasSuffix(masked, " |") || !strings.HasPrefix(masked, "| "))
	cells := strings.Split(masked, "|")
	for _, c := range cells[1 : len(cells)-1] {
		l.add(i, "MD060", len(c) < 3 || c[0] != ' ' || c[1] == ' ' || c[len(c)-1] != ' ' || c[len(c)-2] == ' ')
	}
	if above := i - 1; l.text(above) {
		l.add(i, "MD058", !strings.HasPrefix(l.lines[above], "|"))
		m := strings.ReplaceAll(strings.ReplaceAll(l.lines[above], `\\`, "xx"), `\|`, "xx")
		l.add(i, "MD056", strings.Count(m, "|") != strings.Count(masked, "|"))
	}
	l.add(i, "MD058", l.text(i+1) && !strings.HasPrefix(l.lines[i+1], "|"))
	l.inline(i, strings.Trim(strings.ReplaceAll(masked, "|", " "), " "))
}

// inline checks running text after taking out escapes and the markup that
// templates write: code spans, autolinks to the web, links to records.
func (l *linter) inline(i int, s string) {
	s = escapePattern.ReplaceAllString(s, "\x01")
	for _, m := range codePattern.FindAllStringSubmatch(s, -1) {
		l.add(i, "MD038", strings.TrimSpace(m[1]) != m[1])
	}
	s = codePattern.ReplaceAllString(s, "\x01")
	s = autolinkPattern.ReplaceAllString(s, "\x01")
	for _, m := range linkPattern.FindAllStringSubmatch(s, -1) {
		l.add(i, "MD039", strings.TrimSpace(m[1]) != m[1])
		l.add(i, "MD059", m[1] == "here" || m[1] == "link" || m[1] == "more" || m[1] == "click here")
	}
	s = linkPattern.ReplaceAllString(s, "\x01")
	low := strings.ToLower(s)
	l.add(i, "MD033", strings.ContainsAny(s, "<>"))
	l.add(i, "MD034", bareAddress.MatchString(low))
	l.add(i, "MD037", strings.Contains(s, "*") || looseUnderscore.MatchString(s))
	l.add(i, "MD038", strings.Contains(s, "`"))
	l.add(i, "MD052", strings.ContainsAny(s, "[]"))
	l.add(i, "table pipe", strings.Contains(s, "|"))
	l.add(i, "template or mathematics", strings.ContainsAny(s, "{}$~"))
	l.add(i, "entity", entityPattern.MatchString(s))
	l.add(i, "backslash", strings.Contains(s, `\`))
	for _, r := range s {
		l.add(i, "control", r != '\x01' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'))
	}
}

// The linter must find what it is for.
func TestLintFinds(t *testing.T) {
	const good = "# T\n\ntext\n"
	if found := lint(good); len(found) > 0 {
		t.Errorf("clean text: %v", found)
	}
	cases := []struct{ rule, text string }{
		{"MD033", "# T\n\na <T> b\n"}, {"MD034", "# T\n\nsee https://x.y\n"}, {"MD034", "# T\n\nsee a@b.c\n"},
		{"MD026", "# T.\n\ntext\n"}, {"MD009", "# T\n\ntext \n"}, {"MD010", "# T\n\na\tb\n"}, {"MD012", "# T\n\n\ntext\n"},
		{"MD018", "# T\n\n#tag\n"}, {"MD004", "# T\n\n* a\n\n- b\n"}, {"MD032", "# T\n\ntext\n* a\n"}, {"MD022", "# T\ntext\n"},
		{"MD025", "---\ntitle: x\n---\n# T\n\ntext\n"}, {"MD047", "# T\n\ntext"}, {"MD029", "# T\n\n1. a\n"}, {"MD037", "# T\n\na * b\n"},
		{"MD038", "# T\n\na ` b\n"}, {"MD040", "# T\n\n```\nx\n```\n"}, {"MD055", "# T\n\n| a | b\n| - | - |\n"}, {"MD056", "# T\n\n| a | b |\n| --- |\n"},
		{"MD031", "# T\n\ntext\n```toml\nx\n```\n"}, {"MD039", "# T\n\n[7. ](x.md)\n"}, {"MD052", "# T\n\n[x] y\n"}, {"MD020", "# T #\n\ntext\n"},
		{"MD041", "T\n\ntext\n"}, {"MD001", "# T\n\n### U\n"}, {"entity", "# T\n\na &lt; b\n"}, {"MD060", "# T\n\n|a | b |\n"},
	}
	for _, c := range cases {
		if found := strings.Join(lint(c.text), "\n"); !strings.Contains(found, c.rule) {
			t.Errorf("%q: want %s, got %q", c.text, c.rule, found)
		}
	}
}

// slugPattern is what readers accept in file names.
var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Every Markdown record of 200 hostile profiles passes, and says its title as
// it was given.
func TestHostileTextBreaksNothing(t *testing.T) {
	for seed := range uint64(200) {
		p, e, m := hostileCase(t, seed)
		for _, f := range Formats() {
			data, err := Write(f, e, p, m)
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, f, err)
			}
			full, err := m.Fill(f, e.Decision, p)
			if err != nil {
				t.Fatal(err)
			}
			if !slugPattern.MatchString(slug.Of(full.Title)) {
				t.Errorf("seed %d: slug %q", seed, slug.Of(full.Title))
			}
			if f.form().supersede == nil {
				continue
			}
			for _, found := range lint(string(data)) {
				t.Errorf("seed %d, %s: %s", seed, f, found)
			}
			if h := headOf(string(data)); h.title != full.Title || h.status != "proposed" && h.status != "Proposed" || h.date != "2026-11-23" {
				t.Errorf("seed %d, %s: head %+v, want title %q", seed, f, h, full.Title)
			}
		}
	}
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

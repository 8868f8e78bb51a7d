package record

import (
	"regexp"
	"strings"
	"testing"

	"archadvisor/advisor/record/page"
)

// reformatted are what editors, formatters and people do to a Markdown file.
func reformatted() map[string]func(string) string {
	replace := func(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }
	inBlock := func(change func(lines []string) []string) func(string) string {
		return func(s string) string {
			head, rest, _ := strings.Cut(s, "```toml\n")
			block, tail, _ := strings.Cut(rest, "```")
			return head + "```toml\n" + strings.Join(change(strings.Split(block, "\n")), "\n") + "```" + tail
		}
	}
	each := func(prefix string) func(string) string {
		return func(s string) string {
			head, rest, _ := strings.Cut(s, "```toml\n")
			return head + prefix + "```toml\n" + prefix + strings.ReplaceAll(strings.TrimRight(rest, "\n"), "\n", "\n"+prefix) + "\n"
		}
	}
	return map[string]func(string) string{
		"Windows line ends":       replace("\n", "\r\n"),
		"byte order mark":         func(s string) string { return page.ByteOrderMark + s },
		"empty lines at the top":  func(s string) string { return "\n\n" + s },
		"tildes":                  replace("```", "~~~"),
		"longer fence":            replace("```", "`````"),
		"blank before the word":   replace("```toml", "``` toml"),
		"attributes":              replace("```toml", "```{.toml .numberLines}"),
		"no word":                 replace("```toml", "```"),
		"capitals":                replace("```toml", "```TOML"),
		"blanks behind the lines": replace("\n", " \n"),
		"empty lines doubled":     replace("\n\n", "\n\n\n"),
		"empty line in the fence": replace("```toml\n", "```toml\n\n"),
		"in a list":               each("   "),
		"in a quotation":          each("> "),
		"text below":              func(s string) string { return s + "\nReviewed by Ana.\n\n```toml\n# archadvisor is not here\n```\n" },
		"dashes for bullets":      replace("\n* ", "\n- "),
		"stars for bullets":       replace("\n- ", "\n* "),
		"bullets indented":        replace("\n* ", "\n  *   ", "\n- ", "\n  -   "),
		"bold keys":               replace("* Status:", "* **Status:**", "- Status:", "- **Status**:", "- Date:", "- __Date__:", "* Date:", "* **Date**:"),
		"closed headings":         headings("#   $2 #", "##  $2   ##"),
		"YAML in quotes":          replace("status: proposed", `status: "proposed"  # by Ana`, "number: 2", "number : '2'"),
		"YAML in capitals":        replace("status: ", "Status: ", "date: ", "Date: "),
		"status in bold":          replace("\nProposed\n", "\n**Proposed**\n", "Status: proposed", "Status: _proposed_"),
		"wrapped comments":        inBlock(wrapped("# ", blockMark)),
		"a note in the block":     inBlock(func(lines []string) []string { return append(lines[:len(lines)-1], "# looked at by Ana", "") }),
	}
}

// wrapped breaks the comments from a line on at a mark.
func wrapped(mark, from string) func([]string) []string {
	return func(lines []string) (out []string) {
		below := false
		for _, line := range lines {
			below = below || strings.HasPrefix(line, from)
			for below && strings.HasPrefix(line, "#") && len(line) > 72 && strings.Contains(line[20:72], " ") {
				at := 20 + strings.LastIndex(line[20:72], " ")
				out, line = append(out, line[:at]), mark+line[at+1:]
			}
			out = append(out, line)
		}
		return out
	}
}

// headings writes titles and the headings below them anew, outside the block.
func headings(title, second string) func(string) string {
	return func(s string) string {
		head, block, _ := strings.Cut(s, "```toml\n")
		head = regexp.MustCompile(`(?m)^(#) (.*)$`).ReplaceAllString(head, title)
		return regexp.MustCompile(`(?m)^(##) (.*)$`).ReplaceAllString(head, second) + "```toml\n" + block
	}
}

// Whatever an editor makes of a record, it is read as it was; it can be accepted
// anew, and superseded.
func TestReformattedRecordsAreRead(t *testing.T) {
	for _, f := range []Format{MADR, Nygard, Log4brains, MADR2} {
		original := string(mustWrite(t, f, sampleProfile(t), sampleMeta()))
		want, err := Parse([]byte(original), "0002-x.md")
		if err != nil {
			t.Fatal(err)
		}
		for name, change := range reformatted() {
			text := change(original)
			r, err := Parse([]byte(text), "0002-x.md")
			if err != nil || r.Edited {
				t.Errorf("%s, %s: edited %v, %v", f, name, r.Edited, err)
				continue
			}
			if r.Title != want.Title || r.Number != 2 || r.Status != "proposed" || r.Date != want.Date || r.Recommendation != want.Recommendation ||
				len(r.points) != len(want.points) || len(r.figures) != len(want.figures) || r.Prices != want.Prices || r.PackHash != want.PackHash {
				t.Errorf("%s, %s: %+v\nwant %+v", f, name, r, want)
			}
			if same, err := withBlock([]byte(text), "x.md", blockOf(sampleExplanation().Decision, sampleProfile(t), nil)); err != nil {
				t.Errorf("%s, %s: %v", f, name, err)
			} else if again, err := Parse(same, "0002-x.md"); err != nil || again.Edited {
				t.Errorf("%s, %s: accepted: %v\n%s", f, name, err, same)
			}
			edited, err := Supersede([]byte(text), "0002-x.md", Ref{Number: 3, Title: "New", File: "0003-new.md"})
			if err != nil {
				t.Errorf("%s, %s: %v", f, name, err)
				continue
			}
			if r, err := Parse(edited, "0002-x.md"); err != nil || !r.Skipped() || !strings.Contains(string(edited), "0003-new.md") {
				t.Errorf("%s, %s: superseded: %v, status %q", f, name, err, r.Status)
			}
		}
	}
}

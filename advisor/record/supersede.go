package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/say"
	"archadvisor/rules/source"
)

// Supersede returns an old Markdown record, of this program or not, with a status that says which record replaced it,
// in its own format, with a link where the format has links; all else stays as it is, line ends too. A record is
// superseded once: a second call on what the first returned is an error. File is its name, for errors.
func Supersede(old []byte, file string, by Ref) ([]byte, error) {
	by = by.clean()
	text := page.Text(old)
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	h := headOf(text)
	if overtaken().MatchString(h.status) {
		return nil, fmt.Errorf("%s: is already superseded: %q", say.Line(file), say.Line(markup.Plain(h.status)))
	}
	supersede := h.format.form().supersede
	if supersede == nil {
		if h.title == "" || page.IsJSON(text) {
			return nil, fmt.Errorf("%s: no status and no title found as Markdown has them, so it cannot be marked as superseded", say.Line(file))
		}
		supersede = supersedeMADR
	}
	return page.Like(old, strings.Join(supersede(lines, h, by), "\n")+"\n"), nil
}

var overtaken = source.Pattern(`(?i)^super[sc]eded`) // adr-tools spells it with a c

// supersedeMADR writes the status into the front matter and a link into More Information, for Structurizr.
func supersedeMADR(lines []string, _ head, by Ref) []string {
	front, body := page.FrontMatter(lines)
	front = setYAML(front, "status", "superseded by "+by.Name())
	front = setYAML(front, "superseded-by", by.Name())
	link := fmt.Sprintf("Superseded by [%s](%s).", by.Name(), markup.Target(by.File))
	return slices.Concat([]string{"---"}, front, []string{"---"}, intoSection(body, "More Information", link))
}

// Name is how MADR names a record: "ADR-0001", or by its file where that has a date for a number.
func (r Ref) Name() string {
	if p, _ := page.NameOf(r.File); p.Date != "" && plainName().MatchString(r.File) {
		return page.Stem(r.File)
	}
	return fmt.Sprintf("ADR-%04d", r.Number)
}

var plainName = source.Pattern(`^[A-Za-z0-9][-.\w]*$`)

func (r Ref) clean() Ref {
	r.File, r.Title = say.Line(r.File), markup.Title(strings.NewReplacer("[", "(", "]", ")").Replace(r.Title))
	r.Title = cmp.Or(r.Title, r.Name())
	return r
}

// supersedesValue is the YAML value of "supersedes": a string for one record, a list for several.
func supersedesValue(refs []Ref) string {
	names := strings.Join(say.Each(refs, Ref.Name), ", ")
	if len(refs) == 1 {
		return names
	}
	return "[" + names + "]"
}

// setYAML sets a top-level key of a YAML header, in its place or at the end.
func setYAML(front []string, key, value string) []string {
	if i, _ := page.YAMLKey(front, key); i >= 0 {
		front[i] = key + ": " + value
		return front
	}
	return append(front, key+": "+value)
}

// intoSection puts a line at the start of a section, which is added at the end if it is missing.
func intoSection(lines []string, title, add string) []string {
	text := page.Unfenced(strings.Join(lines, "\n"))
	at := 1 + slices.IndexFunc(strings.Split(text, "\n"), func(line string) bool {
		level, is := heading(line)
		return level == 2 && sameTitle(is, title)
	})
	if at == 0 {
		return append(lines, "", "## "+title, "", add)
	}
	fresh := []string{"", add}
	if at < len(lines) && lines[at] != "" {
		fresh = append(fresh, "")
	}
	return slices.Insert(lines, at, fresh...)
}

// supersedeNygard replaces the word under Status, as adr-tools does, and keeps the links that stand below it.
func supersedeNygard(lines []string, h head, by Ref) []string {
	link := fmt.Sprintf("Superseded by [%d. %s](%s)", by.Number, markup.LinkText(by.Title), markup.Target(by.File))
	if h.statusAt < 0 {
		return intoSection(lines, "Status", link)
	}
	fresh := []string{link}
	if strings.Contains(lines[h.statusAt], "](") {
		fresh = append(fresh, "", lines[h.statusAt])
	}
	return slices.Replace(lines, h.statusAt, h.statusAt+1, fresh...)
}

// supersedeBullets rewrites "* Status: x" or "- Status: x". The text of the link is the other record's slug, because
// log4brains reads it from there.
func supersedeBullets(lines []string, h head, by Ref) []string {
	lines[h.statusAt] = fmt.Sprintf("%ssuperseded by [%s](%s)", h.statusLead, markup.LinkText(page.Stem(by.File)), markup.Target(by.File))
	return lines
}

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

// Supersede returns an old record, of this program or not, with a status that says which records replaced it, in its
// own format, with a link to each where the format has links; all else stays as it is, line ends too. A record is
// superseded once, by all that replace it: a second call on what the first returned is an error. File is its name, for
// errors.
func Supersede(old []byte, file string, by ...Ref) ([]byte, error) {
	if len(by) == 0 {
		return nil, fmt.Errorf("%s: no record was named that replaces it", say.Line(file))
	}
	by = say.Each(by, Ref.clean)
	if page.IsJSON(string(old)) {
		return supersedeJSON(old, file, by)
	}
	text := page.Text(old)
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	h := headOf(text)
	if superseded(h.status) {
		return nil, fmt.Errorf("%s: is already superseded: %q", say.Line(file), say.Line(markup.Plain(h.status)))
	}
	supersede := h.format.form().supersede
	if supersede == nil {
		if h.title == "" {
			return nil, fmt.Errorf("%s: no status and no title found, so it cannot be marked as superseded", say.Line(file))
		}
		supersede = supersedeMADR
	}
	return page.Like(old, strings.Join(supersede(lines, h, by), "\n")+"\n"), nil
}

// superseded tells by a status that a record was replaced; adr-tools spells it with a c.
func superseded(status string) bool {
	status = strings.ToLower(status)
	return strings.HasPrefix(status, "superseded") || strings.HasPrefix(status, "superceded")
}

// supersedeMADR writes the status into the front matter and a link into More Information, for Structurizr.
func supersedeMADR(lines []string, _ head, by []Ref) []string {
	front, body := page.FrontMatter(lines)
	front = setYAML(front, "status", "superseded by "+strings.Join(say.Each(by, Ref.Name), ", "))
	front = setYAML(front, "superseded-by", supersedesValue(by))
	links := say.Each(by, func(r Ref) string { // a paragraph each: Structurizr sees one link of a line
		return fmt.Sprintf("Superseded by [%s](%s).", r.Name(), markup.Target(r.File))
	})
	out := append([]string{"---"}, front...)
	return append(append(out, "---"), intoSection(body, "More Information", apart(links)...)...)
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

func apart(paragraphs []string) []string {
	return strings.Split(strings.Join(paragraphs, "\n\n"), "\n")
}

// setYAML sets a top-level key of a YAML header, in its place or at the end.
func setYAML(front []string, key, value string) []string {
	if i, _ := page.YAMLKey(front, key); i >= 0 {
		front[i] = key + ": " + value
		return front
	}
	return append(front, key+": "+value)
}

// intoSection puts lines at the start of a section, which is added at the end if it is missing.
func intoSection(lines []string, heading string, add ...string) []string {
	at := sectionAt(lines, heading)
	if at < 0 {
		return append(slices.Concat(lines, []string{"", strings.Repeat("#", 2+demoted(lines)) + " " + heading, ""}), add...)
	}
	add = append([]string{""}, add...)
	if at < len(lines) && lines[at] != "" {
		add = append(add, "")
	}
	return slices.Insert(slices.Clone(lines), at, add...)
}

// sectionAt is the line below a heading outside fences, -1 if it is missing.
func sectionAt(lines []string, heading string) int {
	lines = unfenced(lines)
	down := demoted(lines)
	for i := range lines {
		if level, title := headingAt(lines, i, down); level == 2 && sameTitle(title, heading) {
			return below(lines, i)
		}
	}
	return -1
}

// supersedeNygard replaces the word under Status, as adr-tools does, and keeps the links that stand below it.
func supersedeNygard(lines []string, h head, by []Ref) []string {
	links := say.Each(by, func(r Ref) string {
		return fmt.Sprintf("Superseded by [%d. %s](%s)", r.Number, markup.LinkText(r.Title), markup.Target(r.File))
	})
	if h.statusAt < 0 {
		return intoSection(lines, "Status", apart(links)...)
	}
	links = apart(links)
	if strings.Contains(lines[h.statusAt], "](") {
		links = append(links, "", lines[h.statusAt])
	}
	return slices.Replace(lines, h.statusAt, h.statusAt+1, links...)
}

// supersedeBullets rewrites "* Status: x" or "- Status: x". The text of the link is the other record's slug, because
// log4brains reads it from there; it reads one, so that the others become links of the section for them.
func supersedeBullets(lines []string, h head, by []Ref) []string {
	lines[h.statusAt] = h.statusLead + "superseded by " + slugLink(by[0])
	bullet := strings.TrimSpace(h.statusLead)[:1]
	return intoLinks(lines, say.Each(by[1:], func(r Ref) string { return bullet + " Superseded by " + slugLink(r) }))
}

func slugLink(r Ref) string {
	return fmt.Sprintf("[%s](%s)", markup.LinkText(page.Stem(r.File)), markup.Target(r.File))
}

// intoLinks puts items at the top of the list under Links, which is added at the end if it is missing.
func intoLinks(lines, items []string) []string {
	if len(items) == 0 {
		return lines
	}
	at := sectionAt(lines, "Links")
	if at < 0 || at+1 >= len(lines) || lines[at] != "" || !strings.HasPrefix(lines[at+1], items[0][:2]) {
		return intoSection(lines, "Links", items...)
	}
	return slices.Insert(lines, at+1, items...) // joins the list that is there
}

func supersedeJSON(old []byte, file string, by []Ref) ([]byte, error) {
	f, err := decodeJSON(string(old), file)
	if err != nil {
		return nil, err
	}
	if superseded(f.ADR.Status) {
		return nil, fmt.Errorf("%s: is already superseded", say.Line(file))
	}
	f.ADR.Status = "superseded"
	for _, r := range by {
		f.ADR.Links = append(f.ADR.Links, jsonLink{Type: "superseded-by", Target: max(r.Number, 1), Description: r.Title})
	}
	return encodeJSON(f)
}

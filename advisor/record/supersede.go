package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// Supersede returns an old record with its status changed to say that the
// records by replaced it, in the old record's own format, with a link to each
// where the format has links. It works on any record of the formats, written by
// this program or not; everything else in the file stays as it is, its line
// ends too. File is the old record's name, for errors. An old record is
// superseded once, by all that replace it: a second call on what the first
// returned is an error.
func Supersede(old []byte, file string, by ...Ref) ([]byte, error) {
	if len(by) == 0 {
		return nil, fmt.Errorf("%s: no record was named that replaces it", say.Line(file))
	}
	by = cleanRefs(by)
	if isJSON(string(old)) {
		return supersedeJSON(old, file, by)
	}
	text := toLF(old)
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	h := headOf(text)
	if strings.HasPrefix(strings.ToLower(h.status), "supers") || strings.HasPrefix(strings.ToLower(h.status), "superc") {
		return nil, fmt.Errorf("%s: is already superseded: %q", say.Line(file), say.Line(markup.Plain(h.status)))
	}
	supersede := h.format.form().supersede
	if supersede == nil {
		if firstTitle(lines) == "" {
			return nil, fmt.Errorf("%s: no status and no title found, so it cannot be marked as superseded", say.Line(file))
		}
		lines = append([]string{"---", "---"}, lines...)
		supersede = supersedeMADR
	}
	lines = supersede(lines, by)
	return likeOld(old, strings.Join(lines, "\n")+"\n"), nil
}

// likeOld gives a text the line ends of the file that it came from.
func likeOld(old []byte, text string) []byte {
	if strings.Contains(string(old), "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return []byte(text)
}

// supersedeMADR writes the status into the front matter, where MADR 4 and
// madr-lint look, and a link into More Information, where Structurizr looks.
func supersedeMADR(lines []string, by []Ref) []string {
	front, body, _ := frontMatter(lines)
	front = setYAML(front, "status", "superseded by "+strings.Join(adrNames(by), ", "))
	front = setYAML(front, "superseded-by", supersedesValue(by))
	var links []string
	for _, r := range by { // a paragraph each: Structurizr sees one link of a line
		links = append(links, fmt.Sprintf("Superseded by [%s](%s).", adrName(r.Number), markup.Target(r.File)))
	}
	out := append([]string{"---"}, front...)
	out = append(out, "---")
	return append(out, intoSection(body, "## More Information", apart(links)...)...)
}

// apart are paragraphs with an empty line between each two.
func apart(paragraphs []string) []string {
	return strings.Split(strings.Join(paragraphs, "\n\n"), "\n")
}

// setYAML sets a top-level key of a YAML header, in its place or at the end.
func setYAML(front []string, key, value string) []string {
	out := append([]string{}, front...)
	for i, line := range out {
		if strings.HasPrefix(line, key+":") {
			out[i] = key + ": " + value
			return out
		}
	}
	return append(out, key+": "+value)
}

// intoSection puts lines at the start of a section, which is added at the end
// if it is missing.
func intoSection(lines []string, heading string, add ...string) []string {
	at := headingAt(lines, heading)
	if at < 0 {
		return append(append(append([]string{}, lines...), "", heading, ""), add...)
	}
	out := append([]string{}, lines[:at+1]...)
	out = append(append(out, ""), add...)
	if at+1 < len(lines) && lines[at+1] != "" {
		out = append(out, "")
	}
	return append(out, lines[at+1:]...)
}

// headingAt is the place of a heading outside fences, -1 if it is missing.
func headingAt(lines []string, heading string) int {
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if !fenced && strings.TrimSpace(line) == heading {
			return i
		}
	}
	return -1
}

// supersedeNygard replaces the word under Status, as adr-tools does with
// "Accepted", and keeps the links that stand below it.
func supersedeNygard(lines []string, by []Ref) []string {
	var links []string
	for _, r := range by {
		links = append(links, fmt.Sprintf("Superseded by [%d. %s](%s)", r.Number, markup.LinkText(r.Title), markup.Target(r.File)))
	}
	for i := headingAt(lines, "## Status") + 1; i < len(lines); i++ {
		if strings.HasPrefix(lines[i], "#") {
			break
		}
		if strings.TrimSpace(lines[i]) == "" {
			continue
		}
		out := append([]string{}, lines[:i]...)
		out = append(out, apart(links)...)
		if strings.Contains(lines[i], "](") {
			out = append(out, "", lines[i])
		}
		return append(out, lines[i+1:]...)
	}
	return intoSection(lines, "## Status", apart(links)...)
}

// supersedeBullets rewrites "* Status: x" or "- Status: x". The text of the
// link is the other record's slug, because log4brains reads it from there; it
// reads one, so that the others become links of the section for them.
func supersedeBullets(lines []string, by []Ref) []string {
	out := append([]string{}, lines...)
	for i, line := range out {
		key, _, ok := strings.Cut(line, ":")
		if !ok || len(key) <= 2 || !strings.EqualFold(strings.TrimSpace(key[1:]), "status") {
			continue
		}
		out[i] = fmt.Sprintf("%s: superseded by %s", key, slugLink(by[0]))
		var links []string
		for _, r := range by[1:] {
			links = append(links, fmt.Sprintf("%c Superseded by %s", line[0], slugLink(r)))
		}
		return intoLinks(out, links)
	}
	return out
}

// slugLink is a link whose text is the name of the file that it leads to.
func slugLink(r Ref) string {
	return fmt.Sprintf("[%s](%s)", markup.LinkText(stem(r.File)), markup.Target(r.File))
}

// intoLinks puts items at the top of the list under Links, which is added at
// the end if it is missing.
func intoLinks(lines, items []string) []string {
	if len(items) == 0 {
		return lines
	}
	at := headingAt(lines, "## Links")
	if at < 0 || at+2 >= len(lines) || lines[at+1] != "" || !strings.HasPrefix(lines[at+2], items[0][:2]) {
		return intoSection(lines, "## Links", items...)
	}
	// joins the list that is there
	return slices.Insert(slices.Clone(lines), at+2, items...)
}

// supersedeJSON sets status and link of a JSON-ADR record.
func supersedeJSON(old []byte, file string, by []Ref) ([]byte, error) {
	var f jsonFile
	d := json.NewDecoder(strings.NewReader(string(old)))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: read JSON-ADR: %w", say.Line(file), err)
	}
	if strings.HasPrefix(strings.ToLower(f.ADR.Status), "superseded") {
		return nil, fmt.Errorf("%s: is already superseded", say.Line(file))
	}
	f.ADR.Status = "superseded"
	for _, r := range by {
		f.ADR.Links = append(f.ADR.Links, jsonLink{Type: "superseded-by", Target: max(r.Number, 1), Description: r.Title})
	}
	return encodeJSON(f)
}

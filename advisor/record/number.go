package record

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"archadvisor/advisor/say"

	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/slug"
)

// recordFile reports whether a name is that of a record: Markdown or JSON that
// is not one of the pages that tools keep beside the records.
func recordFile(name string) bool {
	switch strings.ToLower(name) {
	case "readme.md", "index.md", "template.md", "backlog.md", "adr-template.md":
		return false
	}
	return isPage(name)
}

// isPage reports whether a file may link to records.
func isPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".json"
}

// highestLink is the highest number among the file names that a record links
// to; a file that cannot be read has none.
func highestLink(fsys fs.FS, dir, name string) int {
	data, err := fs.ReadFile(fsys, path.Join(dir, name))
	if err != nil {
		return 0
	}
	highest := 0
	for _, l := range page.Links(page.Text(data)) {
		if n := page.NumberOf(l.File); n < reserved {
			highest = max(highest, n)
		}
	}
	return highest
}

// FreeName is the file name under which a record can be kept in a folder
// without replacing another: the given one, or one of its alternatives (Clash).
// For a numbered record the number alone must be free; NamingOf sees to it.
func FreeName(fsys fs.FS, dir, name string) (string, error) {
	free := name
	for n := 1; ; n++ {
		_, err := fs.Stat(fsys, path.Join(dir, free))
		if isMissing(err) {
			return free, nil
		}
		if err != nil {
			return "", err
		}
		if n > 10000 {
			return "", fmt.Errorf("%s: every name like it is taken", say.Line(name))
		}
		free = slug.Clash(name, n)
	}
}

// FindRecord finds the record with a number in a folder: its file name. Where
// records are named by their date the number is that date, 20261123, if only
// one record has it.
func FindRecord(fsys fs.FS, dir string, number int) (string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return "", err
	}
	var found []string
	dated := strconv.Itoa(number) + "-"
	for _, e := range entries {
		name := e.Name()
		if recordFile(name) && (number > 0 && page.NumberOf(name) == number || len(dated) == 9 && strings.HasPrefix(name, dated)) {
			found = append(found, name)
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("no record with the number %d", number)
	case len(found) > 1:
		count := "two"
		if len(found) > 2 {
			count = strconv.Itoa(len(found))
		}
		return "", fmt.Errorf("%s records have the number %d: %s; name the file", count, number, say.Line(strings.Join(found, ", ")))
	}
	return found[0], nil
}

// RefOf describes a record for a link to it, whoever wrote it.
func RefOf(data []byte, file string) Ref {
	r := headOnly(data, file)
	return Ref{Number: r.Number, Title: r.Title, File: path.Base(strings.ReplaceAll(file, `\`, "/"))}
}

// headOnly is what a file says of itself, damaged or not.
func headOnly(data []byte, file string) *Record {
	r := &Record{File: file}
	if text := page.Text(data); page.IsJSON(text) {
		_ = r.readJSON(text) // what could be read is enough
	} else {
		r.readHead(text)
	}
	return r
}

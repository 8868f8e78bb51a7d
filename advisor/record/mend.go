package record

import (
	"archadvisor/rules/source"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/say"
)

// Page is a file of a folder of records whose numbers or links do not fit.
type Page struct {
	File   string // its name
	New    string // the name that it should have
	Old    []byte
	Data   []byte   // what should stand in it, nil if that is what does
	Faults []string // clauses
	Done   []string // what Data and New change, clauses; the other faults are a person's to mend

	head          *Record
	text          string
	ours, widened bool
}

// Mend says what does not fit in a folder (shared numbers, names and heads with different ones, links to nowhere,
// UTF-16) and what the files become: of two records with one number the later gets the next, in its name, its head and
// all links.
func Mend(fsys fs.FS) ([]Page, error) {
	f, err := openFolder(fsys)
	if err != nil {
		return nil, err
	}
	f.separate()
	var out []Page
	for _, p := range f.pages {
		f.correct(p)
		if len(p.Faults)+len(p.Done) > 0 {
			out = append(out, *p)
		}
	}
	return out, nil
}

type folder struct {
	pages []*Page
	named map[string]*Page
	with  map[int][]*Page // records by number
	next  int             // the first number that is free from there on
}

func openFolder(fsys fs.FS) (*folder, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	f := &folder{named: map[string]*Page{}, with: map[int][]*Page{}, next: 1}
	for _, e := range entries {
		name := e.Name()
		p := &Page{File: name, New: name, head: &Record{}}
		f.named[name] = p
		if e.Type()&fs.ModeSymlink != 0 { // what it leads to is mended in its own place, if at all
			f.reserve(page.NumberOf(name))
			continue
		}
		info, err := fs.Stat(fsys, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile || !isPage(name) {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		p.Old, p.ours, p.text, p.head = data, IsOurs(data), page.Text(data), headOnly(data, name)
		p.widened = page.Wide(data)
		f.pages = append(f.pages, p)
		if n := page.NumberOf(name); n > 0 && recordFile(name) {
			f.with[n] = append(f.with[n], p)
			f.reserve(n)
		}
		for _, l := range page.Links(p.text) {
			f.reserve(page.NumberOf(l.File))
		}
	}
	return f, nil
}

const maxFile = 4 << 20 // bounds a file that is read as a page of a folder, in bytes

// reserve keeps a number from being given to another record; 9999 is what people number their templates and tests with.
func (f *folder) reserve(n int) {
	if n != reserved {
		f.next = max(f.next, n+1)
	}
	if f.next == reserved {
		f.next++
	}
}

// separate gives a number of its own to each record but the first of those that share one, if one of them is ours.
func (f *folder) separate() {
	for _, n := range slices.Sorted(maps.Keys(f.with)) {
		list := f.with[n]
		if len(list) < 2 || !slices.ContainsFunc(list, func(p *Page) bool { return p.ours }) {
			continue
		}
		slices.SortStableFunc(list, func(a, b *Page) int {
			return cmp.Or(cmp.Compare(a.head.Date, b.head.Date), cmp.Compare(a.File, b.File))
		})
		for i, p := range list {
			p.Faults = append(p.Faults, fmt.Sprintf("the number %d is also that of %s", n, list[min(1, max(0, 1-i))].File))
			if i > 0 && f.next <= mostNumber && !page.IsJSON(p.text) { // whose head would stay as it is
				p.New = page.Renumber(p.File, n, f.next)
				f.reserve(f.next)
				p.Done = append(p.Done, "is "+p.New+" now")
			}
		}
	}
}

func (f *folder) correct(p *Page) {
	text := p.text
	if p.widened && p.ours {
		p.Faults, p.Done = append(p.Faults, "saved as UTF-16"), append(p.Done, "is UTF-8 now")
	}
	named, is := page.NumberOf(p.New), p.head.Number
	if was := page.NumberOf(p.File); was > 0 && was != is && p.ours {
		p.Faults = append(p.Faults, fmt.Sprintf("the name has the number %d, the record calls itself %d", was, is))
	}
	if named > 0 && named != is && (p.ours || p.New != p.File) && recordFile(p.File) && !page.IsJSON(text) {
		if text = setNumber(text, named); text != p.text {
			p.Done = append(p.Done, fmt.Sprintf("calls itself %d now", named))
		}
		text = checkCommand().ReplaceAllString(text, "$1 "+markup.CodeSafe(p.New)+"`")
	}
	text = f.relink(p, text)
	if text != p.text || p.widened && p.ours {
		p.Data = page.Like(p.Old, text)
	}
}

var checkCommand = source.Pattern("(`archadvisor check) [^` /]+`")

// setNumber is a record that calls itself n, where it says its number.
func setNumber(text string, n int) string {
	lines := strings.Split(text, "\n")
	front, body := page.FrontMatter(lines)
	if i, _ := page.YAMLKey(front, "number"); i >= 0 {
		front[i] = fmt.Sprintf("number: %d", n)
	}
	for i := range body {
		if level, title := heading(body[i]); level == 1 {
			if is, _ := numbered(title); is > 0 {
				body[i] = page.Renumber(body[i], is, n)
			}
			break
		}
	}
	return strings.Join(lines, "\n")
}

// relink makes the links of a page follow files with a new name, and mends those that lead to nowhere.
func (f *folder) relink(p *Page, text string) string {
	moved := map[int]int{} // numbers whose links all lead to another one
	said := map[string]bool{}
	before := text
	text = page.Relink(text, func(file string) string {
		to := f.named[file]
		if to == nil && !strings.Contains(file, "/") {
			to = f.meant(p, file)
			if p.ours && !said[file] {
				said[file], p.Faults = true, append(p.Faults, "links to "+say.Line(file)+", which is not there")
			}
		}
		if to == nil {
			moved[page.NumberOf(file)] = 0
			return ""
		}
		from, n := page.NumberOf(file), page.NumberOf(to.New)
		if known, ok := moved[from]; ok && known != n {
			n = 0
		}
		moved[from] = n
		return to.New
	})
	text = renamed(text, moved)
	if text != before {
		p.Done = append(p.Done, "its links fit now")
	}
	return text
}

// meant is the one other file that a link to nowhere can mean: that with its number, else that with its words.
func (f *folder) meant(p *Page, file string) (to *Page) {
	is, _ := page.NameOf(file)
	for _, same := range []func(*Page) bool{
		func(q *Page) bool { return page.NumberOf(file) > 0 && page.NumberOf(q.File) == page.NumberOf(file) },
		func(q *Page) bool { p, _ := page.NameOf(q.File); return is.Words != "" && p.Words == is.Words },
	} {
		for _, q := range f.pages {
			if q == p || !recordFile(q.File) || !same(q) || !p.ours && !q.ours {
				continue
			}
			if to != nil {
				return nil
			}
			to = q
		}
		if to != nil {
			return to
		}
	}
	return nil
}

// renamed is a text in which the numbers in the front matter of MADR follow the links.
func renamed(text string, moved map[int]int) string {
	lines := strings.Split(text, "\n")
	front, _ := page.FrontMatter(lines)
	for i, line := range front {
		key, _, _ := strings.Cut(line, ":")
		if !slices.Contains([]string{"status", "supersedes", "superseded-by"}, strings.ToLower(strings.TrimSpace(key))) {
			continue
		}
		front[i] = adrNumber().ReplaceAllStringFunc(line, func(name string) string {
			number := page.NumberOf(name + ".md")
			if to := moved[number]; to > 0 {
				return page.Renumber(name, number, to)
			}
			return name
		})
	}
	return strings.Join(lines, "\n")
}

var adrNumber = source.Pattern(`ADR-[0-9]{1,5}\b[-\w]*`)

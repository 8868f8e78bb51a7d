// Package report is the HTML page: one self-contained file, without scripts and without anything from
// elsewhere, that says what `explain` says, draws it, and shows for every figure what it rests on, on hover
// and as a footnote. Several profiles get a portfolio first: what is worth a talk, and what they share.
package report

import (
	"cmp"
	_ "embed" // the page
	"io"
	"slices"
	"strconv"
	"sync"
	"text/template"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// Entry is a profile that the page is about. Explanation is nil where there are more than MostInDepth.
type Entry struct {
	File        string
	Profile     *profile.Profile
	Decision    *explain.Decision
	Explanation *explain.Explanation
	Mixture     *mixture.Mixture
}

// MostInDepth is how many profiles a page tells in depth; mostRows how many it lists.
const (
	MostInDepth = 30
	mostRows    = 1000
)

//go:embed templates/page.html
var pageHTML string

// page escapes every text by itself (html): html/template would add a quarter of a megabyte.
var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

type content struct {
	Title, Sources string
	Portfolio      *portfolio
	Chapters       []chapter
}

type chapter struct {
	ID, Name, File string
	Figures        []figure
	FiguresAfter   int // the part that they stand below
	Parts          []part
	Footnotes      []footnote
}

type figure struct {
	Title, Caption string
	SVG            string
}

type part struct {
	Heading string
	Top     bool
	Items   []item
}

type item struct {
	Paragraph string
	Bullets   []cited
	Head      []string
	Rows      [][]cited
	Right     int
}

// cited is text with the number of its footnote and what that says; 0 is none.
type cited struct {
	Text, Hover string
	Note        int
}

type footnote struct {
	Number int
	Text   string
	Links  []string
}

// Write prints the page of profiles, at least one; bands are how often such a leader was right.
func Write(w io.Writer, entries []Entry, bands []advisor.Reliability) error {
	d := entries[0].Decision
	doc := content{Title: say.PageTitle(len(entries), profile.Clean(d.Name)), Sources: say.Origin(d)}
	if len(entries) > 1 {
		doc.Portfolio = newPortfolio(entries)
	}
	for i := range entries {
		if entries[i].Explanation != nil {
			doc.Chapters = append(doc.Chapters, newChapter(i, &entries[i], bands))
		}
	}
	return page().Execute(w, doc)
}

// newChapter is a profile in depth: its drawings, then what explain says.
func newChapter(i int, e *Entry, bands []advisor.Reliability) chapter {
	x := e.Explanation
	c := chapter{ID: anchor(i), Name: profile.Clean(x.Name), File: profile.Clean(e.File)}
	c.Figures = figures(e, bands)
	notes := map[string]int{}
	for _, b := range say.Explanation(x, e.Mixture).Blocks() {
		if b.Kind == document.HeadingBlock {
			c.Parts = append(c.Parts, part{Heading: b.Text, Top: len(c.Parts) == 0})
			continue
		}
		p := &c.Parts[len(c.Parts)-1]
		p.add(&b, func(sources []string) cited { return c.note(sources, notes) })
	}
	c.FiguresAfter = min(2, len(c.Parts)-1) // the answer, why, and what would change it come first
	return c
}

// add adds a block to a part; bullets that follow one another are one list.
func (p *part) add(b *document.Block, note func([]string) cited) {
	at := func(i int) []string {
		if i < len(b.Cites) {
			return b.Cites[i]
		}
		return nil
	}
	switch b.Kind {
	case document.BulletBlock:
		n := note(at(0))
		n.Text = b.Text
		if last := len(p.Items) - 1; last >= 0 && p.Items[last].Bullets != nil {
			p.Items[last].Bullets = append(p.Items[last].Bullets, n)
			return
		}
		p.Items = append(p.Items, item{Bullets: []cited{n}})
	case document.TableBlock:
		t := item{Head: b.Rows[0], Right: b.Right}
		for i, row := range b.Rows[1:] {
			n := note(at(i))
			line := say.Each(row, func(text string) cited { return cited{Text: text, Hover: n.Hover} })
			line[len(line)-1].Note = n.Note
			t.Rows = append(t.Rows, line)
		}
		p.Items = append(p.Items, t)
	default:
		p.Items = append(p.Items, item{Paragraph: b.Text})
	}
}

// note is the footnote of sources, a new one if they were not cited before.
func (c *chapter) note(sources []string, notes map[string]int) cited {
	text := say.Sources(sources)
	if text == "" {
		return cited{}
	}
	n, seen := notes[text]
	if !seen {
		n = len(notes) + 1
		notes[text] = n
		c.Footnotes = append(c.Footnotes, footnote{n, text, say.Addresses(text)})
	}
	return cited{Hover: text, Note: n}
}

type portfolio struct {
	Counts string
	Rows   []portfolioRow
	More   string
	Shared []string
}

type portfolioRow struct {
	ID, Name, File, Recommendation, Verdict, Probability, Advice, Cost, Staffed, Reason string
}

// newPortfolio sorts what is worth a talk to the top: what should move, what is not plain, the least sure first.
func newPortfolio(entries []Entry) *portfolio {
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := entries[a].Decision, entries[b].Decision
		return cmp.Or(cmp.Compare(urgency(x), urgency(y)), cmp.Compare(x.Probability, y.Probability))
	})
	all := say.All(entries, func(e *Entry) *explain.Decision { return e.Decision })
	p := &portfolio{Counts: say.Tally(all), Shared: say.Shared(all)}
	for _, i := range order[:min(len(order), mostRows)] {
		d := entries[i].Decision
		lead := &d.Ranking[0]
		row := portfolioRow{Name: profile.Clean(d.Name), File: profile.Clean(entries[i].File), Recommendation: d.Recommendation, Verdict: string(d.Verdict),
			Probability: numeral.Probability(d.Probability), Advice: say.AdviceShort(d.Advice),
			Cost: say.QuantityOf("cost_monthly_usd").Of(lead), Staffed: say.QuantityOf("total_monthly_usd").Of(lead)}
		if entries[i].Explanation != nil {
			row.ID = anchor(i)
		}
		if r := d.Strongest(); r != nil {
			row.Reason = say.Reason(r)
		}
		if m := entries[i].Mixture; m.Divided() {
			row.Reason = say.ByComponents(m)
		}
		p.Rows = append(p.Rows, row)
	}
	if more := len(order) - mostRows; more > 0 {
		p.More = say.Text(say.More, numeral.Whole(float64(more)))
	}
	return p
}

// urgency orders what is worth a talk: nothing passes, what runs should make way, the answer is not plain, the rest.
func urgency(d *explain.Decision) int {
	switch {
	case d.Verdict == advisor.Infeasible:
		return 0
	case d.Advice != nil && d.Advice.Action == explain.Move:
		return 1
	case d.Verdict != advisor.Recommended:
		return 2
	}
	return 3
}

// anchor is the address of a chapter on the page.
func anchor(i int) string { return "p" + strconv.Itoa(i+1) }

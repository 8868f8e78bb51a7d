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
	chapter     string // its address on the page, "" if it has none
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

// chapter is a profile in depth: the answer and why first, then its drawings, then the rest.
type chapter struct {
	ID        string
	First     []block
	Figures   []figure
	Rest      []block
	Footnotes []*footnote
}

const firstHeadings = 3 // the answer, why, and what would change it

type figure struct {
	Title, Caption string
	SVG            string
}

// block is a part of what explain says, with the footnote of its text or of each row, nil where it cites nothing.
type block struct {
	document.Block
	Title, Heading, Bullet bool
	Begins, Ends           bool // the list that a bullet stands in
	Notes                  []*footnote
	Last                   int // column
}

type footnote struct {
	ID     string
	Number int
	Text   string
	Links  []string
}

// Write prints the page of profiles, at least one; bands are how often such a leader was right.
func Write(w io.Writer, entries []Entry, bands []advisor.Reliability) error {
	d := entries[0].Decision
	doc := content{Title: say.PageTitle(len(entries), profile.Clean(d.Name)), Sources: say.Origin(d)}
	for i := range entries {
		if e := &entries[i]; e.Explanation != nil {
			e.chapter = "p" + strconv.Itoa(i+1)
			doc.Chapters = append(doc.Chapters, newChapter(e, bands))
		}
	}
	if len(entries) > 1 {
		doc.Portfolio = newPortfolio(entries)
	}
	return page().Execute(w, doc)
}

func newChapter(e *Entry, bands []advisor.Reliability) chapter {
	c := chapter{ID: e.chapter, Figures: figures(e, bands)}
	blocks, headings := say.Explanation(e.Explanation, e.Mixture).Blocks(), 0
	bullet := func(k int) bool { return k >= 0 && k < len(blocks) && blocks[k].Kind == document.BulletBlock }
	for k, b := range blocks {
		part := block{Block: b, Title: k == 0, Heading: b.Kind == document.HeadingBlock, Bullet: bullet(k),
			Begins: !bullet(k - 1), Ends: !bullet(k + 1), Notes: make([]*footnote, max(1, len(b.Rows)))}
		head := min(1, len(b.Rows)) // which cites nothing
		for n, sources := range b.Cites {
			part.Notes[head+n] = c.note(sources)
		}
		if head == 1 {
			part.Last = len(b.Rows[0]) - 1
		}
		if part.Heading {
			headings++
		}
		if headings > firstHeadings {
			c.Rest = append(c.Rest, part)
		} else {
			c.First = append(c.First, part)
		}
	}
	return c
}

// note is the footnote of sources, a new one if they were not cited before, nil if there are none.
func (c *chapter) note(sources []string) *footnote {
	text := say.Sources(sources)
	if text == "" {
		return nil
	}
	i := slices.IndexFunc(c.Footnotes, func(f *footnote) bool { return f.Text == text })
	if i < 0 {
		i = len(c.Footnotes)
		c.Footnotes = append(c.Footnotes, &footnote{c.ID + "-" + strconv.Itoa(i+1), i + 1, text, say.Addresses(text)})
	}
	return c.Footnotes[i]
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
	all := say.All(entries, func(e *Entry) *explain.Decision { return e.Decision })
	p := &portfolio{Counts: say.Tally(all), Shared: say.Shared(all)}
	order := slices.Clone(entries)
	slices.SortStableFunc(order, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(urgency(a.Decision), urgency(b.Decision)), cmp.Compare(a.Decision.Probability, b.Decision.Probability))
	})
	for _, e := range order[:min(len(order), mostRows)] {
		d := e.Decision
		row := portfolioRow{ID: e.chapter, Name: profile.Clean(d.Name), File: profile.Clean(e.File), Recommendation: d.Recommendation,
			Probability: numeral.Probability(d.Probability), Verdict: string(d.Verdict), Advice: say.AdviceShort(d.Advice),
			Cost: say.QuantityOf("cost_monthly_usd").Of(&d.Ranking[0]), Staffed: say.QuantityOf("total_monthly_usd").Of(&d.Ranking[0])}
		if e.Mixture.Divided() {
			row.Reason = say.ByComponents(e.Mixture)
		} else if r := d.Strongest(); r != nil {
			row.Reason = say.Reason(r)
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

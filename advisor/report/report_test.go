package report

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
	"archadvisor/rules/packs"
)

var explainer = sync.OnceValues(func() (*explain.Explainer, error) {
	pack, _ := rules.Load(packs.Core())
	prices := pricing.Load()
	fit, _ := precedent.Decode(packs.StrengthsFile, packs.Strengths())
	learned, _ := fit.For(pack)
	a, err := advisor.New(pack, learned, prices, "test")
	return explain.New(a), err
})

// entries are the example profiles, explained, and their page.
func entries(t *testing.T, pattern string) ([]Entry, string) {
	t.Helper()
	ex, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../../testdata/profiles/" + pattern)
	var list []Entry
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		profiles, errs := profile.Decode(data, f)
		if errs != nil {
			t.Fatal(errs)
		}
		x, err := ex.Explain(context.Background(), profiles[0], advisor.Default)
		if err != nil {
			t.Fatal(err)
		}
		e := Entry{File: f, Profile: profiles[0], Decision: x.Decision, Explanation: x}
		if len(profiles[0].Components()) > 0 {
			e.Mixture = mixture.Of(ex, profiles[0], advisor.Default, func(p *profile.Profile) *explain.Decision { return ex.Advise(p, advisor.Default) })
		}
		list = append(list, e)
	}
	var b bytes.Buffer
	if err := Write(&b, list, ex.Strengths().Reliability()); err != nil {
		t.Fatal(err)
	}
	return list, b.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// What explain says stands on the page, word for word, of a system with components too.
func TestPageSaysWhatExplainSays(t *testing.T) {
	saysWhatExplainSays(t, "[bms]*.toml")
	page := saysWhatExplainSays(t, "../../advisor/mixture/testdata/[gs]*.toml")
	if want := "<small>By its components: a modular monolith, with receipts as functions</small>"; !strings.Contains(page, want) {
		t.Errorf("%q is not in the portfolio", want)
	}
}

func saysWhatExplainSays(t *testing.T, pattern string) string {
	t.Helper()
	list, page := entries(t, pattern)
	flat := tag.ReplaceAllString(page, "")
	flat = strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#43;", "+").Replace(flat)
	for i := range list {
		for _, b := range say.Explanation(list[i].Explanation, list[i].Mixture).Blocks() {
			texts := []string{b.Text}
			for _, row := range b.Rows {
				texts = append(texts, row...)
			}
			for _, text := range texts {
				if !strings.Contains(flat, text) {
					t.Errorf("%s: %q is not on the page", list[i].File, text)
				}
			}
		}
	}
	return page
}

// The page asks for nothing from elsewhere, runs nothing, and every footnote that
// is pointed at is there.
func TestPageIsSelfContained(t *testing.T) {
	_, page := entries(t, "*.toml")
	for _, bad := range []string{"<script", "<iframe", "<img", "url(", "@import", "javascript:", " onclick", "src=\"http"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+m[1]+`"`) {
			t.Errorf("nothing has the id %s", m[1])
		}
	}
	if n := strings.Count(page, "<svg"); n < 9*3 {
		t.Errorf("%d drawings on a page of nine profiles", n)
	}
	for _, svg := range regexp.MustCompile(`(?s)<svg.*?</svg>`).FindAllString(page, -1) {
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, svg)
			}
		}
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "+Inf") || strings.Contains(svg, "-Inf") {
			t.Errorf("a place that is no number: %.300s", svg)
		}
	}
}

// A name that is hostile stays text.
func TestPageEscapes(t *testing.T) {
	ex, err := explainer()
	if err != nil {
		t.Fatal(err)
	}
	p := profile.New(`<script>alert(1)</script>"onload="x`)
	x, err := ex.Explain(context.Background(), p, advisor.Options{Draws: 64})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	e := Entry{File: `"><svg onload=x>.toml`, Profile: p, Decision: x.Decision, Explanation: x}
	if err := Write(&b, []Entry{e, e}, nil); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "<script") || strings.Contains(s, "<svg onload") {
		t.Error("a name became markup")
	}
}

// What is worth a talk comes first.
func TestPortfolioOrder(t *testing.T) {
	list, _ := entries(t, "*.toml")
	p := newPortfolio(list)
	if len(p.Rows) != len(list) || p.Counts == "" || len(p.Shared) == 0 {
		t.Fatalf("%+v", p)
	}
	last := -1
	for _, r := range p.Rows {
		for i := range list {
			if list[i].Decision.Name == r.Name {
				if u := urgency(list[i].Decision); u < last {
					t.Errorf("%s stands too low", r.Name)
				} else {
					last = u
				}
			}
		}
	}
}

// Whatever the template prints is escaped, but for drawings, which escape their texts.
func TestTemplateEscapes(t *testing.T) {
	control := regexp.MustCompile(`^(range|if|else|end|with|define|template)\b|:=|^\.SVG$|^html `)
	for _, m := range regexp.MustCompile(`\{\{([^}]*)\}\}`).FindAllStringSubmatch(pageHTML, -1) {
		if !control.MatchString(m[1]) {
			t.Errorf("%s prints text that is not escaped", m[0])
		}
	}
}

// The caption of the curve changes hands at break-even points, to the digit, not
// at the points that the curve is drawn through.
func TestCurveQuotesBreakEvenPoints(t *testing.T) {
	list, page := entries(t, "*.toml")
	points := map[string]bool{}
	for i := range list {
		for _, pair := range list[i].Explanation.BreakEven {
			for _, v := range pair.Intervals {
				points[numeral.Figure(v.FromRPS)] = true
			}
		}
	}
	said := regexp.MustCompile(`From ([0-9.,]+) req/s on`).FindAllStringSubmatch(page, -1)
	for _, quote := range said {
		if !points[quote[1]] {
			t.Errorf("%q is no break-even point", quote[0])
		}
	}
	if len(said) < len(list)/2 {
		t.Errorf("%d of %d curves change hands", len(said), len(list))
	}
}

package precedent

import (
	"bytes"
	"context"
	_ "embed" // the layout of a file of strengths
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
	"archadvisor/rules/numeral"
	"archadvisor/rules/source"
)

// Fit is what documented decisions say of a pack, with how good it is on decisions that it was not learned from.
type Fit struct {
	advisor.Strengths
	Pack       string // name and version
	PackHash   string
	CorpusHash string
	Cases      int
	Shrink     float64 // spread of ln strength, chosen by cross-validation

	CrossValidated Count
}

const leastCases, leastOrganisations = 20, 5 // that strengths are learned from

// Learn learns strengths from cases with an advisor that has none, and judges those of the cases that count
// by what was learned from others; nil: all count. A context that ends ends it with its error.
func Learn(ctx context.Context, a *advisor.Advisor, cases []*Case, count func(*Case) bool) (*Fit, *Report, error) {
	if a.Strengths() != nil {
		return nil, nil, errors.New("strengths are learned by an advisor without any")
	}
	organisations := map[string]bool{}
	for _, c := range cases {
		organisations[c.Organisation] = true
	}
	if len(cases) < leastCases || len(organisations) < leastOrganisations {
		return nil, nil, fmt.Errorf("strengths are learned from at least %d decisions of %d organisations or more", leastCases, leastOrganisations)
	}
	examples := examplesOf(ctx, a, cases)
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	v, err := crossValidate(ctx, examples, len(a.Statements), a.Settings.GateRisk)
	if err != nil {
		return nil, nil, err
	}
	sp := spaceOf(examples, len(a.Statements))
	theta, err := learn(examples, sp, v.shrink, nil)
	if err != nil {
		return nil, nil, err
	}
	m := sp.split(theta)
	for _, list := range [][]float64{m.strength, m.base[:]} {
		for i := range list {
			list[i] = numeral.Round(list[i], digits)
		}
	}
	for i := range m.traits {
		for o, x := range m.traits[i] {
			m.traits[i][o] = math.Round(x*100)/100 + 0 // and -0 is 0
		}
	}
	crossed := figuresOf(examples, count, v.judge)
	again := figuresOf(examples, count, func(i int) (*judgement, float64) {
		j := m.judge(examples[i], a.Settings.GateRisk)
		return &j, v.all
	})
	return fitOf(a, cases, sp, &m, v, examples), &Report{crossed.Cases, crossed, again}, nil
}

func fitOf(a *advisor.Advisor, cases []*Case, sp *space, m *learned, v *crossValidated, examples []*example) *Fit {
	f := &Fit{Pack: a.Pack().Name + "@" + a.Pack().Version, PackHash: a.Pack().Hash(), CorpusHash: Hash(cases), Cases: len(cases), Shrink: v.shrink}
	f.Enough = v.all
	f.Base, f.Of, f.Traits = map[string]float64{}, map[string]float64{}, map[advisor.Trait][numOptions]float64{}
	for i, t := range sp.traits {
		f.Traits[t] = m.traits[i]
	}
	for o, b := range m.base {
		f.Base[estimate.Architecture(o).String()] = b
	}
	for i, s := range m.strength {
		if a.Statements[i].Kind != advisor.KindGate {
			f.Of[a.Statements[i].ID] = s
		}
	}
	all := figuresOf(examples, nil, v.judge)
	f.CrossValidated = all.Count
	for _, b := range all.Reliability {
		f.Bands = append(f.Bands, b.Reliability)
	}
	return f
}

//go:embed templates/strengths.tmpl
var layout string

// Encode writes what was learned as TOML: the same fit gives the same bytes. An id is a bare key.
func (f *Fit) Encode() []byte {
	var b bytes.Buffer
	t := template.Must(template.New("").Funcs(template.FuncMap{"decimal": decimal}).Parse(layout))
	_ = t.Execute(&b, f) // never fails: the layout is the program's own
	return b.Bytes()
}

func decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// Bounds of what a file of strengths may say: a strength far from 1 is no longer the statement that was written.
const maxStrength, maxBase, maxCases = 1000, 1000, 100_000

// Decode reads a file of strengths; every fault has its place.
func Decode(name string, data []byte) (*Fit, source.Errors) {
	f, file := &Fit{}, source.New(name, data)
	return f, file.Read("a file of strengths", f.read)
}

func (f *Fit) read(root *source.Table) {
	f.readHead(root)
	var band advisor.Reliability
	for _, t := range root.Tables("band") { // each from where the one before it ends
		band.From = t.Number("from", band.To, 1, band.To, true)
		band.To = t.Number("to", band.From, 1, band.From, true)
		band.Cases = t.Count("cases", maxCases, true)
		band.Agreed = t.Count("agreed", band.Cases, true)
		f.Bands = append(f.Bands, band)
		t.Done()
	}
	if t := root.Table("base"); t != nil {
		f.Base = map[string]float64{}
		for _, name := range profile.Architectures {
			f.Base[name] = t.Number(name, -maxBase, maxBase, 0, false)
		}
		t.Done()
	}
	if t := root.Table("strength"); t == nil {
		root.Missing("[strength]")
	} else {
		f.Of = map[string]float64{}
		for _, id := range slices.Sorted(maps.Keys(t.Values)) {
			f.Of[id] = t.Number(id, 0, maxStrength, 1, false)
		}
	}
	f.readTraits(root.Table("trait"))
	root.Done()
}

// readTraits reads what is stated and adds to the bases.
func (f *Fit) readTraits(t *source.Table) {
	if t == nil {
		return
	}
	f.Traits = map[advisor.Trait][numOptions]float64{}
	for _, name := range slices.Sorted(maps.Keys(t.Values)) {
		trait, ok := advisor.ParseTrait(name)
		points, right := t.Numbers(name, numOptions, -maxBase, maxBase)
		if !ok {
			t.AtKey(t.Node.Near(name), `%s is nothing that a profile states: a field with one of its words ("domain.stage = launch") or the place of a number ("load.mean_rps # 2")%s`, source.Quote(name), meant(name))
		}
		if ok && right {
			f.Traits[trait] = [numOptions]float64(points)
		}
	}
}

// meant is the ending of a message about a trait that nobody can have: the one that was probably meant.
func meant(name string) string {
	field, word, _ := strings.Cut(strings.Replace(name, " # ", " = ", 1), " = ")
	id, _ := profile.Lookup(profile.Nearest(field))
	for _, near := range []string{id.String() + " = " + source.Nearest(word, slices.Concat(id.Field().Options, []string{"true", "false"})...), id.String() + " # " + word} {
		if _, ok := advisor.ParseTrait(near); ok {
			return "; did you mean " + source.Quote(near) + "?"
		}
	}
	return ""
}

func (f *Fit) readHead(root *source.Table) {
	if t := root.Table("learned"); t != nil {
		f.Pack, f.PackHash, f.CorpusHash = t.Text("pack", false), t.Text("pack_hash", false), t.Text("corpus_hash", false)
		f.Cases, f.Shrink = t.Count("cases", maxCases, false), t.Number("shrink", 0, 100, 0, false)
		f.Enough = t.Number("enough", 0, 1, 0, false)
		t.Done()
	}
	if t := root.Table("cross_validated"); t != nil {
		c := &f.CrossValidated
		c.Cases, c.Top1, c.Brier = t.Count("cases", maxCases, false), t.Number("top1", 0, 1, 0, false), t.Number("brier", 0, 2, 0, false)
		c.Recommended = t.Count("recommended", c.Cases, false)
		c.RecommendedWrong = t.Count("recommended_wrong", c.Recommended, false)
		t.Done()
	}
}

// For is what was learned as an advisor with this pack takes it. The frequencies were counted with one pack:
// with another they say nothing. unknown are the ids that the pack does not hold, in order. Of a pack by
// another name nothing was learned: nil; statements of packs on top of it act as they are written.
func (f *Fit) For(p *rules.Pack) (s *advisor.Strengths, unknown []string) {
	if name, _, _ := strings.Cut(f.Pack, "@"); name != "" && name != p.Name && !strings.HasPrefix(p.Name, name+"+") {
		return nil, nil
	}
	own := f.Strengths
	if f.PackHash != p.Hash() {
		own.Bands = nil
	}
	for _, id := range slices.Sorted(maps.Keys(f.Of)) {
		if !slices.ContainsFunc(p.Rules, func(r rules.Rule) bool { return r.ID == id }) && !slices.ContainsFunc(p.Measures, func(m rules.Measure) bool { return m.ID == id }) {
			unknown = append(unknown, id)
		}
	}
	return &own, unknown
}

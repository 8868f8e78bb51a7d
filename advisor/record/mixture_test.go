package record

import (
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
)

// tricky is the name of a component that looks like what a block is written in.
const tricky = "a=b \"c\" `d` ]( <!-- {x}"

// sampleMixture is of sampleExplanation: a part that stays and one that leaves.
func sampleMixture() *mixture.Mixture {
	d := sampleExplanation().Decision
	about := func(v float64) advisor.Band { return advisor.Band{Low: v / 2, Expected: v, High: v * 2} }
	return &mixture.Mixture{
		Whole: d, Exhaustive: true, Cost: about(150), OpsFTE: about(0.7),
		Parts: []mixture.Part{{Name: "orders", Architecture: "monolith", Decision: d}, {Name: tricky, Architecture: "serverless", Decision: d, Fate: mixture.Leaves}},
		Groups: []mixture.Group{{Architecture: "monolith", Components: []string{"orders"}, Shape: "modular monolith, 2 x 1 vCPU", Figures: mixture.Figures{Cost: about(140), OpsFTE: about(0.5)}},
			{Architecture: "serverless", Components: []string{tricky}, Shape: "functions", Figures: mixture.Figures{Cost: about(10), OpsFTE: about(0.2)}}},
		Against: []mixture.Pure{{Architecture: "monolith", Feasible: true, Figures: mixture.Figures{Cost: about(240), OpsFTE: about(0.5)}},
			{Architecture: "serverless", Figures: mixture.Figures{Cost: about(310), OpsFTE: about(9)}}},
	}
}

// mixedProfile is sampleProfile with the components of sampleMixture.
func mixedProfile(t testing.TB) *profile.Profile {
	t.Helper()
	p := sampleProfile(t)
	for _, name := range []string{"orders", tricky} {
		if err := p.AddComponent(profile.New(name)); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// One record says the mixture, why each component is where it is, and what it costs
// against everything in one style.
func TestMixtureIsOneRecord(t *testing.T) {
	m := sampleMeta()
	m.Title, m.Mixture = "", sampleMixture()
	text := string(mustWrite(t, MADR, mixedProfile(t), m))
	for _, want := range []string{"# Adopt a modular monolith, with a=b", `Chosen option: "A modular monolith, with `, "* Everything in one monolith\n",
		"* orders: Monolith like the main part (87", "| together | \\$150", "| everything as functions (ruled out) | \\$310",
		"its infrastructure costs less than everything in one monolith: \\$150 against \\$240",
		"Bad, because it needs more staff than everything in one monolith: 0.7 against 0.5", "# component: orders monolith\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(text, "against everything as functions") || strings.Contains(text, "less than everything as functions") {
		t.Error("the mixture is weighed against what is ruled out")
	}
}

// A record holds as long as its leader and its division are the same.
func TestCheckOfMixture(t *testing.T) {
	now := sampleMixture()
	c := Checker{Advise: advise(sameAdvice), Version: "0.1.0", Mixture: func(*profile.Profile) *mixture.Mixture { return now }}
	m := sampleMeta()
	m.Mixture = sampleMixture()
	for _, f := range Formats()[:5] {
		data := mustWrite(t, f, mixedProfile(t), m)
		now = sampleMixture()
		if row := c.Check(nameFor(f), data); row.State != Holds || row.Because != "" {
			t.Errorf("%s: %+v", f, row)
		}
		now.Parts[1].Architecture = "monolith"
		row := c.Check(nameFor(f), data)
		if row.State != Drifted || !strings.HasSuffix(row.Because, "would now be monolith (was serverless)") {
			t.Errorf("%s: %+v", f, row)
		}
		accepted, err := c.Accept(nameFor(f), data)
		if row := c.Check(nameFor(f), accepted); err != nil || row.State != Holds {
			t.Errorf("%s: %v, %+v", f, err, row)
		}
		now.Parts[0].Name = "carts"
		if row := c.Check(nameFor(f), data); !strings.Contains(row.Because, "component carts is new and would be monolith") ||
			!strings.Contains(row.Because, "component orders (monolith) is gone") {
			t.Errorf("%s: %+v", f, row)
		}
	}
}

// Where nothing is left in the style that leads for the whole, that is the reason.
func TestAllLeave(t *testing.T) {
	m := sampleMeta()
	m.Mixture = sampleMixture()
	m.Mixture.Groups, m.Mixture.Parts = m.Mixture.Groups[1:], m.Mixture.Parts[1:]
	text := string(mustWrite(t, Nygard, mixedProfile(t), m))
	if want := "as serverless functions, because each of its components is better so by itself, though all of it as one would be a modular monolith."; !strings.Contains(text, want) {
		t.Errorf("%q is missing in\n%s", want, text)
	}
}

// A damaged line of a component is told with its place.
func TestDamagedDivision(t *testing.T) {
	m := sampleMeta()
	m.Mixture = sampleMixture()
	text := strings.Replace(string(mustWrite(t, MADR, mixedProfile(t), m)), "# component: orders monolith", "# component: orders", 1)
	if row := (Checker{Advise: advise(sameAdvice), Version: "0.1.0"}).Check("x.md", []byte(text)); row.State != Unreadable || row.Fault.Line == 0 {
		t.Errorf("%+v", row)
	}
}

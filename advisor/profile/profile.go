// Package profile holds the question: what a user tells the advisor about one workload. It owns the one table of fields
// (fields.toml, a row per field), the TOML codec with positions and suggestions, the units that people write, the rules
// between fields, and the sampler that draws what is unknown from its prior, given everything that is known.
//
// Unknown is a value, never a silent default: a field that nobody answered is Open, and a Sampler draws it from its
// conditional prior. A number may also be a range, [low, high].
//
//	profiles, errs := profile.Decode(data, "shop.toml")
//	if len(errs) > 0 {
//		return errs // "shop.toml:4:1: unknown key "enginers" in [team]; did you mean "engineers"?"
//	}
//	s := profile.NewSampler(profiles[0], seed)
//	var pt profile.Point
//	s.Draw(17, &pt)     // draw 17, the same for every profile
//
// It knows nothing of architectures beyond their names, prices, models, rules or screens.
package profile

import (
	"fmt"
	"slices"
)

// SchemaVersion is the version of the field table that this program writes; it reads the older ones, too.
const SchemaVersion = 2

// How many texts, and how many lists, a Profile has room for.
const (
	maxTexts = 4
	maxLists = 6
)

// cell is what a profile knows of one field, without its strings.
type cell struct {
	low, high float64
	state     Knowledge
}

// Profile is what a user told of one workload: a Value per field, unknown unless set. Use it by pointer; Clone copies.
type Profile struct {
	cells [NumFields]cell
	texts [maxTexts]string
	lists [maxLists][]string

	parts []*Profile // of components: what each states of its own
}

// New returns a profile of which only the schema and the name are known.
func New(name string) *Profile {
	p := &Profile{}
	p.put(Schema, Number(SchemaVersion))
	p.put(Name, Words(name))
	return p
}

// Name returns the name of the workload, as written: untrusted text, see Clean.
func (p *Profile) Name() string { return *p.text(Name) }

// Get returns what the profile says of a field.
func (p *Profile) Get(id ID) Value {
	c := &p.cells[id]
	v := Value{State: c.state, Low: c.low, High: c.high}
	if t := p.text(id); t != nil {
		v.Text = *t
	}
	if l := p.list(id); l != nil {
		v.List = *l
	}
	return v
}

// Set states one field, or forgets it if v is Open. It checks the type and the range of the field, not the
// rules between fields: see Validate. It leaves the other field of a pair alone: see Answer.
func (p *Profile) Set(id ID, v Value) error {
	if id >= NumFields {
		return fmt.Errorf("no field has the number %d", id)
	}
	if v.State == Open {
		p.Clear(id)
		return nil
	}
	if err := check(id.Field(), v); err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	p.put(id, v)
	return nil
}

// Answer is Set for one answer of a person: the other field of a pair, which says the same, is forgotten.
func (p *Profile) Answer(id ID, v Value) error {
	if err := p.Set(id, v); err != nil {
		return err
	}
	if other, ok := Partner(id); ok && v.State != Open {
		p.Clear(other)
	}
	return nil
}

// Clear makes a field unknown.
func (p *Profile) Clear(id ID) { p.put(id, Value{}) }

// Known reports whether the user stated the field, exactly or as a range.
func (p *Profile) Known(id ID) bool { return p.cells[id].state != Open }

// Settled reports whether a field is stated, or another answer implies it.
func (p *Profile) Settled(id ID) bool {
	return p.Known(id) || id == InstalledByCustomers && p.states(Operators, "customers")
}

// Answered returns the fields that the user stated, in contract order.
func (p *Profile) Answered() []ID {
	var ids []ID
	for _, f := range table.rows {
		if p.Known(f.ID) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Clone returns an independent copy.
func (p *Profile) Clone() *Profile {
	q := *p
	for i, l := range p.lists {
		q.lists[i] = slices.Clone(l)
	}
	q.parts = nil
	for _, part := range p.parts {
		q.parts = append(q.parts, part.Clone())
	}
	return &q
}

// Equal reports whether two profiles state the same of every field.
func (p *Profile) Equal(q *Profile) bool {
	for id := ID(0); id < NumFields; id++ {
		if !p.Get(id).Equal(q.Get(id)) {
			return false
		}
	}
	return slices.EqualFunc(p.parts, q.parts, (*Profile).Equal)
}

func (p *Profile) put(id ID, v Value) {
	p.cells[id] = cell{low: v.Low, high: v.High, state: v.State}
	if t := p.text(id); t != nil {
		*t = v.Text
	}
	if l := p.list(id); l != nil {
		*l = slices.Clone(v.List)
		bits := id.Field().bits(v.List)
		p.cells[id].low, p.cells[id].high = bits, bits
	}
}

func (p *Profile) text(id ID) *string {
	if f := id.Field(); f.Kind == Text {
		return &p.texts[f.slot]
	}
	return nil
}

func (p *Profile) list(id ID) *[]string {
	if f := id.Field(); f.Kind == TextList {
		return &p.lists[f.slot]
	}
	return nil
}

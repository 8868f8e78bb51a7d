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

// Profile is what a user told of one workload: a Value per field, unknown unless set. Use it by pointer; Clone copies.
type Profile struct {
	values [NumFields]Value
	parts  []*Profile // of components: what each states of its own
}

// New returns a profile of which only the schema and the name are known.
func New(name string) *Profile {
	p := &Profile{}
	p.put(Schema, Number(SchemaVersion))
	p.put(Name, Words(name))
	return p
}

// Name returns the name of the workload, as written: untrusted text, see Clean.
func (p *Profile) Name() string { return p.values[Name].Text }

// Get returns what the profile says of a field.
func (p *Profile) Get(id ID) Value { return p.values[id] }

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
func (p *Profile) Known(id ID) bool { return p.values[id].State != Open }

// Settled reports whether a field is stated, or another answer implies it.
func (p *Profile) Settled(id ID) bool {
	return p.Known(id) || id == InstalledByCustomers && p.States(Operators, "customers")
}

// Answered returns the fields that the user stated, in contract order.
func (p *Profile) Answered() []ID { return Where(func(f *Field) bool { return p.Known(f.ID) }) }

// Clone returns an independent copy.
func (p *Profile) Clone() *Profile {
	q := *p
	for i := range q.values {
		q.values[i].List = slices.Clone(q.values[i].List)
	}
	q.parts = nil
	for _, part := range p.parts {
		q.parts = append(q.parts, part.Clone())
	}
	return &q
}

// Equal reports whether two profiles state the same of every field.
func (p *Profile) Equal(q *Profile) bool {
	return slices.EqualFunc(p.values[:], q.values[:], Value.Equal) && slices.EqualFunc(p.parts, q.parts, (*Profile).Equal)
}

func (p *Profile) put(id ID, v Value) {
	if f := id.Field(); f.Kind == TextList {
		v.List, v.Low = slices.Clone(v.List), f.bits(v.List)
		v.High = v.Low
	}
	p.values[id] = v
}

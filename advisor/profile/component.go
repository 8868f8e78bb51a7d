package profile

import (
	"fmt"

	"archadvisor/rules/source"
)

// A system may state components, in [[component]] tables: each has a name and its differences; the rest it inherits.

const componentKey = "component"

// MaxComponents is how many components a profile may have.
const MaxComponents = 60

// AddComponent adds a component by what it states of its own; no other component may have its name.
func (p *Profile) AddComponent(own *Profile) error {
	if err := check(Name.Field(), own.Get(Name)); err != nil {
		return fmt.Errorf("the name of a component %w", err)
	}
	for _, other := range p.parts {
		if other.Name() == own.Name() {
			return fmt.Errorf("two components have the name %s; give each its own", source.Quote(own.Name()))
		}
	}
	if len(p.parts) == MaxComponents {
		return fmt.Errorf("a profile has at most %d components", MaxComponents)
	}
	q := own.Clone()
	q.Clear(Schema)
	p.parts = append(p.parts, q)
	return nil
}

// RemoveComponent forgets the component of that number.
func (p *Profile) RemoveComponent(i int) { p.parts = append(p.parts[:i:i], p.parts[i+1:]...) }

// Components returns what each component states of its own. They are the profile's: use Clone to change one.
func (p *Profile) Components() []*Profile { return p.parts }

// Parts returns each component as a profile of its own: what it states, and for the rest what the profile states.
func (p *Profile) Parts() []*Profile {
	parts := make([]*Profile, len(p.parts))
	for i, own := range p.parts {
		whole := *p
		whole.parts = nil
		parts[i] = whole.Clone()
		for _, id := range own.Answered() {
			parts[i].put(id, own.Get(id))
			if other, ok := Partner(id); ok && !own.Known(other) {
				parts[i].Clear(other)
			}
		}
	}
	return parts
}

// component reads a component of a profile that is read, but for its components.
func (r *reader) component(p *Profile, at *source.Node, t map[string]any) {
	own := &Profile{}
	r.section(own, "", at, t)
	if own.Known(Schema) {
		r.faultOfKey(at.Near("schema"), "schema stands once, above all tables")
	}
	if _, there := t["name"]; !there {
		r.lack(at, `name is missing: write name = "..." below [[component]]`)
		return
	}
	if _, nested := t[componentKey]; nested {
		r.faultOfKey(at.Near(componentKey), "a component has no components of its own")
	}
	if !own.Known(Name) {
		return // its fault is told
	}
	if err := p.AddComponent(own); err != nil {
		r.fault(at.Near("name"), "%s", err)
		return
	}
	whole := *p
	whole.parts = p.parts[len(p.parts)-1:]
	r.contradictions(at, whole.Parts()[0])
}

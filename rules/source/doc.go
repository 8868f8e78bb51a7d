// Package source reads TOML that people wrote, and points at the places in it. The TOML library gives values
// without places and stops at the first error of syntax; this package refuses what would harm that library,
// finds all errors of syntax, tells where every key and value stands, reads tables key by key, and words what
// is wrong in harmless characters. Rule packs, profiles and price files are read through it.
//
//	f := source.New("pack.toml", data)
//	doc, rest, faults := source.Parse(f, "a pack")
//	r := &source.Reader{File: rest}
//	t := r.Root(doc)
//	name := t.Text("name", true)
//	t.Done()                       // keys that nobody asked for
//	r.Faults[0].Spot               // line, column, the line itself, the caret
package source

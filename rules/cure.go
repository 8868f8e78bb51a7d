package rules

import "archadvisor/rules/source"

// Cure is what can be tried before a move: how a trouble of what runs today is
// eased while its style stays.
type Cure struct {
	ID      string
	Current string   // the option that runs today
	Trouble string   // a word of today.trouble
	Try     string   // what to try, as a request without a full stop
	Sources []string // ids of sources, or free text

	origin
}

func (t table) cure() Cure {
	defer t.Done()
	return Cure{ID: t.name(), Current: t.Text("current", true), Trouble: t.Text("trouble", true),
		Try: t.Text("try", true), Sources: t.cites(), origin: t.origin()}
}

// cures checks that cures speak of options that there are.
func (l *linker) cures() {
	for i := range l.p.Cures {
		c := &l.p.Cures[i]
		if c.Current != "" && l.s.OptionIndex(c.Current) < 0 {
			l.add(&c.origin, c.ID, "current", Error, "unknown option %s%s", source.Quote(c.Current), source.DidYouMean(c.Current, l.s.Options()...))
		}
	}
}

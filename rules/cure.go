package rules

import "archadvisor/rules/source"

// Cure is what can be tried before a move: how a trouble of what runs today is eased while its style stays.
type Cure struct {
	ID      string
	Current string   // the option that runs today
	Trouble string   // a word of today.trouble
	Try     string   // what to try, as a request without a full stop
	Sources []string // ids of sources, or free text

	origin
}

func (p *Pack) cure(t *source.Table) Cure {
	defer t.Done()
	return Cure{ID: name(t), Current: t.Text("current", true), Trouble: t.Text("trouble", true),
		Try: t.Text("try", true), Sources: cites(t), origin: p.origin(t)}
}

// cures checks that cures speak of options that there are.
func (l *linker) cures() {
	for i := range l.p.Cures {
		l.named(l.p.Cures[i].entry(), "current", l.p.Cures[i].Current)
	}
}

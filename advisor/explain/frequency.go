package explain

import (
	"sync"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// What is not drawn has no prior: nothing is assumed of it. To say what asking for it is worth, and for that alone,
// it takes the frequencies with which the documented decisions answer it.

// possible is an answer that a field may get, as a Point holds it.
type possible struct {
	value float64
	share float64
}

// possibles are the answers to every field that is not drawn.
var possibles = sync.OnceValue(func() *[profile.NumFields][]possible {
	cases := precedent.Corpus()
	var all [profile.NumFields][]possible
	for _, f := range profile.Fields() {
		if f.Drawn || f.NotFact {
			continue
		}
		for _, a := range precedent.Answers(cases, f.ID) {
			all[f.ID] = append(all[f.ID], possible{a.Value.Low, a.Share})
		}
		stated := 0.0
		for _, c := range cases {
			if c.Profile.Known(f.ID) {
				stated += 1 / float64(len(cases))
			}
		}
		all[f.ID] = silent(f, all[f.ID], stated)
	}
	return &all
})

// silent counts those who say nothing as having what the models take for it, as a
// no, or as naming nothing: people do not say what is not there, or as everywhere.
func silent(f *profile.Field, list []possible, stated float64) []possible {
	usual, err := profile.Parse(f.ID, f.Default)
	switch {
	case len(list) == 0:
	case f.Kind == profile.Bool && f.Default == "" && len(list) == 2:
		list[1].share *= stated
		list[0].share = 1 - list[1].share
	case f.Default != "" && err == nil, f.Default == "" && f.Kind == profile.TextList && f.Options[0] != "none":
		for i := range list {
			list[i].share *= stated
		}
		list = append(list, possible{usual.Low, 1 - stated})
	}
	return list
}

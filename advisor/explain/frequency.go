package explain

import (
	"sync"

	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// What is not drawn has no prior: nothing is assumed of it. To say what asking for it is worth, and for that alone,
// it takes the frequencies with which the documented decisions answer it.

// possibles are the answers to every field that is not drawn.
var possibles = sync.OnceValue(func() *[profile.NumFields][]precedent.Answer {
	cases := precedent.Corpus()
	var all [profile.NumFields][]precedent.Answer
	for _, f := range profile.Fields() {
		if f.Drawn || f.NotFact {
			continue
		}
		stated := 0.0
		for _, c := range cases {
			if c.Profile.Known(f.ID) {
				stated += 1 / float64(len(cases))
			}
		}
		all[f.ID] = silent(f, precedent.Answers(cases, f.ID), stated)
	}
	return &all
})

// silent counts those who say nothing as having what the models take for it, as a
// no, or as naming nothing: people do not say what is not there, or as everywhere.
func silent(f *profile.Field, list []precedent.Answer, stated float64) []precedent.Answer {
	usual, err := profile.Parse(f.ID, f.Default)
	switch {
	case len(list) == 0:
	case f.Kind == profile.Bool && f.Default == "" && len(list) == 2:
		list[1].Share *= stated
		list[0].Share = 1 - list[1].Share
	case f.Default != "" && err == nil, f.Default == "" && f.Kind == profile.TextList && f.Options[0] != "none":
		for i := range list {
			list[i].Share *= stated
		}
		list = append(list, precedent.Answer{Value: usual, Share: 1 - stated})
	}
	return list
}

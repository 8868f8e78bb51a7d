package result

import (
	"fmt"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// courseNode is whether what runs today should make way, with what to try first.
func courseNode(d *explain.Decision) node {
	course := say.Advice(d.Advice)
	if course == "" {
		return node{}
	}
	n := node{key: "course", open: true, leaf: true, title: "Stay or move: " + say.AdviceShort(d.Advice), detail: []string{course}, field: profile.Trouble}
	for i := range d.Advice.Attempts {
		t := &d.Advice.Attempts[i]
		words := profile.Clean(say.Attempt(t))
		n.kids = append(n.kids, node{key: fmt.Sprint("course/", i), title: words, detail: []string{words}, source: say.Sources(t.Sources)})
	}
	return n
}

// precedentsNode are the documented decisions that resemble this one.
func precedentsNode(x *explain.Explanation) node {
	if x == nil {
		return node{}
	}
	n := node{key: "before", open: true, title: say.Before(),
		detail: []string{"Documented decisions that the rules say much the same of, nearest first."}}
	for i := range x.Precedents {
		k := &x.Precedents[i]
		n.kids = append(n.kids, node{key: "before/" + k.ID, title: profile.Clean(k.Organisation) + ": " + k.Label + ", " + k.Source,
			right: numeral.Percent(k.Similarity), detail: []string{profile.Clean(say.Precedent(k))}, source: k.Source})
	}
	return n
}

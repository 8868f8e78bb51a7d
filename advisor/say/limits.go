package say

import (
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Beyond says what it is to be beyond a hard limit: "longest job over 900 s", "it
// needs a GPU".
func Beyond(g *explain.OpenGate) string {
	id, v := g.Fields[0], g.Within
	if id.Field().Kind == profile.Bool {
		return Answer(id, profile.Flag(!v.Bool()))
	}
	if prior, _, _ := profile.PriorSpan(id); v.Low <= prior {
		return text("%s over %s", Label(id), Value(id, profile.Number(v.High)))
	}
	return text("%s below %s", Label(id), Value(id, profile.Number(v.Low)))
}

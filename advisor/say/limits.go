package say

import (
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// WithinLimits are some hard limits as what holds if none is reached:
// "longest job up to 900 s, memory up to 10240 MB, no GPU is needed".
func WithinLimits(gates []explain.OpenGate) string {
	parts := make([]string, len(gates))
	for i := range gates {
		parts[i] = within(gates[i].Fields[0], gates[i].Within)
	}
	return strings.Join(parts, ", ")
}

func within(id profile.ID, v profile.Value) string {
	if id.Field().Kind == profile.Bool {
		return Answer(id, v)
	}
	if prior, _, _ := profile.PriorSpan(id); v.Low <= prior {
		return text("%s up to %s", Label(id), Value(id, profile.Number(v.High)))
	}
	return text("%s from %s on", Label(id), Value(id, profile.Number(v.Low)))
}

package render

import (
	"archadvisor/rules"
	"archadvisor/rules/cond"
)

// object is a JSON Schema object.
type object = map[string]any

const draft = "https://json-schema.org/draft/2020-12/schema"

func text(doc string) object    { return object{"type": "string", "description": doc} }
func float(doc string) object   { return object{"type": "number", "description": doc} }
func boolean(doc string) object { return object{"type": "boolean", "description": doc} }
func list(of any) object        { return object{"type": "array", "items": of} }

func closed(required []string, props object) object {
	return object{"type": "object", "additionalProperties": false, "required": required, "properties": props}
}

// PackSchema describes a rule pack; the facts that a condition may read are
// listed for completion.
func PackSchema(s *cond.Schema) object {
	options := s.Options()
	points := object{}
	for _, o := range options {
		points[o] = object{"type": "number", "minimum": -100, "maximum": 100}
	}
	strings := list(object{"type": "string"})
	id := object{"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"}
	source := object{"anyOf": []any{text("id of a source, or words with a blank in them"), strings}}
	option := object{"anyOf": []any{object{"enum": options}, list(object{"enum": options})}}
	facts := []any{}
	for _, f := range s.Facts() {
		facts = append(facts, object{"const": f.Name, "description": f.Doc})
	}
	statement := func(required []string, props object) object {
		props["id"], props["because"], props["source"], props["statements"], props["replace"] =
			id, text("why, in plain words; {fact} quotes a fact"), source, strings, boolean("takes the place of the statement of this id")
		return closed(append(required, "id", "because", "source"), props)
	}
	return file("pack", "archadvisor rule pack", object{"type": "object", "additionalProperties": false,
		"$defs": object{"fact": object{"anyOf": facts, "description": "what a condition may read"}},
		"properties": object{
			"pack": closed([]string{"name", "version"}, object{"name": text("name"), "version": text("version"), "title": text("what it is about")}),
			"source": list(closed([]string{"id", "title", "date", "quality", "says"}, object{"id": id, "title": text("title"), "address": text("page on the web"),
				"date": object{"anyOf": []any{text("a year, a month or a day"), object{"type": "integer"}}}, "quality": object{"enum": rules.Qualities()}, "says": text("what it says, in one sentence"), "replace": boolean("takes the place of the source of this id")})),
			"criterion": list(closed([]string{"id"}, object{"id": id, "title": text("title"), "because": text("meaning"), "source": source})),
			"mechanism": list(closed([]string{"id"}, object{"id": id, "title": text("title")})),
			"measure": list(statement([]string{"criterion", "of", "points"}, object{"criterion": id, "mechanism": id, "of": text("expression; {option} stands for each option"),
				"log": boolean("interpolate over the logarithm"), "points": list(object{"type": "array", "items": object{"type": "number"}, "minItems": 2, "maxItems": 2}),
				"target": text("fact that is the target"), "covers": strings})),
			"rule": list(statement([]string{"criterion", "mechanism", "when", "points"}, object{"criterion": id, "mechanism": id, "when": text("condition"),
				"points": object{"type": "object", "additionalProperties": false, "properties": points}, "objection": text("what may be said against it"), "adds_to": id})),
			"gate":     list(statement([]string{"option", "when"}, object{"option": option, "when": text("condition"), "field": text("the fact to ask about"), "needs": text("fires only if this fact is stated")})),
			"cure":     list(closed([]string{"id", "current", "trouble", "try", "source"}, object{"id": id, "current": object{"enum": options}, "trouble": text("a word of today.trouble"), "try": text("what to try before a move, as a request"), "source": source})),
			"test":     list(closed([]string{"id", "profile", "expect"}, object{"id": id, "profile": object{"type": "object"}, "expect": object{"type": "object"}})),
			"settings": object{"type": "object", "additionalProperties": closed([]string{"value", "source"}, object{"value": float("value"), "source": source})},
		}})
}

// DecisionSchema describes an entry of `score --format json`; `explain` adds
// keys to it.
func DecisionSchema() object {
	band := closed([]string{"low", "expected", "high"}, object{"low": float("10th percentile"), "expected": float("at the central inputs"), "high": float("90th percentile")})
	architecture := object{"enum": []string{"monolith", "microservices", "serverless"}}
	estimates := closed([]string{"cost_monthly_usd", "p99_ms", "availability_pct", "instances", "ops_fte"},
		object{"cost_monthly_usd": band, "p99_ms": band, "availability_pct": band, "instances": band, "ops_fte": band})
	gate := object{"type": "object", "properties": object{"id": text("gate"), "text": text("with the number that broke it"), "share": float("share of the draws"), "source": text("source")}}
	ranked := object{"type": "object", "required": []string{"architecture", "score", "low", "high", "probability", "feasible", "gates", "estimates", "shape"},
		"properties": object{"architecture": architecture, "score": float("mean value over the draws"), "low": float("10th percentile"), "high": float("90th percentile"),
			"probability": float("that it is the right choice, 0..1"), "feasible": boolean("false: ruled out"), "gates": list(gate), "estimates": estimates, "shape": text("what stands for the architecture")}}
	reason := object{"type": "object", "properties": object{"id": text("rule or measure"), "criterion": text("criterion"), "for": architecture, "against": architecture, "points": float("points"), "text": text("why")}}
	located := object{"type": "object", "required": []string{"message"}, "properties": object{"line": object{"type": "integer"}, "column": object{"type": "integer"}, "message": text("what is wrong and what is allowed")}}
	decision := object{"type": "object", "required": []string{"file", "name", "verdict", "recommendation", "probability", "frequency", "no_option_share", "ranking", "reasons", "flips", "next_questions", "assumed", "precedents", "advice", "pack", "pack_hash", "prices", "version"},
		"properties": object{"file": text("as given"), "index": object{"type": "integer"}, "name": text("name of the profile"),
			"verdict":        object{"enum": []string{"recommended", "close-call", "not-enough-information", "infeasible"}},
			"recommendation": object{"enum": []string{"monolith", "microservices", "serverless", ""}}, "probability": float("of the leader"),
			"frequency": object{"type": []string{"object", "null"}, "description": "of the documented decisions in the same band of probability, how many went to the leader",
				"properties": object{"agreed": object{"type": "integer"}, "of": object{"type": "integer"}}},
			"no_option_share": float("share of the draws in which no option is left"),
			"ranking":         object{"type": "array", "items": ranked, "minItems": 3, "maxItems": 3}, "reasons": list(reason),
			"flips": list(object{"type": "object"}), "next_questions": list(object{"type": "object", "properties": object{"field": text("field"), "value": float("expected gain in the probability of the right choice, per effort of answering"), "gate": text("the gate that asks")}}),
			"assumed": list(assumptionSchema()), "precedents": list(precedentSchema()), "advice": adviceSchema(band), "pack": text("name@version"), "pack_hash": text("sha256:..."), "prices": text("book and date"), "remarks": list(text("what qualifies the decision, as prices of another region")), "version": text("of the program")}}
	failed := object{"type": "object", "required": []string{"file", "error", "errors"}, "properties": object{"file": text("as given"), "error": located, "errors": list(located)}}
	entry := object{"anyOf": []any{decision, failed}}
	return object{"$schema": draft, "$id": schemaID("decision"), "title": "archadvisor score and explain",
		"description": "an array of entries (score --format json), or one entry (a line of ndjson; explain, which adds keys)",
		"anyOf":       []any{list(entry), entry}}
}

// precedentSchema is a documented decision that resembles the profile.
func precedentSchema() object {
	fields := list(object{"type": "string"})
	return object{"type": "object", "properties": object{"id": text("id"), "organisation": text("who decided"), "label": text("what turned out right"),
		"year": object{"type": "integer"}, "similarity": float("0 to 1"), "shared": fields, "differs": fields, "summary": text("what became of it"), "source": text("address")}}
}

// adviceSchema is whether what runs today should make way; null if no option leads.
func adviceSchema(band object) object {
	words := list(object{"type": "string"})
	return object{"type": []string{"object", "null"}, "properties": object{"action": object{"enum": []string{"build", "stay", "move"}}, "from": text("what runs today"), "to": text("the leader"),
		"text": text("in a sentence"), "cures": words, "remains": words, "stops": words, "misses": words, "turns": words,
		"saving_monthly_usd": band, "people_monthly_usd": band, "effort_days": object{"type": "object", "properties": object{"low": float("days"), "high": float("days")}},
		"payback_months": object{"type": []string{"number", "null"}, "description": "null: never"}, "try": list(object{"type": "object", "properties": object{"trouble": text("word of today.trouble"), "text": text("what to try"), "source": text("source")}})}}
}

// assumptionSchema is what stood in for a field that nobody answered.
func assumptionSchema() object {
	return object{"type": "object", "required": []string{"field", "how"}, "additionalProperties": false,
		"properties": object{"field": text("field of the profile"), "how": object{"enum": []string{"drawn", "default"}},
			"low": float("least that was drawn"), "high": float("most that was drawn"), "value": object{"description": "the default that models took"},
			"options": object{"type": "object", "additionalProperties": float("share of the draws"), "description": "by word, or yes and no"}}}
}

package say

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// maxLabel bounds a person, a tag or a label that a stranger wrote, in runes, and maxLabels how many of them are named.
const (
	maxLabel  = 120
	maxLabels = 100
)

// Labels cleans a list of names and drops those with nothing in them.
func Labels(names []string) []string {
	var out []string
	for _, n := range names {
		if n = Limit(Line(n), maxLabel); n != "" && len(out) < maxLabels {
			out = append(out, n)
		}
	}
	return out
}

// Label is a field in a few words.
func Label(id profile.ID) string { return spoken(id.Field().Label) }

// FieldLabel is a field by its dotted name in a few words, its name if it is none.
func FieldLabel(name string) string {
	if id, ok := profile.Lookup(name); ok {
		return Label(id)
	}
	return Line(name)
}

// YesOrNo tells of a field whose answers are sentences.
func YesOrNo(id profile.ID) bool { f := id.Field(); return f.Kind == profile.Bool && f.Phrase != "" }

// Answer is the clause that tells an answered field, "" if the field has none.
func Answer(id profile.ID, v profile.Value) string { return clause(id, v, Value(id, v)) }

// Fact is a sheet's row of a field: what is true, with an example where that says more.
func Fact(id profile.ID) string { return spoken(cmp.Or(id.Field().Fact, id.Field().Phrase)) }

// Stated is Answer of what a profile says; its load is told in what its work consists of.
func Stated(p *profile.Profile, id profile.ID) string { return clause(id, p.Get(id), ValueIn(p, id)) }

// ValueIn is Value of what a profile says; its load is told in what its work consists of.
func ValueIn(p *profile.Profile, id profile.ID) string {
	if id.Field().Unit == "req/s" {
		return spoken(p.Counted(profile.Format(id, p.Get(id))))
	}
	return Value(id, p.Get(id))
}

func clause(id profile.ID, v profile.Value, value string) string {
	f := id.Field()
	switch {
	case f.Kind == profile.Bool && v.Bool():
		return spoken(f.Phrase)
	case f.Kind == profile.Bool:
		return spoken(f.PhraseNo)
	}
	if f.Phrase == "" || value == "" {
		return ""
	}
	some := value
	if value == "none" {
		some = text("no")
	}
	words := v.List
	if f.Kind == profile.Option {
		words = []string{f.Word(v)}
	}
	tried := func(word string) string { return spoken(styles[word].tried) }
	return spoken(strings.NewReplacer("{}", strings.ReplaceAll(value, "_", " "), "{no}", some,
		"{meaning}", And(Each(words, f.Meaning)), "{a}", And(Each(words, tried))).Replace(f.Phrase))
}

// Value is what a profile says of a field, in one line, with its unit.
func Value(id profile.ID, v profile.Value) string {
	switch {
	case id.Field().Kind == profile.Text && v.Known():
		return Limit(Line(v.Text), maxLabel)
	case id.Field().Kind == profile.TextList && len(v.List) > 0:
		return And(Each(Labels(v.List), id.Field().Said))
	}
	return spoken(Line(profile.Format(id, v)))
}

var long = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b\d{4,}\b`) }) // whole numbers that read better in groups of three digits

// TriedIn are the values over which a field of a profile is drawn, "" if there are none: the range that was stated, or what
// follows from other answers (an average load from the requests of a month or the users), or its prior.
func TriedIn(p *profile.Profile, id profile.ID) string {
	if p.Known(id) {
		return text("%s, and you said no more", ValueIn(p, id))
	}
	for _, from := range []profile.ID{profile.RequestsPerMonth, profile.Users} {
		if id == profile.MeanRPS && p.Known(from) {
			return text("what follows from %s", Value(from, p.Get(from)))
		}
	}
	return spoken(long().ReplaceAllStringFunc(Line(id.Field().PriorText), func(digits string) string {
		n, _ := strconv.ParseFloat(digits, 64) // digits alone
		return numeral.Exact(n)
	}))
}

// Beyond says what it is to be beyond a hard limit: "longest job over 900 s", "it needs a GPU".
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

// Flip is a change that changes the recommendation: "with 34 engineers or more it would be microservices".
func Flip(f *explain.Flip) string {
	switch {
	case f.Allows != "":
		return text("without excluding %s it passes", f.Allows)
	case f.Relaxes:
		return text("%s this passes: %s", condition(f), f.Recommendation)
	case f.About:
		return text("%s it would probably be %s", condition(f), f.Recommendation)
	}
	return text("%s it would be %s", condition(f), f.Recommendation)
}

// FlipShort is a flip in a list: "52 engineers or more → microservices", "p99 latency: 180 ms or less → monolith".
func FlipShort(f *explain.Flip) string {
	probably := map[bool]string{true: "probably "}[f.About]
	return spoken(states(f, ": ", "") + " → " + probably + f.Recommendation)
}

// condition is what a flip needs: "with 34 engineers or more", "if it needs a GPU".
func condition(f *explain.Flip) string {
	last := ""
	return strings.Join(All(f.Changes, func(c *explain.Change) string {
		preposition, before := "with ", last
		if YesOrNo(c.Field) || Worded(c.Field) {
			preposition = "if "
		}
		if last = preposition; preposition == before {
			preposition = ""
		}
		return preposition + Became(c, " at ")
	}), " and ")
}

// due is what a flip needs, behind the word "when".
func due(f *explain.Flip) string { return states(f, " is ", "there are ") }

func states(f *explain.Flip, at, are string) string {
	return strings.Join(All(f.Changes, func(c *explain.Change) string {
		if heads(c.Field) {
			return are + Became(c, at)
		}
		return Became(c, at)
	}), " and ")
}

// Worded tells of a field whose answers are words.
func Worded(id profile.ID) bool {
	kind := id.Field().Kind
	return kind == profile.Option || kind == profile.TextList
}

// Became is a field with what it must become: a yes or no in its own words, a number behind the words that lead to it
// and with its side: "p99 latency at 220 ms or less", and of what is counted "34 engineers or more".
func Became(c *explain.Change, at string) string {
	said, less := Label(c.Field)+at+Value(c.Field, c.To), text(" or less")
	switch {
	case YesOrNo(c.Field):
		return Answer(c.Field, c.To)
	case Worded(c.Field):
		word := Value(c.Field, c.To)
		if c.Field.Field().Kind == profile.Option { // "platform team", not "platform_team"
			word = strings.ReplaceAll(word, "_", " ")
		}
		return text("%s is %s", Label(c.Field), word)
	case heads(c.Field):
		things := Label(c.Field)
		if c.To.Low == 1 {
			things = strings.TrimSuffix(things, "s")
		}
		said, less = numeral.Plain(c.To.Low)+" "+things, text(" or fewer")
	}
	if c.To.Low <= c.Field.Field().Min {
		less = "" // there is nothing less
	}
	return said + map[explain.Relation]string{explain.AtLeast: text(" or more"), explain.AtMost: less}[c.Relation()]
}

// heads tells of a field whose label is what it counts: engineers, teams, parts.
func heads(id profile.ID) bool {
	return slices.Contains([]string{"people", "teams", "parts", "environments", "users", "regions", "connections", "services", "per week"}, id.Field().Unit)
}

// action is what a step asks for, and when.
type action struct{ do, when string }

var actions = map[explain.Action]map[string]action{
	explain.Begin: {
		"monolith":      {"start with one deployable; keep one module per bounded context, with its own tables and an explicit interface", "now"},
		"serverless":    {"start with one function per endpoint or event, state in managed stores, infrastructure as code", "now"},
		"microservices": {"build the platform first: pipeline, tracing, on-call, a template for a service", "before the second service"},
	},
	explain.BuildOn: {
		"monolith":      {"put a check in CI that no module reaches into another's tables", "when the second team starts"},
		"serverless":    {"set a concurrency limit, a budget alarm and a trace per request", "before the first launch"},
		"microservices": {"give each service one owning team and its own store; agree on contracts", "with each new service"},
	},
	explain.MoveFirst: {
		"monolith":      {"merge the parts that change together first, behind one pipeline", "now"},
		"serverless":    {"move one bursty or rarely used endpoint to functions and measure it", "now"},
		"microservices": {"split out the part that hurts most, behind a contract", "now"},
	},
	explain.MoveOn: {
		"monolith":      {"merge one service at a time; keep its module boundary and its tests", "when the previous merge has run for two releases"},
		"serverless":    {"move the rest endpoint by endpoint; leave what holds state in memory or runs long", "when the first has run through one peak"},
		"microservices": {"split further only where two teams wait for each other or parts need different capacity", "when the first split has its own on-call"},
	},
	explain.Later: {
		"monolith":      {"merge the parts that change together", ""},
		"serverless":    {"move the bursty or rarely used parts to functions", ""},
		"microservices": {"split out the module whose releases or load stand out", ""},
	},
}

// Do is what a step of the migration asks for.
func Do(s *explain.Step) string {
	switch s.Action {
	case explain.Stay:
		return text("stay on %s; spend the effort inside it", styles[s.Target].running)
	case explain.LaterTowards:
		return text("move towards %s", WithArticle(s.Target))
	}
	return spoken(actions[s.Action][s.Target].do)
}

// When is when the step is due: "when the second team starts", "before the first launch", "now".
func When(s *explain.Step) string {
	switch {
	case len(s.Triggers) > 0:
		return text("when %s", strings.Join(All(s.Triggers, due), text(", or when ")))
	case len(s.Troubles) > 0:
		return text("when this begins to hurt: %s", Troubles(s.Troubles))
	case s.Action == explain.Stay:
		return text("now")
	case s.Months > 0 || s.EngineerMonths > 0:
		days := s.EngineerMonths * daysOfMonth
		return text("now; the whole move takes about %s and %s", months(s.Months), strings.TrimPrefix(work(days, days), text("about ")))
	}
	return spoken(actions[s.Action][s.Target].when)
}

// Step is a step in a list: "Merge one service at a time (when the previous merge has run ...)".
func Step(s *explain.Step) string { return text("%s (%s)", Capital(Do(s)), When(s)) }

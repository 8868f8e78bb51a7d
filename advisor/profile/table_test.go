package profile

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"archadvisor/rules/source"
)

// Every field of the table is complete, so that it can be asked for, drawn and
// explained.
func TestTableIsComplete(t *testing.T) {
	groups := []string{"Team", "Load", "Budget", "Work", "Quality", "Domain", "Today", "Constraints", "Priorities"}
	for _, f := range Fields() {
		if id, ok := Lookup(f.Name()); !ok || id != f.ID || id.String() != f.Name() {
			t.Errorf("%s is not found by its name", f.Name())
		}
		if f.Technical == "" || f.Why == "" || f.HowTo == "" || f.Effort < 1 || f.Effort > 3 {
			t.Errorf("%s: no meaning, reason, way to find out, or effort", f.Name())
		}
		if f.ID != Schema && (!strings.HasSuffix(f.Prompt, "?") || strings.Contains(f.Prompt, "_")) {
			t.Errorf("%s: prompt %q", f.Name(), f.Prompt)
		}
		if f.Section != "" && !slices.Contains(groups, f.Group) {
			t.Errorf("%s: group %q", f.Name(), f.Group)
		}
		if (f.Kind == Option) != (f.Options != nil) && f.Kind != TextList {
			t.Errorf("%s: options %q", f.Name(), f.Options)
		}
		if len(f.Meanings) > 0 && len(f.Meanings) != len(f.Options) || len(strings.Fields(f.Prompt)) > 12 {
			t.Errorf("%s: %d meanings of %d options, prompt %q", f.Name(), len(f.Meanings), len(f.Options), f.Prompt)
		}
		if f.Drawn && (f.PriorText == "" || f.PriorSource == "" || f.Default != "") {
			t.Errorf("%s: a drawn field needs a prior and its source, and no default", f.Name())
		}
		for _, s := range append([]string{f.Prompt, f.Technical, f.Why, f.HowTo, f.PriorText}, f.Typical...) {
			if s != Clean(s) || strings.HasSuffix(s, ".") || len(s) > 160 || strings.Contains(s, "^") || strings.Contains(s, ", log") {
				t.Errorf("%s: text %q", f.Name(), s)
			}
		}
		if repeats(f.Prompt, f.Technical) || repeats(f.Prompt, f.Why) || repeats(f.Technical, f.HowTo) {
			t.Errorf("%s: an explanation repeats another text: %q, %q, %q, %q", f.Name(), f.Prompt, f.Technical, f.Why, f.HowTo)
		}
		checkNumbers(t, f)
		for part := range strings.SplitSeq(strings.Join(f.When, " | "), " | ") {
			checkCondition(t, f, strings.Fields(part))
		}
	}
}

// checkCondition: a question depends on the least of a number, or on words of a field.
func checkCondition(t *testing.T, f *Field, words []string) {
	t.Helper()
	if len(words) == 0 {
		return
	}
	id, ok := Lookup(words[0])
	for _, w := range words[1:] {
		_, number := strconv.ParseFloat(w, 64)
		_, word := Choice(id, w)
		ok = ok && (number == nil) == id.Field().Numeric() && word != id.Field().Numeric()
	}
	if !ok || len(words) < 2 || id == f.ID {
		t.Errorf("%s: asked when %q", f.Name(), words)
	}
}

// repeats reports whether most of the longer words of a text stand in another one.
func repeats(text, in string) bool {
	said, again := strings.ToLower(text), 0
	words := strings.FieldsFunc(strings.ToLower(in), func(r rune) bool { return !unicode.IsLetter(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 4 })
	for _, w := range words {
		if strings.Contains(said, strings.TrimSuffix(w, "s")) {
			again++
		}
	}
	return len(words) > 0 && 2*again > len(words)
}

func checkNumbers(t *testing.T, f *Field) {
	t.Helper()
	if f.Kind != Numeric {
		return
	}
	if f.Unit == "" || !(f.Min < f.Max) || !f.Allows(f.Max) || f.Allows(f.Min) == f.MinOpen {
		t.Errorf("%s: unit %q, from %v to %v", f.Name(), f.Unit, f.Min, f.Max)
	}
	if lo, hi, log := PriorSpan(f.ID); !f.Allows(lo) || !f.Allows(hi) || !(lo < hi) || log && lo <= 0 {
		t.Errorf("%s: prior from %v to %v", f.Name(), lo, hi)
	}
}

// The table holds what the contract says, field by field: name, kind, bounds.
// Fields that it does not name may stand between.
func TestTableKeepsTheContract(t *testing.T) {
	promised := strings.Split(strings.TrimSpace(contract), "\n")
	for _, f := range Fields() {
		var b strings.Builder
		b.WriteString(f.Name())
		switch f.Kind {
		case Numeric, Integer:
			b.WriteString(" " + f.Bounds())
		case Option, TextList:
			if f.Options != nil {
				b.WriteString(" " + strings.Join(f.Options, "|"))
			}
		case Bool:
			b.WriteString(" bool")
		}
		if f.Default != "" {
			b.WriteString(" = " + f.Default)
		}
		if len(promised) > 0 && b.String() == promised[0] {
			promised = promised[1:]
		}
	}
	if len(promised) > 0 {
		t.Errorf("the table lacks, at its place, what files on disk use: %s", promised[0])
	}
}

// contract is what files on disk use, in order.
const contract = `schema 1 to 2
name
summary
scope system|component|organisation = system
team.engineers 1 to 100000
team.teams 1 to 10000
team.platform_engineers 0 to 10000
team.ops_maturity none|basic|established|advanced
team.distributed_experience none|some|strong
team.serverless_experience none|some|strong
team.deploys_per_week 0 to 1000000
team.release_bottleneck bool
team.independent_releases bool
team.headcount_growth above 0
team.experience beginners|mixed|experienced
team.operators nobody|developers|ops_team|platform_team|customers
team.run_servers avoid|accept|prefer
team.tried monolith|serverless|microservices
load.mean_rps 0 or more
load.peak_rps above 0
load.peak_to_mean 1 or more
load.users above 0
load.requests_per_month 0 or more
load.pattern steady|diurnal|bursty|extreme
load.idle_share 0 to 1
load.surge_per_minute 1 or more
load.growth_per_year above 0
load.cacheable_share 0 to 1
load.response_kb above 0
work.cpu_ms above 0
work.duration_ms above 0
work.memory_mb above 0
work.payload_mb above 0
work.longest_job_s above 0
work.interaction request|websocket|stream|event|batch = request
work.connections above 0
work.startup_ms above 0
work.package_mb above 0
work.request_logs none|sampled|all = all
work.durable_steps bool
work.handoffs none|few|many
work.state none|external|memory = external
work.relational_queries bool
work.gpu bool = false
work.runtime
budget.monthly_usd 0 or more
budget.engineer_month_usd above 0
budget.months_to_launch above 0
budget.environments 1 to 100
budget.effort_days above 0
quality.p99_ms above 0
quality.availability_pct 90 to 99.9999
domain.modules 1 to 1000
domain.services_now 1 to 100000
domain.data_coupling low|medium|high
domain.lockstep_changes bool
domain.independent_scaling bool
domain.failure_isolation bool
domain.stable_boundaries bool
domain.security_isolation bool
domain.several_languages bool
domain.builds_on nothing|some|much
domain.stage idea|launch|growth|mature
domain.current none|monolith|microservices|serverless = none
today.trouble none|cost|idle|releases|code|scaling|interference|outages|operations|overhead|complexity|latency|cold_starts|limits|consistency
today.monthly_usd 0 or more
today.utilisation 0 to 1
today.paid_host bool
today.platforms vm|containers|kubernetes|paas|functions|on_premises
today.standard monolith|microservices|serverless|mixed
constraints.installed_by_customers bool
constraints.rewrite none|parts|all
constraints.regions 1 to 100 = 1
constraints.cloud aws|gcp|azure|self-hosted = aws
constraints.region
constraints.compliance
constraints.lock_in avoid|accept
constraints.exclude monolith|serverless|microservices
priorities.cost 0 to 5
priorities.time_to_market 0 to 5
priorities.performance 0 to 5
priorities.scalability 0 to 5
priorities.reliability 0 to 5
priorities.simplicity 0 to 5
priorities.autonomy 0 to 5
priorities.portability 0 to 5
priorities.operations 0 to 5
`

func TestNearest(t *testing.T) {
	for name, want := range map[string]string{
		"team.enginers": "team.engineers", "enginers": "team.engineers", "load.engineers": "team.engineers", "team.Engineers": "team.engineers",
		"mean-rps": "load.mean_rps", "load.men_rps": "load.mean_rps", "work.p99_ms": "quality.p99_ms", "qps": "load.mean_rps",
		"budget.monthly": "budget.monthly_usd", "nmae": "name", "uptime": "quality.availability_pct",
		"": "", "zzzzzzzz": "", "team.": "", strings.Repeat("x", 1<<20): "",
	} {
		if got := Nearest(name); got != want {
			t.Errorf("Nearest(%.40q): got %q, want %q", name, got, want)
		}
	}
}

func TestSynonymsAreNoFields(t *testing.T) {
	seen := map[string]bool{}
	for _, field := range Fields() {
		for _, word := range field.Synonyms {
			if seen[word] || slices.ContainsFunc(Fields(), func(f *Field) bool { return f.Key == word }) || word != source.Fold(word) {
				t.Errorf("%q is a key itself, stands twice, or is not folded", word)
			}
			seen[word] = true
		}
	}
}

// A row may stand anywhere in its section, whatever its id: files still read
// back, and no draw changes.
func TestFieldStandsAnywhere(t *testing.T) {
	own := table
	defer func() { table = own }()
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		table = own
		p := randomProfile(r)
		var want, got Point
		NewSampler(p, 3).Draw(17, &want)
		text := Encode(p)
		table = shuffled(t, r)
		ps, es := Decode(text, "f")
		if es != nil {
			t.Fatalf("%v: %s", es, text)
		}
		p = ps[0]
		roundTrip(t, p)
		NewSampler(p, 3).Draw(17, &got)
		for _, f := range Fields() {
			if want[f.ID] != got[f.ID] && want[f.ID] == want[f.ID] {
				t.Fatalf("%s draws %v, was %v", f.Name(), got[f.ID], want[f.ID])
			}
		}
	}
}

// shuffled is the field table with its rows in another order in each section.
func shuffled(t *testing.T, r *rand.Rand) fieldTable {
	t.Helper()
	_, rows, _ := strings.Cut(fieldsTOML, "[[field]]")
	bySection := map[string][]string{}
	for _, row := range strings.Split(rows, "[[field]]") {
		name := strings.Split(row, `"`)[1]
		section, _, dotted := strings.Cut(name, ".")
		if !dotted {
			section = ""
		}
		bySection[section] = append(bySection[section], row)
	}
	var text strings.Builder
	for _, section := range Sections() {
		for _, i := range r.Perm(len(bySection[section])) {
			text.WriteString("[[field]]" + bySection[section][i] + "\n")
		}
	}
	return readTable(text.String())
}

// No row is lost or taken for another: each has a number and a name of its own and stands beside its section.
func TestTableIsWhole(t *testing.T) {
	if len(table.rows) != int(NumFields) || len(table.byName) != int(NumFields) || slices.Contains(table.byID[:], nil) {
		t.Errorf("%d rows of %d names, want %d, each with an id of its own", len(table.rows), len(table.byName), NumFields)
	}
	var sections []string
	for _, f := range Fields() {
		if len(sections) == 0 || sections[len(sections)-1] != f.Section {
			sections = append(sections, f.Section)
		}
		if !slices.Contains([]string{"", "team", "load", "work"}, f.group) || f.Kind > Integer {
			t.Errorf("%s draws with %q, kind %d", f.Name(), f.group, f.Kind)
		}
		if f.Kind == Numeric && f.Default != "" && (!f.Allows(f.number) || shortest(f.number) != f.Default) {
			t.Errorf("%s: the default %s is no number of it", f.Name(), f.Default)
		}
	}
	if !slices.Equal(sections, Sections()) {
		t.Errorf("rows stand apart from their sections: %v", sections)
	}
}

// The quick reader of the table sees what a TOML reader sees.
func TestTableIsTOML(t *testing.T) {
	var file struct{ Field []map[string]any }
	if _, err := toml.Decode(fieldsTOML, &file); err != nil {
		t.Fatal(err)
	}
	rows := readRows(fieldsTOML)
	if len(rows) != len(file.Field) {
		t.Fatalf("%d rows, want %d", len(rows), len(file.Field))
	}
	for i, columns := range file.Field {
		for name, value := range columns {
			want, _ := json.Marshal(value)
			got, _ := json.Marshal(rows[i].columns()[name])
			if name == "kind" {
				got = fmt.Appendf(nil, "%q", kindWords[rows[i].Kind])
			}
			if string(got) != string(want) {
				t.Errorf("%s, %s: got %s, want %s", rows[i].name, name, got, want)
			}
		}
	}
}

func TestPartner(t *testing.T) {
	for id := range NumFields {
		other, ok := Partner(id)
		if back, again := Partner(other); ok && (!again || back != id) {
			t.Errorf("%s and %s are not partners of each other", id, other)
		}
	}
}

package profile

import (
	"strings"
	"testing"
)

func TestDecodeShop(t *testing.T) {
	ps, es := Decode(shop(t), "shop.toml")
	if es != nil || len(ps) != 1 {
		t.Fatalf("got %d profiles, %v", len(ps), es)
	}
	p := ps[0]
	pci := Value{State: Exact, List: []string{"pci", "gdpr"}}
	medium, _ := Choice(DataCoupling, "medium")
	for id, want := range map[ID]Value{
		Schema: Number(2), Name: Words("shop"), Engineers: Between(8, 20), PlatformEngineers: Number(0.5),
		ReleaseBottleneck: Flag(false), MeanRPS: Number(40), PeakToMean: {}, Runtime: Words("node 22"),
		DataCoupling: medium, Compliance: pci, Exclude: {}, PriorityCost: {},
	} {
		if got := p.Get(id); !got.Equal(want) {
			t.Errorf("%s: got %v, want %v", id, got, want)
		}
	}
	if got := len(p.Answered()); got != 32 {
		t.Errorf("answered: got %d fields, want 32", got)
	}
}

const head = "schema = 1\nname = \"x\"\n" // two lines before each case

// wrongFiles are files and the line that each gives.
var wrongFiles = []struct{ name, in, want string }{
	{"typo in a key", "[team]\nenginers = 9", `f:4:1: unknown key "enginers" in [team]; did you mean "engineers"?`},
	{"typo in a table", "[laod]\nmean_rps = 9", `f:3:2: unknown table [laod]; did you mean [load]?`},
	{"key of another table", "[team]\nmodules = 9", `f:4:1: unknown key "modules" in [team]; did you mean "modules" in [domain]?`},
	{"key above the tables", "engineers = 9", `f:3:1: unknown key "engineers"; did you mean "engineers" in [team]?`},
	{"synonym", "[load]\nqps = 9", `f:4:1: unknown key "qps" in [load]; did you mean "mean_rps"?`},
	{"nothing near", "[quality]\nzzzzzzz = 9", `f:4:1: unknown key "zzzzzzz" in [quality]; it has p99_ms, availability_pct`},
	{"table as a number", "team = 3", `f:3:1: "team" is a table: write [team] and its fields (` + keysOf("team") + `) below it`},
	{"field as a table", "[team.engineers]\nlow = 3", `f:3:7: team.engineers: must be a number or [low, high], 1 to 100000, not a table`},
	{"string for a number", "[team]\nengineers = \"nine\"", `f:4:13: team.engineers: must be a number or [low, high], 1 to 100000, not the string "nine"; write engineers = 9`},
	{"people's units", "[load]\nmean_rps = \"1.5k\"", `f:4:12: load.mean_rps: must be a number or [low, high], 0 or more, not the string "1.5k"; write mean_rps = 1500`},
	{"decimal comma", "[quality]\navailability_pct = 99,9", `f:4:22: not valid TOML: expected a top-level item to end with a newline, comment, or EOF, but got ',' instead; write availability_pct = 99.9`},
	{"thousands", "[load]\nmean_rps = 1,500 # busy", `f:4:13: not valid TOML: expected a top-level item to end with a newline, comment, or EOF, but got ',' instead; write mean_rps = 1500`},
	{"nothing matters", "[priorities]\ncost = 0\nsimplicity = 0", `f:4:8: every priority that is stated is 0, so none of them counts: give what matters 1 to 5, or leave it out`},
	{"decimal comma in a string", "[load]\nmean_rps = \"1.000,5\"", `f:4:12: load.mean_rps: must be a number or [low, high], 0 or more, not the string "1.000,5"; write mean_rps = 1000.5`},
	{"no digit is lost", "[load]\nmean_rps = 1,2345678901234567890", `f:4:13: not valid TOML: expected a top-level item to end with a newline, comment, or EOF, but got ',' instead; write mean_rps = 1.2345678901234567890`},
	{"comma in a table on one line", "load = { mean_rps = 1,5, peak_rps = 2 }", `f:3:24: not valid TOML: expected '.' or '=', but got ',' instead; write mean_rps = 1.5`},
	{"sign of another keyboard", "[load]\nmean_rps＝5", `f:4:9: not valid TOML: expected '.' or '=', but got '＝' instead; write mean_rps = 5`},
	{"quotes of a word processor", "[load]\npattern = “steady”", `f:4:11: not valid TOML: expected value but found '“' instead; write pattern = "steady"`},
	{"decimal commas in a range", "[load]\nmean_rps = [1,5, 2,5]", `f:4:12: load.mean_rps: a range is [low, high], two numbers, not 4; write mean_rps = [1.5, 2.5]`},
	{"thousands in a range", "[load]\nmean_rps = [1,500, 2,500]", `f:4:12: load.mean_rps: a range is [low, high], two numbers, not 4; write mean_rps = [1500, 2500]`},
	{"a no-break space", "[load]\nmean_rps = 1\u00a0234", `f:4:13: not valid TOML: expected a top-level item to end with a newline, comment, or EOF, but got '\u00a0' instead; write mean_rps = 1234`},
	{"number for a bool", "[work]\ngpu = 1", `f:4:7: work.gpu: must be true or false, not 1`},
	{"word for a bool", "[work]\ngpu = \"yes\"", `f:4:7: work.gpu: must be true or false, not the string "yes"; write gpu = true`},
	{"number for a word", "[load]\npattern = 3", `f:4:11: load.pattern: must be one of "steady", "diurnal", "bursty" or "extreme", not 3`},
	{"wrong word", "[load]\npattern = \"burst\"", `f:4:11: load.pattern: "burst" is not one of "steady", "diurnal" (day/night), "bursty" or "extreme"; did you mean "bursty"?`},
	{"date", "[team]\nengineers = 1979-05-27", `f:4:13: team.engineers: must be a number or [low, high], 1 to 100000, not a date`},
	{"nan", "[load]\nmean_rps = nan", `f:4:12: load.mean_rps: must be a finite number, 0 or more`},
	{"-inf", "[load]\nmean_rps = -inf", `f:4:12: load.mean_rps: must be a finite number, 0 or more`},
	{"nan in a range", "[load]\nmean_rps = [1, nan]", `f:4:12: load.mean_rps: must be a finite number, 0 or more`},
	{"reversed", "[team]\nteams = [3, 2]", `f:4:9: team.teams: the range [3, 2] is reversed: low comes first, write [2, 3]`},
	{"three ends", "[team]\nteams = [1, 2, 3]", `f:4:9: team.teams: a range is [low, high], two numbers, not 3`},
	{"no ends", "[team]\nteams = []", `f:4:9: team.teams: a range is [low, high], two numbers, not 0`},
	{"words in a range", "[team]\nteams = [1, \"2\"]", `f:4:9: team.teams: must be two numbers, [low, high], not the string "2"; write teams = [1, 2]`},
	{"too small", "[team]\nengineers = 0", `f:4:13: team.engineers: 0 is out of range: must be 1 to 100000`},
	{"too large", "[team]\nengineers = [5, 1e6]", `f:4:13: team.engineers: 1000000 is out of range: must be 1 to 100000`},
	{"open end", "[work]\ncpu_ms = 0.0", `f:4:10: work.cpu_ms: 0 is out of range: must be above 0`},
	{"wall below cpu", "[work]\ncpu_ms = 10\nduration_ms = [4, 5]", `f:5:15: work.duration_ms = [4, 5] is below work.cpu_ms = 10: the wall time of a request includes its CPU time`},
	{"peak below mean", "[load]\nmean_rps = [10, 20]\npeak_rps = 5", `f:5:12: load.peak_rps = 5 is below load.mean_rps = [10, 20]: the busiest minute is at least the average`},
	{"peak below month", "[load]\npeak_rps = 5\nrequests_per_month = 26.28e6", `f:4:12: load.peak_rps = 5 is below load.requests_per_month = 26280000, which is 10 req/s on average: the busiest minute is at least that`},
	{"means apart", "[load]\nmean_rps = 10\nrequests_per_month = 20e6", `f:5:22: load.requests_per_month = 20000000 contradicts load.mean_rps = 10 (2628000 seconds a month): give one of the two, or both within 5 %`},
	{"peaks apart", "[load]\nmean_rps = 10\npeak_rps = 20\npeak_to_mean = 3", `f:6:16: load.peak_to_mean = 3 contradicts load.peak_rps = 20 at a mean of 10 req/s: give one of the two, or both within 5 %`},
	{"stray services", "[domain]\nservices_now = 3\ncurrent = \"monolith\"", `f:4:16: domain.services_now counts the services that run today: it needs domain.current = "microservices"`},
	{"operators apart", "[team]\noperators = \"customers\"\n[constraints]\ninstalled_by_customers = false", `f:6:26: constraints.installed_by_customers = false contradicts team.operators = "customers"`},
	{"none and more", "[today]\ntrouble = [\"none\", \"cost\"]", `f:4:11: today.trouble: "none" stands alone: leave it out, or leave out the others`},
	{"a word for a list", "[today]\ntrouble = \"cost\"", `f:4:11: today.trouble: must be an array of strings, ["a", "b"], not the string "cost"`},
	{"unknown kind", "[work]\ninteraction = [\"event\", \"bach\"]", `f:4:15: work.interaction: "bach" is not one of "request", "websocket", "stream", "event" or "batch"; did you mean "batch"?`},
	{"list of words", "[constraints]\ncompliance = \"pci\"", `f:4:14: constraints.compliance: must be an array of strings, ["a", "b"], not the string "pci"`},
	{"list of numbers", "[constraints]\ncompliance = [\"pci\", 3]", `f:4:14: constraints.compliance: must be an array of strings, ["a", "b"], not 3`},
	{"a blank name in a list", "[constraints]\ncompliance = [\"pci\", \" \"]", `f:4:14: constraints.compliance: holds a blank name: leave it out`},
	{"none in a list", "[constraints]\ncompliance = [\"None\"]", `f:4:14: constraints.compliance: holds "none": write [] if there is none`},
	{"unknown exclusion", "[constraints]\nexclude = [\"monolit\"]", `f:4:11: constraints.exclude: "monolit" is not one of "monolith", "serverless" or "microservices"; did you mean "monolith"?`},
	{"inline table", "team = {engineers = 3, teems = 1}", `f:3:24: unknown key "teems" in [team]; did you mean "teams"?`},
	{"dotted key", "load.maen_rps = 1", `f:3:6: unknown key "maen_rps" in [load]; did you mean "mean_rps"?`},
	{"syntax", "[team]\nengineers = ", `f:4:13: not valid TOML: expected value but found '\n' instead`},
	{"unknown in words", "[team]\nengineers = \"unknown\"", `f:4:13: team.engineers: must be a number or [low, high], 1 to 100000, not the string "unknown"; leave the line out if it is unknown`},
	{"word without quotes", "[load]\npattern = bursty", `f:4:11: not valid TOML: expected value but found "bursty" instead; write pattern = "bursty"`},
	{"units without quotes", "[load]\nmean_rps = 5M/day", `f:4:13: not valid TOML: expected a top-level item to end with a newline, comment, or EOF, but got 'M' instead; write mean_rps = 57.8703703704`},
	{"duplicate key", "[team]\nteams = 1\nteams = 2", `f:5:1: "teams" is given twice: it stands on line 4, too`},
	{"duplicate table", "[team]\nteams = 1\n[team]", `f:5:2: "team" is given twice: it stands on line 3, too`},
	{"huge number", "[team]\nteams = 99999999999999999999", `f:4:9: not valid TOML: 99999999999999999999 is out of range for int64`},
	{"escapes in a key", "\"\\u001b[2J\" = 1", `f:3:1: unknown key "\u001B[2J"; above its tables a profile has schema, name, summary, scope`},
}

// Each wrong file gives exactly these lines.
func TestDecodeErrors(t *testing.T) {
	for _, tt := range wrongFiles {
		t.Run(tt.name, func(t *testing.T) {
			ps, es := Decode([]byte(head+tt.in+"\n"), "f")
			if ps != nil {
				t.Error("a wrong file gave profiles")
			}
			if got := es.Error(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestDecodeSchema(t *testing.T) {
	tests := []struct{ in, want string }{
		{"name = \"x\"", `f:1:1: schema is missing: write schema = 2 (this program reads versions 1 to 2)`},
		{"schema = 3\nname = \"x\"", `f:1:10: schema: 3 cannot be read: this program reads versions 1 to 2, write schema = 2`},
		{"schema = \"1\"\nname = \"x\"", `f:1:10: schema: the string "1" cannot be read: this program reads versions 1 to 2, write schema = 2`},
		{"schema = 1.0\nname = \"x\"", `f:1:10: schema: 1 cannot be read: this program reads versions 1 to 2, write schema = 2`},
		{"schema = 1", `f:1:1: name is missing: write name = "..."`},
		{"schema = 1\nname = \" \"", `f:2:8: name: must not be blank`},
		{"", "f:1:1: schema is missing: write schema = 2 (this program reads versions 1 to 2)\nf:1:1: name is missing: write name = \"...\""},
		{"schema = 1\nname = 3", `f:2:8: name: must be a string, not 3`},
	}
	for _, tt := range tests {
		_, es := Decode([]byte(tt.in), "f")
		if got := es.Error(); got != tt.want {
			t.Errorf("%q:\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// All faults of a file come at once, by position, behind errors of syntax too.
func TestDecodeReportsEverything(t *testing.T) {
	in := `schema = 1
name = "x"
name = "y"
[team]
enginers = 3
teams = "two
[team]
zzz = 1
[load]
pattern = "wild"
[load
mean_rps = -1
[domain]
modules = 0
stage = "idee"
`
	want := []string{
		`f:3:1: "name" is given twice: it stands on line 2, too`,
		`f:5:1: unknown key "enginers" in [team]; did you mean "engineers"?`,
		`f:6:13: not valid TOML: strings cannot contain newlines; write teams = 2`,
		`f:7:2: "team" is given twice: it stands on line 4, too`,
		`f:10:11: load.pattern: "wild" is not one of "steady", "diurnal" (day/night), "bursty" or "extreme"`,
		`f:11:6: not valid TOML: expected '.' or ']' to end table name, but got '\n' instead`,
		`f:14:11: domain.modules: 0 is out of range: must be 1 to 1000`,
		`f:15:9: domain.stage: "idee" is not one of "idea", "launch", "growth" or "mature"; did you mean "idea"?`,
	}
	_, es := Decode([]byte(in), "f")
	if got := es.Error(); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestDecodeSeveral(t *testing.T) {
	in := `[[profile]]
schema = 1
name = "web"
[profile.team]
engineers = 5

[[profile]]
schema = 1
name = "jobs"
[profile.work]
longest_job_s = [60, 3600]
`
	ps, es := Decode([]byte(in), "f")
	if es != nil || len(ps) != 2 {
		t.Fatalf("got %d profiles, %v", len(ps), es)
	}
	if ps[0].Name() != "web" || ps[1].Name() != "jobs" || ps[1].Get(LongestJobS).High != 3600 || ps[1].Known(Engineers) {
		t.Errorf("got %s", Encode(ps...))
	}
	again, es := Decode(Encode(ps...), "f")
	if es != nil || len(again) != 2 || !again[0].Equal(ps[0]) || !again[1].Equal(ps[1]) {
		t.Errorf("does not read back: %v\n%s", es, Encode(ps...))
	}
}

func TestDecodeSeveralErrors(t *testing.T) {
	tests := []struct{ in, want string }{
		{"[[profile]]\nschema = 1\nname = \"a\"\n[profile.team]\nteams = 0\n[[profile]]\nschema = 1\n[profile.taem]",
			"f:5:9: team.teams: 0 is out of range: must be 1 to 10000\n" +
				"f:6:3: name is missing: write name = \"...\"\n" +
				"f:8:10: unknown table [taem]; did you mean [team]?"},
		{"schema = 1\n[[profile]]\nschema = 1\nname = \"a\"",
			`f:1:1: "schema" stands beside [[profile]]: in a file of several profiles everything belongs to one of them`},
		{"[profile]\nschema = 1\nname = \"a\"",
			`f:1:2: "profile" must be an array of tables: write [[profile]] above each of several profiles`},
		{"profile = []", `f:1:1: "profile" must be an array of tables: write [[profile]] above each of several profiles`},
	}
	for _, tt := range tests {
		_, es := Decode([]byte(tt.in), "f")
		if got := es.Error(); got != tt.want {
			t.Errorf("%q:\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// A rule between two fields is broken only if no point of both ranges keeps it.
func TestRangesThatTouchAreValid(t *testing.T) {
	for _, in := range []string{
		"[work]\ncpu_ms = [5, 50]\nduration_ms = 5",
		"[load]\nmean_rps = [5, 500]\npeak_rps = [1, 5]",
		"[load]\nmean_rps = 10\nrequests_per_month = 27.5e6",
		"[load]\nmean_rps = [1, 10]\nrequests_per_month = [27e6, 1e9]",
		"[load]\nmean_rps = 10\npeak_rps = 31\npeak_to_mean = 3",
		"[load]\npeak_rps = 31\npeak_to_mean = 3",
		"[load]\nmean_rps = 0\nidle_share = 1",
		"[load]\nmean_rps = 300000",
		"[domain]\ncurrent = \"microservices\"\nservices_now = [3, 7]",
		"[budget]\nmonthly_usd = 0",
		"[constraints]\ncompliance = []\nexclude = [\"monolith\", \"serverless\", \"microservices\"]",
		"[priorities]\ncost = 0\nsimplicity = [2.5, 5]",
	} {
		if _, es := Decode([]byte(head+in), "f"); es != nil {
			t.Errorf("%q: %v", in, es)
		}
	}
}

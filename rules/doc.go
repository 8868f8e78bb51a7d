// Package rules is a small rule language with its evaluator: packs of
// criteria, measures, rules and gates in TOML, checked against a schema of
// facts and evaluated in about the time of the same conditions written in Go. It knows facts and points; it does not know what the options
// are that it gives points to, and it does no I/O beyond the fs.FS it is given.
//
// # A pack
//
// A pack is one or more TOML files that are read as one. Every statement has an
// id of lower-case letters, digits, hyphens and underscores that is unique in the pack.
//
//	[pack]                                # in exactly one file of the pack
//	name    = "core"
//	version = "1.0.0"
//	title   = "What it is about"
//
//	[[source]]                            # a piece of evidence
//	id      = "bogner-2021"
//	title   = "Industry practices and challenges for the evolvability of microservices"
//	address = "https://doi.org/10.1007/s10664-021-09999-9"  # may be left out
//	date    = 2021                        # or a month or a day: "2021-05", 2021-05-09
//	quality = "peer-reviewed"             # measured, peer-reviewed, first-hand, vendor or folk
//	says    = "What it says, in one sentence"
//
//	[[criterion]]
//	id      = "cost"
//	title   = "Cost"
//	because = "What the criterion means"
//	source  = "bogner-2021"               # why it counts
//
//	[[mechanism]]                         # why something speaks for an option; counts once
//	id      = "idle-cost"
//	title   = "Paying for hours without traffic"
//
//	[[measure]]                           # a value of 0 to 100 for every option
//	id         = "monthly-cost"
//	criterion  = "cost"
//	mechanism  = "infrastructure-cost"
//	of         = "cost.{option}.monthly_usd / budget.monthly_usd"
//	log        = true                     # interpolate over log x; default false
//	points     = [[0.1, 100], [1, 50], [10, 0]]  # x rising, value 0 to 100; flat beyond the ends
//	target     = "budget.monthly_usd"     # fact that is the target, "" if the ends are absolute
//	covers     = ["idle-cost"]            # mechanisms that the estimate already prices: no rule may use them
//	because    = "{cost.{option}.monthly_usd} a month{if known(budget.monthly_usd)} of a budget of {budget.monthly_usd}{end}"
//	source     = ["bogner-2021", "our own bills of 2025"]
//	statements = ["monolith: expensive to scale"]  # founding statements held here, free text
//
//	[[rule]]                              # points if a condition holds
//	id         = "one-team"
//	criterion  = "simplicity"
//	mechanism  = "coordination"
//	when       = "team.engineers < 10 and not domain.independent_scaling"
//	points     = { monolith = 20, microservices = -15 }  # by option, for or against, -100 to 100
//	because    = "{team.engineers} engineers can talk to one another"
//	source     = "https://..."
//	objection  = "What may be said against it"           # may be left out
//	adds_to    = "small-team"             # fires only where that rule fires, and is meant to; may be left out
//	statements = []                       # may be left out
//
//	[[gate]]                              # rules options out
//	id      = "job-too-long"
//	option  = "serverless"                # one option, or a list of them
//	when    = "work.longest_job_s > limits.function_duration_s"
//	because = "a job takes {work.longest_job_s}; functions stop after {limits.function_duration_s}"
//	source  = "https://..."
//	field   = "work.longest_job_s"        # the fact to ask about
//	needs   = "quality.p99_ms"            # fires only if this fact is stated; may be left out
//
//	[[cure]]                              # what can be tried before a move
//	id      = "switches"
//	current = "monolith"                  # the option that runs today
//	trouble = "releases"                  # a word of today.trouble
//	try     = "Release smaller changes, switched off at first"
//	source  = "https://..."
//
//	[[test]]                              # the pack's own acceptance
//	id      = "corner-shop"
//	profile = { team = { engineers = 2 }, load = { mean_rps = 1 } }   # or [test.profile.team] below
//	expect  = { leader = "monolith", fired = ["one-team"], asleep = ["x"], undecided = ["y"], ruled_out = ["serverless"], verdict = "recommended" }
//
//	[settings]                            # constants that a reader may disagree with
//	enough = { value = 0.7, source = "why this number" }
//
// A source that a statement cites is one string or several in an array. A single
// word is the id of a [[source]], of this pack or of the one it is put on top
// of; words with a blank between them, or an address, are free text.
//
// Texts may be written as TOML multi-line strings. Keys not shown here are
// errors. A pack file is at most 1 MiB.
//
// A pack put on top of another (Pack.Add) adds statements with new ids; a
// statement with replace = true takes the place of the one with its id. A
// setting always takes the place of the one with its name.
//
// Conditions, units and what an unknown fact does are described in package
// cond. In a pack a condition stands in a TOML string, so strings in it are best
// written with single quotes: when = "load.pattern in ['bursty', 'extreme']".
// A rule is fired if it holds whatever the open facts turn out to be, asleep if
// it cannot hold, and undecided otherwise. Eval treats undecided as not fired;
// Eval3 tells the three apart, also for ranges.
//
// # Texts
//
// A because quotes facts in braces: {team.engineers} is 12, {load.peak_rps} is
// 500 req/s, {quality.p99_ms} 200 ms, {budget.monthly_usd} $1,240, a share
// 35 %, a count the number alone. {name:plain} leaves the unit off. {option}
// is the option in question. A fact that nobody stated is never quoted: it reads
// "an unstated number of", "an unstated amount" and the like, so better guard it:
//
//	{if known(team.teams)}with {team.teams} teams{else}with several teams{end}
//
// known(fact) asks whether the profile states it, never what a draw says; it
// may be combined with and, or, not, and stands nowhere but in such a guard.
// Two braces {{ and }} are one brace.
package rules

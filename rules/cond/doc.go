// Package cond is the language of conditions: lexer, parser, types and units,
// and evaluation in three truth values, over points and over ranges. It knows
// facts and the options that {option} stands for; it does not know packs.
//
// # Conditions
//
//	condition  = and { "or" and }
//	and        = not { "and" not }
//	not        = "not" not | comparison
//	comparison = sum [ ("==" | "!=" | "<" | "<=" | ">" | ">=") sum | ["not"] "in" list ]
//	list       = "[" sum { "," sum } [","] "]"           (constants only)
//	sum        = product { ("+" | "-") product }
//	product    = factor { ("*" | "/") factor }
//	factor     = "-" factor | "(" condition ")" | number [unit] | string | "true" | "false" | fact
//	fact       = name { "." (name | "{option}") }        (lower case, digits, underscores)
//	number     = digits ["." digits] ["e" ["+"|"-"] digits], underscores between digits
//	string     = "..." or '...' without escapes
//
// A comparison is not chained: write 1 < x and x < 5. A fact that is yes or no
// stands alone (domain.lockstep_changes) or is compared to true or false. An
// option is compared with ==, != and in; of a list they ask
// whether it holds a word. A condition is at most 8 KiB and 64
// levels deep. {option} stands for the option in question: in a measure for
// each in turn, in a rule or gate only if it names exactly one.
//
// # Units
//
// A number without a unit is in the unit of the fact it meets. A unit is
// checked against the fact's and converted to it:
//
//	time       us ms s min h days weeks months (730 h) years (8,760 h)
//	size       B kB MB GB TB (powers of 1,000), KiB MiB GiB TiB
//	rate       req/s rps requests/s, req/min rpm, req/h, req/day, req/month requests/month
//	frequency  per second, per minute, per hour, per day, per week, per month, per year
//	money      USD, kUSD
//	share      % (a hundredth), share, ratio, x
//	counts     people engineers, teams, modules, services, environments, instances,
//	           requests, engineer-months, importance
//
// Two facts of one dimension in different units are converted when they are
// compared, added or divided as they stand (work.duration_ms >
// limits.gateway_timeout_s); once one of them carries a factor
// (work.duration_ms / 1000) the comparison is refused, because the factor may
// be the conversion already. A product or quotient of two dimensions has no
// unit that is checked: it is the product of the plain numbers.
// Counts of different things may be compared with each other.
//
// # Unknown is not false
//
// A fact without a value makes what rests on it unknown, in Kleene's logic.
// Set.Eval treats unknown as false; Set.Range tells what must hold from what
// may, also for facts that lie between two values.
//
// # How conditions are evaluated
//
// Every fact or expression that conditions compare is computed once and becomes a
// key, an unsigned number of the same order. A condition becomes a chain of tests,
// each whether one key lies in one interval, with the next test for either answer:
//
//	team.engineers < 10 and load.pattern != 'steady'
//
//	1: team.engineers in [-inf, 10)?   yes: 2       no: fails
//	2: load.pattern in [-inf, 0)?      yes: holds   no: 3
//	3: load.pattern in (0, inf]?       yes: holds   no: fails
//
// Lint looks at the same chains: each key is cut at its thresholds, and one value of
// each piece stands for all of it. Normal forms in one pass without jumps, and tables
// of conditions by interval, were tried and given up: score and explain gained 1 to
// 4 %, which was not worth 300 lines.
package cond

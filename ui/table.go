package ui

import (
	"slices"

	"archadvisor/ui/export"
	"archadvisor/ui/form"
	"archadvisor/ui/result"
	"archadvisor/ui/study/chart"
	"archadvisor/ui/study/sensitivity"
	"archadvisor/ui/study/whatif"
	"archadvisor/ui/view"
)

type row struct {
	name   string // what other views call it
	title  string // of its tab and its help
	key    string // that shows it; one without has no tab
	help   string // what it shows
	footer string
	make   func(*view.Config) view.View
}

// interview is the first row: the view that owns the answers, and where esc leads in the end.
const interview = 0

// The views, in the order of their tabs.
var table = []row{
	{name: view.Questions, make: form.New, footer: "Every answer is kept: archadvisor resume continues here."},
	{name: view.Result, title: "Result", key: "1", make: result.New,
		help: "On top what is recommended, below why: a tree down to each statement of the rule pack. The line under the cursor is spelled out beside it: what it says, your values, its condition, how far you are from its threshold, and its source."},
	{name: "chart", title: "Chart", key: "2", make: chart.New,
		help: "What each architecture costs over the load, and where you are. ▲ is your load, ✕ where another becomes the cheapest, ┄ the budget or the target, ▸ the cheapest at the read-out. A shaded band holds 8 of 10 draws of what you left open. Lines: M solid, S dashed, µ dotted."},
	{name: "what-if", title: "What-if", key: "3", make: whatif.New,
		help: "Change one answer and see at once what becomes of the ranking, the cost and the speed. Your answers stay as they are until you save. On a slider ● is the answer, ○ what it was, ━ a range, ? what is likeliest of an open one, and ╂ where the recommendation changes."},
	{name: "sensitivity", title: "Sensitivity", key: "4", make: sensitivity.New,
		help: "What the answer hangs on: how far each open answer moves it, how often each option wins, and which rules carry it. A bar spans the lead over the runner-up while one answer moves over its range: │ is now, left of ╂ another option leads, ? marks answers that are open."},
	{name: "export", title: "Export", key: "5", make: export.New,
		help:   "A decision record in the format that your project uses. The preview is what will be written.",
		footer: "Nothing is written before you press enter on Write."},
}

// indexOf finds a view by its name; the interview if there is none.
func indexOf(name string) int {
	return max(interview, slices.IndexFunc(table, func(r row) bool { return r.name == name }))
}

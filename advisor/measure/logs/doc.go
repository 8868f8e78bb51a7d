// Package logs measures what a web access log tells of the load: rates, their
// shape over the day, sizes, durations, what a cache could answer, and what the
// cold-start and waiting models of estimate say of the very arrivals of the log.
//
// Lines are streamed. Memory holds a grid of minutes (at most 800 days), a table of
// recent addresses, a histogram of durations, a window in which lines are put in
// order of time, and the instances of the replay, however long the log is.
//
//	frag, err := logs.Measure(ctx, []logs.Source{{Name: "access.log", Open: open}}, logs.Options{Keep: 360})
package logs

// Package chart draws cost, latency and people over the load, with the
// break-even points; as a table, too. It draws what an explanation holds and
// estimates nothing.
package chart
